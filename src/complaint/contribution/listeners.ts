import type { Listener } from '../../platform/events.ts'
import { withdrawNeedless } from './actions/watch.ts'

/** A ticket that is answered or over, or kept from somebody anew, takes its open requests back. */
export const withdrawAfterwards: Listener = {
  name: 'contribution.withdraw',
  on: [
    'ticket.answered',
    'ticket.closed',
    'ticket.archived',
    'ticket.withdrawn',
    'ticket.transferred',
    'ticket.subject_named',
    'ticket.reclassified',
  ],
  run: ({ transaction }, { objectId }) => transaction((ctx) => withdrawNeedless(ctx, objectId)),
}

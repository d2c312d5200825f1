import type { Listener } from '../../platform/events.ts'
import { endKept } from './actions/end.ts'

/** A ticket that is kept close since, handled with another, or taken back by its complainant closes its links for good. */
export const closeKept: Listener = {
  name: 'share.close',
  on: ['ticket.withdrawn', 'ticket.merged', 'ticket.reclassified', 'ticket.subject_named'],
  run: ({ transaction }, { objectId }) => transaction((ctx) => endKept(ctx, objectId)),
}

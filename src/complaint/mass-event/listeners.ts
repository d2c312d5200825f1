import type { Listener } from '../../platform/events.ts'
import { leaveWhereApart } from './actions/leave.ts'

/** A ticket that is answered or over, in another unit, or to be examined on its own by now waits for no common answer. */
export const leaveAfterwards: Listener = {
  name: 'mass_event.leave',
  on: [
    'ticket.answered',
    'ticket.archived',
    'ticket.withdrawn',
    'ticket.transferred',
    'ticket.merged',
    'ticket.office_changed',
    'ticket.reclassified',
    'ticket.severity_set',
    'ticket.subject_named',
  ],
  run: ({ transaction }, { objectId }) => transaction((ctx) => leaveWhereApart(ctx, objectId)),
}

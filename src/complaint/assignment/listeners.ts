import type { Listener } from '../../platform/events.ts'
import { placeTicket } from './actions.ts'

/** What comes into a unit, new or from another one, finds its officer or its team. */
export const placeNew: Listener = {
  name: 'assignment.place',
  on: ['ticket.submitted', 'ticket.office_changed'],
  run: ({ transaction }, { objectId }) => transaction((ctx) => placeTicket(ctx, objectId)),
}

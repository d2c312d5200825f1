/**
 * The verbs of an officer on a ticket. Each checks the right in the ticket's own unit, the version that was seen, and the
 * table of states; `stale` and `conflict` mean that somebody was first.
 */
export { assignTicket, releaseTicket, takeTicket } from './actions/assign.ts'
export { extendDeadline } from './actions/extend.ts'
export { archiveTicket, closeTicket, investigateTicket, reopenTicket, unarchiveTicket } from './actions/moves.ts'
export { sendOn } from './actions/send-on.ts'
export { answer, ask, note, write } from './actions/talk.ts'
export { transferTicket } from './actions/transfer.ts'

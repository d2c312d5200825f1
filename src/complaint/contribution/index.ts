/** Whether an officer can ask another unit for a ticket. */
export { mayAsk } from './actions/ask.ts'
/** Told of when there is news of a request; the mail about it is contact's. */
export { type Told, toldEvent } from './events.ts'
/** What was asked for a ticket, and how much waits for the units of who looks. */
export { countIncoming, listRequestsOf } from './read.ts'

/** Whom a note can call, whom it calls, and telling them. */
export { callTo, listCallable, readCalls } from './actions.ts'
/** Told of when somebody is called; the mail about it is contact's. */
export { type Called, calledEvent } from './events.ts'

/** Told of when a complainant is asked; the mail about it is contact's. */
export { type Asked, askedEvent } from './events.ts'
/** Whether questions wait for the complainant, and how the watch over a ticket stands, for compliance. */
export { hasOpenCheck, loadWatch } from './read.ts'

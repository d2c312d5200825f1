/** Tickets that have to do with each other. A link is seen by who sees both tickets, and changes neither. */

/** Making a link and taking it away, for the decision of a verb. */
export { type Linking, linkTicket, unlinkTicket } from './actions.ts'
/** The links of a ticket as far as the actor sees the tickets they lead to. */
export { listLinks } from './read.ts'

/** What an officer sees of it beside a ticket. */
export { loadBesideTicket } from './actions/beside.ts'
/** Texts that wait for an officer to approve them. */
export { listTextsToApprove } from './actions/suggest.ts'

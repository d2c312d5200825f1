/** What an officer sees of it beside a ticket. */
export { loadBesideTicket } from './actions/beside.ts'

/** Beginnings of answers that fit a ticket, and one of them with the ticket's own words in it. */
export { fillFor, offerTemplates } from './actions/offer.ts'

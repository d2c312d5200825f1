/** Why a ticket is not shared by a link. */
export { findTicketRefusal } from './actions/copy.ts'
/** The mail with a link: what is queued for it, and what it says. */
export { openForMail, type ShareMail, shareMailJob } from './actions/mail.ts'
/** The links of a ticket. */
export { listLinksOf } from './read.ts'
/** Where a link opens. */
export { openHref } from './urls.ts'

/**
 * The shield of a ticket that complains of staff. Row-level security hides the ticket from whom it is kept; these say who that is,
 * so that nobody gives it to them, and keep what was tried.
 */
export { type AttemptMail, attemptMailJob, findWatchers, noteAttempt, noteNumberAttempt } from './actions/attempts.ts'
/** Reports that allege something of an office are kept from it while their category says so. */
export { findShielded, keepAccusation, listCircle, listKeptUnits, lowerShield, raiseShield } from './actions/category.ts'
/** A ticket that follows from another is kept from the same people. */
export { inheritShield } from './actions/inherit.ts'
/** Who is complained of, and from whom the ticket is kept because of it. */
export { nameSubjects } from './actions/name.ts'
/** Who is named by a report as it comes in. */
export { nameAtReceipt } from './actions/receive.ts'
/** In figures, for those who may know them. */
export { countShield } from './read.ts'
export { findKeptAmong, isKeptFrom } from './store.ts'

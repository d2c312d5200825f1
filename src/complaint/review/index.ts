/** A second look at an answer by somebody who was not involved in it. */

/** The complainant asks for it. */
export { askForReview } from './actions/ask.ts'
/** Who may look again in the unit that has the ticket, and giving it to one of them. */
export { assignReviewer, listReviewers } from './actions/assign.ts'
/** What the right to it is: of a ticket as it stands, and of one answer. */
export { loadRight, loadStanding } from './actions/show.ts'
/** Who cannot look at a ticket again, or approve what comes of it, and why. */
export { findUnfit } from './actions/unfit.ts'

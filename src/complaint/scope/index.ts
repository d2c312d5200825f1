/** Reports that belong to another body: proposed to the complainant, handed over, acknowledged, given back. */

/** The bodies in use. */
export { listBodies } from './actions/bodies.ts'
/** What an officer records of the last hand-over of a ticket. */
export { acknowledgeHop, cancelHop, returnHop, sendHop } from './actions/move.ts'
/** A proposal: planned behind the ticket's lock, then put to the complainant. */
export { confidenceOf, openHop, type PlanProblem, type ProposalInput, planHop } from './actions/propose.ts'
/** The hand-overs of a ticket. */
export { type ShownHop, showHops } from './actions/show.ts'

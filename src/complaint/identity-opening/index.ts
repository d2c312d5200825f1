/** What an officer has to do with the identity behind a report, for the report's own page. */
export { findIdentityPart } from './actions/part.ts'
/** What waits for a decision of who looks. */
export { countWaitingOpenings, listOpeningsToDecide } from './actions/waiting.ts'

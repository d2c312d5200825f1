/** The face of the pure rules of a second look: other capabilities import from here, never from the files behind it. */
export { chooseUnit } from './rules/choosing.ts'
export { findInvolved, type Part } from './rules/involved.ts'
export { isReviewOutcome, readOutcome, reviewOutcomes } from './rules/outcomes.ts'
export {
  type Advice,
  advise,
  eventAges,
  findOutside,
  firstDay,
  judgeAge,
  type OutsideReason,
  residences,
} from './rules/outside.ts'
export { type ReviewRight, sayRight } from './rules/right.ts'
export { findStanding, isFinal, lastDay, type ReviewStanding } from './rules/standing.ts'
/** Letters of what the complainant says is not right. */
export const longestReason = 5000

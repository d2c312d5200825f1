/**
 * An answer on its way: kept while it is written, checked by others where the matter is grave, and sent as it was approved. Whose
 * right it is in the ticket's unit is the caller's verb to ask.
 */
export {
  askForCheck,
  forgetDraft,
  giveOpinion,
  keepDraft,
  loadCheck,
  loadOwnWords,
  type Opined,
  type OpinionProblem,
  type Verdict,
} from './actions.ts'
/** What waits for an officer to look at. */
export { type Check, countWaiting, listWaiting } from './read.ts'

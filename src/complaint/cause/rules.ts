/** The face of the pure rules of causes: other capabilities import from here, never from the files behind it. */
export {
  type ActionStanding,
  dueDays,
  dueOn,
  findActionProblem,
  findDoneProblem,
  findVerifyProblem,
  type PlannedAction,
  readStanding,
} from './rules/actions.ts'
export { type Cause, causes, needsCause, repeatDays, repeatsFrom } from './rules/causes.ts'
/** Letters of a reason, an action or a piece of evidence. */
export const longestWords = 2000

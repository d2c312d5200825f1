/** The face of the pure rules of assignment: other capabilities import from here, never from the files behind it. */

export { skills, spokenLanguages } from '../../access/accounts/rules.ts'
export { kinds } from '../record/events.ts'
export {
  type AssignmentRule,
  type Candidate,
  type Decision,
  type Matter,
  type Target,
  type Trial,
  tryRules,
} from './rules/choosing.ts'
/** Letters of the name of a rule or a team. */
export const longestName = 80

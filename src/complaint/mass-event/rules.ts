/** Why a text goes back to its author. */
export { type ReturnReason, returnReasons } from '../answering/rules.ts'
export { longestMessage } from '../conversation/rules.ts'
export { readNumbers } from '../joining/rules.ts'
/** What an answer can come to. */
export { outcomes } from '../record/events.ts'
export {
  type AttachProblem,
  findApart,
  findAttachProblem,
  findWindow,
  isAboutStaff,
  mostAtOnce,
  type TicketFacts,
} from './rules/attaching.ts'
export {
  composeLanguages,
  composeText,
  countAnswered,
  type DecideRefusal,
  findAnswerLanguage,
  findDecideRefusal,
  findProposeProblem,
  type ProposeProblem,
  readOutcome,
  type TextParts,
  type TextState,
  type Verdict,
} from './rules/texts.ts'

export const longestTitle = 120
export const longestWords = 4000

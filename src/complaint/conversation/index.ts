/**
 * What complainant and officers say to each other, and what officers note for themselves. Every write is one change of
 * the ticket in the transaction of `ctx`; who may write is the caller's route, what they may see is the database's rule.
 */

/** Files of a ticket on their way out of the service. */
export { collectFiles } from './actions/files.ts'
/** The same answer to one ticket after another. */
export { type GivenAnswer, giveSameAnswer } from './actions/same-answer.ts'
export {
  type Answer,
  type AnswerProblem,
  addNote,
  answerTicket,
  askComplainant,
  loadNotes,
  loadThread,
  type Message,
  type OfficerProblem,
  openFile,
  requireOfficer,
  type WriteProblem,
  writeAsComplainant,
  writeToComplainant,
} from './actions.ts'
/** An internal note as it was written. */
export type { Note } from './read.ts'

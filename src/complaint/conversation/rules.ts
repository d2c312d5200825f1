/** The face of the conversation's pure rules: other capabilities import from here, never from the files behind it. */
export { type AnswerParts, findAnswerProblem, findMissingParts, type IncompleteAnswer } from './rules/answer.ts'
export { type ActingOfficer, implySteps, planAnswer, planQuestion, planReply } from './rules/moves.ts'
export { checkWords, longestMessage, mostFiles, type WordsProblem } from './rules/words.ts'

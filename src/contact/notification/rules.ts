/** The face of the letters' pure rules. */

export { defang } from './rules/defang.ts'
export { defaultText } from './rules/defaults.ts'
export {
  chooseLetter,
  type MailState,
  mailStates,
  maskAddress,
  mayShowContent,
  mayTell,
  mayWriteTo,
  mostAttempts,
  neverLeaves,
  problemKinds,
  readProblem,
} from './rules/delivery.ts'
export { type Block, fill, type LetterValues, type Piece, quote, quoteFacts, toPlainText, type Value } from './rules/fill.ts'
export {
  checkText,
  chooseLanguage,
  type Letter,
  type LetterLanguage,
  type LetterText,
  letterLanguages,
  letters,
  longestBody,
  longestSubject,
  type Placeholder,
  placeholders,
  type TextProblem,
} from './rules/letters.ts'

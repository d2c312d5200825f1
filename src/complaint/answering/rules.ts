/** The face of the pure rules of answers on their way: other capabilities import from here, never from the files behind it. */
export { type CheckNeed, needsCheck, type Risk } from './rules/approvals.ts'
/** Why a draft goes back to its author; the codes are what training counts. */
export {
  type CheckedAnswer,
  composeChecked,
  findOpinionRefusal,
  type OpinionRefusal,
  type ReturnReason,
  returnReasons,
} from './rules/opinions.ts'

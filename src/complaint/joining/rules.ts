/** The face of the pure rules of joining: other capabilities import from here, never from the files behind it. */
export {
  findMergeProblem,
  isReturnState,
  type MergeFacts,
  type MergeProblem,
  mayUndo,
  type Place,
  readNumbers,
  restore,
  standIn,
} from './rules/merging.ts'

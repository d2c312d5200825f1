/** The face of the pure rules of splitting: other capabilities import from here, never from the files behind it. */
export { isCutFrom } from './rules/cutting.ts'
export { findUndoProblem, type UndoProblem } from './rules/undoing.ts'

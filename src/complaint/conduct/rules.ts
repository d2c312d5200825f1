/** The face of the pure rules: who is kept away from a ticket, and where it goes then. */

export { recognise } from './rules/accused.ts'
export {
  type Circle,
  type ExclusionReason,
  findCircle,
  findNewPlace,
  findSuperiors,
  findUnits,
  type Held,
  type Related,
  type Unit,
} from './rules/circle.ts'
/** Letters of a name, a unit or a time in words. */
export const longestWords = 300

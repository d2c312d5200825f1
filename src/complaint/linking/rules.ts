/** The face of the pure rules of linking: other capabilities import from here, never from the files behind it. */
export {
  findLinkProblem,
  type LinkKind,
  type LinkProblem,
  type Relation,
  relations,
  type Side,
  seenFrom,
  toLink,
} from './rules/relations.ts'

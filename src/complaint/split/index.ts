/** A part of a report gets a number of its own. Whoever sees only one of the two is not led to the other. */

/** What can go under a number of its own: all that the complainant said and sent. */
export { type Cut, loadWhole } from './actions/cut.ts'
/** The other side of a split, for the person who brought both. */
export { findOwnRelatives, type OwnRelative } from './actions/show.ts'
/** Splitting off, for the decision of a verb. */
export { type SplitProblem, splitOff } from './actions/split.ts'
/** The way back, for the decision of a verb, and whether it is open. */
export { judgeUndo, lockPart, undoSplit } from './actions/undo.ts'
/** The other side of a split as far as the actor sees both. */
export { listRelatives } from './read.ts'

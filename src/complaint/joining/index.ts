/** Tickets handled together. What one complainant wrote or is told is never shown to another. */

/** Merging: lock, judge, merge, all in one transaction; the caller's verb decides between the first and the last. */
export { judgeNumbers, lockNumbers, type MergingProblem, mergeNumbers } from './actions/merge.ts'
/** The way back, for the decision of a verb. */
export { lockMerged, undoMerge } from './actions/part.ts'
/** What is shown of it: to officers who see both, and to the complainant of a merged ticket. */
export { findStandIn, loadJoined } from './actions/show.ts'

/** The face of tracking's pure rules. */
export { type AccessDay, groupAccesses } from './rules/access-log.ts'
export {
  mayTry,
  recoveryByAddress,
  recoveryByNumber,
  stageByAddress,
  wrongByAddress,
  wrongByBoth,
  wrongByNumber,
} from './rules/limits.ts'
export { showPromises } from './rules/promises.ts'
export { longestRatingWords, mayRate, planRating, type Rating, type Solved, solvedAnswers, treatedMarks } from './rules/rating.ts'
export { linkExpiry, linkMinutes } from './rules/recovery.ts'
export { composePublicStage, composePublicStages, composeStages, mayWithdraw, type StageStep, type Whereabouts } from './rules/stages.ts'
export { composeTimeline, type TimelineLine, waitsTogether } from './rules/timeline.ts'
export type { OwnWords, ReportView, ViewFile, ViewMessage, ViewPromise, ViewRelative } from './rules/view.ts'

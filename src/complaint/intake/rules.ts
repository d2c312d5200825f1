/** The face of the intake's pure rules: other capabilities import from here, never from the files behind it. */
export { type Answers, asksTime, asksWish, type Dropped, reviseAnswers } from './rules/answers.ts'
export { checkDate, type DateParts, type DateProblem, eastmostZone, isLateFiled, readDate } from './rules/dates.ts'
export { answerStep, createDraft, type Draft, type DraftFile, keepTyped, type Pending } from './rules/draft.ts'
export { holdsIdentityNumber, isKnownReference } from './rules/references.ts'
export { limits, type Relation, relations } from './rules/report.ts'
export {
  centralUnits,
  classify,
  type Destination,
  isConduct,
  isRestricted,
  type RoutedCategory,
  type Routing,
  routeReport,
} from './rules/routing.ts'
export { findSignpost, type Signpost, signpostLinks, signposts } from './rules/signposts.ts'
export { findMissing, findNext, findPrevious, listSteps, type Progress, type Step, steps } from './rules/steps.ts'
export { composeTitle } from './rules/title.ts'
export { asksTopic, categoryOf, type OfferedCategory, offerReasons, offerTopics, topicRules } from './rules/topics.ts'

/** The face of the console's pure rules: other capabilities import from here, never from the files behind it. */

/** Why a colleague's draft goes back to its author. */
export { type CheckNeed, returnReasons } from '../answering/rules.ts'
export { findAnswerProblem, longestMessage } from '../conversation/rules.ts'
export { limits as reportLimits, relations as reportRelations } from '../intake/rules.ts'
/** What one report can be to another. */
export { type Relation, relations } from '../linking/rules.ts'
/** What the pages choose from, so that they need not reach into another capability. */
export {
  archiveReasons,
  channels,
  closeReasons,
  extensionReasons,
  kinds,
  outcomes,
  pauseReasons,
  type Severity,
  severities,
  severityReasons,
  type TicketClass,
  type TicketEvent,
  ticketClasses,
} from '../record/events.ts'
export type { TicketState } from '../record/rules.ts'
/** What an answer says of the right to a second look, and what that can come to. */
export { type ReviewRight, reviewOutcomes, sayRight } from '../review/rules.ts'
/** Why a matter is grave, and what a report tells. */
export { type Completeness, type Suggestion, scoreCompleteness, suggestSeverity } from '../triage/rules.ts'
export { type BulkDeed, bulkDeeds, mayUndo, mostAtOnce, moveInOrder } from './rules/bulk.ts'
export { findCheckNeed, fitToUnit } from './rules/check-need.ts'
export { type ClockStand, viewClock } from './rules/clocks.ts'
export { type Cursor, cursorName, readCursor, writeCursor } from './rules/cursor.ts'
export {
  changesUnit,
  findTransferProblem,
  isEarlier,
  isSameClassing,
  needsWords,
  readPlace,
  type TransferProblem,
} from './rules/decisions.ts'
export { type DueView, findDueWindow, viewDue } from './rules/due.ts'
export {
  filterNames,
  type InboxFilter,
  isNarrowed,
  readFilter,
  sortsOf,
  statesOf,
  type Tab,
  tabs,
  writeFilter,
} from './rules/filters.ts'
export { measureReadability, type Readability } from './rules/readability.ts'
export { readSought, type Sought } from './rules/search.ts'
export {
  explainUnfit,
  fitsState,
  offeredVerbs,
  refuseVerb,
  type Unfit,
  type Verb,
  verbPermissions,
  verbs,
} from './rules/verbs.ts'
export { findTouched, readPageMoment } from './rules/watching.ts'
/** Letters of the name of a saved view. */
export const longestViewName = 60
export { isDrawable } from './rules/drawable.ts'
/** By which ways a report reaches a desk. */
export const deskChannels = ['phone', 'counter', 'letter'] as const
/** Letters of a reason: a paragraph, no letter. */
export const longestReason = 2000

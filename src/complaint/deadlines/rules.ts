/** The face of the deadlines' pure rules: other capabilities import from here, never from the files behind it. */
export {
  addCalendarDays,
  addWorkingDays,
  endOfDay,
  type Holidays,
  localDate,
  startOfDay,
} from './rules/calendar.ts'
export {
  applyCalendarChange,
  type CalendarChange,
  type CalendarDay,
  type ChangeProblem,
  dayTypes,
  divideMoves,
} from './rules/calendar-change.ts'
export { readCalendarChange, type TypedChange } from './rules/calendar-form.ts'
export {
  acknowledgeRule,
  answerDue,
  answerRuleIds,
  autoCloseRule,
  type Clock,
  type DatedClock,
  type DeadlineRule,
  type DeadlineUnit,
  findPromise,
  type OfficeCalendar,
  type PublicPromise,
  publicPromises,
  reviewRule,
  reviewWindowRule,
  startClock,
  startClocksOnReceipt,
  type Urgency,
  urgency,
  workingDaysLeft,
} from './rules/clocks.ts'
export { hourFields, readHours, type TypedHours } from './rules/hours-form.ts'
export { rulesInForce } from './rules/in-force.ts'
export { findKeptAt } from './rules/keeping.ts'
export {
  acknowledgedDays,
  afterWorkingDays,
  isEscalation,
  type Milestone,
} from './rules/milestones.ts'
export { type CalendarFacts, composeCalendar, type Place } from './rules/office-calendar.ts'
export {
  type ExtensionProblem,
  endOfPause,
  extendDue,
  findEffectiveDue,
  type Pause,
  pausedTime,
} from './rules/pauses.ts'
export { type Binding, listBindings, type RuleFinding, reviewRules } from './rules/review-pack.ts'
export { type RuleChange, readRuleChange, type TypedRule } from './rules/rule-form.ts'
export { findEarlierReceipt, findStart, type Start } from './rules/starts.ts'
export { decideStep, findAudience, planFirst, type WatchStep } from './rules/watch.ts'
export { type OfficeHours, type Window, type WorkingCalendar, workingTimeBetween } from './rules/working-time.ts'

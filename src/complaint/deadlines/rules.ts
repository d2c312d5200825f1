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
  answerDue,
  answerRuleIds,
  type Clock,
  type DatedClock,
  type DeadlineRule,
  type DeadlineUnit,
  findPromise,
  type OfficeCalendar,
  type PublicPromise,
  publicPromises,
  startClocksOnReceipt,
  type Urgency,
  urgency,
  workingDaysLeft,
} from './rules/clocks.ts'
export { rulesInForce } from './rules/in-force.ts'
export { findKeptAt } from './rules/keeping.ts'
export { findEarlierReceipt, findStart, type Start } from './rules/starts.ts'

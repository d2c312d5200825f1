import { err, ok, type Result } from '../../../platform/result.ts'
import { Temporal } from '../../../platform/time.ts'
import type { TicketClass } from '../../record/events.ts'
import { addCalendarDays, addWorkingDays, type CalendarProblem, countWorkingDays, endOfDay, type Holidays, localDate } from './calendar.ts'

/** `wd` working days of the office, `cd` calendar days, `h` hours by the clock, `year` years by the calendar. */
export const deadlineUnits = ['wd', 'cd', 'h', 'year'] as const
export type DeadlineUnit = (typeof deadlineUnits)[number]

/**
 * One version of a rule of time. `from` names the happening it counts from; `evidence` says how sure the rule is
 * (V text read, S second-hand, R recalled and unverified), so that screens can say it.
 */
export type DeadlineRule = {
  readonly id: string
  readonly what: string
  readonly max: number
  readonly unit: DeadlineUnit
  readonly from: string
  readonly evidence: 'S' | 'V' | 'R'
  readonly source: string
  readonly version: number
  readonly law: string
  /** What makes its clock stand still; nothing does where it is left out. */
  readonly pause?: 'never' | 'complainant'
  /** By how many of its units at most the promise may be moved; 0 where it is left out. */
  readonly extend?: number
}

/** Where days are counted: the office's zone, and its days off. */
export type OfficeCalendar = { readonly timeZone: string; readonly holidays: Holidays }

type Due = { readonly dueOn: string; readonly dueAt: Date }
type StartedClock = {
  readonly ruleId: string
  /** The version in force at the start: a later change of the rule leaves this clock alone. */
  readonly ruleVersion: number
  readonly law: string
  readonly unit: DeadlineUnit
  readonly amount: number
  readonly startedAt: Date
  /** The rule counts from something that has not happened yet (the file being complete); started now, so due no later than the law says. */
  readonly startedEarly: boolean
  /** It stands still while the complainant is asked. */
  readonly pausable: boolean
}

/** A clock with its due day (`YYYY-MM-DD` in the office's zone) and last moment. */
export type DatedClock = StartedClock & Due & { readonly problem: null }
/** A running clock; without a due date, and with the reason, where the calendar does not reach that far. */
export type Clock = DatedClock | (StartedClock & { readonly dueOn: null; readonly dueAt: null; readonly problem: CalendarProblem })

function endOn(date: Temporal.PlainDate, timeZone: string): Due {
  return { dueOn: date.toString(), dueAt: endOfDay(date, timeZone) }
}

/** A happening that starts clocks: its name as rules know it, its instant, its day at the office. */
type Happening = { readonly name: string; readonly at: Date; readonly day: Temporal.PlainDate }

function findDue(rule: DeadlineRule, { at, day }: Happening, { timeZone, holidays }: OfficeCalendar): Result<Due, CalendarProblem> {
  switch (rule.unit) {
    case 'wd': {
      const date = addWorkingDays(day, rule.max, holidays)
      return date.ok ? ok(endOn(date.value, timeZone)) : date
    }
    case 'cd':
      return ok(endOn(addCalendarDays(day, rule.max), timeZone))
    case 'h': {
      const dueAt = new Date(at.getTime() + rule.max * 3_600_000)
      return ok({ dueOn: localDate(dueAt, timeZone).toString(), dueAt })
    }
    case 'year':
      return ok(endOn(day.add({ years: rule.max }), timeZone))
  }
}

function startOn(rule: DeadlineRule, happening: Happening, calendar: OfficeCalendar): Clock {
  const started: StartedClock = {
    ruleId: rule.id,
    ruleVersion: rule.version,
    law: rule.law,
    unit: rule.unit,
    amount: rule.max,
    startedAt: happening.at,
    startedEarly: rule.from !== happening.name,
    pausable: rule.pause === 'complainant',
  }
  const due = findDue(rule, happening, calendar)
  return due.ok ? { ...started, ...due.value, problem: null } : { ...started, dueOn: null, dueAt: null, problem: due.error }
}

/** Starts one rule's clock. `happened` names what happened at `at`, to be compared with what the rule counts from. */
export function startClock(rule: DeadlineRule, happened: string, at: Date, calendar: OfficeCalendar): Clock {
  return startOn(rule, { name: happened, at, day: localDate(at, calendar.timeZone) }, calendar)
}

const classRules: Readonly<Record<TicketClass, string>> = { INFO: 'CLASS-INFO', NON: 'CLASS-NON-OVERSIGHT', OVR: 'CLASS-OVERSIGHT' }
const firstCheckRule = 'LAPOR-VERIFY'
const completenessRule = 'UU25-ACK-COMPLETENESS'
const decisionRule = 'UU25-DECIDE'
/** Not a promise: when an answered report closes, if nobody writes any more. */
export const autoCloseRule = 'LAPOR-AUTOCLOSE'
/** By when a body that was given a ticket says that it has it. */
export const acknowledgeRule = 'TRANSFER-ACK'
/** By when a second look is done, and how long after an answer it can be asked for. */
export const reviewRule = 'REVIEW-DECIDE'
export const reviewWindowRule = 'REVIEW-WITHIN'
/** The rules whose clocks an answer meets. */
export const answerRuleIds: readonly string[] = [...Object.values(classRules), decisionRule, reviewRule]
const answerRules: ReadonlySet<string> = new Set(answerRuleIds)

export type Receipt = OfficeCalendar & {
  readonly serviceClass: TicketClass
  readonly receivedAt: Date
  /** When the time for the answer began, if not with the receipt: a report that was opened again is owed another one. */
  readonly answerFrom?: Date
  /** The rules in force at receipt, one version of each. */
  readonly rules: readonly DeadlineRule[]
}

/**
 * The clocks that start when a ticket arrives: that of its class, the first check, the reply on completeness and the decision.
 * A rule that was switched off starts none, but a class without its rule is a fault of the settings (`class_rule_missing`).
 * A clock beyond the calendar starts without a due date; it never keeps a ticket from being received.
 */
export function startClocksOnReceipt(receipt: Receipt): Result<readonly Clock[], 'class_rule_missing'> {
  const byId = new Map(receipt.rules.map((rule) => [rule.id, rule]))
  const classRule = byId.get(classRules[receipt.serviceClass])
  if (!classRule) return err('class_rule_missing')
  const others = [firstCheckRule, completenessRule, decisionRule].flatMap((id) => byId.get(id) ?? [])
  const begin = (at: Date): Happening => ({ name: 'received', at, day: localDate(at, receipt.timeZone) })
  const received = begin(receipt.receivedAt)
  const answering = begin(receipt.answerFrom ?? receipt.receivedAt)
  return ok([classRule, ...others].map((rule) => startOn(rule, answerRules.has(rule.id) ? answering : received, receipt)))
}

/** What a promise is read from: a clock just planned, or one that is stored. */
type Dateable = { readonly ruleId: string; readonly dueAt: Date | null }
type Dated<C extends Dateable> = C & { readonly dueAt: Date }

function isDated<C extends Dateable>(clock: C): clock is Dated<C> {
  return clock.dueAt !== null
}

function findEarliest<C extends Dateable>(clocks: readonly Dated<C>[]): Dated<C> | null {
  return clocks.reduce<Dated<C> | null>((first, clock) => (first && first.dueAt <= clock.dueAt ? first : clock), null)
}

/**
 * The clock that binds the answer: the working days of the class and the calendar days of the statute run side by side, and the earlier one is
 * owed. The statute counts from the complete file; until somebody says that something is missing, a report counts as complete. Null if
 * neither has a date.
 */
export function answerDue<C extends Dateable>(clocks: readonly C[]): Dated<C> | null {
  return findEarliest(clocks.filter(isDated).filter(({ ruleId }) => answerRules.has(ruleId)))
}

/** What the complainant is promised by a date: that it is looked at, word whether anything is missing, the answer. */
export type PublicPromise<C extends Dateable = Clock> = {
  readonly kind: 'first_check' | 'completeness' | 'answer'
  readonly clock: Dated<C>
}

/** What has to have happened for a rule's clock to be met; null for a rule that binds nothing the complainant was promised. */
export function findPromise(ruleId: string): PublicPromise['kind'] | null {
  if (ruleId === firstCheckRule) return 'first_check'
  if (ruleId === completenessRule) return 'completeness'
  return answerRules.has(ruleId) ? 'answer' : null
}

/** The promises to print on the receipt, soonest first; none for later than the answer, which makes it moot. */
export function publicPromises<C extends Dateable>(clocks: readonly C[]): readonly PublicPromise<C>[] {
  const answer = answerDue(clocks)
  const promises: PublicPromise<C>[] = answer ? [{ kind: 'answer', clock: answer }] : []
  for (const clock of clocks.filter(isDated)) {
    if (answer && clock.dueAt > answer.dueAt) continue
    if (clock.ruleId === firstCheckRule) promises.push({ kind: 'first_check', clock })
    if (clock.ruleId === completenessRule) promises.push({ kind: 'completeness', clock })
  }
  return promises.sort((a, b) => a.clock.dueAt.getTime() - b.clock.dueAt.getTime())
}

export const urgencies = ['late', 'today', 'soon', 'later'] as const
export type Urgency = (typeof urgencies)[number]

const soonWorkingDays = 2

/** Working days from now until a due time, today not counted: 0 while it is due today or on a day off before the next working day. */
export function workingDaysLeft(dueAt: Date, now: Date, { timeZone, holidays }: OfficeCalendar): Result<number, CalendarProblem> {
  return countWorkingDays(localDate(now, timeZone), localDate(dueAt, timeZone), holidays)
}

/**
 * How a due time presses. `soon` means at most two working days left, so that Friday already warns of Monday and the last
 * day before the Lebaran leave of the days after it. Where the calendar is unknown, two calendar days.
 */
export function urgency(dueAt: Date, now: Date, calendar: OfficeCalendar): Urgency {
  if (now > dueAt) return 'late'
  const today = localDate(now, calendar.timeZone)
  const dueOn = localDate(dueAt, calendar.timeZone)
  if (today.equals(dueOn)) return 'today'
  const left = countWorkingDays(today, dueOn, calendar.holidays)
  const soon = left.ok ? left.value <= soonWorkingDays : Temporal.PlainDate.compare(dueOn, addCalendarDays(today, soonWorkingDays)) <= 0
  return soon ? 'soon' : 'later'
}

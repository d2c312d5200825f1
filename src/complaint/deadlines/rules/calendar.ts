import { err, ok, type Result } from '../../../platform/result.ts'
import { Temporal } from '../../../platform/time.ts'

/**
 * Days on which an office does not work besides Saturday and Sunday: national days, joint leave and the office's regional days alike.
 * `years` are those the table was decreed for: of any other year nothing is known, not even that it has no days off.
 * A table is a value: after a change make a new one, since what is worked out from it is kept with it.
 */
export type Holidays = { readonly daysOff: ReadonlySet<string>; readonly years: ReadonlySet<number> }
export type CalendarProblem = 'calendar_year_unknown'

const dayInMilliseconds = 86_400_000

/** Days since 1970-01-01: whole numbers, so that a span of sixty days costs no sixty date objects. */
function epochDay(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / dayInMilliseconds
}

function epochDayOf(date: Temporal.PlainDate): number {
  return epochDay(date.year, date.month, date.day)
}

function toPlainDate(day: number): Temporal.PlainDate {
  const date = new Date(day * dayInMilliseconds)
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7 // 1970-01-01 was a Thursday; 0 is Sunday
  return weekday === 0 || weekday === 6
}

/** Every working day of the known years as epoch days, ascending. */
function listWorkingDays(holidays: Holidays): readonly number[] {
  const daysOff = new Set(Array.from(holidays.daysOff, (date) => Date.parse(`${date}T00:00Z`) / dayInMilliseconds))
  const workingDays: number[] = []
  for (const year of [...holidays.years].sort((a, b) => a - b)) {
    const end = epochDay(year + 1, 1, 1)
    for (let day = epochDay(year, 1, 1); day < end; day += 1) if (!isWeekend(day) && !daysOff.has(day)) workingDays.push(day)
  }
  return workingDays
}

const workingDaysByTable = new WeakMap<Holidays, readonly number[]>()

function workingDaysOf(holidays: Holidays): readonly number[] {
  let workingDays = workingDaysByTable.get(holidays)
  if (!workingDays) {
    workingDays = listWorkingDays(holidays)
    workingDaysByTable.set(holidays, workingDays)
  }
  return workingDays
}

/** How many of the ascending days are on or before `day`. */
function countUntil(ascending: readonly number[], day: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a table was decreed for every year from `first` to `last`. */
export function knowsYears(holidays: Holidays, first: number, last: number): boolean {
  for (let year = first; year <= last; year += 1) if (!holidays.years.has(year)) return false
  return true
}

/**
 * The day `days` working days after `start`, or before it where `days` is negative; `start` itself is not counted. A year the table does not know anywhere from start to
 * due day is refused, never guessed: religious days off are decreed, not computed (domain rule 42).
 */
export function addWorkingDays(start: Temporal.PlainDate, days: number, holidays: Holidays): Result<Temporal.PlainDate, CalendarProblem> {
  if (!holidays.years.has(start.year)) return err('calendar_year_unknown')
  if (days === 0) return ok(start)
  const workingDays = workingDaysOf(holidays)
  const from = epochDayOf(start)
  const dueDay = workingDays[days > 0 ? countUntil(workingDays, from) + days - 1 : countUntil(workingDays, from - 1) + days]
  if (dueDay === undefined) return err('calendar_year_unknown')
  const due = toPlainDate(dueDay)
  return knowsYears(holidays, Math.min(start.year, due.year), Math.max(start.year, due.year)) ? ok(due) : err('calendar_year_unknown')
}

/** The day `days` calendar days after `start`, days off or not. */
export function addCalendarDays(start: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return toPlainDate(epochDayOf(start) + days)
}

/**
 * Working days after `from` up to and including `to`: the converse of `addWorkingDays`, so "3 working days left" on a Thursday
 * are Friday, Monday, Tuesday. Negative, and counted the same way, where `to` lies before `from`.
 */
export function countWorkingDays(from: Temporal.PlainDate, to: Temporal.PlainDate, holidays: Holidays): Result<number, CalendarProblem> {
  if (!knowsYears(holidays, Math.min(from.year, to.year), Math.max(from.year, to.year))) return err('calendar_year_unknown')
  const workingDays = workingDaysOf(holidays)
  return ok(countUntil(workingDays, epochDayOf(to)) - countUntil(workingDays, epochDayOf(from)))
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day that an instant falls on in the office's zone. */
export function localDate(at: Date, timeZone: string): Temporal.PlainDate {
  // Lists ask this for every row, and a kept formatter answers in a fraction of what a zoned date costs. Sweden writes ISO dates.
  let format = dayFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    dayFormats.set(timeZone, format)
  }
  const [year, month, day] = format.format(at).split('-')
  return new Temporal.PlainDate(Number(year), Number(month), Number(day))
}

const dayEnds = new Map<string, number>()
const dayEndsKept = 5_000

/** The first moment of a day in the office's zone. */
export function startOfDay(date: Temporal.PlainDate, timeZone: string): Date {
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds)
}

/** The last millisecond of a day in the office's zone: a promise by a date is kept until then. */
export function endOfDay(date: Temporal.PlainDate, timeZone: string): Date {
  // Tickets of one day share their due days, and asking the zone costs more than all the rest of a due date.
  const key = `${timeZone} ${epochDayOf(date)}`
  let end = dayEnds.get(key)
  if (end === undefined) {
    if (dayEnds.size >= dayEndsKept) dayEnds.clear()
    end = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1
    dayEnds.set(key, end)
  }
  return new Date(end)
}

import { err, ok, type Result } from '../../../platform/result.ts'
import { findOffset, Temporal } from '../../../platform/time.ts'
import { type CalendarProblem, type Holidays, knowsYears } from './calendar.ts'

/** A stretch of a working day in minutes after midnight at the office, `until` not included. */
export type Window = { readonly from: number; readonly until: number }
/** The windows of Monday to Friday, in their order; Friday has two, because of the prayer at noon. */
export type OfficeHours = readonly [monday: Windows, tuesday: Windows, wednesday: Windows, thursday: Windows, friday: Windows]
type Windows = readonly Window[]

/** Whether windows lie one after the other within one day. */
export function areInOrder(windows: Windows): boolean {
  return windows.every(({ from, until }, index) => from < until && from >= (windows[index - 1]?.until ?? 0) && until <= 24 * 60)
}

/** Where working time is counted. `shortDays`: days with other windows than their weekday's, such as a half day before a feast. */
export type WorkingCalendar = {
  readonly timeZone: string
  readonly holidays: Holidays
  readonly hours: OfficeHours
  readonly shortDays?: ReadonlyMap<string, Windows>
}

const minute = 60_000
const day = 86_400_000

type Span = { readonly windows: Windows; readonly before: number }
/** All working time of the known years on one line: for each day its windows, and the time worked before it. */
type Line = { readonly first: number; readonly spans: readonly Span[]; readonly total: number }

function measure(windows: Windows): number {
  return windows.reduce((sum, { from, until }) => sum + (until - from) * minute, 0)
}

/** The years must lie together: across a year nobody decreed nothing can be counted. */
function drawLine({ holidays, hours, shortDays }: WorkingCalendar): Line {
  const first = Date.UTC(Math.min(...holidays.years), 0, 1) / day
  const end = Date.UTC(Math.max(...holidays.years) + 1, 0, 1) / day
  const spans: Span[] = []
  let total = 0
  for (let number = first; number < end; number += 1) {
    const date = new Date(number * day)
    const text = date.toISOString().slice(0, 10)
    const weekday = hours[date.getUTCDay() - 1] ?? []
    const windows = holidays.daysOff.has(text) ? [] : (shortDays?.get(text) ?? weekday)
    spans.push({ windows, before: total })
    total += measure(windows)
  }
  return { first, spans, total }
}

const lines = new WeakMap<WorkingCalendar, Line>()

/** A calendar is a value, like its table of days off: the line is drawn once for each. */
function findLine(calendar: WorkingCalendar): Line {
  let line = lines.get(calendar)
  if (!line) {
    line = drawLine(calendar)
    lines.set(calendar, line)
  }
  return line
}

/** The clock on the office's wall, as if it were UTC. */
function toWall(at: Date, timeZone: string): number {
  return at.getTime() + findOffset(at.getTime(), timeZone)
}

function fromWall(wall: number, timeZone: string): Date {
  const instant = wall - findOffset(wall, timeZone)
  // Beside a change of the zone's offset the guess may lie on the other side of it: the calendar itself is asked.
  const near = [instant - day, instant + day].some((other) => findOffset(other, timeZone) !== findOffset(wall, timeZone))
  if (!near) return new Date(instant)
  const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime()
  return new Date(plain.toZonedDateTime(timeZone).epochMilliseconds)
}

function isKnown(line: Line, number: number, { holidays }: WorkingCalendar): boolean {
  return line.spans[number - line.first] !== undefined && holidays.years.has(new Date(number * day).getUTCFullYear())
}

/** How much working time of the line lies before an instant. */
function findPosition(at: Date, calendar: WorkingCalendar): Result<number, CalendarProblem> {
  const line = findLine(calendar)
  const wall = toWall(at, calendar.timeZone)
  const number = Math.floor(wall / day)
  const span = line.spans[number - line.first]
  if (!span || !isKnown(line, number, calendar)) return err('calendar_year_unknown')
  const now = wall - number * day
  const worked = span.windows.reduce((sum, { from, until }) => sum + Math.max(0, Math.min(now, until * minute) - from * minute), 0)
  return ok(span.before + worked)
}

/** The last day that had begun its work before `position`, found by halving. */
function findDay(line: Line, position: number): number {
  let low = 0
  let high = line.spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((line.spans[middle]?.before ?? Infinity) < position) low = middle
    else high = middle - 1
  }
  return low
}

function findInstant(position: number, calendar: WorkingCalendar): Result<Date, CalendarProblem> {
  const line = findLine(calendar)
  if (position > line.total) return err('calendar_year_unknown')
  const index = findDay(line, position)
  const number = line.first + index
  let left = position - (line.spans[index]?.before ?? 0)
  for (const { from, until } of line.spans[index]?.windows ?? []) {
    const length = (until - from) * minute
    if (left <= length) return ok(fromWall(number * day + from * minute + left, calendar.timeZone))
    left -= length
  }
  return err('calendar_year_unknown')
}

function knowsBetween(from: Date, to: Date, calendar: WorkingCalendar): boolean {
  const yearOf = (at: Date): number => new Date(toWall(at, calendar.timeZone)).getUTCFullYear()
  return knowsYears(calendar.holidays, yearOf(from), yearOf(to))
}

/** Working time from one instant to a later one, in milliseconds; 0 where the later is not later. A year that nobody decreed is refused. */
export function workingTimeBetween(from: Date, to: Date, calendar: WorkingCalendar): Result<number, CalendarProblem> {
  if (to <= from) return ok(0)
  if (!knowsBetween(from, to, calendar)) return err('calendar_year_unknown')
  const start = findPosition(from, calendar)
  const end = findPosition(to, calendar)
  if (!start.ok) return start
  return end.ok ? ok(end.value - start.value) : end
}

/** The instant when so many milliseconds have been worked after `at`; `at` itself for none, also outside the hours. */
export function addWorkingTime(at: Date, milliseconds: number, calendar: WorkingCalendar): Result<Date, CalendarProblem> {
  if (milliseconds <= 0) return ok(at)
  const start = findPosition(at, calendar)
  if (!start.ok) return start
  const end = findInstant(start.value + milliseconds, calendar)
  if (!end.ok) return end
  return knowsBetween(at, end.value, calendar) ? end : err('calendar_year_unknown')
}

/** The instant from which on so many milliseconds are worked until `at`: the converse of `addWorkingTime`. */
export function subtractWorkingTime(at: Date, milliseconds: number, calendar: WorkingCalendar): Result<Date, CalendarProblem> {
  if (milliseconds <= 0) return ok(at)
  const end = findPosition(at, calendar)
  if (!end.ok) return end
  if (milliseconds > end.value) return err('calendar_year_unknown')
  const start = findInstant(end.value - milliseconds, calendar)
  if (!start.ok) return start
  return knowsBetween(start.value, at, calendar) ? start : err('calendar_year_unknown')
}

/** The instant itself while somebody works, else the next beginning of work. */
export function nextWorkingMoment(at: Date, calendar: WorkingCalendar): Result<Date, CalendarProblem> {
  const later = addWorkingTime(at, 1, calendar)
  return later.ok ? ok(new Date(later.value.getTime() - 1)) : later
}

const daysOfWeek = 5

/** Working time of an average day, in milliseconds. */
export function workingDayLength({ hours }: WorkingCalendar): number {
  return hours.reduce((sum, windows) => sum + measure(windows), 0) / daysOfWeek
}

import { addCalendarDays, addWorkingDays, localDate, type OfficeCalendar } from '../../complaint/deadlines/rules.ts'
import { Temporal } from '../../platform/time.ts'

const minute = 60_000
const opens = 8
const closes = 16
const wakes = 6
const sleeps = 22

/** The same moment spreads to the same minute each time, so that a demo is the same on every machine. */
function spread(at: Date, most: number): number {
  return Math.floor(at.getTime() / minute) % most
}

function atHour(day: Temporal.PlainDate, hour: number, minutes: number, timeZone: string): Date {
  const start = day.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) })
  return new Date(start.epochMilliseconds + minutes * minute)
}

function readHour(at: Date, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).hour
}

function findWorkingDay(from: Temporal.PlainDate, { holidays }: OfficeCalendar): Temporal.PlainDate {
  const found = addWorkingDays(addCalendarDays(from, -1), 1, holidays)
  return found.ok ? found.value : from
}

/** The moment itself while the office is open, else some time in the morning of its next working day. */
export function moveToOpenHours(at: Date, calendar: OfficeCalendar): Date {
  const { timeZone } = calendar
  const today = localDate(at, timeZone)
  const hour = readHour(at, timeZone)
  const day = findWorkingDay(hour < closes ? today : addCalendarDays(today, 1), calendar)
  return day.equals(today) && hour >= opens ? at : atHour(day, opens, spread(at, 210), timeZone)
}

/** The moment itself by day, else some time after people have got up. */
export function moveToWakingHours(at: Date, { timeZone }: OfficeCalendar): Date {
  const today = localDate(at, timeZone)
  const hour = readHour(at, timeZone)
  if (hour >= wakes && hour < sleeps) return at
  return atHour(hour < wakes ? today : addCalendarDays(today, 1), wakes, spread(at, 180), timeZone)
}

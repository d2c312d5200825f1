import type { Holidays } from './calendar.ts'
import type { OfficeHours, Window, WorkingCalendar } from './working-time.ts'

/** The place that decides how days are counted; `id` where the unit itself is known and may have hours and days of its own. */
export type Place = { readonly id?: string; readonly timeZone: string; readonly province: string | null }

type Day = {
  readonly day: string
  readonly province: string | null
  readonly officeId: string | null
  readonly windows: readonly Window[] | null
}

/** All that is known of days and hours. A value: after a change there is a new one. */
export type CalendarFacts = {
  readonly days: readonly Day[]
  readonly years: ReadonlySet<number>
  readonly hours: ReadonlyMap<string, OfficeHours>
}

function appliesTo({ id, province }: Place, day: Day): boolean {
  if (day.officeId !== null) return day.officeId === id
  return day.province === null || day.province === province
}

const nobodyWorks: OfficeHours = [[], [], [], [], []]

function compose(facts: CalendarFacts, place: Place): WorkingCalendar {
  const days = facts.days.filter((day) => appliesTo(place, day))
  const off = days.filter(({ windows }) => windows === null).map(({ day }) => day)
  const holidays: Holidays = { daysOff: new Set(off), years: facts.years }
  // A day that is off for the country stays so, whatever hours a province gave it.
  const short = days.flatMap(({ day, windows }) => (windows === null || holidays.daysOff.has(day) ? [] : [[day, windows] as const]))
  const hours = facts.hours.get(place.id ?? '') ?? facts.hours.get('') ?? nobodyWorks
  return { timeZone: place.timeZone, holidays, hours, shortDays: new Map(short) }
}

const composed = new WeakMap<CalendarFacts, Map<string, WorkingCalendar>>()

/** The calendar of a unit. Equal places share one, because what is reckoned from a calendar is kept with it. */
export function composeCalendar(facts: CalendarFacts, place: Place): WorkingCalendar {
  const isOwn = facts.hours.has(place.id ?? '') || facts.days.some(({ officeId }) => officeId !== null && officeId === place.id)
  const key = [place.timeZone, place.province ?? '', isOwn ? (place.id ?? '') : ''].join('|')
  const known = composed.get(facts) ?? new Map<string, WorkingCalendar>()
  composed.set(facts, known)
  const calendar = known.get(key) ?? compose(facts, place)
  known.set(key, calendar)
  return calendar
}

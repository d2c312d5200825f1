import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../../../platform/time.ts'
import table from '../data/holidays.json' with { type: 'json' }
import { addCalendarDays, addWorkingDays, countWorkingDays, endOfDay, type Holidays, localDate } from './calendar.ts'

const holidays: Holidays = { daysOff: new Set(table.days.map((day) => day.date)), years: new Set(table.years) }
const day = (text: string) => Temporal.PlainDate.from(text)
const addTo = (start: string, days: number, known = holidays) => {
  const due = addWorkingDays(day(start), days, known)
  return due.ok ? due.value.toString() : due.error
}

/** The same arithmetic day by day, as a person with a wall calendar would do it. */
function walk(start: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let date = start
  for (let left = days; left > 0; ) {
    date = date.add({ days: 1 })
    if (date.dayOfWeek < 6 && !holidays.daysOff.has(date.toString())) left -= 1
  }
  return date
}

/** The fixtures of the domain research, section 9: 1, 3, 5, 10, 14 and 60 working days after receipt. */
const spans = [1, 3, 5, 10, 14, 60]
const fixtures: readonly (readonly [received: string, ...due: string[]])[] = [
  ['2026-03-12', '2026-03-13', '2026-03-17', '2026-03-26', '2026-04-02', '2026-04-09', '2026-06-23'],
  ['2026-03-20', '2026-03-25', '2026-03-27', '2026-03-31', '2026-04-08', '2026-04-14', '2026-06-26'],
  ['2026-03-21', '2026-03-25', '2026-03-27', '2026-03-31', '2026-04-08', '2026-04-14', '2026-06-26'],
  ['2026-11-24', '2026-11-25', '2026-11-27', '2026-12-01', '2026-12-08', '2026-12-14', '2027-02-23'],
  ['2026-12-23', '2026-12-28', '2026-12-30', '2027-01-04', '2027-01-12', '2027-01-18', '2027-04-05'],
  ['2027-03-05', '2027-03-16', '2027-03-18', '2027-03-22', '2027-03-31', '2027-04-06', '2027-06-17'],
]
const cases = fixtures.flatMap(([received, ...dues]) => spans.map((days, i) => ({ received, days, due: dues[i] ?? '' })))
const zones = [
  { timeZone: 'Asia/Jakarta', offset: '+07:00' },
  { timeZone: 'Asia/Makassar', offset: '+08:00' },
  { timeZone: 'Asia/Jayapura', offset: '+09:00' },
]

describe('working days', () => {
  it.each(cases)('T1 C9 $received + $days working days = $due', ({ received, days, due }) => {
    expect(addTo(received, days)).toBe(due)
    expect(countWorkingDays(day(received), day(due), holidays)).toEqual({ ok: true, value: days })
  })

  it.each(zones.flatMap((zone) => cases.map((one) => ({ ...zone, ...one }))))(
    'T1 C9 $timeZone: received on $received, first and last minute, due at the end of $due ($days)',
    ({ timeZone, offset, received, days, due }) => {
      for (const time of ['00:00:00.000', '23:59:59.999']) {
        const start = localDate(new Date(`${received}T${time}${offset}`), timeZone)
        const date = addWorkingDays(start, days, holidays)
        expect(date.ok && endOfDay(date.value, timeZone).toISOString()).toBe(new Date(`${due}T23:59:59.999${offset}`).toISOString())
      }
    },
  )

  it('T1 C9 agrees with walking the calendar, for every day of the table and many spans', () => {
    for (let start = day('2025-01-01'); start.year < 2027; start = start.add({ days: 1 }))
      for (const days of [0, 1, 2, 5, 14, 60]) expect(addTo(start.toString(), days)).toBe(walk(start, days).toString())
  })

  it('C9 counts back what it added and never lands on a day off', () => {
    const start = fc.integer({ min: 0, max: 729 }).map((offset) => day('2025-01-01').add({ days: offset }))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 120 }), (from, days) => {
        const due = addWorkingDays(from, days, holidays)
        if (!due.ok) throw new Error(due.error)
        expect(due.value.dayOfWeek).toBeLessThan(6)
        expect(holidays.daysOff.has(due.value.toString())).toBe(false)
        expect(countWorkingDays(from, due.value, holidays)).toEqual({ ok: true, value: days })
        expect(countWorkingDays(due.value, from, holidays)).toEqual({ ok: true, value: -days })
      }),
      { numRuns: 500 },
    )
  })

  it('T1 C9 skips the whole Lebaran leave of each year', () => {
    expect(addTo('2025-03-27', 1)).toBe('2025-04-08')
    expect(addTo('2026-03-17', 1)).toBe('2026-03-25')
    expect(addTo('2027-03-05', 1)).toBe('2027-03-16')
  })

  it('C9 refuses a year unknown to the table anywhere in the span, instead of guessing', () => {
    expect(addTo('2027-12-31', 1)).toBe('calendar_year_unknown')
    expect(addTo('2027-12-30', 1)).toBe('2027-12-31')
    expect(addTo('2027-11-01', 60)).toBe('calendar_year_unknown')
    expect(addTo('2028-01-03', 1)).toBe('calendar_year_unknown')
    expect(addTo('2028-01-03', 0)).toBe('calendar_year_unknown')
    expect(addTo('2024-12-31', 1)).toBe('calendar_year_unknown')
    expect(countWorkingDays(day('2027-12-30'), day('2028-01-03'), holidays)).toEqual({ ok: false, error: 'calendar_year_unknown' })
    expect(countWorkingDays(day('2028-01-03'), day('2027-12-30'), holidays)).toEqual({ ok: false, error: 'calendar_year_unknown' })
  })

  it('C9 does not leap over an unknown year between known ones', () => {
    const gap: Holidays = { daysOff: holidays.daysOff, years: new Set([2027, 2025]) }
    expect(addTo('2025-12-30', 1, gap)).toBe('2025-12-31')
    expect(addTo('2025-12-30', 2, gap)).toBe('calendar_year_unknown')
    expect(countWorkingDays(day('2025-12-30'), day('2027-01-04'), gap)).toEqual({ ok: false, error: 'calendar_year_unknown' })
  })

  it('C9 counts a regional day off, and knows a year by its decree, not by a stray day', () => {
    const regional: Holidays = { daysOff: new Set([...holidays.daysOff, '2026-11-25', '2028-01-03']), years: holidays.years }
    expect(addTo('2026-11-24', 1, regional)).toBe('2026-11-26')
    expect(addTo('2028-01-03', 1, regional)).toBe('calendar_year_unknown')
  })

  it('counts nothing over a weekend and does not start inside one', () => {
    expect(countWorkingDays(day('2026-11-27'), day('2026-11-29'), holidays)).toEqual({ ok: true, value: 0 })
    expect(countWorkingDays(day('2026-11-24'), day('2026-11-24'), holidays)).toEqual({ ok: true, value: 0 })
    expect(addTo('2026-11-28', 1)).toBe('2026-11-30')
  })

  it.each([
    ['2026-03-25', -1, '2026-03-17'],
    ['2026-03-20', -1, '2026-03-17'],
    ['2027-01-04', -3, '2026-12-29'],
    ['2025-01-02', -1, 'calendar_year_unknown'],
  ])('counts back too: %s %i = %s', (start, days, due) => {
    expect(addTo(start, days)).toBe(due)
  })

  it.each([1.5, -1.5, Number.NaN, Infinity])('refuses to add %s days', (days) => {
    expect(addTo('2026-11-24', days)).toBe('calendar_year_unknown')
  })
})

describe('calendar days and zones', () => {
  it.each([
    ['2026-11-24', 14, '2026-12-08'],
    ['2026-12-23', 14, '2027-01-06'],
    ['2026-11-24', 60, '2027-01-23'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-20', 0, '2026-03-20'],
  ])('T1 %s + %i calendar days = %s', (start, days, due) => {
    expect(addCalendarDays(day(start), days).toString()).toBe(due)
    expect(addCalendarDays(day(start), days).equals(day(start).add({ days }))).toBe(true)
  })

  it('T1 one instant is another day in WIB, WITA and WIT', () => {
    const days = (text: string) => zones.map(({ timeZone }) => localDate(new Date(text), timeZone).toString())
    expect(days('2026-03-12T14:59:59.999Z')).toEqual(['2026-03-12', '2026-03-12', '2026-03-12'])
    expect(days('2026-03-12T15:00:00Z')).toEqual(['2026-03-12', '2026-03-12', '2026-03-13'])
    expect(days('2026-03-12T16:00:00Z')).toEqual(['2026-03-12', '2026-03-13', '2026-03-13'])
    expect(days('2026-12-31T17:00:00Z')).toEqual(['2027-01-01', '2027-01-01', '2027-01-01'])
  })

  it('T1 agrees with Temporal in any zone at any instant', () => {
    const zone = fc.constantFrom(
      'Asia/Jakarta',
      'Asia/Makassar',
      'Asia/Jayapura',
      'Asia/Riyadh',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
    )
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), zone, (at, timeZone) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
        expect(localDate(at, timeZone).toString()).toBe(expected.toString())
        const end = endOfDay(expected, timeZone)
        expect(end >= at).toBe(true)
        expect(localDate(end, timeZone).equals(expected)).toBe(true)
        expect(localDate(new Date(end.getTime() + 1), timeZone).equals(expected.add({ days: 1 }))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('hands out a end of day that nobody else can move', () => {
    endOfDay(day('2026-11-24'), 'Asia/Jakarta').setFullYear(1999)
    expect(endOfDay(day('2026-11-24'), 'Asia/Jakarta').toISOString()).toBe('2026-11-24T16:59:59.999Z')
  })

  it('a day of a mission abroad ends when its summer time says so', () => {
    expect(endOfDay(day('2026-10-25'), 'Europe/Berlin').toISOString()).toBe('2026-10-25T22:59:59.999Z')
    expect(endOfDay(day('2026-10-24'), 'Europe/Berlin').toISOString()).toBe('2026-10-24T21:59:59.999Z')
  })
})

describe('the shipped table of days off', () => {
  const of = (year: number, type: string) =>
    table.days.filter((one) => one.type === type && one.date.startsWith(String(year))).map((one) => one.date.slice(5))

  it.each([
    [2025, 'libur_nasional', '01-01 01-27 01-29 03-29 03-31 04-01 04-18 04-20 05-01 05-12 05-29 06-01 06-06 06-27 08-17 09-05 12-25'],
    [2025, 'cuti_bersama', '01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 08-18 12-26'],
    [2026, 'libur_nasional', '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25'],
    [2026, 'cuti_bersama', '02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24'],
    [2027, 'libur_nasional', '01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 06-06 08-15 08-17 12-25 12-26'],
    [2027, 'cuti_bersama', '02-05 03-09 03-12 03-15 03-25 05-18 05-19 12-24'],
  ])('C9 has the decreed days of %i, %s', (year, type, expected) => {
    expect(of(year, type)).toEqual(expected.split(' '))
  })

  it('has 79 real dates in order, each once, each year with its source', () => {
    const dates = table.days.map((one) => one.date)
    expect(dates).toHaveLength(79)
    expect(dates).toEqual([...new Set(dates)].sort())
    for (const date of dates) expect(day(date).toString()).toBe(date)
    expect(Object.keys(table.sources).map(Number)).toEqual(table.years)
  })
})

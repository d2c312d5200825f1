import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../data/holidays.json' with { type: 'json' }
import { extendDue, type Pause, pausedTime, shiftDue } from './pauses.ts'
import { addWorkingTime, type OfficeHours, type WorkingCalendar, workingTimeBetween } from './working-time.ts'
import fixtures from './working-time-cases.json' with { type: 'json' }

const whole = [{ from: 480, until: 960 }]
const hours: OfficeHours = [
  whole,
  whole,
  whole,
  whole,
  [
    { from: 480, until: 690 },
    { from: 780, until: 960 },
  ],
]
const holidays = { daysOff: new Set(table.days.map(({ date }) => date)), years: new Set(table.years) }
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
const offsets = { 'Asia/Jakarta': '+07:00', 'Asia/Makassar': '+08:00', 'Asia/Jayapura': '+09:00' } as const
const calendars = new Map<string, WorkingCalendar>(zones.map((timeZone) => [timeZone, { timeZone, holidays, hours }]))
const jakarta: WorkingCalendar = { timeZone: 'Asia/Jakarta', holidays, hours }
const at = (text: string) => new Date(`${text}+07:00`)
const minute = 60_000
const value = <T>(result: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

/** The same arithmetic as somebody would do it with a wall clock: minute by minute. */
function isWorking(instant: number, { timeZone }: WorkingCalendar): boolean {
  const wall = new Date(instant + Number(offsets[timeZone as (typeof zones)[number]].slice(1, 3)) * 3_600_000)
  const windows = holidays.daysOff.has(wall.toISOString().slice(0, 10)) ? [] : (hours[wall.getUTCDay() - 1] ?? [])
  const now = wall.getUTCHours() * 60 + wall.getUTCMinutes()
  return windows.some(({ from, until }) => now >= from && now < until)
}
function walk(from: number, to: number, calendar: WorkingCalendar): number {
  let minutes = 0
  for (let instant = from; instant < to; instant += minute) if (isWorking(instant, calendar)) minutes += 1
  return minutes
}

describe('working time', () => {
  it.each(fixtures.cases as [string, string, number, string][])(
    'T1 %s: %s and %i working minutes is %s',
    (timeZone, start, minutes, end) => {
      const calendar = calendars.get(timeZone) ?? jakarta
      const offset = offsets[timeZone as (typeof zones)[number]]
      const from = new Date(`${start}:00${offset}`)
      expect(value(addWorkingTime(from, minutes * minute, calendar)).toISOString()).toBe(new Date(`${end}:00${offset}`).toISOString())
      expect(value(workingTimeBetween(from, new Date(`${end}:00${offset}`), calendar))).toBe(minutes * minute)
    },
  )

  it('T1: there are 500 cases, of all three zones', () => {
    expect(fixtures.cases.length).toBe(500)
    expect(new Set(fixtures.cases.map(([zone]) => zone)).size).toBe(3)
  })

  it('T1: on Friday nobody works through the prayer', () => {
    expect(value(addWorkingTime(at('2026-11-27T11:29:00'), 2 * minute, jakarta))).toEqual(at('2026-11-27T13:01:00'))
    expect(value(workingTimeBetween(at('2026-11-27T11:30:00'), at('2026-11-27T13:00:00'), jakarta))).toBe(0)
  })

  it('T1: a year that nobody decreed is refused, on either side', () => {
    expect(addWorkingTime(at('2027-12-30T08:00:00'), 30 * 480 * minute, jakarta)).toEqual({ ok: false, error: 'calendar_year_unknown' })
    expect(addWorkingTime(at('2024-12-30T08:00:00'), minute, jakarta)).toEqual({ ok: false, error: 'calendar_year_unknown' })
    expect(workingTimeBetween(at('2027-12-30T08:00:00'), at('2028-01-03T08:00:00'), jakarta).ok).toBe(false)
    const gap = { ...jakarta, holidays: { ...holidays, years: new Set([2025, 2027]) } }
    expect(workingTimeBetween(at('2025-12-30T08:00:00'), at('2027-01-04T09:00:00'), gap).ok).toBe(false)
  })

  it('C9: a half day has its own windows', () => {
    const short = { ...jakarta, shortDays: new Map([['2026-12-31', [{ from: 480, until: 720 }]]]) }
    expect(value(workingTimeBetween(at('2026-12-31T00:00:00'), at('2026-12-31T23:59:00'), short))).toBe(240 * minute)
    expect(value(addWorkingTime(at('2026-12-31T11:00:00'), 120 * minute, short))).toEqual(at('2027-01-04T09:00:00'))
  })

  it('T1: agrees with walking the wall clock minute by minute', () => {
    const span = fc.record({
      zone: fc.constantFrom(...zones),
      start: fc.integer({ min: Date.UTC(2025, 1, 1) / minute, max: Date.UTC(2027, 9, 1) / minute }),
      length: fc.integer({ min: 0, max: 12 * 1_440 }),
    })
    fc.assert(
      fc.property(span, ({ zone, start, length }) => {
        const calendar = calendars.get(zone) ?? jakarta
        const [from, to] = [start * minute, (start + length) * minute]
        expect(value(workingTimeBetween(new Date(from), new Date(to), calendar))).toBe(walk(from, to, calendar) * minute)
      }),
      { numRuns: 60 },
    )
  })
})

describe('pauses', () => {
  const due = at('2026-06-23T23:59:59.999')
  const pauseAt = (from: string, until: string | null, latest: string): Pause => ({
    from: at(from),
    until: until === null ? null : at(until),
    latest: at(latest),
  })

  it('C8: without a pause of working time the date stays the very instant it was', () => {
    expect(value(shiftDue(due, [], jakarta))).toEqual(due)
    const weekend = pauseAt('2026-06-06T08:00:00', '2026-06-07T20:00:00', '2026-07-06T00:00:00')
    expect(value(shiftDue(due, [weekend], jakarta))).toEqual(due)
  })

  it('C8: while it stands still the date shown is the latest possible one, and the reply makes it earlier', () => {
    const open = pauseAt('2026-06-08T09:00:00', null, '2026-06-10T09:00:00')
    expect(value(shiftDue(due, [open], jakarta))).toEqual(at('2026-06-25T16:00:00'))
    const replied = { ...open, until: at('2026-06-08T10:30:00') }
    expect(value(shiftDue(due, [replied], jakarta))).toEqual(at('2026-06-24T09:30:00'))
  })

  it('C8: never later than the longest pause allows', () => {
    const late = pauseAt('2026-06-08T09:00:00', '2026-09-01T09:00:00', '2026-06-10T09:00:00')
    expect(value(shiftDue(due, [late], jakarta))).toEqual(at('2026-06-25T16:00:00'))
  })

  it('C8 T3: 1,000 random sequences: due = due without pauses + exactly the working time that stood still, counted minute by minute', () => {
    const gap = fc.record({ run: fc.integer({ min: 0, max: 2_000 }), stand: fc.integer({ min: 0, max: 2_500 }) })
    const sequence = fc.record({
      zone: fc.constantFrom(...zones),
      start: fc.integer({ min: Date.UTC(2025, 2, 1) / minute, max: Date.UTC(2026, 11, 1) / minute }),
      gaps: fc.array(gap, { minLength: 1, maxLength: 4 }),
      longest: fc.integer({ min: 60, max: 3_000 }),
    })
    fc.assert(
      fc.property(sequence, ({ zone, start, gaps, longest }) => {
        const calendar = calendars.get(zone) ?? jakarta
        const unpaused = value(addWorkingTime(new Date(start * minute), 14 * 480 * minute, calendar))
        let now = start
        let stood = 0
        const pauses = gaps.map(({ run, stand }): Pause => {
          const from = now + run
          now = from + stand
          stood += walk(from * minute, (from + Math.min(stand, longest)) * minute, calendar)
          return { from: new Date(from * minute), until: new Date(now * minute), latest: new Date((from + longest) * minute) }
        })
        const shifted = value(shiftDue(unpaused, pauses, calendar))
        expect(value(pausedTime(pauses, calendar))).toBe(stood * minute)
        expect(walk(unpaused.getTime(), shifted.getTime(), calendar)).toBe(stood)
        // The order in which they are told does not matter, nor telling one twice.
        expect(value(shiftDue(unpaused, [...pauses].reverse().concat(pauses), calendar))).toEqual(shifted)
      }),
      { numRuns: 1_000 },
    )
  }, 120_000)

  it('C9: an extension is never earlier, and not without end', () => {
    const latest = at('2026-09-01T00:00:00')
    expect(extendDue(due, due, latest)).toEqual({ ok: false, error: 'not_later' })
    expect(extendDue(due, at('2026-06-22T12:00:00'), latest)).toEqual({ ok: false, error: 'not_later' })
    expect(extendDue(due, at('2026-07-01T12:00:00'), latest)).toEqual({ ok: true, value: at('2026-07-01T12:00:00') })
    expect(extendDue(due, at('2026-10-01T12:00:00'), latest)).toEqual({ ok: false, error: 'beyond_longest' })
  })
})

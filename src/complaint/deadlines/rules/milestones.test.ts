import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../data/holidays.json' with { type: 'json' }
import hours from '../data/hours.json' with { type: 'json' }
import { followMilestone, isEscalation, type Milestone, milestones, planMilestone, type WatchedClock } from './milestones.ts'
import { nextWorkingMoment, type OfficeHours, type WorkingCalendar, workingTimeBetween } from './working-time.ts'

const calendar: WorkingCalendar = {
  timeZone: 'Asia/Jakarta',
  holidays: { daysOff: new Set(table.days.map(({ date }) => date)), years: new Set(table.years) },
  hours: hours.windows as unknown as OfficeHours,
}
const at = (text: string) => new Date(`${text}+07:00`)
const clock = (change: Partial<WatchedClock> = {}): WatchedClock => {
  const dueAt = at('2026-12-14T23:59:59.999')
  return { unit: 'wd', startedAt: at('2026-11-24T07:30:00'), dueAt, plannedAt: dueAt, ...change }
}

/** All that is told of one clock, each at its moment. */
function walk(watched: WatchedClock, from: Date): readonly [Milestone, string][] {
  const told: [Milestone, string][] = []
  let next = planMilestone(watched, from, calendar)
  while (next !== null) {
    told.push([next.milestone, next.at.toISOString()])
    next = followMilestone(next.milestone, watched, next.at < from ? from : next.at, calendar)
  }
  return told
}

describe('T5 what a clock passes', () => {
  it('is half, three quarters, nine tenths, the end, then level after level, each once and in its order', () => {
    const told = walk(clock(), at('2026-11-24T08:00:00'))
    expect(told.map(([milestone]) => milestone)).toEqual([...milestones])
    const times = told.map(([, time]) => time)
    expect(times).toEqual([...times].sort())
    // 14 days and the rest of the first: 15 working days of 7.5 hours from the morning of the 24th.
    expect(told[0]?.[1]).toBe(at('2026-12-03T11:15:00').toISOString())
    expect(told[3]?.[1]).toBe(at('2026-12-15T07:30:00').toISOString())
    expect(told[4]?.[1]).toBe(at('2026-12-15T16:00:00').toISOString())
  })

  it('T2 is told in working hours alone, whatever the unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('wd', 'cd', 'h'),
        fc.integer({ min: 0, max: 300 * 24 * 60 * 60_000 }),
        fc.integer({ min: 1, max: 60 * 24 * 60 * 60_000 }),
        (unit, start, length) => {
          const startedAt = new Date(at('2026-01-02T00:00:00').getTime() + start)
          const dueAt = new Date(startedAt.getTime() + length)
          const told = walk({ unit, startedAt, dueAt, plannedAt: dueAt }, startedAt)
          for (const [, time] of told) {
            const moment = new Date(time)
            // Closing time belongs to the day that was worked.
            const before = nextWorkingMoment(new Date(moment.getTime() - 1), calendar)
            expect(before.ok && before.value <= moment).toBe(true)
          }
          expect(new Set(told.map(([milestone]) => milestone)).size).toBe(told.length)
          expect(told.filter(([milestone]) => isEscalation(milestone)).map(([milestone]) => milestone)).toEqual([
            'breach',
            'regional',
            'directorate',
          ])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('C8 leaves out what stood still: half of the time is left when half is told', () => {
    const dueAt = at('2026-12-18T10:00:00')
    const moved = walk(clock({ dueAt }), at('2026-11-24T08:00:00'))[0]?.[1] ?? ''
    const whole = workingTimeBetween(clock().startedAt, clock().plannedAt, calendar)
    const left = workingTimeBetween(new Date(moved), dueAt, calendar)
    expect(whole.ok && left.ok && Math.abs(left.value - whole.value / 2) < 2).toBe(true)
  })

  it('C10 tells at once of an end that lies far behind, and of nothing before it', () => {
    const told = walk(clock(), at('2027-01-20T10:00:00'))
    expect(told.map(([milestone]) => milestone)).toEqual(['breach', 'regional', 'directorate'])
    expect(told[1]?.[1]).toBe(at('2027-01-21T10:00:00').toISOString())
  })

  it('C9 plans nothing where the calendar does not reach', () => {
    const dueAt = at('2029-12-18T10:00:00')
    expect(
      planMilestone(clock({ startedAt: at('2029-11-18T10:00:00'), dueAt, plannedAt: dueAt }), at('2029-11-19T10:00:00'), calendar),
    ).toBeNull()
  })
})

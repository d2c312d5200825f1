import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OfficeCalendar, urgency } from '../../deadlines/rules.ts'
import { dueFilters, findDueWindow, viewDue } from './due.ts'

/** Joint leave and a year's end lie in it, and a weekend before each. */
const calendar: OfficeCalendar = {
  timeZone: 'Asia/Makassar',
  holidays: { daysOff: new Set(['2026-12-24', '2026-12-25', '2027-01-01']), years: new Set([2026, 2027]) },
}
const start = Date.parse('2026-11-20T00:00:00Z')
const moment = fc.integer({ min: 0, max: 50 * 24 * 60 }).map((minutes) => new Date(start + minutes * 60_000))

describe('dues a list is narrowed to', () => {
  it.each(dueFilters)('N1 the window of %s holds exactly the due times that are shown so', (filter) => {
    fc.assert(
      fc.property(moment, moment, (now, dueAt) => {
        const { after, until } = findDueWindow(filter, now, calendar)
        const inside = (after === null || dueAt > after) && (until === null || dueAt <= until)
        expect(inside).toBe(urgency(dueAt, now, calendar) === filter)
      }),
      { numRuns: 3000 },
    )
  })

  it('where the calendar ends, soon is two calendar days', () => {
    const unknown = { ...calendar, holidays: { ...calendar.holidays, years: new Set([2026]) } }
    const now = new Date('2026-12-30T02:00:00Z')
    expect(findDueWindow('soon', now, unknown).until?.toISOString()).toBe('2027-01-01T15:59:59.999Z')
  })
})

describe('a due time on the screen', () => {
  const now = new Date('2026-11-24T03:00:00Z')
  const dueAt = new Date('2026-11-20T15:59:59.999Z')

  it('counts working days late and left', () => {
    expect(viewDue({ state: 'assigned', dueAt, answeredAt: null }, now, calendar)).toEqual({ state: 'late', due: dueAt, days: 2 })
    const friday = new Date('2026-11-27T15:59:59.999Z')
    expect(viewDue({ state: 'assigned', dueAt: friday, answeredAt: null }, now, calendar)).toEqual({ state: 'later', due: friday, days: 3 })
  })

  it('praises an answer in time, and nothing else of what is over', () => {
    expect(viewDue({ state: 'answered', dueAt, answeredAt: new Date('2026-11-19T03:00:00Z') }, now, calendar)).toEqual({
      state: 'met',
      due: dueAt,
    })
    expect(viewDue({ state: 'closed', dueAt, answeredAt: now }, now, calendar)).toBeNull()
    expect(viewDue({ state: 'archived', dueAt, answeredAt: null }, now, calendar)).toBeNull()
  })
})

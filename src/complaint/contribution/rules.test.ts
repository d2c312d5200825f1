import { describe, expect, test } from 'vitest'
import { decideNews, findPassProblem, planDue, suggestDays } from './rules.ts'

const timeZone = 'Asia/Jakarta'
const calendar = { timeZone, holidays: { daysOff: new Set<string>(), years: new Set([2026]) } } as unknown as Parameters<
  typeof planDue
>[0]['calendar']
// A Thursday.
const now = new Date('2026-11-05T03:00:00Z')
const owedAt = new Date('2026-11-10T16:59:59.999Z')

describe('until when another unit answers', () => {
  test('the end of a working day, over a weekend', () => {
    const due = planDue({ days: 2, now, owedAt, calendar })
    expect(due.ok && due.value.toISOString().slice(0, 10)).toBe('2026-11-09')
  })

  test('never after the answer is owed', () => {
    expect(planDue({ days: 3, now, owedAt, calendar }).ok).toBe(true)
    expect(planDue({ days: 4, now, owedAt, calendar })).toEqual({ ok: false, error: 'due_after_ticket' })
  })

  test('of a ticket that is late already only today is left', () => {
    const late = new Date('2026-11-01T16:59:59.999Z')
    expect(planDue({ days: 0, now, owedAt: late, calendar }).ok).toBe(true)
    expect(planDue({ days: 1, now, owedAt: late, calendar }).ok).toBe(false)
    expect(suggestDays({ now, owedAt: late, calendar })).toBe(0)
    expect(suggestDays({ now, owedAt, calendar })).toBe(3)
  })
})

test('what is told: a day before, and when it is late', () => {
  const dueAt = new Date('2026-11-10T10:00:00Z')
  expect(decideNews({ dueAt, warnedAt: null }, new Date('2026-11-09T09:59:00Z'))).toBeNull()
  expect(decideNews({ dueAt, warnedAt: null }, new Date('2026-11-09T10:00:00Z'))).toBe('soon')
  expect(decideNews({ dueAt, warnedAt: now }, new Date('2026-11-10T09:59:00Z'))).toBeNull()
  expect(decideNews({ dueAt, warnedAt: now }, dueAt)).toBe('late')
})

test('a request is passed on once, and not back', () => {
  expect(findPassProblem({ officeId: 'a', passedFrom: null }, 'own', 'b')).toBeNull()
  expect(findPassProblem({ officeId: 'a', passedFrom: null }, 'own', 'own')).toBe('office_same')
  expect(findPassProblem({ officeId: 'a', passedFrom: null }, 'own', 'a')).toBe('office_same')
  expect(findPassProblem({ officeId: 'a', passedFrom: 'c' }, 'own', 'b')).toBe('passed_before')
})

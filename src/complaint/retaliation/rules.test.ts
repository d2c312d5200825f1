import { describe, expect, test } from 'vitest'
import { hasEnded, isRetaliation, planDays } from './rules.ts'

describe('C23: the watch after a complaint about staff', () => {
  test('asks on the 30th and 90th day after the end', () => {
    expect(planDays(new Date('2026-01-31T10:00:00Z')).map(({ days, askAt }) => [days, askAt.toISOString()])).toEqual([
      [30, '2026-03-02T10:00:00.000Z'],
      [90, '2026-05-01T10:00:00.000Z'],
    ])
  })

  test.each([
    ['same', 'no', false],
    ['no_contact', 'no', false],
    ['worse', 'no', true],
    ['same', 'yes', true],
    ['no_contact', 'yes', true],
  ] as const)('treated %s and pressed %s is retaliation: %s', (treated, pressed, is) => {
    expect(isRetaliation({ treated, pressed })).toBe(is)
  })

  test('counts from every end, also from a withdrawal, and from no state in between', () => {
    expect((['closed', 'withdrawn', 'archived'] as const).every(hasEnded)).toBe(true)
    expect((['answered', 'investigating', 'merged', 'transferred'] as const).some(hasEnded)).toBe(false)
  })
})

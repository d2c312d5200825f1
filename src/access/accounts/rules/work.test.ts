import { expect, test } from 'vitest'
import { readDay } from '../../../platform/time.ts'
import { findAbsenceProblem } from './work.ts'

test.each([
  ['1', '12', '2026', '2026-12-01'],
  ['29', '2', '2028', '2028-02-29'],
  ['31', '2', '2026', null],
  ['0', '1', '2026', null],
  ['x', '1', '2026', null],
  ['1', '1', '26', null],
])('%s/%s/%s is %s', (day, month, year, expected) => {
  expect(readDay({ day, month, year })).toBe(expected)
})

test.each([
  ['2026-12-01', '2026-12-01', null],
  ['2026-11-01', '2026-11-24', null],
  ['2026-12-02', '2026-12-01', 'absence_reversed'],
  ['2026-11-01', '2026-11-23', 'absence_past'],
  ['2026-12-01', '2029-12-01', 'absence_too_long'],
])('away from %s until %s: %s', (from, until, problem) => {
  expect(findAbsenceProblem({ from, until }, '2026-11-24')).toBe(problem)
})

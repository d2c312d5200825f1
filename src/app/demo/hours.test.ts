import { expect, it } from 'vitest'
import { moveToOpenHours, moveToWakingHours } from './hours.ts'

/** Thursday 19 November 2026 off, as an example; the 20th is a Friday. */
const calendar = { timeZone: 'Asia/Makassar', holidays: { daysOff: new Set(['2026-11-19']), years: new Set([2026]) } }
const local = (text: string): Date => new Date(`${text}+08:00`)
const dayAndHour = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 13)

it.each([
  ['2026-11-17T10:20', /^2026-11-17T10/],
  ['2026-11-17T03:00', /^2026-11-17T(08|09|10|11)/],
  ['2026-11-17T16:00', /^2026-11-18T(08|09|10|11)/],
  ['2026-11-18T22:00', /^2026-11-20T(08|09|10|11)/],
  ['2026-11-21T12:00', /^2026-11-23T(08|09|10|11)/],
])('officers act while the office is open: %s', (at, expected) => {
  const moved = moveToOpenHours(local(at), calendar)
  expect(dayAndHour(moved)).toMatch(expected)
  expect(moved >= local(at)).toBe(true)
})

it.each([
  ['2026-11-21T12:00', /^2026-11-21T12/],
  ['2026-11-21T03:00', /^2026-11-21T(06|07|08)/],
  ['2026-11-21T23:30', /^2026-11-22T(06|07|08)/],
])('people write by day: %s', (at, expected) => {
  expect(dayAndHour(moveToWakingHours(local(at), calendar))).toMatch(expected)
})

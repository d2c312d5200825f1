import { expect, test } from 'vitest'
import { findOffset } from './time.ts'

const hour = 3_600_000

test.each([
  ['2026-11-24T23:30:00Z', 'Asia/Jakarta', 7],
  ['2026-11-24T00:00:00Z', 'Asia/Jayapura', 9],
  // The night in which the clock of a zone is put back, before and after it, asked in this order and again.
  ['2026-10-25T00:30:00Z', 'Europe/Berlin', 2],
  ['2026-10-25T01:30:00Z', 'Europe/Berlin', 1],
  ['2026-10-25T00:59:59Z', 'Europe/Berlin', 2],
  ['2026-10-24T12:00:00Z', 'Europe/Berlin', 2],
  ['2026-10-26T12:00:00Z', 'Europe/Berlin', 1],
])('T1: at %s the wall of %s is %d hours ahead', (at, zone, hours) => {
  expect(findOffset(Date.parse(at), zone)).toBe(hours * hour)
})

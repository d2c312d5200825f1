import { describe, expect, it } from 'vitest'
import { findEarlierReceipt, findStart } from './starts.ts'

const day = (date: number) => new Date(Date.UTC(2026, 10, date, 3))
const clock = (ruleId: string, started: number, stopped?: number) => ({
  ruleId,
  startedAt: day(started),
  stoppedAt: stopped === undefined ? null : day(stopped),
})

describe('T3 from when a time counts', () => {
  it('is the receipt, also for the answer', () => {
    const clocks = [clock('LAPOR-VERIFY', 24), clock('CLASS-INFO', 24)]
    expect(findStart(clocks, day(24))).toEqual({ receivedAt: day(24), answerFrom: day(24) })
    expect(findStart([], day(24))).toEqual({ receivedAt: day(24), answerFrom: day(24) })
  })

  it('is for the answer the reopening, and stays the receipt for the rest', () => {
    const clocks = [clock('LAPOR-VERIFY', 2), clock('CLASS-INFO', 20), clock('UU25-DECIDE', 20), clock('CLASS-INFO', 2, 20)]
    expect(findStart(clocks, day(2))).toEqual({ receivedAt: day(2), answerFrom: day(20) })
  })

  it('is after another class still the receipt: what was stopped counts no more', () => {
    const clocks = [clock('CLASS-NON-OVERSIGHT', 2), clock('CLASS-INFO', 2, 9)]
    expect(findStart(clocks, day(2))).toEqual({ receivedAt: day(2), answerFrom: day(2) })
  })

  it('is for a letter the day on which it came, told only where that was another day than the one of putting it down', () => {
    const clocks = [clock('CLASS-INFO', 20)]
    expect(findStart(clocks, day(24)).receivedAt).toEqual(day(20))
    expect(findEarlierReceipt(clocks, day(24), 'Asia/Jakarta')).toEqual(day(20))
    expect(findEarlierReceipt(clocks, day(20), 'Asia/Jakarta')).toBeNull()
  })
})

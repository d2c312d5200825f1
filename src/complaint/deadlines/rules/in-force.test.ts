import { describe, expect, it } from 'vitest'
import { rulesInForce } from './in-force.ts'

const version = (id: string, number: number, validFrom: string) => ({ id, version: number, validFrom })

describe('which version of a rule counts', () => {
  const first = version('CLASS-INFO', 1, '2025-01-01')
  const second = version('CLASS-INFO', 2, '2027-01-01')
  const later = version('LAPOR-VERIFY', 1, '2028-01-01')

  it('is the latest that is valid on the day, in whatever order they are known', () => {
    expect(rulesInForce([second, first, later], '2026-12-31')).toEqual([first])
    expect(rulesInForce([second, first, later], '2027-01-01')).toEqual([second])
    expect(rulesInForce([first, second, later], '2028-01-01')).toEqual([second, later])
  })

  it('is the higher number where two are valid from the same day: the later one corrects the earlier', () => {
    const corrected = version('CLASS-INFO', 3, '2027-01-01')
    expect(rulesInForce([corrected, second, first], '2027-06-01')).toEqual([corrected])
  })

  it('is none before the first is valid', () => {
    expect(rulesInForce([first], '2024-12-31')).toEqual([])
  })
})

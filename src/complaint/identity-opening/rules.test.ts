import { describe, expect, test } from 'vitest'
import { canBeOpened, findAskProblem, findDecideProblem, findRight, findStage, isStanding, isTooShort, planEnd } from './rules.ts'

const now = new Date('2026-11-05T03:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const asked = { askedBy: 'rani', state: 'asked', byCompliance: false, expiresAt: null } as const
const approved = { ...asked, state: 'approved', expiresAt: planEnd(now) } as const
const rani = { officerId: 'rani', shielded: false, now }

describe('A5: who can open an identity, and until when', () => {
  test('only behind an anonymous report that is still owed an answer', () => {
    const report = { anonymous: true, unidentified: false, owed: true }
    expect(canBeOpened(report)).toBe(true)
    for (const other of [{ anonymous: false }, { unidentified: true }, { owed: false }])
      expect(canBeOpened({ ...report, ...other })).toBe(false)
  })

  test('an approval stands for 24 hours, to the millisecond, for who asked and nobody else', () => {
    expect(isStanding(approved, rani)).toBe(true)
    expect(isStanding(approved, { ...rani, now: new Date(later(24).getTime() - 1) })).toBe(true)
    expect(isStanding(approved, { ...rani, now: later(24) })).toBe(false)
    expect(findStage(approved, later(24))).toBe('expired')
    expect(isStanding(approved, { ...rani, officerId: 'sari' })).toBe(false)
    for (const state of ['asked', 'refused', 'ended'] as const) expect(isStanding({ ...approved, state }, rani)).toBe(false)
  })

  test('what was allowed before the report came to be about staff is allowed no more', () => {
    expect(isStanding(approved, { ...rani, shielded: true })).toBe(false)
    expect(isStanding({ ...approved, byCompliance: true }, { ...rani, shielded: true })).toBe(true)
    expect(findRight('ask', false)).toBe('identity.ask')
    expect(findRight('approve', false)).toBe('identity.approve')
    for (const part of ['ask', 'approve'] as const) expect(findRight(part, true)).toBe('identity.shielded')
  })

  test('nobody decides on what they asked for, and nothing is decided twice', () => {
    const by = { officerId: 'sari', shielded: false }
    expect(findDecideProblem(asked, 'approved', by)).toBeNull()
    expect(findDecideProblem(asked, 'approved', { ...by, officerId: 'rani' })).toBe('own_request')
    for (const state of ['approved', 'refused', 'ended'] as const)
      expect(findDecideProblem({ ...asked, state }, 'refused', by)).toBe('decided_already')
    expect(findDecideProblem(asked, 'approved', { ...by, shielded: true })).toBe('shielded_since')
    expect(findDecideProblem(asked, 'refused', { ...by, shielded: true })).toBeNull()
  })

  test('a reason has at least twenty signs', () => {
    expect(isTooShort('x'.repeat(20))).toBe(false)
    expect(isTooShort(`${' '.repeat(9)}${'x'.repeat(19)}${' '.repeat(9)}`)).toBe(true)
    expect(isTooShort('😀'.repeat(19))).toBe(true)
  })

  test('one question at a time, and none for what is open', () => {
    expect(findAskProblem([], rani)).toBeNull()
    expect(findAskProblem([asked], rani)).toBe('asked_already')
    expect(findAskProblem([{ ...asked, askedBy: 'sari' }], rani)).toBeNull()
    expect(findAskProblem([approved], rani)).toBe('open_already')
    expect(findAskProblem([approved], { ...rani, now: later(25) })).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { dueOn, findActionProblem, findDoneProblem, findVerifyProblem, needsCause, readStanding } from '../rules.ts'

const at = new Date('2026-11-24T03:00:00Z')
const open = { ownerId: 'owner', dueOn: '2026-12-01', doneAt: null, verifiedAt: null }
const done = { ...open, doneAt: at }
const verified = { ...done, verifiedAt: at }

describe('an action', () => {
  it('C22 has something to change, an owner and a day', () => {
    expect(findActionProblem({ words: ' ', ownerId: 'owner', days: 7 })).toBe('action_missing')
    expect(findActionProblem({ words: 'Papan diganti.', ownerId: '', days: 7 })).toBe('owner_missing')
    expect(findActionProblem({ words: 'Papan diganti.', ownerId: 'owner', days: null })).toBe('due_missing')
    expect(findActionProblem({ words: 'Papan diganti.', ownerId: 'owner', days: 7 })).toBeNull()
    expect(dueOn('2026-12-28', 7)).toBe('2027-01-04')
  })

  it.each([
    ['open', open, '2026-12-01'],
    ['late', open, '2026-12-02'],
    ['done', done, '2026-12-02'],
    ['verified', verified, '2026-12-02'],
  ] as const)('C22 is %s', (standing, facts, today) => {
    expect(readStanding(facts, today)).toBe(standing)
  })

  it('C22 is said to be done by its owner alone, once and in words', () => {
    expect(findDoneProblem(open, 'other', 'Selesai.')).toBe('not_owner')
    expect(findDoneProblem(done, 'owner', 'Selesai.')).toBe('done_already')
    expect(findDoneProblem(open, 'owner', ' ')).toBe('words_missing')
    expect(findDoneProblem(open, 'owner', 'Selesai.')).toBeNull()
  })

  it('C22 is verified with evidence by somebody else', () => {
    expect(findVerifyProblem(done, 'owner', 'Dilihat.')).toBe('own_action')
    expect(findVerifyProblem(open, 'other', 'Dilihat.')).toBe('not_done')
    expect(findVerifyProblem(verified, 'other', 'Dilihat.')).toBe('verified_already')
    expect(findVerifyProblem(done, 'other', '')).toBe('evidence_missing')
    expect(findVerifyProblem(done, 'other', 'Dilihat.')).toBeNull()
  })
})

describe('a cause', () => {
  it.each([
    [true, false, true],
    [true, true, false],
    [false, false, false],
  ])('R49: where it keeps coming (%s) and was found (%s) is missing: %s', (isRepeated, isFound, expected) => {
    expect(needsCause({ isRepeated, isFound })).toBe(expected)
  })
})

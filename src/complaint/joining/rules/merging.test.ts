import { describe, expect, it } from 'vitest'
import { ticketStates } from '../../record/rules.ts'
import { findMergeProblem, type MergeFacts, mayUndo, readNumbers, restore, standIn } from '../rules.ts'

const survivor: MergeFacts = { id: 'b', state: 'investigating', officeId: 'here', restricted: false }
const ticket: MergeFacts = { ...survivor, id: 'a', state: 'submitted' }
const inHand = ['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating']

describe('K3 C19 what can be merged', () => {
  it.each(ticketStates)('only tickets in hand, into one in hand: %s', (state) => {
    const expected = inHand.includes(state) ? null : 'not_in_hand'
    expect(findMergeProblem({ ...ticket, state }, survivor)).toBe(expected)
    expect(findMergeProblem(ticket, { ...survivor, state })).toBe(expected)
  })

  it('none into itself, across units, or where not everybody may see both', () => {
    expect(findMergeProblem(survivor, survivor)).toBe('same_ticket')
    expect(findMergeProblem({ ...ticket, officeId: 'there' }, survivor)).toBe('other_unit')
    expect(findMergeProblem({ ...ticket, restricted: true }, survivor)).toBe('restricted')
    expect(findMergeProblem(ticket, { ...survivor, restricted: true })).toBe('restricted')
  })
})

describe('K3 the way back', () => {
  const at = new Date('2026-11-24T03:00:00Z')
  it('is open for 24 hours to the millisecond', () => {
    expect(mayUndo(at, new Date(at.getTime() + 24 * 3_600_000))).toBe(true)
    expect(mayUndo(at, new Date(at.getTime() + 24 * 3_600_000 + 1))).toBe(false)
  })

  it('leads to where it stood, past a question that was replied to meanwhile', () => {
    const asked = { state: 'waiting_complainant', assigneeId: 'o', resumeState: 'investigating' } as const
    expect(restore(asked, false)).toEqual(asked)
    expect(restore(asked, true)).toEqual({ state: 'investigating', assigneeId: 'o', resumeState: null })
    expect(restore({ ...asked, resumeState: null }, true)).toEqual({ state: 'checking', assigneeId: 'o', resumeState: null })
    const begun = { state: 'investigating', assigneeId: 'o', resumeState: null } as const
    expect(restore(begun, true)).toEqual(begun)
  })
})

it.each(ticketStates)('C19 what a survivor in %s tells others is that it is looked at or worked on, and no more', (state) => {
  expect(standIn(state)).toBe(state === 'submitted' || state === 'checking' ? 'checking' : 'investigating')
})

it('reads numbers as people list them, each once', () => {
  expect(readNumbers(' 26-1 \n\n26-2, 26-3;26-1\r\n')).toEqual(['26-1', '26-2', '26-3'])
  expect(readNumbers(' \n')).toEqual([])
})

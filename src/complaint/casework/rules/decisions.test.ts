import { describe, expect, it } from 'vitest'
import type { TicketEvent } from '../../record/events.ts'
import { findKept, viewClock } from './clocks.ts'
import { changesUnit, findTransferProblem, isEarlier, isSameClassing, needsWords, readPlace } from './decisions.ts'
import { measureReadability } from './readability.ts'

describe('moving a ticket to another unit', () => {
  const ticket = { officeId: 'here', concernedOfficeId: 'there', conduct: false }

  it('goes anywhere but where it is and where nobody works', () => {
    expect(findTransferProblem(ticket, { id: 'there', active: true })).toBeNull()
    expect(findTransferProblem(ticket, { id: 'here', active: true })).toBe('same_office')
    expect(findTransferProblem(ticket, { id: 'elsewhere', active: false })).toBe('office_inactive')
  })

  it('A4 an allegation against staff never goes to the unit complained of', () => {
    expect(findTransferProblem({ ...ticket, conduct: true }, { id: 'there', active: true })).toBe('office_concerned')
    expect(findTransferProblem({ ...ticket, conduct: true }, { id: 'elsewhere', active: true })).toBeNull()
  })

  it('A4 a conduct case is known by kind and category, and changes the unit when it becomes or ceases to be one', () => {
    const standing = { officeId: 'there', category: 'SVC.01' }
    const manner = readPlace({ kind: 'complaint', concernedOfficeId: 'there', standing })
    expect(manner).toEqual({ officeId: 'there', concernedOfficeId: 'there', conduct: true })
    expect(readPlace({ kind: 'compliment', concernedOfficeId: 'there', standing }).conduct).toBe(false)
    expect(changesUnit(ticket, true)).toBe(true)
    expect(changesUnit({ ...ticket, conduct: true }, false)).toBe(true)
    expect(changesUnit(ticket, false)).toBe(false)
    expect(changesUnit({ ...ticket, conduct: true }, true)).toBe(false)
    expect(changesUnit(manner, true)).toBe(true)
  })

  it('C9 a promise only ever gets earlier', () => {
    expect(isEarlier(new Date(1), new Date(2))).toBe(true)
    expect(isEarlier(new Date(2), new Date(2))).toBe(false)
    expect(isEarlier(new Date(3), new Date(2))).toBe(false)
  })
})

it('C16 what is closed unsolved needs a word', () => {
  expect(['solved', 'no_reply', 'not_solved', 'officer'].filter((reason) => needsWords(reason as 'solved'))).toEqual([
    'not_solved',
    'officer',
  ])
})

it('a classing is the same only in all its parts', () => {
  const classing = { category: 'PSP.06', class: 'NON', restricted: false } as const
  expect(isSameClassing(classing, { ...classing })).toBe(true)
  expect(isSameClassing(classing, { ...classing, restricted: true })).toBe(false)
  expect(isSameClassing(classing, { ...classing, class: 'OVR' })).toBe(false)
})

describe('whether a clock was met', () => {
  const calendar = { timeZone: 'Asia/Jakarta', holidays: { daysOff: new Set<string>(), years: new Set([2026]) } }
  const day = (date: number) => new Date(Date.UTC(2026, 10, date))
  const fact = (type: 'ticket.checking_started' | 'ticket.investigation_started', date: number) => ({
    event: { type, payload: {} } as TicketEvent,
    at: day(date),
  })
  const answered = (date: number) => ({
    event: { type: 'ticket.answered', payload: { messageId: 'm', outcome: 'noted' } } as TicketEvent,
    at: day(date),
  })
  const reopened = (date: number) => ({ event: { type: 'ticket.reopened', payload: { reason: 'reply' } } as TicketEvent, at: day(date) })

  it('T3 is told by what happened, and an answer that was reopened is owed again', () => {
    const history = [fact('ticket.checking_started', 3), fact('ticket.investigation_started', 4), answered(5)]
    expect(findKept('LAPOR-VERIFY', history)).toEqual(day(3))
    expect(findKept('UU25-ACK-COMPLETENESS', history)).toEqual(day(4))
    expect(findKept('CLASS-NON-OVERSIGHT', history)).toEqual(day(5))
    expect(findKept('CLASS-NON-OVERSIGHT', [...history, reopened(6)])).toBeNull()
    expect(findKept('LAPOR-VERIFY', [answered(5)])).toEqual(day(5))
    expect(findKept('UNKNOWN', history)).toBeNull()
  })

  it('is met, passed, running or idle', () => {
    const facts = { ruleId: 'CLASS-NON-OVERSIGHT', dueAt: day(6), history: [] }
    expect(viewClock({ ...facts, state: 'answered', history: [answered(5)] }, day(9), calendar)).toEqual({ kind: 'met', at: day(5) })
    expect(viewClock({ ...facts, state: 'closed', history: [answered(8)] }, day(9), calendar)).toEqual({ kind: 'passed', at: day(8) })
    expect(viewClock({ ...facts, state: 'archived' }, day(9), calendar)).toEqual({ kind: 'idle' })
    expect(viewClock({ ...facts, state: 'assigned' }, day(9), calendar)).toMatchObject({ kind: 'running', due: { state: 'late' } })
    expect(viewClock({ ...facts, dueAt: null, state: 'assigned' }, day(9), calendar)).toEqual({ kind: 'running', due: null })
  })
})

it.each([
  ['Paspor Anda sudah jadi. Silakan diambil besok.', { wordsPerSentence: 4, level: 'easy' }],
  [`${'kata '.repeat(20)}.`, { wordsPerSentence: 20, level: 'fair' }],
  [`${'kata '.repeat(40)}.`, { wordsPerSentence: 40, level: 'hard' }],
  ['… – !', null],
])('C16 readability of %s', (text, expected) => {
  expect(measureReadability(text)).toEqual(expected)
})

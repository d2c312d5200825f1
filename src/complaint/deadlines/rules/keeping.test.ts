import { describe, expect, it } from 'vitest'
import type { TicketEventType } from '../../record/events.ts'
import { findKeptAt } from './keeping.ts'

const kinds = ['first_check', 'completeness', 'answer'] as const
const happened = (...types: readonly TicketEventType[]) => types.map((type, day) => ({ type, at: new Date(day) }))
const kept = (...types: readonly TicketEventType[]) =>
  kinds.filter((kind) => findKeptAt(kind, happened('ticket.submitted', ...types)) !== null)

describe('T3 what keeps a promise', () => {
  it.each([
    ['ticket.checking_started', ['first_check']],
    ['ticket.office_changed', ['first_check']],
    ['ticket.assigned', ['first_check']],
    ['ticket.noted', []],
    ['ticket.officer_wrote', []],
    ['ticket.question_asked', ['first_check', 'completeness']],
    ['ticket.investigation_started', ['first_check', 'completeness']],
    ['ticket.transferred', ['first_check', 'completeness']],
    ['ticket.archived', ['first_check', 'completeness']],
    ['ticket.answered', ['first_check', 'completeness', 'answer']],
  ] as const)('%s', (type, promises) => {
    expect(kept(type)).toEqual(promises)
  })

  it('is the first of what happened, and for the answer the last', () => {
    const history = happened('ticket.submitted', 'ticket.checking_started', 'ticket.answered', 'ticket.reopened', 'ticket.answered')
    expect(findKeptAt('first_check', history)).toEqual(new Date(1))
    expect(findKeptAt('answer', history)).toEqual(new Date(4))
  })

  it('an answer that was reopened is owed again', () => {
    expect(kept('ticket.answered', 'ticket.reopened')).toEqual(['first_check', 'completeness'])
  })
})

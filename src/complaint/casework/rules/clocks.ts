import { findPromise, type OfficeCalendar } from '../../deadlines/rules.ts'
import type { TicketEvent, TicketEventType } from '../../record/events.ts'
import { isOpen, type TicketState } from '../../record/rules.ts'
import { type DueView, viewDue } from './due.ts'

/** By which facts of a ticket's life the promise of a clock is kept. */
const keeping: Readonly<Record<'first_check' | 'completeness' | 'answer', readonly TicketEventType[]>> = {
  first_check: ['ticket.checking_started', 'ticket.archived', 'ticket.office_changed'],
  completeness: ['ticket.question_asked', 'ticket.investigation_started', 'ticket.answered', 'ticket.archived'],
  answer: ['ticket.answered'],
}

type Fact = { readonly event: TicketEvent; readonly at: Date }

/** When the promise of a rule's clock was kept; null while it is not. A reopened ticket owes its answer again. */
export function findKept(ruleId: string, history: readonly Fact[]): Date | null {
  const promise = findPromise(ruleId)
  if (promise === null) return null
  if (promise !== 'answer') return history.find(({ event }) => keeping[promise].includes(event.type))?.at ?? null
  const last = history.findLast(({ event }) => event.type === 'ticket.answered' || event.type === 'ticket.reopened')
  return last?.event.type === 'ticket.answered' ? last.at : null
}

/** How one clock of a ticket stands. */
export type ClockStand =
  | { readonly kind: 'running'; readonly due: DueView | null }
  | { readonly kind: 'met' | 'passed'; readonly at: Date }
  | { readonly kind: 'idle' }

export type ClockFacts = {
  readonly ruleId: string
  readonly dueAt: Date | null
  readonly state: TicketState
  readonly history: readonly Fact[]
}

/** Kept in time, kept too late, still running, or without meaning because nothing is owed any more. */
export function viewClock({ ruleId, dueAt, state, history }: ClockFacts, now: Date, calendar: OfficeCalendar): ClockStand {
  const kept = findKept(ruleId, history)
  if (kept !== null) return { kind: dueAt === null || kept <= dueAt ? 'met' : 'passed', at: kept }
  if (!isOpen(state)) return { kind: 'idle' }
  return { kind: 'running', due: dueAt === null ? null : viewDue({ state, dueAt, answeredAt: null }, now, calendar) }
}

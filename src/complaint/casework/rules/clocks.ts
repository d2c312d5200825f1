import { findKeptAt, findPromise, type OfficeCalendar } from '../../deadlines/rules.ts'
import type { TicketEvent } from '../../record/events.ts'
import { awaitsAnswer, type TicketState } from '../../record/rules.ts'
import { type DueView, viewDue } from './due.ts'

type Fact = { readonly event: TicketEvent; readonly at: Date }

/** When the promise of a rule's clock was kept; null while it is not. */
export function findKept(ruleId: string, history: readonly Fact[]): Date | null {
  const promise = findPromise(ruleId)
  return promise === null
    ? null
    : findKeptAt(
        promise,
        history.map(({ event, at }) => ({ type: event.type, at })),
      )
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
  if (!awaitsAnswer(state)) return { kind: 'idle' }
  return { kind: 'running', due: dueAt === null ? null : viewDue({ state, dueAt, answeredAt: null }, now, calendar) }
}

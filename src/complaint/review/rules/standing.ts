import { addCalendarDays, endOfDay, localDate } from '../../deadlines/rules.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { TicketState } from '../../record/rules.ts'
import { type ReviewOutcome, readOutcome } from './outcomes.ts'

type Fact = { readonly event: TicketEvent; readonly at: Date }

/**
 * Where the right to a second look stands. `open`: it can be asked for until the end of that day. `decided`: it was done; there is no third
 * one here. `none`: nothing was answered yet, or the matter is with somebody else.
 */
export type ReviewStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' | 'over'; readonly until: Date; readonly days: number }
  | { readonly kind: 'running'; readonly askedAt: Date; readonly words: string }
  | { readonly kind: 'decided'; readonly at: Date; readonly outcome: ReviewOutcome }

/** The end of the last day on which a second look can be asked for, so many calendar days after the answer was sent. */
export function lastDay(answeredAt: Date, days: number, timeZone: string): Date {
  return endOfDay(addCalendarDays(localDate(answeredAt, timeZone), days), timeZone)
}

/** After an answer, closed or not, and after it was opened again because it did not solve the matter. */
const mayAsk: ReadonlySet<TicketState> = new Set<TicketState>(['answered', 'closed', 'investigating'])

export type StandingFacts = {
  readonly state: TicketState
  /** In its order. */
  readonly history: readonly Fact[]
  /** Null: the rule is switched off. */
  readonly days: number | null
  readonly timeZone: string
}

function readOpened({ event, at }: Fact): ReviewStanding {
  return { kind: 'running', askedAt: at, words: event.type === 'ticket.review_opened' ? event.payload.words : '' }
}

/**
 * The window counts from the moment the answer was sent and from nothing else: messages, a rating or a closure that come later move nothing
 * (acceptance C17), and only another answer opens another one.
 */
export function findStanding({ state, history, days, timeZone }: StandingFacts, now: Date): ReviewStanding {
  const asked = history.findLastIndex(({ event }) => event.type === 'ticket.review_opened')
  const answered = history.findLast(({ event }) => event.type === 'ticket.answered')
  if (asked !== -1) {
    const decided = history.slice(asked).find(({ event }) => event.type === 'ticket.answered')
    if (decided === undefined) return state === 'in_review' ? readOpened(history[asked] as Fact) : { kind: 'none' }
    return {
      kind: 'decided',
      at: decided.at,
      outcome: readOutcome(decided.event.type === 'ticket.answered' ? decided.event.payload.outcome : 'noted'),
    }
  }
  if (answered === undefined || days === null || !mayAsk.has(state)) return { kind: 'none' }
  const until = lastDay(answered.at, days, timeZone)
  return { kind: now <= until ? 'open' : 'over', until, days }
}

/** Whether an answer came after a second look; null: one that is not sent yet. */
export function isFinal(history: readonly Pick<Fact, 'event'>[], messageId: string | null): boolean {
  const place = history.findIndex(({ event }) => event.type === 'ticket.answered' && event.payload.messageId === messageId)
  return history.slice(0, place === -1 ? history.length : place).some(({ event }) => event.type === 'ticket.review_opened')
}

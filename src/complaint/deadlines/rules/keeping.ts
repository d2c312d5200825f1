import type { TicketEventType } from '../../record/events.ts'
import type { PublicPromise } from './clocks.ts'

type Happened = { readonly type: TicketEventType; readonly at: Date }

/** The report was decided on, or went where it is decided on: what is owed before that is moot. */
const decided: readonly TicketEventType[] = ['ticket.answered', 'ticket.archived', 'ticket.transferred', 'ticket.referred', 'ticket.merged']
const begun: readonly TicketEventType[] = ['ticket.question_asked', 'ticket.investigation_started', ...decided]

/** What an office must have done for a promise to be kept: any of these. Somebody having it says nothing yet of what is missing. */
const keptBy: Readonly<Record<Exclude<PublicPromise['kind'], 'answer'>, readonly TicketEventType[]>> = {
  first_check: ['ticket.checking_started', 'ticket.office_changed', 'ticket.assigned', ...begun],
  completeness: begun,
}

/**
 * When a promise was kept, for officers and complainants alike; null while it is not. `history` is in its order.
 * Putting a report away answers nothing, and one that was reopened, or is looked at once more, is owed its answer again.
 */
export function findKeptAt(kind: PublicPromise['kind'], history: readonly Happened[]): Date | null {
  if (kind !== 'answer') return history.find(({ type }) => keptBy[kind].includes(type))?.at ?? null
  const last = history.findLast(({ type }) => type === 'ticket.answered' || type === 'ticket.reopened' || type === 'ticket.review_opened')
  return last?.type === 'ticket.answered' ? last.at : null
}

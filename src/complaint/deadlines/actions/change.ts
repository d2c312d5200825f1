import type { Context } from '../../../platform/context.ts'
import { ok, type Result } from '../../../platform/result.ts'
import type { PauseReason, TicketEvent } from '../../record/events.ts'
import { type ChangeProblem, changeTicket, type LoadedTicket } from '../../record/index.ts'
import { apply, type TicketStanding, type TicketState } from '../../record/rules.ts'
import { startClosing, stopClosing } from './closing.ts'
import { dateHandOver, resumeReturned } from './handing-over.ts'
import { dateReopening } from './reopening.ts'
import { dateReview } from './reviewing.ts'
import { closePause, loadCalendarOf, openPause } from './running.ts'

const waiting = 'waiting_complainant'

function sum(before: TicketStanding, events: readonly TicketEvent[], at: Date): TicketStanding {
  return events.reduce((standing, event) => apply(standing, event, at), before)
}

function findReason(events: readonly TicketEvent[]): PauseReason {
  const question = events.findLast((event) => event.type === 'ticket.question_asked')
  return question?.payload.pause ?? 'question_to_complainant'
}

/** What closes by itself closes later when the office says something more, and not at all when somebody else takes it up. */
async function followClosing(ctx: Context, ticket: LoadedTicket, after: TicketStanding, events: readonly TicketEvent[]): Promise<void> {
  const was = ticket.standing.state === 'answered'
  const is = after.state === 'answered'
  const speaks = events.some(({ type }) => type === 'ticket.officer_wrote')
  if (was && (!is || speaks)) await stopClosing(ctx, ticket.id)
  if (is && (!was || speaks)) await startClosing(ctx, ticket, after.officeId)
}

/** What stands still for a ticket goes on doing so while it is merged, until its complainant replies: parted again it stands as before (acceptance K3). */
function keepsPause(before: TicketState, after: TicketState, events: readonly TicketEvent[]): boolean {
  if (after === 'merged') return !events.some(({ type }) => type === 'ticket.complainant_wrote')
  return before === 'merged' && after === waiting
}

/** The events of the clocks that follow from a change: standing still while the complainant is asked, running on afterwards. */
async function followWithClocks(ctx: Context, ticket: LoadedTicket, events: readonly TicketEvent[]): Promise<readonly TicketEvent[]> {
  const { standing, id } = ticket
  const after = sum(standing, events, ctx.now)
  await followClosing(ctx, ticket, after, events)
  if (keepsPause(standing.state, after.state, events)) return []
  if (events.some(({ type }) => type === 'ticket.transfer_returned') && standing.state === 'transferred') return resumeReturned(ctx, ticket)
  const waited = standing.state === waiting || standing.state === 'merged'
  const waits = after.state === waiting
  if (!waited && waits) {
    const { latest, dueAt } = await openPause(ctx, id, findReason(events), await loadCalendarOf(ctx, after.officeId))
    const payload = { reason: findReason(events), latest: latest.toISOString(), dueAt: dueAt.toISOString() }
    return [{ type: 'ticket.clock_paused', payload }]
  }
  if (waited && !waits) {
    const resumed = await closePause(ctx, id, await loadCalendarOf(ctx, after.officeId))
    if (resumed === null) return []
    const payload = { because: 'reply', pausedMinutes: resumed.pausedMinutes, dueAt: resumed.dueAt.toISOString() } as const
    return [{ type: 'ticket.clock_resumed', payload }]
  }
  return []
}

/**
 * Changes a ticket and its clocks together: `changeTicket` of the record, after which no clock stands otherwise than the
 * ticket's state says. Everybody changes tickets through here.
 */
export function changeInTime<Problem extends string>(
  ctx: Context,
  ticketId: string,
  decide: (ticket: LoadedTicket) => Result<readonly TicketEvent[], Problem> | Promise<Result<readonly TicketEvent[], Problem>>,
): Promise<Result<LoadedTicket, Problem | ChangeProblem>> {
  return changeTicket(ctx, ticketId, async (ticket) => {
    const decided = await decide(ticket)
    if (!decided.ok) return decided
    const dated = await dateReview(ctx, ticket, await dateReopening(ctx, ticket, decided.value))
    const events = await dateHandOver(ctx, ticket, dated)
    return ok([...events, ...(await followWithClocks(ctx, ticket, events))])
  })
}

import { requireOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { loadCalendar, loadRule } from '../actions.ts'
import { answerRuleIds, reviewRule, startClock } from '../rules.ts'
import { insertClocks, stopClocks } from '../store.ts'

/**
 * Dates the event that opens a second look: it is owed by a date of its own, in the calendar of the unit that looks. The clocks of the answer
 * that was given stay, stopped, as what was promised and kept. Other events pass as they are.
 */
export async function dateReview(ctx: Context, ticket: LoadedTicket, events: readonly TicketEvent[]): Promise<readonly TicketEvent[]> {
  const opened = events.find((event) => event.type === 'ticket.review_opened')
  if (opened === undefined) return events
  const office = await requireOffice(ctx.tx, opened.payload.officeId ?? ticket.standing.officeId)
  const rule = await loadRule(ctx, reviewRule, { submittedAt: ticket.submittedAt, timeZone: office.timeZone })
  const clock = rule && startClock(rule, 'review_asked', ctx.now, await loadCalendar(ctx, office))
  // Calendar days always have a date; without the rule the pack is broken.
  if (clock === null || clock.dueAt === null) throw new Error('no rule says by when a review is done')
  await stopClocks(ctx.tx, ticket.id, ctx.now, answerRuleIds)
  await insertClocks(ctx.tx, ticket.id, [clock])
  const dueAt = clock.dueAt.toISOString()
  return events.map((event) => (event === opened ? { ...opened, payload: { ...opened.payload, dueAt } } : event))
}

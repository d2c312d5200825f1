import { requireOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { loadStart, planClocks } from '../actions.ts'
import { answerRuleIds, findPromise } from '../rules.ts'
import { insertClocks, stopClocks } from '../store.ts'

/**
 * Dates the event that opens a report again: another answer is owed, and its time counts from now by the rules of the receipt. The clocks of
 * the answer that was given stay, stopped, as what was promised and kept. Other events pass as they are.
 */
export async function dateReopening(ctx: Context, ticket: LoadedTicket, events: readonly TicketEvent[]): Promise<readonly TicketEvent[]> {
  if (!events.some(({ type }) => type === 'ticket.reopened')) return events
  const { id, standing } = ticket
  const office = await requireOffice(ctx.tx, standing.officeId)
  const { receivedAt } = await loadStart(ctx, ticket)
  const { clocks, answer } = await planClocks(ctx, standing.class, office, { receivedAt, answerFrom: ctx.now })
  const answering = clocks.filter(({ ruleId }) => findPromise(ruleId) === 'answer')
  await stopClocks(ctx.tx, id, ctx.now, answerRuleIds)
  await insertClocks(ctx.tx, id, answering)
  const dueAt = answer.dueAt.toISOString()
  return events.map((event) => (event.type === 'ticket.reopened' ? { ...event, payload: { ...event.payload, dueAt } } : event))
}

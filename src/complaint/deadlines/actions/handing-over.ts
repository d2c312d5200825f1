import { requireOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { TicketEvent, TicketEventType } from '../../record/events.ts'
import { elsewhereReason } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { loadCalendar, loadRule } from '../actions.ts'
import { acknowledgeRule, pausedTime, startClock } from '../rules.ts'
import { insertClocks, insertPause, stopClocks } from '../store.ts'
import { loadCalendarOf, refreshDue } from './running.ts'

const settled: ReadonlySet<TicketEventType> = new Set(['ticket.transferred', 'ticket.transfer_returned', 'ticket.transfer_cancelled'])

/**
 * Dates the event that gives a ticket to another body: by when the body has to say that it has it. Until then all other clocks run on, because
 * it is still ours. Other events pass as they are.
 */
export async function dateHandOver(ctx: Context, ticket: LoadedTicket, events: readonly TicketEvent[]): Promise<readonly TicketEvent[]> {
  if (events.some(({ type }) => settled.has(type))) await stopClocks(ctx.tx, ticket.id, ctx.now, [acknowledgeRule])
  const given = events.find((event) => event.type === 'ticket.handed_over')
  if (given === undefined) return events
  const office = await requireOffice(ctx.tx, ticket.standing.officeId)
  const rule = await loadRule(ctx, acknowledgeRule, { submittedAt: ctx.now, timeZone: office.timeZone })
  if (rule === null) return events
  const clock = startClock(rule, 'handed_over', ctx.now, await loadCalendar(ctx, office))
  await insertClocks(ctx.tx, ticket.id, [clock])
  const acknowledgeBy = clock.dueAt?.toISOString() ?? null
  return events.map((event) => (event === given ? { ...given, payload: { ...given.payload, acknowledgeBy } } : event))
}

/**
 * The clocks of a ticket that another body gives back: they stood still while it lay there, from the day the body took it on, and run on now. What
 * the law counts in calendar days ran on, as it does in every pause.
 */
export async function resumeReturned(ctx: Context, { id, standing }: LoadedTicket): Promise<readonly TicketEvent[]> {
  const from = standing.closedAt
  if (from === null) return []
  const calendar = await loadCalendarOf(ctx, standing.officeId)
  const pause = { from, latest: ctx.now, until: ctx.now }
  await insertPause(ctx.tx, id, { ...pause, id: ctx.newId(), reason: elsewhereReason })
  const time = pausedTime([pause], calendar)
  const pausedMinutes = time.ok ? Math.round(time.value / 60_000) : 0
  const dueAt = (await refreshDue(ctx, id, calendar)).toISOString()
  return [{ type: 'ticket.clock_resumed', payload: { because: 'returned', pausedMinutes, dueAt } }]
}

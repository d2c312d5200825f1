import type { Context } from '../../../platform/context.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { loadRule } from '../actions.ts'
import { autoCloseRule, startClock } from '../rules.ts'
import { insertClocks, stopClocks } from '../store.ts'
import { loadCalendarOf } from './running.ts'

/** An answered report closes by itself some working days after the office last said something; whoever replies opens it again (domain rule 6). */
export async function startClosing(ctx: Context, ticket: LoadedTicket, officeId: string): Promise<void> {
  const calendar = await loadCalendarOf(ctx, officeId)
  const rule = await loadRule(ctx, autoCloseRule, { submittedAt: ticket.submittedAt, timeZone: calendar.timeZone })
  if (rule === null) return
  await insertClocks(ctx.tx, ticket.id, [startClock(rule, 'last_agency_followup', ctx.now, calendar)])
}

export async function stopClosing(ctx: Context, ticketId: string): Promise<void> {
  await stopClocks(ctx.tx, ticketId, ctx.now, [autoCloseRule])
}

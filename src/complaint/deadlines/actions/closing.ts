import type { Context } from '../../../platform/context.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { autoCloseRule, localDate, rulesInForce, startClock } from '../rules.ts'
import { loadRules } from '../store/rule-pack.ts'
import { insertClocks, stopClocks } from '../store.ts'
import { loadCalendarOf } from './running.ts'

/** An answered report closes by itself some working days after the office last said something; whoever replies opens it again (domain rule 6). */
export async function startClosing(ctx: Context, ticket: LoadedTicket, officeId: string): Promise<void> {
  const calendar = await loadCalendarOf(ctx, officeId)
  const { versions } = await loadRules(ctx.tx)
  const rule = rulesInForce(versions, localDate(ticket.submittedAt, calendar.timeZone).toString()).find(({ id }) => id === autoCloseRule)
  if (rule === undefined) return
  await insertClocks(ctx.tx, ticket.id, [startClock(rule, 'last_agency_followup', ctx.now, calendar)])
}

export async function stopClosing(ctx: Context, ticketId: string): Promise<void> {
  await stopClocks(ctx.tx, ticketId, ctx.now, [autoCloseRule])
}

import type { Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { loadCalendar, loadStart, planClocks, previewDue, restartClocks } from '../../deadlines/index.ts'
import type { TicketClass, TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { isEarlier } from '../rules.ts'

/**
 * When the answer is due in this class at this unit. The clocks of another class count from the same start, and the old ones stay,
 * stopped, as what was promised (domain rule 7). The days off and zone of another unit alone may make it earlier, never later.
 */
export async function replanDue(ctx: Context, ticket: LoadedTicket, ticketClass: TicketClass, unit: Office): Promise<Date> {
  const { standing, id } = ticket
  const sameClass = ticketClass === standing.class
  if (sameClass && unit.id === standing.officeId) return standing.dueAt
  const { clocks } = await planClocks(ctx, ticketClass, unit, await loadStart(ctx, ticket))
  const calendar = await loadCalendar(ctx, unit)
  if (sameClass && !isEarlier(await previewDue(ctx, id, clocks, calendar), standing.dueAt)) return standing.dueAt
  return restartClocks(ctx, id, clocks, calendar)
}

/** The event of a ticket going to another unit. */
export function handOn({ standing }: LoadedTicket, unit: Office, words: string): TicketEvent {
  return {
    type: 'ticket.office_changed',
    payload: { fromOfficeId: standing.officeId, toOfficeId: unit.id, toOfficeName: unit.name, words },
  }
}

import type { Context } from '../../../platform/context.ts'
import { findShielded } from '../../conduct/index.ts'
import { isConduct } from '../../intake/rules.ts'
import { type LoadedTicket, loadById } from '../../record/index.ts'
import { type Asked, askedEvent } from '../events.ts'
import { hasEnded, planDays } from '../rules.ts'
import { type Check, deleteCheck, insertCheck, lockDueChecks, saveAsked } from '../store.ts'

/** About staff by its category, or because somebody was named or is kept away all the same. */
async function isAboutStaff(ctx: Context, { id, kind, standing }: LoadedTicket): Promise<boolean> {
  return isConduct(kind, standing.category) || (await findShielded(ctx, [id])).has(id)
}

/** Plans the checks of a report about staff that is over. As the service itself; doing it again plans nothing more. */
export async function planChecks(ctx: Context, ticketId: string): Promise<void> {
  const ticket = await loadById(ctx.tx, ticketId)
  const endedAt = ticket?.standing.closedAt ?? null
  // Opened again before this ran: the next end is planned when it comes.
  if (ticket === null || endedAt === null || !hasEnded(ticket.standing.state) || !(await isAboutStaff(ctx, ticket))) return
  for (const plan of planDays(endedAt)) await insertCheck(ctx.tx, { ...plan, id: ctx.newId(), ticketId, endedAt })
}

/** Whether it is still over since the same moment. What was merged, opened again or ended anew has its own days. */
function isDue(ticket: LoadedTicket | null, { endedAt }: Check): boolean {
  return ticket !== null && hasEnded(ticket.standing.state) && ticket.standing.closedAt?.getTime() === endedAt.getTime()
}

/** Puts one page of due checks to their complainants, each exactly once: the row is held until the commit. Gives how many it looked at. */
export async function askPage(ctx: Context): Promise<number> {
  const due = await lockDueChecks(ctx.tx, ctx.now)
  for (const check of due) {
    if (!isDue(await loadById(ctx.tx, check.ticketId), check)) {
      await deleteCheck(ctx.tx, check.id)
      continue
    }
    await saveAsked(ctx.tx, check.id, ctx.now)
    const payload: Asked = { checkId: check.id }
    await ctx.publisher.publish(ctx, { id: ctx.newId(), type: askedEvent, objectId: check.ticketId, at: ctx.now, payload })
  }
  return due.length
}

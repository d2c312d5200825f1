import { loadOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { listCircle } from '../../conduct/index.ts'
import { loadById } from '../../record/index.ts'
import { decideNews } from '../rules.ts'
import { lockDue, lockOpenOf, saveEnd, saveTold } from '../store.ts'
import { recordOn, tellAsker, tellUnit } from './telling.ts'

/** Tells one page of what is due soon or late, each exactly once: the row is held until the commit. Gives how many it looked at. */
export async function tellPage(ctx: Context): Promise<number> {
  const due = await lockDue(ctx.tx, ctx.now)
  for (const request of due) {
    const news = decideNews(request, ctx.now)
    if (news === null) continue
    await saveTold(ctx.tx, request.id, news, ctx.now)
    await tellUnit(ctx, request, news)
    if (news === 'late') await tellAsker(ctx, request, news)
  }
  return due.length
}

/** Takes back what nobody needs any more, and what lies with somebody the ticket is kept from since; these are told nothing. As the service. */
export async function withdrawNeedless(ctx: Context, ticketId: string): Promise<void> {
  const ticket = await loadById(ctx.tx, ticketId)
  const open = ticket === null ? [] : await lockOpenOf(ctx.tx, ticketId)
  if (ticket === null || open.length === 0) return
  const circle = await listCircle(ctx, ticketId)
  const isOver = !ticket.standing.owed && ticket.standing.state !== 'merged'
  for (const request of open) {
    const isKept = circle.includes(request.officeId)
    if (!isOver && !isKept) continue
    await saveEnd(ctx.tx, request.id, { state: 'withdrawn', reply: '', byName: null }, ctx.now)
    const officeName = (await loadOffice(ctx.tx, request.officeId))?.name ?? ''
    await recordOn(ctx, ticketId, { type: 'ticket.contribution_ended', payload: { officeName, how: isKept ? 'kept' : 'over', by: '' } })
    if (!isKept) await tellUnit(ctx, request, 'withdrawn')
  }
}

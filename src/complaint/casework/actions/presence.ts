import type { Context } from '../../../platform/context.ts'
import { endPresence, keepPresence, loadPresent, noteWriting, type Present } from '../store/presence.ts'

/** A page that was not heard of for so long is closed, whatever became of its process: twice the heartbeat of its stream, and some. */
const silentSeconds = 60
/** Who stops typing for so long reads again. */
const writingSeconds = 30

function tell(ctx: Pick<Context, 'tx'>, ticketId: string): void {
  ctx.tx.announce({ kind: 'presence', ids: [ticketId] })
}

function silentSince(now: Date): Date {
  return new Date(now.getTime() - silentSeconds * 1000)
}

/** An officer's page of a ticket is open; the first time colleagues are told. */
export async function stayPresent(ctx: Context, ticketId: string, page: { readonly id: string; readonly isNew: boolean }): Promise<void> {
  if (ctx.actor.id === null) return
  await keepPresence(ctx.tx, { pageId: page.id, ticketId, officerId: ctx.actor.id, at: ctx.now })
  if (page.isNew) tell(ctx, ticketId)
}

export async function leavePage(ctx: Context, ticketId: string, pageId: string): Promise<void> {
  await endPresence(ctx.tx, pageId, silentSince(ctx.now))
  tell(ctx, ticketId)
}

/** The officer is typing something about the ticket. */
export async function startWriting(ctx: Context, ticketId: string): Promise<void> {
  if (ctx.actor.id === null) return
  await noteWriting(ctx.tx, ticketId, ctx.actor.id, new Date(ctx.now.getTime() + writingSeconds * 1000))
  tell(ctx, ticketId)
}

/** Which colleagues have the ticket open now. */
export function listPresent(ctx: Context, ticketId: string): Promise<readonly Present[]> {
  return loadPresent(ctx.tx, ticketId, { exceptId: ctx.actor.id, now: ctx.now, since: silentSince(ctx.now) })
}

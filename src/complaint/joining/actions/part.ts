import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { TicketEvent } from '../../record/events.ts'
import { type LoadedTicket, loadHistory, lockTickets } from '../../record/index.ts'
import { mayUndo, restore } from '../rules.ts'
import { endMerge, listMergedIds, loadMerge, type Merge } from '../store.ts'
import { bindDue } from './binding.ts'

async function planReturn(ctx: Context, { ticketId, at, before }: Merge, because: 'undone' | 'parted'): Promise<TicketEvent> {
  const history = await loadHistory(ctx.tx, ticketId)
  const wasReplied = history.some((line) => line.event.type === 'ticket.complainant_wrote' && line.at >= at)
  return { type: 'ticket.unmerged', payload: { because, ...restore(before, wasReplied) } }
}

/** Locks a merged ticket together with the one it is merged into, in the order that everybody keeps. */
export async function lockMerged(ctx: Context, ticketId: string): Promise<void> {
  const merge = await loadMerge(ctx.tx, ticketId)
  if (merge !== null) await lockTickets(ctx.tx, [ticketId, merge.survivorId])
}

/**
 * Undoes a merge: the ticket stands as it stood, with its state, officer and clocks (acceptance K3). For the decision of `changeInTime`,
 * after `lockMerged`. `not_merged` also when the other one is out of the officer's sight.
 */
export async function undoMerge(ctx: Context, { id }: LoadedTicket): Promise<Result<readonly TicketEvent[], 'not_merged' | 'too_late'>> {
  const merge = await loadMerge(ctx.tx, id)
  if (merge === null) return err('not_merged')
  if (!mayUndo(merge.at, ctx.now)) return err('too_late')
  await endMerge(ctx.tx, id, { at: ctx.now, because: 'undone' })
  await bindDue(ctx, merge.survivorId)
  return ok([await planReturn(ctx, merge, 'undone')])
}

/** Brings one merged ticket back to hand. One that left by itself meanwhile, as who is named there makes it, stays where it is now. */
export async function partOne(ctx: Context, ticketId: string): Promise<void> {
  await changeInTime<never>(ctx, ticketId, async ({ standing }) => {
    const merge = await endMerge(ctx.tx, ticketId, { at: ctx.now, because: 'parted' })
    return ok(merge === null || standing.state !== 'merged' ? [] : [await planReturn(ctx, merge, 'parted')])
  })
}

/** Brings one page of the tickets merged into this one back to hand, because it went where they do not belong. Gives how many. */
export async function partPage(ctx: Context, survivorId: string, until: Date, most: number): Promise<number> {
  const ids = await listMergedIds(ctx.tx, survivorId, until, most)
  for (const ticketId of ids) await partOne(ctx, ticketId)
  return ids.length
}

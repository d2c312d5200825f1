import { loadColleagues } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { isKeptFrom } from '../../conduct/index.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { TicketEvent } from '../../record/events.ts'
import { type LoadedTicket, loadById } from '../../record/index.ts'
import { type BulkDeed, mayUndo } from '../rules/bulk.ts'
import { type Bulk, type BulkDone, type BulkSkipped, insertBulk, loadBulk, markUndone } from '../store/bulk.ts'
import { assignTicket, releaseTicket, takeTicket } from './assign.ts'

export type BulkInput = {
  readonly deed: BulkDeed
  readonly ticketIds: readonly string[]
  /** Who gets them; only where they are assigned. */
  readonly officerId: string | null
  /** The reason, where they are given back. */
  readonly words: string
}

function act(ctx: Context, input: BulkInput, { id, standing }: LoadedTicket): Promise<Result<LoadedTicket, string>> {
  switch (input.deed) {
    case 'take':
      return takeTicket(ctx, id)
    case 'assign':
      return assignTicket(ctx, { ticketId: id, officerId: input.officerId ?? '', version: null })
    case 'release':
      return releaseTicket(ctx, { ticketId: id, version: standing.version, words: input.words })
  }
}

/**
 * Does one thing with several tickets, in the one transaction of `ctx`, each by its own verb with its own rights. What does not fit is
 * left out and named with the reason; all of it can be taken back for ten minutes.
 */
export async function actOnMany(ctx: Context, input: BulkInput): Promise<Bulk> {
  const done: BulkDone[] = []
  const skipped: BulkSkipped[] = []
  // In one order for everybody, so that two officers at the same heap wait for each other instead of for ever.
  for (const id of [...new Set(input.ticketIds)].sort()) {
    const before = await loadById(ctx.tx, id)
    const result = before === null ? err('ticket_not_found') : await act(ctx, input, before)
    if (before === null || !result.ok) skipped.push({ id, why: result.ok ? 'ticket_not_found' : result.error })
    else if (result.value.standing.version === before.standing.version) skipped.push({ id, why: 'same' })
    else done.push({ id, version: result.value.standing.version, assigneeId: before.standing.assigneeId })
  }
  const bulk = { id: ctx.newId(), deed: input.deed, at: ctx.now, done, skipped }
  await insertBulk(ctx.tx, requireOfficer(ctx).id, bulk)
  return { ...bulk, undoneAt: null }
}

/** The events that put a ticket back into the hands it was in. */
async function planBack(ctx: Context, ticket: LoadedTicket, before: BulkDone): Promise<Result<readonly TicketEvent[], 'changed'>> {
  const { id, standing } = ticket
  if (standing.version !== before.version || !mayIn(ctx.actor, 'ticket.hand_over', standing.officeId)) return err('changed')
  if (before.assigneeId === null)
    return ok([{ type: 'ticket.released', payload: { words: ctx.words(ctx.locale).t('casework.bulk.undone') } }])
  const holder = (await loadColleagues(ctx.tx, standing.officeId)).find((each) => each.id === before.assigneeId && each.available)
  if (holder === undefined || (await isKeptFrom(ctx.tx, id, holder.id))) return err('changed')
  return ok([{ type: 'ticket.assigned', payload: { officerId: holder.id, officerName: holder.name, by: 'bulk' } }])
}

export type Undone = { readonly back: number; readonly left: number }

/** Takes it back where nothing happened to the ticket since; what went on stays as it is. */
export async function undoMany(ctx: Context, id: string): Promise<Result<Undone, 'not_found' | 'too_late'>> {
  const bulk = await loadBulk(ctx.tx, requireOfficer(ctx).id, id)
  if (bulk === null) return err('not_found')
  if (!mayUndo(bulk, ctx.now)) return err('too_late')
  let back = 0
  for (const before of bulk.done) {
    const changed = await changeInTime<'changed'>(ctx, before.id, (ticket) => planBack(ctx, ticket, before))
    if (changed.ok) back += 1
  }
  await markUndone(ctx.tx, id, ctx.now)
  return ok({ back, left: bulk.done.length - back })
}

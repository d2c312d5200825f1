import { loadMembers } from '../../access/accounts/index.ts'
import type { Context } from '../../platform/context.ts'
import { err, ok, type Result } from '../../platform/result.ts'
import { findKeptAmong } from '../conduct/index.ts'
import type { LoadedTicket } from '../record/index.ts'
import { type Called, calledEvent } from './events.ts'
import { findCalled, listSighted, type Person } from './rules.ts'
import { insertCall } from './store.ts'

/** Colleagues who may be called to a note on this ticket: those of its unit who see it. */
export async function listCallable(ctx: Context, { id, standing }: LoadedTicket): Promise<readonly Person[]> {
  const { officeId, restricted, assigneeId } = standing
  const held = (await loadMembers(ctx.tx, [], [officeId])).filter((member) => member.officeId === officeId)
  const people = listSighted(held, { restricted, assigneeId, selfId: ctx.actor.id })
  const kept = await findKeptAmong(
    ctx.tx,
    id,
    people.map((person) => person.id),
  )
  return people.filter((person) => !kept.includes(person.id))
}

/** Whom a note calls, by its text and by choice. `mention_unseen`: the chosen one does not see the ticket, or is nobody. */
export async function readCalls(
  ctx: Context,
  ticket: LoadedTicket,
  note: { readonly body: string; readonly chosen: string | null },
): Promise<Result<readonly string[], 'mention_unseen'>> {
  if (note.chosen === null && !note.body.includes('@')) return ok([])
  const people = await listCallable(ctx, ticket)
  if (note.chosen !== null && !people.some(({ id }) => id === note.chosen)) return err('mention_unseen')
  return ok([...new Set([...(note.chosen === null ? [] : [note.chosen]), ...findCalled(note.body, people)])])
}

/** Keeps who is called to a note that was written in this transaction, and has them told after it. */
export async function callTo(ctx: Context, ticketId: string, { noteId, officerIds }: Called): Promise<void> {
  if (officerIds.length === 0) return
  const byName = ctx.actor.name ?? ''
  for (const officerId of officerIds) insertCall(ctx.tx, { id: ctx.newId(), ticketId, noteId, officerId, byName, at: ctx.now })
  const payload: Called = { noteId, officerIds }
  await ctx.publisher.publish(ctx, { id: ctx.newId(), type: calledEvent, objectId: ticketId, at: ctx.now, payload })
}

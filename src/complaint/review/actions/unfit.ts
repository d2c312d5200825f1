import { type Context, createSystemActor } from '../../../platform/context.ts'
import { findKeptAmong } from '../../conduct/index.ts'
import { loadThread } from '../../conversation/index.ts'
import { loadHistory } from '../../record/index.ts'
import { findInvolved, isFinal, type Part } from '../rules.ts'

/** Why somebody cannot review a ticket: what they had to do with its first answer, or that it is kept from them. */
export type Unfit = Part | 'kept'

/**
 * Who of these officers, and who of all that had a part in the first answer, cannot look at a ticket a second time. Asked by the service
 * itself: a complainant sees neither drafts nor names.
 */
export async function findUnfit(ctx: Context, ticketId: string, officerIds: readonly string[]): Promise<ReadonlyMap<string, Unfit>> {
  const service = createSystemActor('review')
  await ctx.tx.become(service)
  const [history, thread, kept] = await Promise.all([
    loadHistory(ctx.tx, ticketId),
    loadThread({ ...ctx, actor: service }, ticketId),
    findKeptAmong(ctx.tx, ticketId, officerIds),
  ])
  await ctx.tx.become(ctx.actor)
  const first = thread.messages.filter(({ id, kind }) => kind === 'answer' && !isFinal(history, id))
  const authorIds = first.flatMap(({ officerId }) => officerId ?? [])
  return new Map<string, Unfit>([...findInvolved(history, authorIds), ...kept.map((id) => [id, 'kept'] as const)])
}

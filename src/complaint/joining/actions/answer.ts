import type { Context } from '../../../platform/context.ts'
import { ok } from '../../../platform/result.ts'
import { isKeptFrom } from '../../conduct/index.ts'
import { type GivenAnswer, giveSameAnswer, loadThread } from '../../conversation/index.ts'
import type { Outcome, TicketEvent } from '../../record/events.ts'
import { loadById } from '../../record/index.ts'
import { endMerge, listMergedIds } from '../store.ts'
import { partOne } from './part.ts'

export type Answered = { readonly messageId: string; readonly outcome: Outcome }

async function loadAnswer(ctx: Context, ticketId: string, { messageId, outcome }: Answered): Promise<GivenAnswer | null> {
  const message = (await loadThread(ctx, ticketId)).messages.find(({ id }) => id === messageId)
  if (!message?.answer || message.officerId === null) return null
  const { answer, language, officerId, officerName } = message
  return { ...answer, outcome, language, officer: { id: officerId, name: officerName ?? '' } }
}

/** Out of the merge into the hand of whoever had it: from there it is answered like any other. */
async function leaveMerge(ctx: Context, ticketId: string): Promise<readonly TicketEvent[] | null> {
  const merge = await endMerge(ctx.tx, ticketId, { at: ctx.now, because: 'answered' })
  if (merge === null) return null
  const place = { state: 'investigating', assigneeId: merge.before.assigneeId, resumeState: null } as const
  return [{ type: 'ticket.unmerged', payload: { because: 'answered', ...place } }]
}

/** Whoever was named about one of the merged tickets meanwhile does not answer it, also not by the way of another (acceptance C11). */
async function mayBeAnsweredBy(ctx: Context, ticketId: string, officerId: string): Promise<boolean> {
  const ticket = await loadById(ctx.tx, ticketId)
  return ticket?.standing.state === 'merged' && !(await isKeptFrom(ctx.tx, ticketId, officerId))
}

/**
 * Gives the answer of a ticket to one page of those merged into it before, each as its own. Gives how many. Whoever dies in the middle
 * has answered none of the page, and a second run finds only those who have no answer yet (acceptance C19).
 */
export async function answerPage(ctx: Context, survivorId: string, answered: Answered, until: Date, most: number): Promise<number> {
  const ids = await listMergedIds(ctx.tx, survivorId, until, most)
  if (ids.length === 0) return 0
  const answer = await loadAnswer(ctx, survivorId, answered)
  if (answer === null) throw new Error('an answer without its message')
  for (const ticketId of ids) {
    if (!(await mayBeAnsweredBy(ctx, ticketId, answer.officer.id))) {
      await partOne(ctx, ticketId)
      continue
    }
    const given = await giveSameAnswer(ctx, ticketId, answer, async () => ok(await leaveMerge(ctx, ticketId)))
    if (!given.ok) throw new Error(`an answer could not be passed on: ${given.error}`)
  }
  return ids.length
}

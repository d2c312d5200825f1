import { asService, type Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { type DecideProblem, findDecideProblem, findStage, planEnd } from '../rules.ts'
import { lockOpening, saveDecision, saveEnd } from '../store.ts'
import { loadRights } from './part.ts'
import { findRoles } from './roles.ts'

export type Deciding = { readonly openingId: string; readonly verdict: 'approved' | 'refused'; readonly words: string }

type Problem = DecideProblem | 'words_missing' | 'conflict' | 'permission'

/** Why this officer cannot decide so; the opening is locked. */
async function findProblem(ctx: Context, ticket: LoadedTicket, { openingId, verdict, words }: Deciding): Promise<Problem | null> {
  const rights = await loadRights(ctx, ticket)
  if (rights === null) return 'conflict'
  if (!rights.mayDecide) return 'permission'
  const opening = await asService(ctx, 'identity-opening', ({ tx }) => lockOpening(tx, ticket.id, openingId))
  if (opening === null) return 'conflict'
  const problem = findDecideProblem(opening, verdict, { officerId: ctx.actor.id ?? '', shielded: rights.shielded })
  return problem ?? (verdict === 'refused' && words.trim() === '' ? 'words_missing' : null)
}

/** A second person allows it for 24 hours, or refuses. */
export async function decideOpening(
  ctx: Context,
  ticketId: string,
  deciding: Deciding,
): Promise<Result<unknown, Problem | 'ticket_not_found' | 'move_not_allowed'>> {
  const { openingId, verdict, words } = deciding
  return changeInTime<Problem | 'move_not_allowed'>(ctx, ticketId, async (ticket) => {
    const problem = await findProblem(ctx, ticket, deciding)
    if (problem !== null) return err(problem)
    const expiresAt = verdict === 'approved' ? planEnd(ctx.now) : null
    const decision = { verdict, by: ctx.actor.id ?? '', byName: ctx.actor.name ?? '', words: words.trim(), at: ctx.now, expiresAt }
    await asService(ctx, 'identity-opening', ({ tx }) => saveDecision(tx, openingId, decision))
    const until = expiresAt === null ? null : expiresAt.toISOString()
    return ok([{ type: 'ticket.identity_decided', payload: { openingId, verdict, until, roles: findRoles(ctx, ticket) } }])
  })
}

/**
 * Ends before its time what stands, by who asked or who decides, and what waits, by who asked: whoever decides refuses it, with words. False
 * where there is nothing of that to end.
 */
export async function endOpening(ctx: Context, ticketId: string, openingId: string, mayDecide: boolean): Promise<boolean> {
  return asService(ctx, 'identity-opening', async ({ tx }) => {
    const opening = await lockOpening(tx, ticketId, openingId)
    if (opening === null) return false
    const stage = findStage(opening, ctx.now)
    const isOwn = opening.askedBy === ctx.actor.id
    if (!((stage === 'asked' && isOwn) || (stage === 'open' && (isOwn || mayDecide)))) return false
    await saveEnd(tx, openingId, ctx.now)
    return true
  })
}

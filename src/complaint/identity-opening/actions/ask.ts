import { loadHolders } from '../../../access/accounts/index.ts'
import { rolesWith } from '../../../access/accounts/rules.ts'
import { readIdentityAsService } from '../../../access/confidentiality/index.ts'
import { asService, type Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { findKeptAmong } from '../../conduct/index.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { IdentityReason } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { findAskProblem, findRight, isTooShort } from '../rules.ts'
import { insertOpening } from '../store.ts'
import { loadRights } from './part.ts'
import { findRoles } from './roles.ts'

/** Whether anybody else of the unit could decide: somebody with the right whom the ticket is not kept from. */
async function hasSecondPerson(ctx: Context, { id, standing }: LoadedTicket, shielded: boolean): Promise<boolean> {
  const holders = await loadHolders(ctx.tx, rolesWith(findRight('approve', shielded)), [standing.officeId])
  const others = holders.map((holder) => holder.id).filter((holder) => holder !== ctx.actor.id)
  const kept = await findKeptAmong(ctx.tx, id, others)
  return others.some((other) => !kept.includes(other))
}

export type AskProblem = 'too_short' | 'asked_already' | 'open_already' | 'nothing_kept' | 'nobody_decides'

/** Asks for the identity behind a ticket; the complainant sees that, by role and reason. */
export async function askToOpen(
  ctx: Context,
  ticketId: string,
  { reason, words }: { readonly reason: IdentityReason; readonly words: string },
): Promise<Result<unknown, AskProblem | 'ticket_not_found' | 'move_not_allowed' | 'conflict'>> {
  return changeInTime<AskProblem | 'move_not_allowed' | 'conflict'>(ctx, ticketId, async (ticket) => {
    const rights = await loadRights(ctx, ticket)
    if (rights === null || !rights.mayAsk) return err('conflict')
    if (isTooShort(words)) return err('too_short')
    const { openings, shielded } = rights
    const problem = findAskProblem(openings, { officerId: ctx.actor.id ?? '', shielded, now: ctx.now })
    if (problem !== null) return err(problem)
    if ((await readIdentityAsService(ctx, ticketId)) === null) return err('nothing_kept')
    if (!(await hasSecondPerson(ctx, ticket, shielded))) return err('nobody_decides')
    const opening = {
      id: ctx.newId(),
      ticketId,
      askedBy: ctx.actor.id ?? '',
      askedByName: ctx.actor.name ?? '',
      askedAt: ctx.now,
      reason,
      words: words.trim(),
      byCompliance: shielded,
    }
    await asService(ctx, 'identity-opening', ({ tx }) => insertOpening(tx, opening))
    return ok([{ type: 'ticket.identity_asked', payload: { openingId: opening.id, reason, roles: findRoles(ctx, ticket) } }])
  })
}

import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { changeInTime } from '../../deadlines/index.ts'
import { rejoinedReason, type TicketEvent } from '../../record/events.ts'
import { type LoadedTicket, lockTickets } from '../../record/index.ts'
import { listRelatives, type Relative } from '../read.ts'
import { findUndoProblem, type UndoProblem } from '../rules.ts'
import { endPart } from '../store.ts'

async function findPart(ctx: Context, wholeId: string, splitId: string): Promise<Relative | null> {
  const relatives = await listRelatives(ctx.tx, wholeId)
  return relatives.find(({ id, role }) => id === splitId && role === 'part') ?? null
}

/** Whether the officer may work on the part where it lies: seeing it is not enough to put it away. */
function mayHandle(ctx: Context, { ticket }: Relative): boolean {
  return mayIn(ctx.actor, 'ticket.handle', ticket.officeId)
}

/** Whether a part can be given back by this officer now, and if not, why; null where there is nothing to be said to them about it. */
export function judgeUndo(ctx: Context, relative: Relative): 'possible' | UndoProblem | null {
  const { at, rejoined, role, ticket } = relative
  if (role === 'whole' || rejoined || !mayHandle(ctx, relative)) return null
  return findUndoProblem({ at, ...ticket }, ctx.now) ?? 'possible'
}

/** Locks a whole together with a part, in the order that everybody keeps. */
export async function lockPart(ctx: Context, wholeId: string, splitId: string): Promise<void> {
  const part = await findPart(ctx, wholeId, splitId)
  if (part !== null) await lockTickets(ctx.tx, [wholeId, part.ticket.id])
}

/**
 * Gives a part back to its whole, for the decision of a verb, after `lockPart`. The part is put away as no result of its own; its number and code
 * lead to the whole from then on (decision 0024).
 */
export async function undoSplit(
  ctx: Context,
  whole: LoadedTicket,
  splitId: string,
): Promise<Result<readonly TicketEvent[], UndoProblem | 'part_not_found'>> {
  const part = await findPart(ctx, whole.id, splitId)
  const judged = part && judgeUndo(ctx, part)
  if (part === null || judged === null) return err('part_not_found')
  if (judged !== 'possible') return err(judged)
  const payload = { reason: rejoinedReason, words: '' } as const
  const put = await changeInTime<never>(ctx, part.ticket.id, () => ok([{ type: 'ticket.archived', payload }]))
  if (!put.ok) throw new Error(`a judged part was not given back: ${put.error}`)
  await endPart(ctx.tx, splitId, { at: ctx.now, by: requireOfficer(ctx).id })
  return ok([{ type: 'ticket.part_rejoined', payload: {} }])
}

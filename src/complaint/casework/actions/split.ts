import type { Context } from '../../../platform/context.ts'
import { err, type Result } from '../../../platform/result.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { type Cut, lockPart, type SplitProblem, splitOff, undoSplit } from '../../split/index.ts'
import { performVerb, type VerbProblem } from './perform.ts'

export type Splitting = Cut & { readonly ticketId: string; readonly version: number }

/** Gives a part of this ticket a number of its own. */
export function splitTicket(
  ctx: Context,
  { ticketId, version, ...cut }: Splitting,
): Promise<Result<LoadedTicket, VerbProblem | SplitProblem>> {
  return performVerb<SplitProblem>(ctx, { ticketId, verb: 'split', version }, (ticket) => splitOff(ctx, ticket, cut))
}

/** Gives a part back to this ticket. */
export async function unsplitTicket(ctx: Context, ticketId: string, splitId: string): Promise<Result<LoadedTicket, VerbProblem>> {
  await lockPart(ctx, ticketId, splitId)
  return performVerb<'conflict'>(ctx, { ticketId, verb: 'split', version: null }, async (ticket) => {
    const undone = await undoSplit(ctx, ticket, splitId)
    // Its page says why, where it is not offered.
    return undone.ok ? undone : err('conflict')
  })
}

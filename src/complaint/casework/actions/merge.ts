import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { lockMerged, lockNumbers, type MergingProblem, mergeNumbers, undoMerge } from '../../joining/index.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { performVerb, type VerbProblem } from './perform.ts'

export type Merging = { readonly ticketId: string; readonly version: number; readonly numbers: string }

/** Takes the tickets of these numbers into this one, all or none. */
export async function mergeTickets(
  ctx: Context,
  { ticketId, version, numbers }: Merging,
): Promise<Result<LoadedTicket, VerbProblem | MergingProblem>> {
  await lockNumbers(ctx, ticketId, numbers)
  const allowed = await performVerb(ctx, { ticketId, verb: 'merge', version }, () => ok([]))
  return allowed.ok ? mergeNumbers(ctx, allowed.value, numbers) : allowed
}

/** Undoes a merge: the ticket stands as it stood before. */
export async function unmergeTicket(ctx: Context, ticketId: string): Promise<Result<LoadedTicket, VerbProblem>> {
  await lockMerged(ctx, ticketId)
  return performVerb<'conflict'>(ctx, { ticketId, verb: 'unmerge', version: null }, async (ticket) => {
    const undone = await undoMerge(ctx, ticket)
    // Where no merge is left to undo, the ticket stands otherwise than its page said.
    return undone.ok ? undone : err('conflict')
  })
}

import type { Context } from '../../../platform/context.ts'
import { ok, type Result } from '../../../platform/result.ts'
import { type ExtendProblem, extendAnswer } from '../../deadlines/index.ts'
import type { ExtensionReason } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { performVerb, type VerbProblem } from './perform.ts'

export type ExtensionRequest = {
  readonly ticketId: string
  readonly version: number
  readonly days: number
  readonly reason: ExtensionReason
  /** The complainant reads it. */
  readonly words: string
}

/** Promises the answer for later, with a reason that the complainant reads; never earlier, and not without end (acceptance C9). */
export async function extendDeadline(ctx: Context, input: ExtensionRequest): Promise<Result<LoadedTicket, VerbProblem | ExtendProblem>> {
  const { ticketId, version, days, reason, words } = input
  return performVerb<ExtendProblem>(ctx, { ticketId, verb: 'extend', version }, async (ticket) => {
    const extended = await extendAnswer(ctx, ticket, days)
    if (!extended.ok) return extended
    const { from, dueAt } = extended.value
    return ok([{ type: 'ticket.deadline_extended', payload: { reason, words, from: from.toISOString(), dueAt: dueAt.toISOString() } }])
  })
}

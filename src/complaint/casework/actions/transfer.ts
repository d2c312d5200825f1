import { loadOffice, type Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { listKeptUnits } from '../../conduct/index.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { findTransferProblem, isEarlier, readPlace, type TransferProblem } from '../rules.ts'
import { handOn, replanDue } from './handing-on.ts'
import { performVerb, type VerbProblem } from './perform.ts'

export type Transfer = { readonly ticketId: string; readonly version: number; readonly officeId: string; readonly words: string }

/** The new unit's days may bring the answer forward: that is told as a new due time of the same class. */
async function bringForward(ctx: Context, ticket: LoadedTicket, target: Office): Promise<readonly TicketEvent[]> {
  const { category, class: ticketClass, restricted, dueAt } = ticket.standing
  const due = await replanDue(ctx, ticket, ticketClass, target)
  if (!isEarlier(due, dueAt)) return []
  return [{ type: 'ticket.reclassified', payload: { category, class: ticketClass, restricted, dueAt: due.toISOString() } }]
}

/** Hands a ticket to another unit, which checks it anew. Its clocks run on from the receipt, and the mover loses sight of it. */
export async function transferTicket(
  ctx: Context,
  input: Transfer,
): Promise<Result<LoadedTicket, VerbProblem | TransferProblem | 'office_unknown' | 'office_excluded'>> {
  const target = await loadOffice(ctx.tx, input.officeId)
  if (target === null) return err('office_unknown')
  const request = { ticketId: input.ticketId, verb: 'transfer', version: input.version } as const
  return performVerb<TransferProblem | 'office_excluded'>(ctx, request, async (ticket) => {
    const problem = findTransferProblem(readPlace(ticket), target)
    if (problem !== null) return err(problem)
    if ((await listKeptUnits(ctx, ticket.id)).includes(target.id)) return err('office_excluded')
    return ok([...(await bringForward(ctx, ticket, target)), handOn(ticket, target, input.words)])
  })
}

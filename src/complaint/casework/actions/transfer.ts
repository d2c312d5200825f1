import { loadOffice, type Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { planClocks, restartClocks } from '../../deadlines/index.ts'
import { isConduct } from '../../intake/rules.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { findTransferProblem, isEarlier, type TransferProblem } from '../rules.ts'
import { performVerb, type VerbProblem } from './perform.ts'

export type Transfer = { readonly ticketId: string; readonly version: number; readonly officeId: string; readonly words: string }

/** The new unit's days off and zone may make the answer due earlier; later than promised it never gets. */
async function replanClocks(ctx: Context, ticket: LoadedTicket, target: Office): Promise<readonly TicketEvent[]> {
  const { standing, submittedAt, id } = ticket
  const { clocks, answer } = await planClocks(ctx, standing.class, target, submittedAt)
  if (!isEarlier(answer.dueAt, standing.dueAt)) return []
  await restartClocks(ctx, id, clocks)
  const { category, restricted } = standing
  return [{ type: 'ticket.reclassified', payload: { category, class: standing.class, restricted, dueAt: answer.dueAt.toISOString() } }]
}

/** Hands a ticket to another unit, which checks it anew. Its clocks run on from the receipt, and the mover loses sight of it. */
export async function transferTicket(
  ctx: Context,
  input: Transfer,
): Promise<Result<LoadedTicket, VerbProblem | TransferProblem | 'office_unknown'>> {
  const target = await loadOffice(ctx.tx, input.officeId)
  if (target === null) return err('office_unknown')
  const request = { ticketId: input.ticketId, verb: 'transfer', version: input.version } as const
  return performVerb<TransferProblem>(ctx, request, async (ticket) => {
    const { officeId, category } = ticket.standing
    const problem = findTransferProblem({ officeId, concernedOfficeId: ticket.concernedOfficeId, conduct: isConduct(category) }, target)
    if (problem !== null) return err(problem)
    const moved: TicketEvent = {
      type: 'ticket.office_changed',
      payload: { fromOfficeId: officeId, toOfficeId: target.id, toOfficeName: target.name, words: input.words },
    }
    return ok([...(await replanClocks(ctx, ticket, target)), moved])
  })
}

import { loadColleagues } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { implySteps } from '../../conversation/rules.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { performVerb, type VerbProblem } from './perform.ts'

type Assignee = { readonly id: string; readonly name: string }

function planAssignment(
  ticket: LoadedTicket,
  assignee: Assignee,
  by: 'self' | 'manager' | 'bulk',
): Result<readonly TicketEvent[], 'move_not_allowed'> {
  const implied = implySteps(ticket.standing, 'assigned', assignee)
  if (!implied.ok) return implied
  return ok([...implied.value, { type: 'ticket.assigned', payload: { officerId: assignee.id, officerName: assignee.name, by } }])
}

/** The officer takes a ticket for themselves. */
export async function takeTicket(ctx: Context, ticketId: string): Promise<Result<LoadedTicket, VerbProblem | 'move_not_allowed'>> {
  return performVerb<'move_not_allowed'>(ctx, { ticketId, verb: 'take', version: null }, (ticket, officer) =>
    planAssignment(ticket, officer, 'self'),
  )
}

export type AssignProblem = VerbProblem | 'move_not_allowed' | 'assignee_unavailable'

type Assignment = { readonly ticketId: string; readonly officerId: string; readonly by: 'manager' | 'bulk' }

/** Gives a ticket to an officer who handles tickets in its unit. Giving it to who has it already changes nothing. */
export async function assignTicket(ctx: Context, { ticketId, officerId, by }: Assignment): Promise<Result<LoadedTicket, AssignProblem>> {
  return performVerb<'move_not_allowed' | 'assignee_unavailable'>(ctx, { ticketId, verb: 'assign', version: null }, async (ticket) => {
    if (ticket.standing.assigneeId === officerId) return ok([])
    const colleagues = await loadColleagues(ctx.tx, ticket.standing.officeId)
    const assignee = colleagues.find(({ id, available }) => id === officerId && available)
    return assignee ? planAssignment(ticket, assignee, by) : err('assignee_unavailable')
  })
}

export type BulkOutcome = { readonly assigned: readonly string[]; readonly skipped: readonly string[] }

/**
 * Gives several tickets to one officer, in the one transaction of `ctx`. What moved on meanwhile is skipped and named; a ticket
 * out of sight or without the right to assign it refuses the whole.
 */
export async function assignTickets(
  ctx: Context,
  ticketIds: readonly string[],
  officerId: string,
): Promise<Result<BulkOutcome, AssignProblem>> {
  const assigned: string[] = []
  const skipped: string[] = []
  // In one order for everybody, so that two managers at the same heap wait for each other instead of for ever.
  for (const ticketId of [...new Set(ticketIds)].sort()) {
    const done = await assignTicket(ctx, { ticketId, officerId, by: 'bulk' })
    if (done.ok) assigned.push(ticketId)
    else if (done.error === 'conflict') skipped.push(ticketId)
    else return done
  }
  return ok({ assigned, skipped })
}

import { loadColleagues } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { isKeptFrom } from '../../conduct/index.ts'
import { implySteps } from '../../conversation/rules.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { performVerb, type VerbProblem } from './perform.ts'

type Assignee = { readonly id: string; readonly name: string }
type Giving = Pick<Extract<TicketEvent, { type: 'ticket.assigned' }>['payload'], 'by' | 'words'>

function planAssignment(ticket: LoadedTicket, assignee: Assignee, giving: Giving): Result<readonly TicketEvent[], 'move_not_allowed'> {
  const implied = implySteps(ticket.standing, 'assigned', assignee)
  if (!implied.ok) return implied
  return ok([...implied.value, { type: 'ticket.assigned', payload: { officerId: assignee.id, officerName: assignee.name, ...giving } }])
}

/** The officer takes a ticket for themselves. */
export async function takeTicket(ctx: Context, ticketId: string): Promise<Result<LoadedTicket, VerbProblem | 'move_not_allowed'>> {
  return performVerb<'move_not_allowed'>(ctx, { ticketId, verb: 'take', version: null }, (ticket, officer) =>
    planAssignment(ticket, officer, { by: 'self' }),
  )
}

/** `assignee_excluded`: the ticket is kept from them. */
export type AssignProblem = VerbProblem | 'move_not_allowed' | 'assignee_unavailable' | 'assignee_excluded'

type Assignment = {
  readonly ticketId: string
  readonly officerId: string
  /** That of the page on which it was decided; null where nothing was read. */
  readonly version: number | null
  /** To the colleague who gets it. */
  readonly words?: string
}

async function giveTicket(
  ctx: Context,
  { ticketId, officerId, version }: Assignment,
  giving: (ticket: LoadedTicket, giverId: string) => Giving | 'permission',
): Promise<Result<LoadedTicket, AssignProblem>> {
  return performVerb<AssignProblem>(ctx, { ticketId, verb: 'assign', version }, async (ticket, giver) => {
    const given = giving(ticket, giver.id)
    if (given === 'permission') return err(given)
    if (ticket.standing.assigneeId === officerId) return ok([])
    const colleagues = await loadColleagues(ctx.tx, ticket.standing.officeId)
    const assignee = colleagues.find(({ id, available }) => id === officerId && available)
    if (assignee === undefined) return err('assignee_unavailable')
    return (await isKeptFrom(ctx.tx, ticket.id, officerId)) ? err('assignee_excluded') : planAssignment(ticket, assignee, given)
  })
}

function movesAll(ctx: Context, ticket: LoadedTicket): boolean {
  return mayIn(ctx.actor, 'ticket.assign', ticket.standing.officeId)
}

/** Gives a ticket to an officer who handles tickets in its unit. Giving it to who has it already changes nothing. */
export async function assignTicket(ctx: Context, input: Assignment): Promise<Result<LoadedTicket, AssignProblem>> {
  const { officerId, words = '' } = input
  return giveTicket(ctx, input, (ticket, giverId) => ({
    by: giverId === officerId ? 'self' : movesAll(ctx, ticket) ? 'manager' : 'colleague',
    ...(words === '' ? {} : { words }),
  }))
}

/** Gives a ticket back to the queue of its unit, with the reason for whoever comes next. */
export async function releaseTicket(
  ctx: Context,
  { ticketId, version, words }: { readonly ticketId: string; readonly version: number; readonly words: string },
): Promise<Result<LoadedTicket, VerbProblem>> {
  return performVerb(ctx, { ticketId, verb: 'release', version }, () => ok([{ type: 'ticket.released', payload: { words } }]))
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
    const done = await giveTicket(ctx, { ticketId, officerId, version: null }, (ticket) =>
      movesAll(ctx, ticket) ? { by: 'bulk' } : 'permission',
    )
    if (done.ok) assigned.push(ticketId)
    else if (done.error === 'conflict') skipped.push(ticketId)
    else return done
  }
  return ok({ assigned, skipped })
}

import { loadMembers } from '../../../access/accounts/index.ts'
import { mayIn, rolesWith } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { findUnfit, type Unfit } from './unfit.ts'

/** Somebody who may review in the unit, and why they cannot look at this ticket. */
export type Reviewer = { readonly id: string; readonly name: string; readonly unfit: Unfit | null }

/** Who may review in the unit that has the ticket, those who can first. */
export async function listReviewers(ctx: Context, { id, standing }: LoadedTicket): Promise<readonly Reviewer[]> {
  const roles: readonly string[] = rolesWith('ticket.review')
  const members = await loadMembers(ctx.tx, [], [standing.officeId])
  const may = members.filter(({ active, role, officeId }) => active && officeId === standing.officeId && roles.includes(role))
  const names = new Map(may.map(({ officerId, name }) => [officerId, name]))
  const unfit = await findUnfit(ctx, id, [...names.keys()])
  const reviewers = [...names].map(([officerId, name]) => ({ id: officerId, name, unfit: unfit.get(officerId) ?? null }))
  return reviewers.sort((a, b) => Number(a.unfit !== null) - Number(b.unfit !== null))
}

export type AssignProblem = 'ticket_not_found' | 'permission' | 'conflict' | 'reviewer_unavailable' | `reviewer_${Unfit}`

/** Gives a second look to somebody who had no part in the first answer. Giving it to who has it already changes nothing. */
export async function assignReviewer(ctx: Context, ticketId: string, officerId: string): Promise<Result<LoadedTicket, AssignProblem>> {
  const changed = await changeInTime<AssignProblem | 'move_not_allowed'>(ctx, ticketId, async (ticket) => {
    if (!mayIn(ctx.actor, 'ticket.review', ticket.standing.officeId)) return err('permission')
    if (ticket.standing.state !== 'in_review') return err('conflict')
    const reviewer = (await listReviewers(ctx, ticket)).find(({ id }) => id === officerId)
    if (reviewer === undefined) return err('reviewer_unavailable')
    if (reviewer.unfit !== null) return err(`reviewer_${reviewer.unfit}` as const)
    if (ticket.standing.assigneeId === officerId) return ok([])
    const by = officerId === ctx.actor.id ? 'self' : 'manager'
    return ok([{ type: 'ticket.assigned', payload: { officerId, officerName: reviewer.name, by } }])
  })
  return !changed.ok && changed.error === 'move_not_allowed' ? err('conflict') : (changed as Result<LoadedTicket, AssignProblem>)
}

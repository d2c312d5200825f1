import { loadHolders, loadOffices, type Office } from '../../../access/accounts/index.ts'
import { listSuperiors, rolesWith } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { listKeptUnits } from '../../conduct/index.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { chooseUnit } from '../rules.ts'
import { loadStanding } from './show.ts'
import { findUnfit } from './unfit.ts'

/** The unit that looks a second time. */
async function findUnit(ctx: Context, ticket: LoadedTicket): Promise<Office> {
  const offices = await loadOffices(ctx.tx)
  const current = offices.find(({ id }) => id === ticket.standing.officeId)
  if (current === undefined) throw new Error('a ticket of a unit that is not in the register')
  const aboveIds = listSuperiors(current, offices).map(({ id }) => id)
  const holders = await loadHolders(ctx.tx, rolesWith('ticket.review'), [...aboveIds, current.id])
  const [keptIds, unfit] = await Promise.all([
    listKeptUnits(ctx, ticket.id),
    findUnfit(
      ctx,
      ticket.id,
      holders.map(({ id }) => id),
    ),
  ])
  const unitId = chooseUnit({
    currentId: current.id,
    aboveIds,
    keptIds,
    candidates: holders.map(({ id, officeId }) => ({ officerId: id, officeId })),
    unfitIds: [...unfit.keys()],
  })
  return offices.find(({ id }) => id === unitId) ?? current
}

/** `review_over`: the last day is behind. `review_not_open`: nothing was answered, or it is with somebody else. */
export type AskProblem = 'ticket_not_found' | 'review_over' | 'review_not_open'

/** Asks for a second look on the complainant's behalf. Asking again while it is under way changes nothing. */
export async function askForReview(ctx: Context, ticketId: string, words: string): Promise<Result<true, AskProblem>> {
  const changed = await changeInTime<AskProblem | 'move_not_allowed'>(ctx, ticketId, async (ticket) => {
    const standing = await loadStanding(ctx, ticket)
    if (standing.kind === 'running') return ok([])
    if (standing.kind === 'over') return err('review_over')
    if (standing.kind !== 'open') return err('review_not_open')
    const unit = await findUnit(ctx, ticket)
    return ok([{ type: 'ticket.review_opened', payload: { words: words.trim(), officeId: unit.id, officeName: unit.name } }])
  })
  if (changed.ok) return ok(true)
  return err(changed.error === 'move_not_allowed' ? 'review_not_open' : changed.error)
}

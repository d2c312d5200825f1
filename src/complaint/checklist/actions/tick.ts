import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { type LoadedTicket, loadById } from '../../record/index.ts'
import { awaitsAnswer } from '../../record/rules.ts'
import { loadChecklist } from '../read.ts'
import { findChanges } from '../rules.ts'
import { saveTick } from '../store.ts'

/** Whether an officer ticks in this report: while it is worked on, whoever works on reports of its unit. */
export function mayTick({ actor }: Pick<Context, 'actor'>, { standing }: LoadedTicket): boolean {
  return (
    (awaitsAnswer(standing.state) || standing.state === 'in_review' || standing.state === 'answered') &&
    mayIn(actor, 'ticket.handle', standing.officeId)
  )
}

/** A list as a page showed it, and as it came back. */
export type Ticked = {
  readonly category: string
  readonly version: number
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** `list_changed`: the report shows another list by now. */
export type TickProblem = 'ticket_not_found' | 'permission' | 'list_changed'

/** Ticks what was ticked on the page and takes back what was taken back there. Gives the positions whose tick changed by it. */
export async function tickItems(ctx: Context, ticketId: string, page: Ticked): Promise<Result<readonly number[], TickProblem>> {
  const ticket = await loadById(ctx.tx, ticketId)
  if (ticket === null) return err('ticket_not_found')
  if (!mayTick(ctx, ticket)) return err('permission')
  const list = await loadChecklist(ctx.tx, ticketId, ticket.standing.category)
  const changes = findChanges(page.before, page.after)
  const isShown = list !== null && list.category === page.category && list.version === page.version
  if (!isShown || changes.some(({ position }) => !list.items.some((item) => item.position === position))) return err('list_changed')
  const officer = requireOfficer(ctx)
  const changed: number[] = []
  for (const { position, ticked } of changes) {
    const { category, version } = list
    if (await saveTick(ctx.tx, { ticketId, category, version, position, ticked, at: ctx.now, officer })) changed.push(position)
  }
  return ok(changed)
}

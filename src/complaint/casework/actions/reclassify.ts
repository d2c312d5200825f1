import { loadOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { planClocks, restartClocks } from '../../deadlines/index.ts'
import { classify, isConduct, isRestricted } from '../../intake/rules.ts'
import type { TicketClass } from '../../record/events.ts'
import { type LoadedTicket, loadCategory } from '../../record/index.ts'
import { isSameClassing } from '../rules.ts'
import { performVerb, type VerbProblem } from './perform.ts'

export type Reclassification = {
  readonly ticketId: string
  readonly version: number
  readonly category: string
  /** null: the class that kind and category give. */
  readonly class: TicketClass | null
}

export type ReclassifyProblem = VerbProblem | 'category_unknown' | 'nothing_changed' | 'office_concerned'

/** The new due time; the clocks of another class count from the same receipt, and the old ones stay, stopped, as what was promised (domain rule 7). */
async function replanDue(ctx: Context, ticket: LoadedTicket, ticketClass: TicketClass): Promise<Date> {
  const { standing, submittedAt, id } = ticket
  if (ticketClass === standing.class) return standing.dueAt
  const office = await loadOffice(ctx.tx, standing.officeId)
  if (office === null) throw new Error('a ticket of a unit that is not in the register')
  const { clocks, answer } = await planClocks(ctx, ticketClass, office, submittedAt)
  await restartClocks(ctx, id, clocks)
  return answer.dueAt
}

/** Puts a ticket under another category, and so perhaps under another class and deadline. */
export async function reclassifyTicket(ctx: Context, input: Reclassification): Promise<Result<LoadedTicket, ReclassifyProblem>> {
  const category = await loadCategory(ctx.tx, input.category)
  if (category === null || !category.active) return err('category_unknown')
  const request = { ticketId: input.ticketId, verb: 'reclassify', version: input.version } as const
  return performVerb<'nothing_changed' | 'office_concerned'>(ctx, request, async (ticket) => {
    const { standing } = ticket
    const next = {
      category: category.code,
      class: input.class ?? classify(ticket.kind, category),
      restricted: isRestricted(ticket.secret, category),
    }
    if (isSameClassing(standing, next)) return err('nothing_changed')
    // An allegation against staff that came under another name is handed on first: its own unit must not go on handling it.
    if (isConduct(next.category) && ticket.concernedOfficeId === standing.officeId) return err('office_concerned')
    const dueAt = await replanDue(ctx, ticket, next.class)
    return ok([{ type: 'ticket.reclassified', payload: { ...next, dueAt: dueAt.toISOString() } }])
  })
}

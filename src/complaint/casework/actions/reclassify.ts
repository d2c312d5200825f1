import { loadOffice, type Office, requireOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { listKeptUnits, lowerShield, raiseShield } from '../../conduct/index.ts'
import { findUnit } from '../../intake/index.ts'
import { classify, isConduct, isRestricted } from '../../intake/rules.ts'
import type { TicketClass } from '../../record/events.ts'
import { type Category, type LoadedTicket, loadCategory } from '../../record/index.ts'
import { changesUnit, isSameClassing, readPlace } from '../rules.ts'
import { handOn, replanDue } from './handing-on.ts'
import { performVerb, type VerbProblem } from './perform.ts'

export type Reclassification = {
  readonly ticketId: string
  readonly version: number
  readonly category: string
  /** null: the class that kind and category give. */
  readonly class: TicketClass | null
}

export type ReclassifyProblem = VerbProblem | 'category_unknown' | 'nothing_changed' | 'office_excluded'

/** The unit that handles it under another category: the same one, unless it becomes or ceases to be a conduct case. */
async function findNextUnit(ctx: Context, ticket: LoadedTicket, category: Category): Promise<Office> {
  const { kind, concernedOfficeId, standing } = ticket
  if (changesUnit(readPlace(ticket), isConduct(kind, category.code))) {
    const concerned = concernedOfficeId === null ? null : await loadOffice(ctx.tx, concernedOfficeId)
    return findUnit(ctx, { kind, category, concerned })
  }
  return requireOffice(ctx.tx, standing.officeId)
}

/**
 * Puts a ticket under another category, and so perhaps under another class and deadline. What becomes a conduct case leaves the unit
 * at once, and what is none after all goes where it belongs: the routing of a new report decides on both.
 */
export async function reclassifyTicket(ctx: Context, input: Reclassification): Promise<Result<LoadedTicket, ReclassifyProblem>> {
  const category = await loadCategory(ctx.tx, input.category)
  if (category === null || !category.active) return err('category_unknown')
  const request = { ticketId: input.ticketId, verb: 'reclassify', version: input.version } as const
  const done = await performVerb<'nothing_changed' | 'office_excluded'>(ctx, request, async (ticket) => {
    const next = {
      category: category.code,
      class: input.class ?? classify(ticket.kind, category),
      restricted: isRestricted(ticket.secret, category),
    }
    if (isSameClassing(ticket.standing, next)) return err('nothing_changed')
    // Before the move: nothing may go back to a unit that it is still kept from.
    if (!isConduct(ticket.kind, category.code)) await lowerShield(ctx, ticket.id)
    const unit = await findNextUnit(ctx, ticket, category)
    if (unit.id !== ticket.standing.officeId && (await listKeptUnits(ctx, ticket.id)).includes(unit.id)) return err('office_excluded')
    const dueAt = await replanDue(ctx, ticket, next.class, unit)
    const moved = unit.id === ticket.standing.officeId ? [] : [handOn(ticket, unit, '')]
    return ok([{ type: 'ticket.reclassified', payload: { ...next, dueAt: dueAt.toISOString() } }, ...moved])
  })
  // After it: who reclassified may belong to the unit complained of.
  if (done.ok && isConduct(done.value.kind, category.code))
    await raiseShield(ctx, { ticketId: done.value.id, concernedOfficeId: done.value.concernedOfficeId })
  return done
}

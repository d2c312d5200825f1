import { loadOffices, type Office } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { loadCalendar } from '../../deadlines/index.ts'
import type { WorkingCalendar } from '../../deadlines/rules.ts'
import { type Category, type LoadedTicket, loadById, loadCategories, loadText, type TicketText } from '../../record/index.ts'
import type { HeadView, TicketView } from '../pages/views.ts'
import { offeredVerbs, viewDue } from '../rules.ts'

/** A ticket with the place it lies in: what every page about it begins with. */
export type Opened = {
  readonly ticket: LoadedTicket
  readonly text: TicketText
  readonly office: Office
  readonly offices: readonly Office[]
  readonly calendar: WorkingCalendar
  readonly categories: readonly Category[]
}

/** Null when there is none or the officer may not see it: the two are the same to them (acceptance A2). */
export async function openTicket(ctx: Context, id: string): Promise<Opened | null> {
  const [ticket, text] = await Promise.all([loadById(ctx.tx, id), loadText(ctx.tx, id)])
  if (ticket === null || text === null) return null
  const offices = await loadOffices(ctx.tx)
  const office = offices.find((each) => each.id === ticket.standing.officeId)
  if (office === undefined) throw new Error('a ticket of a unit that is not in the register')
  return { ticket, text, office, offices, calendar: await loadCalendar(ctx, office), categories: await loadCategories(ctx.tx) }
}

export function composeHead(ctx: Context, { ticket, text, office, calendar }: Opened, listQuery = ''): HeadView {
  const { id, number, standing } = ticket
  const { version, state, severity } = standing
  const due = viewDue(standing, ctx.now, calendar)
  return { id, number, title: text.title, version, state, severity, due, timeZone: office.timeZone, listQuery }
}

export function offerVerbs(ctx: Context, { ticket }: Opened): TicketView['verbs'] {
  const { state, assigneeId, officeId } = ticket.standing
  return offeredVerbs({ state, assigneeId, officerId: ctx.actor.id ?? '', may: (permission) => mayIn(ctx.actor, permission, officeId) })
}

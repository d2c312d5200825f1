import { loadOffice, loadOffices, type Office } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import { coverIdentity, readIdentityAsService } from '../../../access/confidentiality/index.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { listCircle } from '../../conduct/index.ts'
import { changeInTime, loadCalendar } from '../../deadlines/index.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { decideNews, planDue } from '../rules.ts'
import { insertRequest, lockOpen, saveEnd } from '../store.ts'
import { asService, recordOn, tellUnit } from './telling.ts'

/** Units that can be asked: every other one, except those that the ticket is kept from. */
export async function listUnitsToAsk(ctx: Context, ticket: LoadedTicket): Promise<readonly Office[]> {
  const circle = await listCircle(ctx, ticket.id)
  return (await loadOffices(ctx.tx)).filter(({ id, active }) => active && id !== ticket.standing.officeId && !circle.includes(id))
}

/** Whether this officer can ask for this ticket now. */
export function mayAsk(ctx: Context, { standing }: LoadedTicket): boolean {
  return standing.owed && mayIn(ctx.actor, 'ticket.handle', standing.officeId)
}

export type Asking = { readonly officeId: string; readonly question: string; readonly shared: string; readonly days: number }
export type AskProblem = 'ticket_not_found' | 'conflict' | 'office_unknown' | 'due_after_ticket' | 'calendar_year_unknown'

/** Asks a unit, and says so in the history. A unit of the circle is answered like one that there is not. */
export async function askUnit(ctx: Context, ticketId: string, asking: Asking): Promise<Result<LoadedTicket, AskProblem>> {
  const asked = await changeInTime<Exclude<AskProblem, 'ticket_not_found'> | 'move_not_allowed'>(ctx, ticketId, async (ticket) => {
    if (!mayAsk(ctx, ticket)) return err('conflict')
    const target = (await listUnitsToAsk(ctx, ticket)).find(({ id }) => id === asking.officeId)
    if (target === undefined) return err('office_unknown')
    const own = await loadOffice(ctx.tx, ticket.standing.officeId)
    if (own === null) return err('conflict')
    const calendar = await loadCalendar(ctx, own)
    const due = planDue({ days: asking.days, now: ctx.now, owedAt: ticket.standing.dueAt, calendar })
    if (!due.ok) return due
    const who = await readIdentityAsService(ctx, ticketId)
    const request = {
      id: ctx.newId(),
      ticketId,
      officeId: target.id,
      askedBy: ctx.actor.id ?? '',
      askedByName: ctx.actor.name ?? '',
      askingOffice: own.name,
      restricted: ticket.standing.restricted,
      // Nobody has to think of it, and an officer who may not see the name covers it too.
      question: coverIdentity(who, asking.question),
      shared: coverIdentity(who, asking.shared),
      askedAt: ctx.now,
      dueAt: due.value,
      warnedAt: decideNews({ dueAt: due.value, warnedAt: null }, ctx.now) === 'soon' ? ctx.now : null,
    }
    await asService(ctx, async (service) => {
      await insertRequest(service.tx, request)
      await tellUnit(service, request, 'asked')
    })
    return ok([{ type: 'ticket.contribution_asked', payload: { officeName: target.name, dueAt: due.value.toISOString() } }])
  })
  if (!asked.ok && asked.error === 'move_not_allowed') return err('conflict')
  return asked as Result<LoadedTicket, AskProblem>
}

/** Takes an open request back; false when it is not open any more. The caller has seen the ticket. */
export async function withdrawRequest(ctx: Context, ticketId: string, id: string): Promise<boolean> {
  return asService(ctx, async (service) => {
    const request = await lockOpen(service.tx, id)
    if (request === null || request.ticketId !== ticketId) return false
    await saveEnd(service.tx, id, { state: 'withdrawn', reply: '', byName: ctx.actor.name }, ctx.now)
    const officeName = (await loadOffice(service.tx, request.officeId))?.name ?? ''
    const payload = { officeName, how: 'withdrawn', by: ctx.actor.name ?? '' } as const
    await recordOn(service, ticketId, { type: 'ticket.contribution_ended', payload })
    await tellUnit(service, request, 'withdrawn')
    return true
  })
}

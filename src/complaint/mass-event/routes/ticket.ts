import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { type LoadedTicket, loadById } from '../../record/index.ts'
import { attachNumbers, leaveEvent } from '../actions/attach.ts'
import { chooseForm, idParams } from '../forms.ts'
import { loadEvent } from '../read.ts'
import { loadWaitingIn } from '../store.ts'
import { paths, ticketHref } from '../urls.ts'

async function openTicket({ params, audit }: RouteRequest<{ readonly id: string }>, ctx: Context): Promise<LoadedTicket | Reply> {
  audit({ objectType: 'ticket', objectId: params.id })
  const ticket = await loadById(ctx.tx, params.id)
  if (ticket === null) return refuse(404, 'not_found')
  return mayIn(ctx.actor, 'mass_event.record', ticket.standing.officeId) ? ticket : refuse(403, 'permission')
}

const shared = { audience: 'officer', permission: 'mass_event.record', params: idParams } as const

/** From the ticket's own page. */
export const ticketRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.ticket,
    audit: { event: 'mass_event.attached', done: true },
    form: chooseForm,
    handler: async (request, ctx) => {
      const ticket = await openTicket(request, ctx)
      if (!('standing' in ticket)) return ticket
      const event = request.form.ok ? await loadEvent(ctx.tx, request.form.value.event) : null
      // Nothing was chosen, or it is gone: the page shows what there is.
      if (event === null) return redirect(ticketHref(ticket.id), { notice: 'mass-event.notice.choose' })
      const attached = await attachNumbers(ctx, { eventId: event.id, numbers: ticket.number, fittingOnly: false })
      if (attached.ok) return redirect(ticketHref(ticket.id), { notice: 'mass-event.notice.attached' })
      request.audit({ reason: attached.error })
      return refuse(409, 'conflict')
    },
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.ticketLeave,
    audit: { event: 'mass_event.detached', done: true },
    handler: async (request, ctx) => {
      const ticket = await openTicket(request, ctx)
      if (!('standing' in ticket)) return ticket
      const waiting = await loadWaitingIn(ctx.tx, ticket.id)
      const left = waiting !== null && (await leaveEvent(ctx, { eventId: waiting.eventId, ticketId: ticket.id }, 'detached'))
      return left ? redirect(ticketHref(ticket.id), { notice: 'mass-event.notice.detached' }) : refuse(409, 'conflict')
    },
  }),
]

import { defineRoute, type Reply, redirect, refuse } from '../../../platform/http/route.ts'
import { ownTicket } from '../../record/index.ts'
import { keyholderCookie } from '../actions/enter.ts'
import { switchTo } from '../actions/switch.ts'
import { relativeForm } from '../forms.ts'
import { urls } from '../urls.ts'

/** From a report to a part that was split off it, or back. The line in the trail names the one that was left. */
export const relativeRoute = defineRoute({
  method: 'POST',
  path: urls.relative,
  audience: 'keyholder',
  permission: 'ticket.own',
  audit: { event: 'tracking.relative_opened', done: true },
  form: relativeForm,
  async handler(request, ctx): Promise<Reply> {
    const ticketId = ownTicket(request, ctx)
    const session = { cookie: request.cookies[keyholderCookie], hash: request.sessionHash }
    const token = request.form.ok ? await switchTo(ctx, ticketId, request.form.value.relative, session) : null
    return token === null ? refuse(404, 'not_found') : redirect(urls.report, { cookies: [{ name: keyholderCookie, value: token }] })
  },
})

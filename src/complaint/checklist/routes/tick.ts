import { defineRoute, type Route, redirect, refuse } from '../../../platform/http/route.ts'
import { tickItems } from '../actions/tick.ts'
import { ticketParams, tickForm } from '../forms.ts'
import { anchor, paths } from '../urls.ts'

export const tickRoute: Route = defineRoute({
  audience: 'officer',
  permission: 'ticket.handle',
  method: 'POST',
  path: paths.tick,
  params: ticketParams,
  form: tickForm,
  audit: { event: 'checklist.ticked', done: true },
  handler: async ({ params, form, audit }, ctx) => {
    audit({ objectType: 'ticket', objectId: params.id })
    if (!form.ok) return refuse(422, 'invalid')
    const { category, version, before, after } = form.value
    const ticked = await tickItems(ctx, params.id, { category, version, before: before.map(Number), after: after.map(Number) })
    if (ticked.ok) {
      audit({ details: { category, version, changed: ticked.value } })
      return redirect(`/petugas/laporan/${params.id}#${anchor}`)
    }
    audit({ reason: ticked.error })
    if (ticked.error === 'ticket_not_found') return refuse(404, 'not_found')
    return ticked.error === 'permission' ? refuse(403, 'permission') : refuse(409, 'conflict')
  },
})

import { requireOffice } from '../../../access/accounts/index.ts'
import { defineRoute, page, type Route, refuse } from '../../../platform/http/route.ts'
import { loadById } from '../../record/index.ts'
import { openIdentity } from '../actions/open.ts'
import { idParams } from '../forms.ts'
import { IdentityPage } from '../pages/identity-page.tsx'
import { paths } from '../urls.ts'

export const identityRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: paths.identity,
    audience: 'officer',
    permission: 'identity.ask',
    // The complainant counts these lines: a page that shows nothing is a refusal and no look.
    audit: { event: 'identity.opened', done: true },
    params: idParams,
    handler: async ({ params, frame, audit }, ctx) => {
      audit({ objectType: 'ticket', objectId: params.id })
      const ticket = await loadById(ctx.tx, params.id)
      if (ticket === null) return refuse(404, 'not_found')
      const opened = await openIdentity(ctx, ticket)
      if (opened === null) return refuse(409, 'identity_closed')
      audit({ details: { opening: opened.opening.id } })
      const { timeZone } = await requireOffice(ctx.tx, ticket.standing.officeId)
      return page(IdentityPage({ frame, id: ticket.id, number: ticket.number, timeZone, ...opened }))
    },
  }),
]

import type { Static } from 'typebox'
import { defineRoute, type Route, redirect } from '../../../platform/http/route.ts'
import { link, unlink } from '../actions/link.ts'
import { linkForm, linkParams } from '../forms.ts'
import { LinkPage } from '../pages/link-page.tsx'
import { verbPermissions } from '../rules.ts'
import { paths, ticketHref } from '../urls.ts'
import { defineDeed } from './deed.ts'
import { refuseProblem } from './verbs.ts'

/** Linking a report with another one, and taking the link away. */
export const linkRoutes: readonly Route[] = [
  ...defineDeed<Static<typeof linkForm>>({
    verb: 'link',
    event: 'ticket.linked',
    form: linkForm,
    page: (props) => LinkPage(props),
    act: link,
    fields: { number_not_found: 'number', same_ticket: 'number', linked_already: 'number', person_hidden: 'relation' },
    done: ({ id }) => redirect(ticketHref(id), { notice: 'casework.done.link' }),
  }),
  defineRoute({
    method: 'POST',
    path: paths.unlink,
    audience: 'officer',
    permission: verbPermissions.link,
    audit: { event: 'ticket.unlinked', done: true },
    params: linkParams,
    handler: async (request, ctx) => {
      const { id, link: linkId } = request.params
      request.audit({ objectType: 'ticket', objectId: id })
      const done = await unlink(ctx, id, linkId)
      if (done.ok) return redirect(ticketHref(id), { notice: 'casework.done.unlink' })
      // Gone meanwhile, or never in sight: the two are the same.
      return refuseProblem(done.error)
    },
  }),
]

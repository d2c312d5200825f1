import type { Context } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
import { defineRoute, page, type Route, redirect } from '../../../platform/http/route.ts'
import { listCallable } from '../../mentions/index.ts'
import { note } from '../actions/talk.ts'
import { noteForm, ticketParams } from '../forms.ts'
import { NotePage } from '../pages/talk-pages.tsx'
import type { Option } from '../pages/views.ts'
import { verbPermissions } from '../rules.ts'
import { paths, ticketHref, verbPaths } from '../urls.ts'
import { composeDeed, openForDeed, showAgain } from './deed.ts'
import type { Opened } from './opening.ts'
import { refuseProblem } from './verbs.ts'

async function listPeople(ctx: Context, { ticket }: Pick<Opened, 'ticket'>): Promise<readonly Option[]> {
  return (await listCallable(ctx, ticket)).map(({ id, name }) => ({ value: id, label: name }))
}

const fields = { message_empty: 'body', message_too_long: 'body', not_an_officer: 'body', mention_unseen: 'mention' }
const shared = { method: 'POST', audience: 'officer', permission: verbPermissions.note, params: ticketParams } as const

/** Notes: written, or shown again with the colleagues who can be called to it. */
export const noteRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    path: `${paths.ticket}/${verbPaths.note}`,
    audit: { event: 'ticket.noted', done: true },
    form: noteForm,
    handler: async (request, ctx) => {
      const { id } = request.params
      request.audit({ objectType: 'ticket', objectId: id })
      const again = (problem: Parameters<typeof showAgain>[3]) =>
        showAgain(
          { verb: 'note', fields, page: async (props, opened) => NotePage({ ...props, people: await listPeople(ctx, opened) }) },
          request,
          ctx,
          problem,
        )
      if (!request.form.ok) return again(request.form.error)
      const noted = await note(ctx, { ticketId: id, ...request.form.value })
      if (noted.ok) return redirect(ticketHref(id), { notice: 'casework.done.note' })
      return noted.error === 'ticket_not_found' || noted.error === 'permission' ? refuseProblem(noted.error) : again(noted.error)
    },
  }),
  defineRoute({
    ...shared,
    path: `${paths.ticket}/${verbPaths.note}/rekan`,
    audit: { event: 'ticket.mention_chosen', done: true },
    handler: async (request, ctx) => {
      const opened = await openForDeed(request, ctx, 'note')
      if (!opened.ok) return opened.error
      const typed = readTexts(request.raw)
      const props = await composeDeed(request, ctx, opened.value, { verb: 'note', typed, problems: {}, sinceVersion: null })
      return page(NotePage({ ...props, people: await listPeople(ctx, opened.value) }))
    },
  }),
]

import { loadOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { readText } from '../../../platform/http/input.ts'
import type { FieldProblems } from '../../../platform/http/route.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { sayProblems } from '../../../ui/index.ts'
import { loadThread } from '../../conversation/index.ts'
import { loadById, ownTicket } from '../../record/index.ts'
import { askForReview } from '../actions/ask.ts'
import { loadStanding } from '../actions/show.ts'
import { askForm } from '../forms.ts'
import { AskPage } from '../pages/ask-page.tsx'
import { paths, reportHref } from '../urls.ts'

/** What the complainant last wrote after the answer: it need not be typed a second time (acceptance C23). */
async function findWords(ctx: Context, ticketId: string): Promise<string> {
  const { messages } = await loadThread(ctx, ticketId)
  const answered = messages.findLastIndex(({ kind }) => kind === 'answer')
  return messages.slice(answered + 1).findLast(({ author, body }) => author === 'complainant' && body !== '')?.body ?? ''
}

type Shown = { readonly problems: FieldProblems; readonly words: string | null; readonly status: 200 | 409 | 422 }

async function show(request: RouteRequest, ctx: Context, { problems, words, status }: Shown): Promise<Reply> {
  const ticketId = ownTicket(request, ctx)
  const ticket = await loadById(ctx.tx, ticketId)
  if (ticket === null) return refuse(404, 'not_found')
  const [office, standing] = await Promise.all([loadOffice(ctx.tx, ticket.standing.officeId), loadStanding(ctx, ticket)])
  const props = {
    frame: { ...request.frame, path: paths.ask },
    number: ticket.number,
    timeZone: office?.timeZone ?? defaultTimeZone,
    standing,
    problems: sayProblems(request.frame, problems, 'review'),
    words: words ?? (await findWords(ctx, ticketId)),
  }
  return page(AskPage(props), { status })
}

const shared = { path: paths.ask, audience: 'keyholder', permission: 'ticket.own' } as const

export const askRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    audit: { event: 'review.ask_page', done: true },
    handler: (request, ctx) => show(request, ctx, { problems: {}, words: null, status: 200 }),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    audit: { event: 'review.asked', done: true },
    form: askForm,
    handler: async (request, ctx) => {
      const words = readText(request.raw, 'words')
      if (!request.form.ok) return show(request, ctx, { problems: request.form.error, words, status: 422 })
      const asked = await askForReview(ctx, ownTicket(request, ctx), words)
      if (asked.ok) return redirect(reportHref, { notice: 'review.ask.done' })
      request.audit({ reason: asked.error })
      return asked.error === 'ticket_not_found' ? refuse(404, 'not_found') : show(request, ctx, { problems: {}, words, status: 409 })
    },
  }),
]

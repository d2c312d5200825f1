import type { Context } from '../../../platform/context.ts'
import { readText } from '../../../platform/http/input.ts'
import {
  defineRoute,
  type FieldProblems,
  page,
  type Reply,
  type Route,
  type RouteRequest,
  redirect,
  refuse,
} from '../../../platform/http/route.ts'
import { sayProblems } from '../../../ui/index.ts'
import { loadById, loadFiles, ownTicket } from '../../record/index.ts'
import { decideHop } from '../actions/consent.ts'
import { showHops } from '../actions/show.ts'
import { consentForm } from '../forms.ts'
import { ConsentPage } from '../pages/consent-page.tsx'
import { paths, reportHref } from '../urls.ts'

async function show(request: RouteRequest, ctx: Context, problems: FieldProblems, status: 200 | 409 | 422): Promise<Reply> {
  const ticketId = ownTicket(request, ctx)
  const [ticket, hops, files] = await Promise.all([loadById(ctx.tx, ticketId), showHops(ctx, ticketId), loadFiles(ctx.tx, ticketId)])
  if (ticket === null) return refuse(404, 'not_found')
  const hop = hops[0]
  const props = {
    frame: { ...request.frame, path: paths.consent },
    number: ticket.number,
    // What an officer wrote for the body, and who, is not the complainant's to read.
    hop:
      hop === undefined
        ? null
        : {
            id: hop.id,
            asked: hop.state === 'asked',
            verdict: hop.verdict,
            body: hop.body,
            handles: hop.handles,
            contact: hop.contact,
            message: hop.message,
            shares: hop.shares,
          },
    fileNames: files.filter(({ messageId }) => messageId === null).map(({ name }) => name),
    chosen: readText(request.raw, 'verdict'),
    problems: sayProblems(request.frame, problems, 'scope'),
  }
  return page(ConsentPage(props), { status })
}

const shared = { path: paths.consent, audience: 'keyholder', permission: 'ticket.own' } as const

/** The complainant says yes or no to a hand-over. */
export const consentRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    audit: { event: 'scope.consent_page', done: true },
    handler: (request, ctx) => show(request, ctx, {}, 200),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    audit: { event: 'scope.decided', done: true },
    form: consentForm,
    handler: async (request, ctx) => {
      if (!request.form.ok) return show(request, ctx, request.form.error, 422)
      const { hop, verdict } = request.form.value
      request.audit({ details: { hop, verdict } })
      const decided = await decideHop(ctx, ownTicket(request, ctx), { hopId: hop, verdict })
      if (decided.ok) return redirect(reportHref, { notice: `scope.consent.done.${verdict === 'no' ? 'no' : 'yes'}` })
      request.audit({ reason: decided.error })
      return decided.error === 'ticket_not_found' ? refuse(404, 'not_found') : show(request, ctx, {}, 409)
    },
  }),
]

import type { Static } from 'typebox'
import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
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
import { type LoadedTicket, loadById, loadText } from '../../record/index.ts'
import { listBodies } from '../../scope/index.ts'
import { composeCopy, findTicketRefusal, listOffered } from '../actions/copy.ts'
import { revokeLink } from '../actions/end.ts'
import { type ShareInput, shareTicket } from '../actions/share.ts'
import { linkParams, noForm, shareForm, ticketParams } from '../forms.ts'
import { ComposePage, RefusedPage } from '../pages/compose-page.tsx'
import { usualDays } from '../rules.ts'
import { paths, ticketHref } from '../urls.ts'

type Request = RouteRequest<{ readonly id: string }>
type ShareRequest = Request & RouteRequest<{ readonly id: string }, unknown, Static<typeof shareForm>>

async function openTicket({ params, audit }: Request, ctx: Context): Promise<LoadedTicket | Reply> {
  audit({ objectType: 'ticket', objectId: params.id })
  const ticket = await loadById(ctx.tx, params.id)
  if (ticket === null) return refuse(404, 'not_found')
  return mayIn(ctx.actor, 'ticket.handle', ticket.standing.officeId) ? ticket : refuse(403, 'permission')
}

async function show({ frame, raw }: Request, ctx: Context, ticket: LoadedTicket, problems: FieldProblems): Promise<Reply> {
  const text = await loadText(ctx.tx, ticket.id)
  const head = { frame, id: ticket.id, number: ticket.number, title: text?.title ?? '' }
  const refusal = await findTicketRefusal(ctx, ticket)
  if (refusal !== null) return page(RefusedPage({ ...head, refusal }), { status: 409 })
  const [bodies, files, copy] = [await listBodies(ctx), await listOffered(ctx, ticket), await composeCopy(ctx, ticket)]
  const { locale } = frame.words
  const node = ComposePage({
    ...head,
    bodies: bodies.map(({ id, nameId, nameEn }) => ({ value: id, label: locale === 'id' ? nameId : nameEn })),
    files,
    hidden: ticket.anonymous || ticket.unidentified,
    answered: ticket.standing.answeredAt !== null,
    typed: { shared: copy.body, answer: copy.answer, days: String(usualDays), language: 'id', ...readTexts(raw) },
    problems: sayProblems(frame, problems, 'share'),
  })
  return page(node, { status: Object.keys(problems).length === 0 ? 200 : 422 })
}

function toInput({ body, otherBody = '', shared = '', answer = '', file, ...facts }: Static<typeof shareForm>): ShareInput {
  return { ...facts, bodyId: body ?? null, bodyWords: otherBody, body: shared, answer, fileIds: file }
}

async function share(request: ShareRequest, ctx: Context): Promise<Reply> {
  const ticket = await openTicket(request, ctx)
  if (!('standing' in ticket)) return ticket
  if (!request.form.ok) return show(request, ctx, ticket, request.form.error)
  const input = toInput(request.form.value)
  const made = await shareTicket(ctx, ticket.id, input)
  if (made.ok) {
    const { purpose, basis, days, fileIds } = input
    request.audit({ details: { link: made.value.linkId, purpose, basis, days, files: fileIds.length } })
    return redirect(ticketHref(ticket.id), { notice: 'share.notice.sent' })
  }
  const { field, code } = made.error
  request.audit({ reason: code })
  if (field !== null) return show(request, ctx, ticket, { [field]: code })
  if (code === 'ticket_not_found') return refuse(404, 'not_found')
  return code === 'permission' ? refuse(403, 'permission') : show(request, ctx, ticket, {})
}

const shared = { audience: 'officer', permission: 'ticket.handle' } as const

/** What an officer does with links beside a ticket. */
export const composeRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.compose,
    params: ticketParams,
    audit: { event: 'share.composed', done: true },
    handler: async (request, ctx) => {
      const ticket = await openTicket(request, ctx)
      return 'standing' in ticket ? show(request, ctx, ticket, {}) : ticket
    },
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.compose,
    params: ticketParams,
    audit: { event: 'share.sent', done: true },
    form: shareForm,
    handler: share,
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.revoke,
    params: linkParams,
    audit: { event: 'share.revoked', done: true },
    form: noForm,
    handler: async (request, ctx) => {
      const { id, link } = request.params
      request.audit({ objectType: 'ticket', objectId: id, details: { link } })
      const revoked = await revokeLink(ctx, id, link)
      if (revoked.ok) return redirect(ticketHref(id), { notice: 'share.notice.revoked' })
      request.audit({ reason: revoked.error })
      if (revoked.error === 'ticket_not_found') return refuse(404, 'not_found')
      return revoked.error === 'permission' ? refuse(403, 'permission') : refuse(409, 'conflict')
    },
  }),
]

import type { Static } from 'typebox'
import { requireOffice } from '../../../access/accounts/index.ts'
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
import { askToOpen } from '../actions/ask.ts'
import { decideOpening, endOpening } from '../actions/decide.ts'
import { findStanding, loadRights, type Rights } from '../actions/part.ts'
import { askForm, decideForm, idParams, openingParams } from '../forms.ts'
import { RequestPage } from '../pages/request-page.tsx'
import { findStage } from '../rules.ts'
import { paths, requestHref, ticketHref } from '../urls.ts'

type Request = RouteRequest<{ readonly id: string }>
type AskRequest = Request & RouteRequest<{ readonly id: string }, unknown, Static<typeof askForm>>
type OpeningRequest = RouteRequest<{ readonly id: string; readonly opening: string }>
type DecideRequest = OpeningRequest & RouteRequest<OpeningRequest['params'], unknown, Static<typeof decideForm>>
type Opened = { readonly ticket: LoadedTicket; readonly rights: Rights }

async function open({ params, audit }: Request, ctx: Context): Promise<Opened | Reply> {
  audit({ objectType: 'ticket', objectId: params.id })
  const ticket = await loadById(ctx.tx, params.id)
  if (ticket === null) return refuse(404, 'not_found')
  const rights = await loadRights(ctx, ticket)
  if (rights === null) return refuse(409, 'identity_none')
  return rights.mayAsk || rights.mayDecide ? { ticket, rights } : refuse(403, 'permission')
}

type Told = { readonly problems: FieldProblems; readonly status?: number }

async function show({ frame, raw }: Request, ctx: Context, { ticket, rights }: Opened, told: Told): Promise<Reply> {
  const [{ timeZone }, text] = [await requireOffice(ctx.tx, ticket.standing.officeId), await loadText(ctx.tx, ticket.id)]
  const { openings, mayAsk, mayDecide } = rights
  // One decision at a time, the oldest first; whoever has one to make asks for nothing of their own meanwhile.
  const next = mayDecide ? openings.findLast(({ askedBy, state }) => state === 'asked' && askedBy !== ctx.actor.id) : undefined
  const isOwn = (askedBy: string) => askedBy === ctx.actor.id
  const node = RequestPage({
    frame,
    id: ticket.id,
    number: ticket.number,
    title: text?.title ?? '',
    timeZone,
    mayAsk:
      mayAsk &&
      next === undefined &&
      findStanding(ctx, rights) === null &&
      !openings.some(({ askedBy, state }) => state === 'asked' && isOwn(askedBy)),
    openings: openings.map((opening) => {
      const stage = findStage(opening, ctx.now)
      const isMine = isOwn(opening.askedBy)
      return { ...opening, stage, isMine, mayDecide: opening.id === next?.id, mayEnd: isMine || (mayDecide && stage === 'open') }
    }),
    typed: readTexts(raw),
    problems: sayProblems(frame, told.problems, 'identity-opening'),
  })
  return page(node, { status: told.status ?? 200 })
}

async function ask(request: AskRequest, ctx: Context): Promise<Reply> {
  const opened = await open(request, ctx)
  if (!('ticket' in opened)) return opened
  if (!opened.rights.mayAsk) return refuse(403, 'permission')
  if (!request.form.ok) return show(request, ctx, opened, { problems: request.form.error, status: 422 })
  request.audit({ details: { reason: request.form.value.reason } })
  const asked = await askToOpen(ctx, opened.ticket.id, request.form.value)
  if (asked.ok) return redirect(ticketHref(opened.ticket.id), { notice: 'identity-opening.notice.asked' })
  request.audit({ reason: asked.error })
  if (asked.error === 'conflict' || asked.error === 'ticket_not_found' || asked.error === 'move_not_allowed') return refuse(409, 'conflict')
  return show(request, ctx, opened, { problems: { words: asked.error }, status: asked.error === 'too_short' ? 422 : 409 })
}

async function decide(request: DecideRequest, ctx: Context): Promise<Reply> {
  const opened = await open(request, ctx)
  if (!('ticket' in opened)) return opened
  if (!opened.rights.mayDecide) return refuse(403, 'permission')
  if (!request.form.ok) return show(request, ctx, opened, { problems: request.form.error, status: 422 })
  const { verdict, words = '' } = request.form.value
  request.audit({ details: { opening: request.params.opening, verdict } })
  const decided = await decideOpening(ctx, opened.ticket.id, { openingId: request.params.opening, verdict, words })
  if (decided.ok) return redirect(requestHref(opened.ticket.id), { notice: `identity-opening.notice.${verdict}` })
  request.audit({ reason: decided.error })
  if (decided.error === 'words_missing') return show(request, ctx, opened, { problems: { words: 'words_missing' }, status: 422 })
  return decided.error === 'own_request' || decided.error === 'permission' ? refuse(403, 'permission') : refuse(409, 'conflict')
}

async function end(request: OpeningRequest, ctx: Context): Promise<Reply> {
  const opened = await open(request, ctx)
  if (!('ticket' in opened)) return opened
  const { opening } = request.params
  request.audit({ details: { opening } })
  if (!(await endOpening(ctx, opened.ticket.id, opening, opened.rights.mayDecide))) return refuse(409, 'conflict')
  return redirect(requestHref(opened.ticket.id), { notice: 'identity-opening.notice.ended' })
}

const asking = { audience: 'officer', permission: 'identity.ask', params: idParams } as const

export const requestRoutes: readonly Route[] = [
  defineRoute({
    ...asking,
    method: 'GET',
    path: paths.request,
    audit: { event: 'identity.request_opened', done: true },
    handler: async (request, ctx) => {
      const opened = await open(request, ctx)
      return 'ticket' in opened ? show(request, ctx, opened, { problems: {} }) : opened
    },
  }),
  defineRoute({
    ...asking,
    method: 'POST',
    path: paths.request,
    audit: { event: 'identity.asked', done: true },
    form: askForm,
    handler: ask,
  }),
  defineRoute({
    method: 'POST',
    path: paths.decide,
    audience: 'officer',
    permission: 'identity.approve',
    params: openingParams,
    audit: { event: 'identity.decided', done: true },
    form: decideForm,
    handler: decide,
  }),
  defineRoute({
    ...asking,
    method: 'POST',
    path: paths.end,
    params: openingParams,
    audit: { event: 'identity.ended', done: true },
    handler: end,
  }),
]

import type { Static } from 'typebox'
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
import { keepDraft, listPassable, passOn, reply } from '../actions/answer.ts'
import { idParams, passForm, replyForm } from '../forms.ts'
import { ListPage } from '../pages/list-page.tsx'
import { RequestPage } from '../pages/request-page.tsx'
import { countIncoming, listIncoming, listOwn, loadShared, type SharedRequest } from '../read.ts'
import { paths, requestHref } from '../urls.ts'

type Request = RouteRequest<{ readonly id: string }>
type ReplyRequest = Request & RouteRequest<{ readonly id: string }, unknown, Static<typeof replyForm>>
type PassRequest = Request & RouteRequest<{ readonly id: string }, unknown, Static<typeof passForm>>

async function open({ params, audit }: Request, ctx: Context): Promise<SharedRequest | Reply> {
  const request = await loadShared(ctx.tx, params.id)
  if (request === null) return refuse(404, 'not_found')
  // Kept under the ticket, so that the trail hides it from whom the ticket is kept.
  audit({ objectType: 'ticket', objectId: request.ticketId })
  return request
}

async function show({ frame, raw }: Request, ctx: Context, request: SharedRequest, problems: FieldProblems): Promise<Reply> {
  const units = request.state === 'open' ? await listPassable(ctx, request) : []
  const node = RequestPage({
    frame,
    request,
    now: ctx.now,
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    typed: { words: request.draft, ...readTexts(raw) },
    problems: sayProblems(frame, problems, 'contribution'),
  })
  return page(node, { status: Object.keys(problems).length === 0 ? 200 : 422 })
}

async function answer(request: ReplyRequest, ctx: Context): Promise<Reply> {
  const found = await open(request, ctx)
  if (!('shared' in found)) return found
  if (!request.form.ok) return show(request, ctx, found, request.form.error)
  const { words = '', deed } = request.form.value
  if (deed === 'draft') {
    const kept = await keepDraft(ctx, found, words)
    return kept ? redirect(requestHref(found.id), { notice: 'contribution.notice.kept' }) : refuse(409, 'conflict')
  }
  if (words.trim() === '') return show(request, ctx, found, { words: deed === 'decline' ? 'no_reason' : 'required' })
  const done = await reply(ctx, found, deed === 'decline' ? 'declined' : 'answered', words)
  if (!done) return refuse(409, 'conflict')
  return redirect(paths.list, { notice: `contribution.notice.${deed}` })
}

async function pass(request: PassRequest, ctx: Context): Promise<Reply> {
  const found = await open(request, ctx)
  if (!('shared' in found)) return found
  if (!request.form.ok) return show(request, ctx, found, request.form.error)
  const passed = await passOn(ctx, found, request.form.value.office)
  if (passed.ok) return redirect(paths.list, { notice: 'contribution.notice.passed' })
  request.audit({ reason: passed.error })
  if (passed.error === 'conflict') return refuse(409, 'conflict')
  return show(request, ctx, found, { office: passed.error })
}

const shared = { audience: 'officer', permission: 'contribution.give' } as const
const one = { ...shared, params: idParams } as const

export const incomingRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.list,
    audit: { event: 'contribution.listed', done: false },
    handler: async ({ frame }, ctx) => {
      const [incoming, own, count] = await Promise.all([listIncoming(ctx.tx), listOwn(ctx.tx), countIncoming(ctx.tx)])
      return page(ListPage({ frame, incoming, own, count, now: ctx.now }))
    },
  }),
  defineRoute({
    ...one,
    method: 'GET',
    path: paths.request,
    audit: { event: 'contribution.opened', done: true },
    handler: async (request, ctx) => {
      const found = await open(request, ctx)
      return 'shared' in found ? show(request, ctx, found, {}) : found
    },
  }),
  defineRoute({
    ...one,
    method: 'POST',
    path: paths.request,
    audit: { event: 'contribution.replied', done: true },
    form: replyForm,
    handler: answer,
  }),
  defineRoute({
    ...one,
    method: 'POST',
    path: paths.pass,
    audit: { event: 'contribution.passed', done: true },
    form: passForm,
    handler: pass,
  }),
]

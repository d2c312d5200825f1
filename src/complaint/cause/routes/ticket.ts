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
import { lacksCause, recordCause } from '../actions/record.ts'
import { causeForm, idParams } from '../forms.ts'
import { CausePage } from '../pages/ticket-page.tsx'
import { listActionsOf, loadFinding } from '../read.ts'
import { causeHref, paths } from '../urls.ts'
import { actionFields, listOwners, loadNames, readAction, toAction, zoneOf } from './naming.ts'

type Request = RouteRequest<{ readonly id: string }>

async function openTicket({ params, audit }: Request, ctx: Context): Promise<LoadedTicket | Reply> {
  audit({ objectType: 'ticket', objectId: params.id })
  const ticket = await loadById(ctx.tx, params.id)
  if (ticket === null) return refuse(404, 'not_found')
  return mayIn(ctx.actor, 'cause.record', ticket.standing.officeId) ? ticket : refuse(403, 'permission')
}

async function show(request: Request, ctx: Context, ticket: LoadedTicket, problems: FieldProblems): Promise<Reply> {
  const { frame } = request
  const { id, number, standing } = ticket
  const [text, found, actions, isMissing, owners, names] = await Promise.all([
    loadText(ctx.tx, id),
    loadFinding(ctx.tx, id),
    listActionsOf(ctx.tx, id),
    lacksCause(ctx, id),
    listOwners(ctx, standing.officeId),
    loadNames(ctx),
  ])
  const node = CausePage({
    frame,
    id,
    number,
    title: text?.title ?? '',
    found: found && { cause: found.cause, words: found.words, by: found.officerName, at: found.at },
    actions: actions.map((row) => toAction(ctx, frame, names, row)),
    isMissing,
    owners,
    typed: readTexts(request.raw),
    problems: sayProblems(frame, problems, 'cause'),
    timeZone: zoneOf(names, standing.officeId),
  })
  return page(node, { status: Object.keys(problems).length === 0 ? 200 : 422 })
}

async function save(
  request: Request & RouteRequest<{ readonly id: string }, unknown, Static<typeof causeForm>>,
  ctx: Context,
): Promise<Reply> {
  const ticket = await openTicket(request, ctx)
  if (!('standing' in ticket)) return ticket
  if (!request.form.ok) return show(request, ctx, ticket, request.form.error)
  const { cause, words = '', ...action } = request.form.value
  const done = await recordCause(ctx, ticket.id, { cause, words, action: readAction(action) })
  if (done.ok) return redirect(causeHref(ticket.id), { notice: 'cause.notice.recorded' })
  request.audit({ reason: done.error })
  if (done.error === 'ticket_not_found') return refuse(404, 'not_found')
  if (done.error === 'permission') return refuse(403, 'permission')
  return show(request, ctx, ticket, { [actionFields[done.error] ?? 'cause']: done.error })
}

const shared = { path: paths.ticket, audience: 'officer', permission: 'cause.record', params: idParams } as const

export const ticketRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    audit: { event: 'cause.opened', done: true },
    handler: async (request, ctx) => {
      const ticket = await openTicket(request, ctx)
      return 'standing' in ticket ? show(request, ctx, ticket, {}) : ticket
    },
  }),
  defineRoute({ ...shared, method: 'POST', audit: { event: 'cause.recorded', done: true }, form: causeForm, handler: save }),
]

import type { Static } from 'typebox'
import { requireOffice } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import { coverIdentity, readIdentityAsService } from '../../../access/confidentiality/index.ts'
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
import { loadCalendar } from '../../deadlines/index.ts'
import { type LoadedTicket, loadById, loadText } from '../../record/index.ts'
import { askUnit, listUnitsToAsk, mayAsk, withdrawRequest } from '../actions/ask.ts'
import { askForm, idParams, requestParams } from '../forms.ts'
import { AskPage } from '../pages/ask-page.tsx'
import { suggestDays } from '../rules.ts'
import { paths, ticketHref } from '../urls.ts'

type Request = RouteRequest<{ readonly id: string }>
type AskRequest = Request & RouteRequest<{ readonly id: string }, unknown, Static<typeof askForm>>

async function openTicket({ params, audit }: Request, ctx: Context): Promise<LoadedTicket | Reply> {
  audit({ objectType: 'ticket', objectId: params.id })
  const ticket = await loadById(ctx.tx, params.id)
  if (ticket === null) return refuse(404, 'not_found')
  return mayIn(ctx.actor, 'ticket.handle', ticket.standing.officeId) ? ticket : refuse(403, 'permission')
}

async function show({ frame, raw }: Request, ctx: Context, ticket: LoadedTicket, problems: FieldProblems): Promise<Reply> {
  if (!mayAsk(ctx, ticket)) return refuse(409, 'conflict')
  const own = await requireOffice(ctx.tx, ticket.standing.officeId)
  const [text, offices, calendar] = [await loadText(ctx.tx, ticket.id), await listUnitsToAsk(ctx, ticket), await loadCalendar(ctx, own)]
  const who = await readIdentityAsService(ctx, ticket.id)
  const days = suggestDays({ now: ctx.now, owedAt: ticket.standing.dueAt, calendar })
  const node = AskPage({
    frame,
    id: ticket.id,
    number: ticket.number,
    title: text?.title ?? '',
    owedAt: ticket.standing.dueAt > ctx.now ? ticket.standing.dueAt : null,
    timeZone: own.timeZone,
    offices: offices.map(({ id, name }) => ({ value: id, label: name })),
    typed: { shared: coverIdentity(who, text?.body ?? ''), days: String(days), ...readTexts(raw) },
    problems: sayProblems(frame, problems, 'contribution'),
  })
  return page(node, { status: Object.keys(problems).length === 0 ? 200 : 422 })
}

async function ask(request: AskRequest, ctx: Context): Promise<Reply> {
  const ticket = await openTicket(request, ctx)
  if (!('standing' in ticket)) return ticket
  if (!request.form.ok) return show(request, ctx, ticket, request.form.error)
  const { office, question, shared = '', days } = request.form.value
  const asked = await askUnit(ctx, ticket.id, { officeId: office, question, shared, days })
  if (asked.ok) return redirect(ticketHref(ticket.id), { notice: 'contribution.notice.asked' })
  request.audit({ reason: asked.error })
  if (asked.error === 'ticket_not_found') return refuse(404, 'not_found')
  if (asked.error === 'conflict') return refuse(409, 'conflict')
  return show(request, ctx, ticket, { [asked.error === 'office_unknown' ? 'office' : 'days']: asked.error })
}

const shared = { audience: 'officer', permission: 'ticket.handle' } as const

export const askRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.ask,
    params: idParams,
    audit: { event: 'contribution.composed', done: false },
    handler: async (request, ctx) => {
      const ticket = await openTicket(request, ctx)
      return 'standing' in ticket ? show(request, ctx, ticket, {}) : ticket
    },
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.ask,
    params: idParams,
    audit: { event: 'contribution.asked', done: true },
    form: askForm,
    handler: ask,
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.withdraw,
    params: requestParams,
    audit: { event: 'contribution.withdrawn', done: true },
    handler: async (request, ctx) => {
      const ticket = await openTicket(request, ctx)
      if (!('standing' in ticket)) return ticket
      if (!(await withdrawRequest(ctx, ticket.id, request.params.request))) return refuse(409, 'conflict')
      return redirect(ticketHref(ticket.id), { notice: 'contribution.notice.withdrawn' })
    },
  }),
]

import type { Static } from 'typebox'
import { loadOffice, loadOffices } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
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
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { type Problems, sayProblems } from '../../../ui/index.ts'
import { type LoadedTicket, loadById, loadText } from '../../record/index.ts'
import { assignReviewer, listReviewers, type Reviewer } from '../actions/assign.ts'
import { loadStanding } from '../actions/show.ts'
import { assignForm, ticketParams } from '../forms.ts'
import { AssignPage } from '../pages/assign-page.tsx'
import { QueuePage } from '../pages/queue-page.tsx'
import { countQueue, listQueue } from '../read.ts'
import { paths, ticketHref } from '../urls.ts'

/** The units in which this officer may review. */
function findOwnUnits({ actor }: Context): readonly string[] {
  return [...new Set(actor.assignments.map(({ officeId }) => officeId))].filter((officeId) => mayIn(actor, 'ticket.review', officeId))
}

async function showQueue({ frame }: RouteRequest, ctx: Context): Promise<Reply> {
  const units = findOwnUnits(ctx)
  const [lines, total, offices] = await Promise.all([
    listQueue(ctx.tx, units, ctx.actor.id),
    countQueue(ctx.tx, units),
    loadOffices(ctx.tx),
  ])
  const places = new Map(offices.map((office) => [office.id, office]))
  const shown = lines.map(({ officeId, ...line }) => ({
    ...line,
    officeName: places.get(officeId)?.name ?? '',
    timeZone: places.get(officeId)?.timeZone ?? defaultTimeZone,
  }))
  return page(QueuePage({ frame, lines: shown, total, now: ctx.now }))
}

type Request = RouteRequest<{ readonly id: string }, unknown, Static<typeof assignForm>>

/** Why it is refused, and who could do it instead. */
function offerOther(frame: Frame, problems: FieldProblems, other: Reviewer | undefined): Problems {
  const { t } = frame.words
  const offer = other === undefined ? t('review.problem.no_alternative') : t('review.problem.alternative', { name: other.name })
  return Object.fromEntries(Object.entries(sayProblems(frame, problems, 'review')).map(([field, said]) => [field, `${said} ${offer}`]))
}

async function showAssignment(
  request: RouteRequest,
  ctx: Context,
  ticket: LoadedTicket,
  shown: { readonly problems: FieldProblems; readonly status: 200 | 409 | 422 },
): Promise<Reply> {
  const { standing } = ticket
  const [text, office, reviewers, stands] = await Promise.all([
    loadText(ctx.tx, ticket.id),
    loadOffice(ctx.tx, standing.officeId),
    listReviewers(ctx, ticket),
    loadStanding(ctx, ticket),
  ])
  const words = stands.kind === 'running' ? stands.words : ''
  const fit = reviewers.filter(({ unfit }) => unfit === null)
  const chosen = fit.find(({ id }) => id === (standing.assigneeId ?? ctx.actor.id)) ?? fit[0]
  const props = {
    frame: request.frame,
    id: ticket.id,
    number: ticket.number,
    title: text?.title ?? '',
    words: words === '' ? null : words,
    askedAt: stands.kind === 'running' ? stands.askedAt : null,
    dueAt: standing.dueAt,
    timeZone: office?.timeZone ?? defaultTimeZone,
    officeName: office?.name ?? '',
    reviewer: reviewers.find(({ id }) => id === standing.assigneeId)?.name ?? null,
    reviewers,
    chosen: chosen?.id ?? '',
    problems:
      shown.status === 409 ? offerOther(request.frame, shown.problems, fit[0]) : sayProblems(request.frame, shown.problems, 'review'),
  }
  return page(AssignPage(props), { status: shown.status })
}

/** The ticket, if this officer may say who reviews it; else what to answer. */
async function openTicket({ params, audit }: RouteRequest<{ readonly id: string }>, ctx: Context): Promise<LoadedTicket | Reply> {
  audit({ objectType: 'ticket', objectId: params.id })
  const ticket = await loadById(ctx.tx, params.id)
  if (ticket === null) return refuse(404, 'not_found')
  if (!mayIn(ctx.actor, 'ticket.review', ticket.standing.officeId)) return refuse(403, 'permission')
  return ticket.standing.state === 'in_review' ? ticket : refuse(409, 'conflict')
}

async function assign(request: Request, ctx: Context): Promise<Reply> {
  const ticket = await openTicket(request, ctx)
  if (!('standing' in ticket)) return ticket
  if (!request.form.ok) return showAssignment(request, ctx, ticket, { problems: request.form.error, status: 422 })
  const { officer } = request.form.value
  const done = await assignReviewer(ctx, ticket.id, officer)
  if (done.ok) {
    request.audit({ details: { officer } })
    const isOwn = readText(request.raw, 'officer') === ctx.actor.id
    return redirect(isOwn ? ticketHref(ticket.id) : paths.queue, { notice: isOwn ? 'review.done.own' : 'review.done.assigned' })
  }
  request.audit({ reason: done.error })
  if (done.error === 'ticket_not_found') return refuse(404, 'not_found')
  if (done.error === 'permission') return refuse(403, 'permission')
  if (done.error === 'conflict') return refuse(409, 'conflict')
  return showAssignment(request, ctx, ticket, { problems: { officer: done.error }, status: 409 })
}

const guarded = { audience: 'officer', permission: 'ticket.review' } as const
const ofTicket = { ...guarded, path: paths.ticket, params: ticketParams } as const

export const consoleRoutes: readonly Route[] = [
  defineRoute({ ...guarded, method: 'GET', path: paths.queue, audit: { event: 'review.listed', done: false }, handler: showQueue }),
  defineRoute({
    ...ofTicket,
    method: 'GET',
    audit: { event: 'review.opened', done: true },
    handler: async (request, ctx) => {
      const ticket = await openTicket(request, ctx)
      return 'standing' in ticket ? showAssignment(request, ctx, ticket, { problems: {}, status: 200 }) : ticket
    },
  }),
  defineRoute({
    ...ofTicket,
    method: 'POST',
    audit: { event: 'review.assigned', done: true },
    form: assignForm,
    handler: (request, ctx) => assign(request, ctx),
  }),
]

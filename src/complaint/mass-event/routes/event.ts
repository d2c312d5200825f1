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
import { attachNumbers, leaveEvent } from '../actions/attach.ts'
import { answerNew, chooseRest, closeEvent } from '../actions/event.ts'
import { judgeNumbers } from '../actions/judging.ts'
import { suggestReports } from '../actions/suggest.ts'
import { attachForm, idParams, restForm, startForm, ticketParams } from '../forms.ts'
import { EventPage } from '../pages/event-page.tsx'
import { countLanguages, type EventRow, listMembers } from '../read.ts'
import { composeLanguages } from '../rules.ts'
import { loadTexts } from '../store.ts'
import { eventHref, paths, textHref } from '../urls.ts'
import { isReply, openFor } from './open.ts'
import { offerLanguages, sayLanguage } from './saying.ts'

type Request = RouteRequest<{ readonly id: string }>
type Form<Shape> = Request & RouteRequest<{ readonly id: string }, unknown, Shape>

async function show({ frame, raw }: Request, ctx: Context, event: EventRow, problems: FieldProblems): Promise<Reply> {
  const { numbers = '', picked = '' } = readTexts(raw)
  const given = [numbers, picked].filter((part) => part !== '').join('\n')
  const judged = Object.keys(problems).length === 0 ? [] : await judgeNumbers(ctx, event, given)
  const [counts, texts, listed, suggested] = await Promise.all([
    countLanguages(ctx.tx, event.id),
    loadTexts(ctx.tx, event.id),
    listMembers(ctx.tx, event.id),
    suggestReports(ctx, event),
  ])
  const languages = composeLanguages(counts, texts, event.restLanguage)
  const node = EventPage({
    frame,
    event,
    languages: languages.map((one) => ({ ...one, name: sayLanguage(frame, one.language) })),
    approved: languages
      .filter(({ approved }) => approved)
      .map(({ language }) => ({ value: language, label: sayLanguage(frame, language) })),
    others: offerLanguages(
      frame,
      languages.map(({ language }) => language),
    ),
    members: listed.members.map((member) => ({ ...member, language: sayLanguage(frame, member.language) })),
    total: listed.total,
    left: listed.left,
    judged: judged.map(({ given, ticket, problem }) => ({ given, title: ticket?.title ?? null, problem })),
    mayAnswer: mayIn(ctx.actor, 'ticket.handle', event.officeId),
    suggested: suggested.map((report) => ({ ...report, language: sayLanguage(frame, report.language) })),
    typed: { numbers: given.replaceAll(',', '\n') },
    problems: sayProblems(frame, problems, 'mass-event'),
  })
  // Whoever tried the number of a ticket kept from them stays put down for it.
  return page(node, Object.keys(problems).length === 0 ? {} : { status: 422, keep: true })
}

async function attach(request: Form<Static<typeof attachForm>>, ctx: Context): Promise<Reply> {
  const event = await openFor(request, ctx, 'mass_event.record')
  if (isReply(event)) return event
  if (!request.form.ok) return show(request, ctx, event, request.form.error)
  const { numbers = '', picked = [], deed } = request.form.value
  const given = [numbers, ...picked].join('\n')
  const attached = await attachNumbers(ctx, { eventId: event.id, numbers: given, fittingOnly: deed === 'fitting' })
  if (attached.ok) return redirect(eventHref(event.id), { notice: 'mass-event.notice.attached' })
  request.audit({ reason: attached.error })
  if (attached.error === 'event_closed' || attached.error === 'event_not_found') return refuse(409, 'conflict')
  return show(request, ctx, event, { numbers: attached.error })
}

const shared = { audience: 'officer', permission: 'mass_event.record', params: idParams } as const
const answering = { ...shared, permission: 'ticket.handle' } as const

const attaching: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.event,
    audit: { event: 'mass_event.viewed', done: true },
    handler: async (request, ctx) => {
      const event = await openFor(request, ctx, 'mass_event.record')
      return isReply(event) ? event : show(request, ctx, event, {})
    },
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.attach,
    audit: { event: 'mass_event.attached', done: true },
    form: attachForm,
    handler: attach,
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.detach,
    params: ticketParams,
    audit: { event: 'mass_event.detached', done: true },
    handler: async (request, ctx) => {
      const event = await openFor(request, ctx, 'mass_event.record')
      if (isReply(event)) return event
      const left = await leaveEvent(ctx, { eventId: event.id, ticketId: request.params.ticket }, 'detached')
      return left ? redirect(eventHref(event.id), { notice: 'mass-event.notice.detached' }) : refuse(409, 'conflict')
    },
  }),
]

const answers: readonly Route[] = [
  defineRoute({
    ...answering,
    method: 'POST',
    path: paths.start,
    audit: { event: 'mass_event.language_chosen', done: false },
    form: startForm,
    handler: async (request, ctx) => {
      const event = await openFor(request, ctx, 'ticket.handle')
      if (isReply(event)) return event
      return request.form.ok ? redirect(textHref(event.id, request.form.value.language)) : show(request, ctx, event, request.form.error)
    },
  }),
  defineRoute({
    ...answering,
    method: 'POST',
    path: paths.rest,
    audit: { event: 'mass_event.rest_chosen', done: true },
    form: restForm,
    handler: async (request, ctx) => {
      const event = await openFor(request, ctx, 'ticket.handle')
      if (isReply(event)) return event
      if (!request.form.ok) return show(request, ctx, event, request.form.error)
      const language = request.form.value.language ?? null
      const chosen = await chooseRest(ctx, event.id, language)
      if (!chosen.ok) return refuse(409, 'conflict')
      request.audit({ details: { language } })
      return redirect(eventHref(event.id), { notice: language === null ? 'mass-event.notice.rest_none' : 'mass-event.notice.rest' })
    },
  }),
  defineRoute({
    ...answering,
    method: 'POST',
    path: paths.send,
    audit: { event: 'mass_event.sent', done: true },
    handler: async (request, ctx) => {
      const event = await openFor(request, ctx, 'ticket.handle')
      if (isReply(event)) return event
      return (await answerNew(ctx, event.id))
        ? redirect(eventHref(event.id), { notice: 'mass-event.notice.sent' })
        : refuse(409, 'conflict')
    },
  }),
  defineRoute({
    ...answering,
    method: 'POST',
    path: paths.close,
    audit: { event: 'mass_event.closed', done: true },
    handler: async (request, ctx) => {
      const event = await openFor(request, ctx, 'ticket.handle')
      if (isReply(event)) return event
      const closed = await closeEvent(ctx, event.id)
      if (closed.ok) return redirect(eventHref(event.id), { notice: 'mass-event.notice.closed' })
      request.audit({ reason: closed.error })
      return refuse(409, 'conflict')
    },
  }),
]

export const eventRoutes: readonly Route[] = [...attaching, ...answers]

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
import { decideText, findOpenText, writeText } from '../actions/text.ts'
import { decideForm, textForm, textParams, textQuery } from '../forms.ts'
import { TextPage } from '../pages/text-page.tsx'
import { countLanguages, type EventRow } from '../read.ts'
import { countAnswered } from '../rules.ts'
import { loadTexts } from '../store.ts'
import { eventHref, paths, textHref } from '../urls.ts'
import { isReply, openFor } from './open.ts'
import { sayLanguage } from './saying.ts'

type Params = { readonly id: string; readonly language: string }
type Request = RouteRequest<Params>
type TextRequest = Request & RouteRequest<Params, unknown, Static<typeof textForm>>
type DecideRequest = Request & RouteRequest<Params, unknown, Static<typeof decideForm>>

/** `writes`: the form is shown although a proposed text waits. */
async function show(request: Request, ctx: Context, event: EventRow, problems: FieldProblems, writes: boolean): Promise<Reply> {
  const { frame, params, raw } = request
  const { language } = params
  const [texts, counts] = await Promise.all([loadTexts(ctx.tx, event.id), countLanguages(ctx.tx, event.id)])
  const open = findOpenText(texts, language)
  const approved = texts.find((text) => text.language === language && text.state === 'approved') ?? null
  const closed = event.state === 'closed'
  const mayWrite = !closed && mayIn(ctx.actor, 'ticket.handle', event.officeId)
  const node = TextPage({
    frame,
    event,
    language,
    languageName: sayLanguage(frame, language),
    waiting: counts.find((count) => count.language === language)?.waiting ?? 0,
    reaches: countAnswered(language, { counts, texts, restLanguage: event.restLanguage }),
    open,
    approved,
    shown: mayWrite && (writes || open?.state !== 'proposed') && (writes || open !== null || approved === null) ? 'form' : 'text',
    mayWrite,
    mayDecide:
      !closed &&
      open?.state === 'proposed' &&
      mayIn(ctx.actor, 'answer.approve', event.officeId) &&
      !open.writers.includes(ctx.actor.id ?? ''),
    typed: readTexts(raw),
    problems: sayProblems(frame, problems, 'mass-event'),
  })
  return page(node, { status: Object.keys(problems).length === 0 ? 200 : 422 })
}

/** Under which field a problem of a text is shown. */
const fields: Readonly<Record<string, string>> = {
  answer_incomplete: 'finding',
  message_too_long: 'finding',
  remedy_missing: 'remedy',
  outcome_missing: 'outcome',
  outcome_differs: 'outcome',
}

async function write(request: TextRequest, ctx: Context): Promise<Reply> {
  const event = await openFor(request, ctx, 'ticket.handle')
  if (isReply(event)) return event
  if (!request.form.ok) return show(request, ctx, event, request.form.error, true)
  const { finding = '', action = '', remedy = '', nextStep = '', outcome = '', deed } = request.form.value
  const { language } = request.params
  const parts = { finding, action, remedy, nextStep, outcome }
  const written = await writeText(ctx, { eventId: event.id, language, parts, propose: deed === 'propose' })
  if (written.ok)
    return redirect(deed === 'propose' ? eventHref(event.id) : textHref(event.id, language), { notice: `mass-event.notice.${deed}` })
  request.audit({ reason: written.error })
  if (written.error === 'conflict') return refuse(409, 'conflict')
  return show(request, ctx, event, { [fields[written.error] ?? 'finding']: written.error }, true)
}

async function decide(request: DecideRequest, ctx: Context): Promise<Reply> {
  const event = await openFor(request, ctx, 'answer.approve')
  if (isReply(event)) return event
  if (!request.form.ok) return show(request, ctx, event, request.form.error, false)
  const { sha256, verdict, reason, words = '' } = request.form.value
  if (verdict === 'returned' && reason === undefined) return show(request, ctx, event, { reason: 'choose' }, false)
  const { language } = request.params
  const said = verdict === 'returned' && reason !== undefined ? ({ verdict, reason, words } as const) : ({ verdict: 'approved' } as const)
  const decided = await decideText(ctx, { eventId: event.id, language, sha256, said })
  if (decided.ok) return redirect(eventHref(event.id), { notice: `mass-event.notice.${decided.value}` })
  request.audit({ reason: decided.error })
  if (decided.error === 'own_text') return refuse(403, 'permission')
  return refuse(409, 'conflict')
}

const shared = { audience: 'officer', params: textParams } as const

export const textRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    permission: 'mass_event.record',
    method: 'GET',
    path: paths.text,
    query: textQuery,
    audit: { event: 'mass_event.text_opened', done: true },
    handler: async (request, ctx) => {
      const event = await openFor(request, ctx, 'mass_event.record')
      return isReply(event) ? event : show(request, ctx, event, {}, request.query.ubah === '1')
    },
  }),
  defineRoute({
    ...shared,
    permission: 'ticket.handle',
    method: 'POST',
    path: paths.text,
    audit: { event: 'mass_event.text_written', done: true },
    form: textForm,
    handler: write,
  }),
  defineRoute({
    ...shared,
    permission: 'answer.approve',
    method: 'POST',
    path: paths.decide,
    audit: { event: 'mass_event.text_decided', done: true },
    form: decideForm,
    handler: decide,
  }),
]

import type { Static } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, redirect } from '../../../platform/http/route.ts'
import { isLocale } from '../../../platform/i18n.ts'
import { keepDraft } from '../../answering/index.ts'
import { loadRight } from '../../review/index.ts'
import { askCheck } from '../actions/check.ts'
import { loadApprovers } from '../actions/need.ts'
import { answer, ask, write } from '../actions/talk.ts'
import { answerForm, draftForm, messageForm, ticketParams } from '../forms.ts'
import type { DeedProps } from '../pages/deed-page.tsx'
import { AnswerPage, AnswerPreviewPage, type answerFields, MessagePage, MessagePreviewPage } from '../pages/talk-pages.tsx'
import type { DraftView } from '../pages/views.ts'
import { findAnswerProblem, findCheckNeed, fitToUnit, measureReadability, verbPermissions } from '../rules.ts'
import { paths, ticketHref, verbPaths } from '../urls.ts'
import { composeAnswerForm } from './answer-form.ts'
import { composeDeed, type DeedRequest, openForDeed, showAgain } from './deed.ts'
import { type Opened, offerVerbs } from './opening.ts'
import { putTemplateIn } from './template.ts'
import { refuseProblem } from './verbs.ts'
import { composeDraft } from './view-ticket.ts'

type TalkVerb = 'ask' | 'write' | 'answer'

/** The page in the complainant's language, as far as what they will read is concerned. */
async function composePreview(ctx: Context, verb: TalkVerb, props: DeedProps, opened: Opened, text: string) {
  const { language } = opened.ticket
  const asked = verb === 'answer' ? findCheckNeed(opened.ticket, props.typed['outcome']) : null
  const need = asked && fitToUnit(asked, { ids: await loadApprovers(ctx, opened.ticket), authorId: ctx.actor.id ?? '' })
  const theirFrame = { ...props.frame, words: ctx.words(isLocale(language) ? language : props.frame.words.locale) }
  const right = await loadRight(ctx, opened.ticket, { at: ctx.now, messageId: null })
  return { ...props, theirFrame, officeName: opened.office.name, now: ctx.now, readability: measureReadability(text), need, right }
}

/** `draft`: what is kept of it, where nothing was typed now. */
async function formPage(ctx: Context, verb: TalkVerb, props: DeedProps, opened: Opened, draft: DraftView | null = null) {
  const verbs = offerVerbs(ctx, opened)
  return verb === 'answer'
    ? AnswerPage({ ...props, ...(await composeAnswerForm(ctx, props.frame, opened)), draft })
    : MessagePage({ ...props, mayAsk: verbs.has('ask'), mayWrite: verbs.has('write') })
}

async function previewPage(ctx: Context, verb: TalkVerb, props: DeedProps, opened: Opened) {
  const { typed } = props
  const parts = verb === 'answer' ? [typed['finding'], typed['action'], typed['remedy'], typed['nextStep']] : [typed['body']]
  const preview = await composePreview(ctx, verb, props, opened, parts.join('\n'))
  return verb === 'answer' ? AnswerPreviewPage(preview) : MessagePreviewPage({ ...preview, verb })
}

const fields = {
  check_needed: 'outcome',
  outcome_not_of_review: 'outcome',
  message_empty: 'body',
  message_too_long: 'body',
  answer_incomplete: 'finding',
  remedy_missing: 'remedy',
  not_an_officer: 'body',
}

type Talk = {
  readonly verb: TalkVerb
  readonly event: string
  /** Names the words that say it is done; the verb when absent. */
  readonly notice?: string
  readonly form: typeof answerForm | typeof messageForm
  readonly say: (ctx: Context, id: string, form: unknown) => ReturnType<typeof ask> | ReturnType<typeof answer>
}

/** The words of an answer out of a form, whether sent or kept. */
function readDraft(typed: Readonly<Record<string, string>>) {
  const read = (name: (typeof answerFields)[number]): string => typed[name] ?? ''
  return { finding: read('finding'), action: read('action'), remedy: read('remedy'), nextStep: read('nextStep'), outcome: read('outcome') }
}

async function showPreview({ verb }: Talk, request: DeedRequest, ctx: Context): Promise<Reply> {
  const opened = await openForDeed(request, ctx, verb)
  if (!opened.ok) return opened.error
  if (!request.form.ok)
    return showAgain({ verb, fields, page: (props, at) => formPage(ctx, verb, props, at) }, request, ctx, request.form.error)
  const typed = readTexts(request.raw)
  const missing =
    verb === 'answer' ? findAnswerProblem({ ...readDraft(typed), outcome: (request.form.value as AnswerFields).outcome }) : null
  if (missing !== null) return showAgain({ verb, fields, page: (props, at) => formPage(ctx, verb, props, at) }, request, ctx, missing)
  const stale = verb === 'answer' && Number(typed['version']) !== opened.value.ticket.standing.version
  if (verb === 'answer') await keepDraft(ctx, request.params.id, readDraft(typed))
  const props = await composeDeed(request, ctx, opened.value, {
    verb,
    typed,
    problems: {},
    sinceVersion: stale ? Number(typed['version']) || 0 : null,
  })
  return page(await previewPage(ctx, verb, props, opened.value))
}

/** Keeps the words of an unfinished answer, on whatever device they are wanted next. */
async function saveDraft(request: DeedRequest, ctx: Context): Promise<Reply> {
  const opened = await openForDeed(request, ctx, 'answer')
  if (!opened.ok) return opened.error
  if (!request.form.ok) {
    const shown = { verb: 'answer', fields, page: (props: DeedProps, at: Opened) => formPage(ctx, 'answer', props, at) } as const
    return showAgain(shown, request, ctx, request.form.error)
  }
  await keepDraft(ctx, request.params.id, readDraft(readTexts(request.raw)))
  return redirect(ticketHref(request.params.id), { notice: 'casework.done.draft' })
}

async function showForm({ verb }: Talk, request: DeedRequest, ctx: Context): Promise<Reply> {
  const opened = await openForDeed(request, ctx, verb)
  if (!opened.ok) return opened.error
  const typed = readTexts(request.raw)
  const draft = verb === 'answer' && Object.keys(typed).length === 0 ? await composeDraft(ctx, opened.value) : null
  const props = await composeDeed(request, ctx, opened.value, { verb, typed, problems: {}, sinceVersion: null })
  return page(await formPage(ctx, verb, props, opened.value, draft))
}

/** Refused for what the ticket is and not for what was typed: the words are shown as they are, to be sent in the way that is left. */
const onPreview: ReadonlySet<string> = new Set(['stale', 'conflict', 'check_needed'])

async function say(talk: Talk, request: DeedRequest, ctx: Context): Promise<Reply> {
  const { verb } = talk
  const { id } = request.params
  request.audit({ objectType: 'ticket', objectId: id })
  const again = (problem: Parameters<typeof showAgain>[3], asRead: boolean) =>
    showAgain(
      { verb, fields, page: (props, opened) => (asRead ? previewPage(ctx, verb, props, opened) : formPage(ctx, verb, props, opened)) },
      request,
      ctx,
      problem,
    )
  if (!request.form.ok) return again(request.form.error, false)
  const said = await talk.say(ctx, id, request.form.value)
  if (said.ok) return redirect(ticketHref(id), { notice: `casework.done.${talk.notice ?? verb}` })
  if (said.error === 'ticket_not_found' || said.error === 'permission') return refuseProblem(said.error)
  return again(said.error, onPreview.has(said.error))
}

/** Four addresses for words to the complainant: the form, a look at them, back to changing them, and sending. */
function defineTalk(talk: Talk): readonly Route[] {
  const path = `${paths.ticket}/${verbPaths[talk.verb]}`
  const shared = { audience: 'officer', permission: verbPermissions[talk.verb], params: ticketParams } as const
  const looked = { event: 'ticket.words_previewed', done: true }
  return [
    defineRoute({
      ...shared,
      method: 'GET',
      path,
      audit: { event: 'ticket.deed_opened', done: true },
      handler: (request, ctx) => showForm(talk, request, ctx),
    }),
    defineRoute({
      ...shared,
      method: 'POST',
      path: `${path}/periksa`,
      audit: looked,
      form: talk.form,
      handler: (request, ctx) => showPreview(talk, request, ctx),
    }),
    defineRoute({
      ...shared,
      method: 'POST',
      path: `${path}/periksa/ubah`,
      audit: looked,
      handler: (request, ctx) => showForm(talk, request, ctx),
    }),
    defineRoute({
      ...shared,
      method: 'POST',
      path,
      audit: { event: talk.event, done: true },
      form: talk.form,
      handler: (request, ctx) => say(talk, request, ctx),
    }),
  ]
}

type Body = Static<typeof messageForm>
type AnswerFields = Static<typeof answerForm>

function readAnswer(ticketId: string, form: unknown) {
  const { remedy = '', ...parts } = form as AnswerFields
  return { ticketId, remedy, ...parts }
}

const sendAnswer: Talk = {
  verb: 'answer',
  event: 'ticket.answered',
  form: answerForm,
  say: (ctx, id, form) => answer(ctx, readAnswer(id, form)),
}
const askForCheck: Talk = {
  ...sendAnswer,
  event: 'ticket.answer_drafted',
  notice: 'answer_drafted',
  say: (ctx, id, form) => askCheck(ctx, readAnswer(id, form)),
}
const answerShared = { method: 'POST', audience: 'officer', permission: verbPermissions.answer, params: ticketParams } as const

const checkedRoutes: readonly Route[] = [
  defineRoute({
    ...answerShared,
    path: `${paths.ticket}/${verbPaths.answer}/penelaahan`,
    audit: { event: askForCheck.event, done: true },
    form: answerForm,
    handler: (request, ctx) => say(askForCheck, request, ctx),
  }),
  defineRoute({
    ...answerShared,
    path: `${paths.ticket}/${verbPaths.answer}/simpan`,
    audit: { event: 'ticket.draft_saved', done: true },
    form: draftForm,
    handler: (request, ctx) => saveDraft(request, ctx),
  }),
  defineRoute({
    ...answerShared,
    path: `${paths.ticket}/${verbPaths.answer}/templat`,
    audit: { event: 'ticket.template_put_in', done: true },
    handler: (request, ctx) => putTemplateIn(request, ctx),
  }),
]

export const talkRoutes: readonly Route[] = [
  ...defineTalk({
    verb: 'ask',
    event: 'ticket.question_asked',
    form: messageForm,
    say: (ctx, id, form) => ask(ctx, { ticketId: id, ...(form as Body) }),
  }),
  ...defineTalk({
    verb: 'write',
    event: 'ticket.message_sent',
    form: messageForm,
    say: (ctx, id, form) => write(ctx, { ticketId: id, body: (form as Body).body }),
  }),
  ...defineTalk(sendAnswer),
  ...checkedRoutes,
]

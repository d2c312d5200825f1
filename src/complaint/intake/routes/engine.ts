import type { VNode } from 'preact'
import type { Static, TSchema } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { localeCookie } from '../../../platform/http/locale.ts'
import { type CookieChange, type FieldProblems, page, type Reply, type RouteRequest, redirect } from '../../../platform/http/route.ts'
import { isLocale } from '../../../platform/i18n.ts'
import { countOne, type Limit } from '../../../platform/limits.ts'
import type { Result } from '../../../platform/result.ts'
import { beginDraft, draftHours, findBegun, storeDraft } from '../actions/draft.ts'
import { WaitPage } from '../pages/notice-pages.tsx'
import type { Fields, News, StepView } from '../pages/step-page.tsx'
import { loadOffer, type Offer } from '../read.ts'
import { type Answers, answerStep, type Draft, findMissing, findNext, findPrevious, keepTyped, listSteps, type Step } from '../rules.ts'
import { receiptUrl, stepUrls } from '../urls.ts'

export const draftCookie = 'isian'
export const receiptCookie = 'tanda'

/** Drafts begun in an hour from one address: far above what people of one village hall begin, far below what fills a disk. */
const draftsPerAddress: Limit = { name: 'intake-draft', most: 300, minutes: 60 }

/** What a screen needs beside its view. */
export type Scene = { readonly view: StepView; readonly draft: Draft; readonly offer: Offer; readonly ctx: Context }

type StepSource<F extends TSchema> = {
  readonly step: Step
  readonly form: F
  readonly needsOffices?: boolean
  /** The answers given before, as the fields hold them. */
  readonly toFields: (answers: Answers) => Fields
  readonly read: (
    form: Static<F>,
    situation: { readonly ctx: Context; readonly answers: Answers; readonly offer: Offer },
  ) => Result<Answers, FieldProblems>
  readonly render: (scene: Scene) => VNode
}

/** One screen with its question: how it is filled, judged and shown. */
export type StepConfig = Omit<StepSource<TSchema>, 'read'> & {
  readonly read: (
    form: unknown,
    situation: { readonly ctx: Context; readonly answers: Answers; readonly offer: Offer },
  ) => Result<Answers, FieldProblems>
}

export function defineStep<F extends TSchema>(source: StepSource<F>): StepConfig {
  // The server checks the form against the very schema that types `read`.
  return source as unknown as StepConfig
}

/** Sentences for problems: the field's own where there is one. */
export function sayProblems({ frame }: Pick<RouteRequest, 'frame'>, problems: FieldProblems): Readonly<Record<string, string>> {
  const { t, has } = frame.words
  return Object.fromEntries(
    Object.entries(problems).map(([field, code]) => {
      const own = `intake.problem.${field}.${code}`
      return [field, t(has(own) ? own : `ui.problem.${code}`)]
    }),
  )
}

type ViewParts = {
  readonly draft: Draft
  readonly offer: Offer
  readonly values: Fields
  readonly problems: FieldProblems
  readonly news: News | null
  readonly begun: boolean
}

export function composeView(request: Pick<RouteRequest, 'frame'>, step: Step, parts: ViewParts): StepView {
  const { draft, offer, values, problems, news, begun } = parts
  const { frame } = request
  const path = listSteps(draft.answers, offer.categories)
  const previous = findPrevious(step, draft.answers, offer.categories)
  const settled = draft.checked && step !== 'check' && findMissing(draft, offer.categories) === null
  return {
    frame,
    step,
    number: Math.max(1, path.indexOf(step) + 1),
    total: path.length,
    backHref: settled ? stepUrls.check : previous === null ? '/' : stepUrls[previous],
    values,
    problems: sayProblems(request, problems),
    dropped: draft.dropped.map((name) => frame.words.t(`intake.answer.${name}`)),
    news,
    begun,
  }
}

export function keepCookie(token: string): CookieChange {
  return { name: draftCookie, value: token, maxAge: draftHours * 3600 }
}

const newsParameter: Readonly<Record<string, News>> = { mulai: 'start', kedaluwarsa: 'expired', lengkapi: 'incomplete', ulang: 'again' }
const parameterOf: Readonly<Record<News, string | null>> = {
  start: 'mulai',
  expired: 'kedaluwarsa',
  incomplete: 'lengkapi',
  again: 'ulang',
  resumed: null,
}

/** The address of a screen, with news to tell there. */
export function composeUrl(step: Step, news: News | null = null): string {
  const parameter = news === null ? null : parameterOf[news]
  return parameter === null ? stepUrls[step] : `${stepUrls[step]}?kabar=${parameter}`
}

export function readNews(query: unknown): News | null {
  const value = (query as { readonly kabar?: string }).kabar
  return value === undefined ? null : (newsParameter[value] ?? null)
}

/** The draft to write into: the visitor's own, or a new one. */
export type Opened = { readonly token: string; readonly draft: Draft; readonly news: News | null }

/** Null when the report of this cookie was sent already; a reply when too many drafts were begun. */
export async function openDraft(request: RouteRequest, ctx: Context, step: Step): Promise<Opened | Reply> {
  const begun = await findBegun(ctx, request.cookies[draftCookie])
  if (begun.state === 'draft') return { token: begun.token, draft: begun.draft, news: null }
  // The first screen begins something new; any other belonged to the report that was sent.
  if (begun.state === 'sent' && step !== 'kind') return redirect(receiptUrl)
  const { over, retryAfterSeconds } = await countOne(ctx, draftsPerAddress, request.address)
  if (over) return replyWait(request, retryAfterSeconds, stepUrls[step])
  return { ...beginDraft(ctx), news: step === 'kind' ? null : begun.state === 'expired' ? 'expired' : 'start' }
}

export function isReply(value: Opened | Reply): value is Reply {
  return 'kind' in value
}

export function replyWait(request: Pick<RouteRequest, 'frame'>, retryAfterSeconds: number, retryHref: string): Reply {
  const node = WaitPage({ frame: request.frame, minutes: Math.ceil(retryAfterSeconds / 60), retryHref })
  return page(node, { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } })
}

/** Shows a screen: with what was typed if a change of language interrupted it, else with the answers given before. */
export async function showStep(config: StepConfig, request: RouteRequest, ctx: Context): Promise<Reply> {
  const { step } = config
  const begun = await findBegun(ctx, request.cookies[draftCookie])
  if (begun.state !== 'draft' && step !== 'kind') {
    if (begun.state === 'sent') return redirect(receiptUrl)
    return redirect(composeUrl('kind', begun.state === 'expired' ? 'expired' : 'start'))
  }
  const draft = begun.state === 'draft' ? begun.draft : beginDraft(ctx).draft
  const offer = await loadOffer(ctx, { offices: config.needsOffices ?? false })
  const skip = findDetour(step, draft, offer)
  if (skip !== null) return redirect(composeUrl(skip))
  const resumed =
    step === 'kind' && draft.answers.kind !== undefined && draft.pending === null && draft.dropped.length === 0 ? 'resumed' : null
  const values = draft.pending?.step === step ? draft.pending.fields : config.toFields(draft.answers)
  const view = composeView(request, step, {
    draft,
    offer,
    values,
    problems: {},
    news: readNews(request.query) ?? resumed,
    begun: begun.state === 'draft',
  })
  return page(config.render({ view, draft, offer, ctx }))
}

/** Where to go instead of a screen that is not asked, or whose turn has not come. */
export function findDetour(step: Step, draft: Draft, offer: Offer): Step | null {
  const path = listSteps(draft.answers, offer.categories)
  const missing = findMissing(draft, offer.categories)
  if (!path.includes(step)) return missing ?? 'check'
  return missing !== null && path.indexOf(missing) < path.indexOf(step) ? missing : null
}

function pickFields(form: TSchema, raw: Fields): Fields {
  const names = Object.keys((form as { readonly properties?: object }).properties ?? {})
  return Object.fromEntries(names.flatMap((name) => (raw[name] === undefined ? [] : [[name, raw[name]]])))
}

/** Another language was asked for: what is typed is kept as it is, and the same screen comes back. */
export async function changeLanguage(
  config: Pick<StepConfig, 'step' | 'form'>,
  request: RouteRequest,
  ctx: Context,
  opened: Opened,
): Promise<Reply | null> {
  const locale = request.raw['_bahasa']
  if (!isLocale(locale)) return null
  await storeDraft(ctx, opened.token, keepTyped(opened.draft, config.step, pickFields(config.form, request.raw)))
  return redirect(stepUrls[config.step], { cookies: [keepCookie(opened.token), { name: localeCookie, value: locale, maxAge: 31_536_000 }] })
}

/** Takes the answer of a screen: on to the next one, or the screen again with each problem beside its field. */
export async function takeStep(config: StepConfig, request: RouteRequest, ctx: Context): Promise<Reply> {
  const { step } = config
  const opened = await openDraft(request, ctx, step)
  if (isReply(opened)) return opened
  const language = await changeLanguage(config, request, ctx, opened)
  if (language !== null) return language
  const offer = await loadOffer(ctx, { offices: config.needsOffices ?? false })
  const { draft, token, news } = opened
  const answer = request.form.ok ? config.read(request.form.value, { ctx, answers: draft.answers, offer }) : request.form
  if (!answer.ok) {
    const view = composeView(request, step, { draft, offer, values: request.raw, problems: answer.error, news, begun: news === null })
    return page(config.render({ view, draft, offer, ctx }), { status: 422 })
  }
  const answered = answerStep(draft, step, answer.value, offer.categories)
  await storeDraft(ctx, token, answered)
  return redirect(composeUrl(findNext(step, answered, offer.categories), news), { cookies: [keepCookie(token)] })
}

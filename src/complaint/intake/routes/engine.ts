import type { VNode } from 'preact'
import type { Static, TSchema } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { localeCookie } from '../../../platform/http/locale.ts'
import { type FieldProblems, page, type Reply, type RouteRequest, redirect } from '../../../platform/http/route.ts'
import { isLocale } from '../../../platform/i18n.ts'
import type { Result } from '../../../platform/result.ts'
import { beginDraft, findBegun, storeDraft } from '../actions/draft.ts'
import type { Fields, News, StepView } from '../pages/step-page.tsx'
import { loadOffer, type Offer } from '../read.ts'
import { type Answers, answerStep, type Draft, findNext, keepTyped, type Step } from '../rules.ts'
import { stepUrls } from '../urls.ts'
import { composeUrl, draftCookie, findDraft, isReply, keepCookie, type Opened, openDraft, readNews } from './door.ts'
import { composeView, findDetour } from './view.ts'

/** What a screen needs beside its view. */
export type Scene = { readonly view: StepView; readonly draft: Draft; readonly offer: Offer; readonly ctx: Context }

type Situation = { readonly ctx: Context; readonly answers: Answers; readonly offer: Offer }

type StepSource<F extends TSchema> = {
  readonly step: Step
  readonly form: F
  readonly needsOffices?: boolean
  /** The answers given before, as the fields hold them. */
  readonly toFields: (answers: Answers) => Fields
  readonly read: (form: Static<F>, situation: Situation) => Result<Answers, FieldProblems>
  readonly render: (scene: Scene) => VNode
}

/** One screen with its question: how it is filled, judged and shown. */
export type StepConfig = Omit<StepSource<TSchema>, 'read'> & {
  readonly read: (form: unknown, situation: Situation) => Result<Answers, FieldProblems>
}

export function defineStep<F extends TSchema>(source: StepSource<F>): StepConfig {
  // The server checks the form against the very schema that types `read`.
  return source as unknown as StepConfig
}

/** The first screen can be looked at before anything was begun. */
async function findDraftToShow(step: Step, request: RouteRequest, ctx: Context): Promise<(Opened & { readonly begun: boolean }) | Reply> {
  if (step !== 'kind') {
    const found = await findDraft(request, ctx, step)
    return isReply(found) ? found : { ...found, begun: true }
  }
  const begun = await findBegun(ctx, request.cookies[draftCookie])
  return begun.state === 'draft' ? { ...begun, news: null, begun: true } : { ...beginDraft(ctx), news: null, begun: false }
}

/** Coming back to answers of an earlier visit is told; going back a page is not. */
function findNews(step: Step, draft: Draft, request: RouteRequest): News | null {
  const told = readNews(request.query)
  if (told !== null) return told
  const fromOutside = request.headers['sec-fetch-site'] === 'none' || !String(request.headers['referer'] ?? '').includes(stepUrls.kind)
  return step === 'kind' && fromOutside && draft.answers.kind !== undefined && draft.pending === null ? 'resumed' : null
}

/** Shows a screen: with what was typed if a change of language interrupted it, else with the answers given before. */
export async function showStep(config: StepConfig, request: RouteRequest, ctx: Context): Promise<Reply> {
  const { step } = config
  const found = await findDraftToShow(step, request, ctx)
  if (isReply(found)) return found
  const { draft, begun } = found
  const offer = await loadOffer(ctx, { offices: config.needsOffices ?? false })
  const detour = findDetour(step, draft, offer)
  if (detour !== null) return redirect(composeUrl(detour))
  const values = draft.pending?.step === step ? draft.pending.fields : config.toFields(draft.answers)
  const view = composeView(request, step, { draft, offer, values, news: findNews(step, draft, request), begun })
  return page(config.render({ view, draft, offer, ctx }))
}

function pickFields(form: TSchema, raw: Fields): Fields {
  const names = Object.keys((form as { readonly properties?: object }).properties ?? {})
  return Object.fromEntries(names.flatMap((name) => (raw[name] === undefined ? [] : [[name, raw[name]]])))
}

/** Another language was asked for: what is typed is kept as it is, and the same screen comes back. Null when none was. */
export async function changeLanguage(
  config: Pick<StepConfig, 'step' | 'form'>,
  request: RouteRequest,
  ctx: Context,
  opened: Opened,
): Promise<Reply | null> {
  const locale = request.raw['_bahasa']
  if (!isLocale(locale)) return null
  await storeDraft(ctx, opened.token, keepTyped(opened.draft, config.step, pickFields(config.form, request.raw)))
  return redirect(stepUrls[config.step], {
    cookies: [keepCookie(opened.token), { name: localeCookie, value: locale, maxAge: 31_536_000 }],
  })
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

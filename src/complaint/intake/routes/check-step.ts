import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect } from '../../../platform/http/route.ts'
import type { Words } from '../../../platform/i18n.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { countOne, type Limit } from '../../../platform/limits.ts'
import { planClocks } from '../../deadlines/index.ts'
import { parseNumber } from '../../record/rules.ts'
import { findBegun, storeDraft } from '../actions/draft.ts'
import { sendDraft } from '../actions/send.ts'
import { sendForm } from '../forms.ts'
import { type CheckGroup, CheckPage, type CheckRow, type CheckView } from '../pages/check-page.tsx'
import { loadOffer, type Offer } from '../read.ts'
import {
  type Answers,
  asksAccused,
  asksTime,
  asksTopic,
  asksWish,
  categoryOf,
  type centralUnits,
  classify,
  type Draft,
  findHindrance,
  holdsIdentityNumber,
  isKnownReference,
  offerReasons,
  routeReport,
  type Step,
} from '../rules.ts'
import { receiptUrl, sendUrl, stepUrls } from '../urls.ts'
import { nameReason, nameTopic } from './choice-steps.ts'
import { composeUrl, draftCookie, findDraft, isReply, keepCookie, readNews, receiptCookie, replyWait } from './door.ts'
import { composeView, findDetour } from './view.ts'

/**
 * Reports sent in an hour from one address. The peers' five is too few here: a village hall, a consulate or a mobile network shares one
 * address among many people, and each of them must be heard.
 */
const reportsPerAddress: Limit = { name: 'intake-report', most: 20, minutes: 60 }

type Kind = NonNullable<Answers['kind']>
type Situation = { readonly words: Words; readonly kind: Kind; readonly answers: Answers; readonly offer: Offer }

function row(words: Words, name: string, step: Step, value: string): CheckRow {
  return { key: words.t(`intake.answer.${name}`), value, changeHref: stepUrls[step] }
}

function listSubjectRows({ words, kind, answers, offer }: Situation): readonly CheckRow[] {
  const { topic, reason, officeId } = answers
  const office = offer.offices.find(({ id }) => id === officeId)
  return [
    row(words, 'kind', 'kind', words.t(`intake.kind.${kind}`)),
    ...(asksTopic(kind) ? [row(words, 'topic', 'topic', topic === undefined ? '' : nameTopic(words, offer.categories, topic).label)] : []),
    ...(offerReasons(kind, topic, offer.categories).length > 0
      ? [row(words, 'reason', 'reason', reason === undefined ? '' : nameReason(words, offer.categories, reason).label)]
      : []),
    row(words, 'office', 'office', office?.name ?? words.t('intake.office.no')),
  ]
}

function sayDate(words: Words, happenedOn: string | null | undefined): string {
  return happenedOn === null || happenedOn === undefined ? '' : words.date(new Date(`${happenedOn}T00:00:00Z`), 'UTC')
}

function listStoryRows({ words, kind, answers }: Situation): readonly CheckRow[] {
  const { text = '', wish = '', reference = '', happenedOn, happenedRoughly = '', happenedAt = '', accused = '' } = answers
  const when = [sayDate(words, happenedOn), happenedRoughly].filter((part) => part !== '').join('\n')
  return [
    row(words, 'text', 'story', text),
    ...(asksWish(kind) ? [row(words, 'wish', 'story', wish)] : []),
    row(words, 'reference', 'story', reference),
    ...(asksTime(kind) ? [row(words, 'when', 'time', when), row(words, 'where', 'time', happenedAt)] : []),
    ...(asksAccused(answers) ? [row(words, 'accused', 'time', accused)] : []),
  ]
}

function listPersonRows({ words, answers }: Situation): readonly CheckRow[] {
  const { relation, anonymous, secret, unidentified, name = '', email = '', phone = '' } = answers
  const yesNo = (value: boolean | undefined) => words.t(value === true ? 'intake.yes' : 'intake.no')
  const subject = words.t(`intake.subject.${relation ?? 'self'}`)
  const contact =
    unidentified === true
      ? []
      : [row(words, 'email', 'contact', email), row(words, 'phone', 'contact', phone), row(words, 'name', 'contact', name)]
  return [
    row(words, 'subject', 'subject', subject),
    row(words, 'anonymous', 'privacy', yesNo(anonymous)),
    row(words, 'secret', 'privacy', yesNo(secret)),
    row(words, 'unidentified', 'privacy', yesNo(unidentified)),
    ...contact,
  ]
}

function composeRemarks({ words, answers }: Situation): readonly string[] {
  const { text = '', wish = '', reference = '' } = answers
  return [
    ...(parseNumber(reference).ok
      ? [words.t('intake.remark.earlier')]
      : isKnownReference(reference)
        ? []
        : [words.t('intake.remark.reference')]),
    ...(holdsIdentityNumber(text) || holdsIdentityNumber(wish) ? [words.t('intake.remark.identity')] : []),
  ]
}

function sayDestination({ words, kind, answers, offer }: Situation): string {
  const code = categoryOf(kind, answers.topic, answers.reason)
  const category = offer.categories.find((one) => one.code === code)
  const office = offer.offices.find(({ id }) => id === answers.officeId)
  if (!category) return words.t('intake.destination.contact')
  const destination = routeReport({ kind, category, concernedOfficeCode: office?.code ?? null })
  return destination === 'concerned'
    ? words.t('intake.destination.concerned', { office: office?.name ?? '' })
    : words.t(`intake.destination.${destination satisfies keyof typeof centralUnits}`)
}

/** The time that the receipt will promise, from the same rule; its date counts from the moment of sending. */
async function sayAnswer(ctx: Context, { words, kind, answers, offer }: Situation): Promise<string> {
  const code = categoryOf(kind, answers.topic, answers.reason)
  const category = offer.categories.find((one) => one.code === code)
  const office = offer.offices.find(({ id }) => id === answers.officeId)
  const place = office ?? { timeZone: defaultTimeZone, province: null }
  const { answer } = await planClocks(ctx, category ? classify(kind, category) : 'NON', place, { receivedAt: ctx.now })
  return words.t('intake.check.answer', { time: words.t(`intake.promise.unit.${answer.unit}`, { amount: answer.amount }), law: answer.law })
}

function composeCheck(situation: Situation, draft: Draft, answer: string): CheckView {
  const { words } = situation
  const groups: readonly CheckGroup[] = [
    { title: words.t('intake.check.about'), rows: listSubjectRows(situation) },
    { title: words.t('intake.check.story'), rows: listStoryRows(situation), files: true },
    { title: words.t('intake.check.you'), rows: listPersonRows(situation) },
  ]
  return {
    groups,
    files: draft.files.map(({ name, type, size }) => ({ name, type, bytes: size, href: null })),
    filesHref: stepUrls.files,
    destination: sayDestination(situation),
    answer,
    remarks: composeRemarks(situation),
    idempotencyKey: draft.idempotencyKey,
  }
}

/** The address of the screen that keeps the report from going out, with the reason. */
function composeHindered(step: Step, draft: Draft, { categories }: Offer): string {
  return composeUrl(step, findHindrance(step, draft, categories))
}

async function showCheck(request: RouteRequest, ctx: Context): Promise<Reply> {
  const found = await findDraft(request, ctx, 'check')
  if (isReply(found)) return found
  const { draft, token } = found
  const offer = await loadOffer(ctx, { offices: true })
  const detour = findDetour('check', draft, offer)
  const { kind } = draft.answers
  if (detour !== null || kind === undefined) return redirect(composeHindered(detour ?? 'kind', draft, offer))
  if (!draft.checked || draft.dropped.length > 0) await storeDraft(ctx, token, { ...draft, checked: true, dropped: [] })
  const view = composeView(request, 'check', { draft, offer, news: readNews(request.query), begun: true })
  const situation: Situation = { words: request.frame.words, kind, answers: draft.answers, offer }
  return page(CheckPage({ view, check: composeCheck(situation, draft, await sayAnswer(ctx, situation)) }))
}

/** Sends; a second press of the button finds the receipt of the first. */
async function send(request: RouteRequest, ctx: Context): Promise<Reply> {
  // Nothing but the button for sending sends.
  if (request.raw['_bahasa'] !== undefined) return redirect(stepUrls.check)
  const begun = await findBegun(ctx, request.cookies[draftCookie] ?? request.cookies[receiptCookie])
  if (begun.state === 'sent') return redirect(receiptUrl, { cookies: [{ name: receiptCookie, value: begun.token, maxAge: 3600 }] })
  if (begun.state !== 'draft') return redirect(composeUrl('kind', begun.state === 'expired' ? 'expired' : 'start'))
  const offer = await loadOffer(ctx, { offices: false })
  const sent = await sendDraft(ctx, begun.token, begun.draft, offer.categories)
  if (!sent.ok) return redirect(composeHindered(sent.error, begun.draft, offer), { cookies: [keepCookie(begun.token)] })
  // Only a report that came in counts; one too many is undone with its whole transaction, and the answers stay.
  const { over, retryAfterSeconds } = await countOne(ctx, reportsPerAddress, request.address)
  if (over) return replyWait(request, retryAfterSeconds, stepUrls.check)
  request.audit({ objectType: 'ticket', objectId: sent.value.id })
  return redirect(receiptUrl, {
    cookies: [
      { name: draftCookie, value: null },
      { name: receiptCookie, value: begun.token, maxAge: 24 * 3600 },
    ],
  })
}

const shared = { audience: 'visitor', permission: 'public' } as const

export const checkRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: stepUrls.check,
    audit: { event: 'intake.check', done: false },
    handler: (request, ctx) => showCheck(request as RouteRequest, ctx),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: sendUrl,
    audit: { event: 'intake.submitted', done: true },
    freshVisit: true,
    form: sendForm,
    handler: (request, ctx) => send(request as RouteRequest, ctx),
  }),
]

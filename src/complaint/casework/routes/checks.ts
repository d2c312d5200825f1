import type { Static } from 'typebox'
import { loadOffices } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { defaultTimeZone, isLocale } from '../../../platform/i18n.ts'
import { type Check, countWaiting, listWaiting, loadCheck } from '../../answering/index.ts'
import { countWaitingOpenings, listOpeningsToDecide } from '../../identity-opening/index.ts'
import { listTextsToApprove } from '../../mass-event/index.ts'
import { loadHistory } from '../../record/index.ts'
import { loadRight } from '../../review/index.ts'
import { checkAnswer } from '../actions/check.ts'
import { checkForm, ticketParams } from '../forms.ts'
import { CheckPage, ChecksPage } from '../pages/check-pages.tsx'
import type { DeedProps } from '../pages/deed-page.tsx'
import { massEventHref, paths, ticketHref } from '../urls.ts'
import { composeDeed, type DeedRequest, showAgain } from './deed.ts'
import { type Opened, openTicket } from './opening.ts'
import { refuseProblem } from './verbs.ts'
import { toCheck, toHistory } from './view-ticket.ts'

/** More than anybody checks in a day; the count says when there are more. */
const mostLines = 100

/** The units in which this officer checks answers. */
function findOwnUnits({ actor }: Context): readonly string[] {
  return [...new Set(actor.assignments.map(({ officeId }) => officeId))].filter((officeId) => mayIn(actor, 'answer.approve', officeId))
}

function sayMassLanguage({ words }: Frame, language: string): string {
  const key = `mass-event.language.${language}`
  return words.has(key) ? words.t(key) : language
}

/** How much waits for this officer as the second person: answers, and identities to be opened. */
export async function countChecks(ctx: Context): Promise<number> {
  const units = findOwnUnits(ctx)
  if (units.length === 0) return 0
  const [answers, openings] = await Promise.all([countWaiting(ctx.tx, units, ctx.actor.id ?? ''), countWaitingOpenings(ctx)])
  return answers + openings
}

async function listChecks({ frame }: RouteRequest, ctx: Context): Promise<Reply> {
  const [total, openings, waiting, offices, texts] = await Promise.all([
    countChecks(ctx),
    listOpeningsToDecide(ctx),
    listWaiting(ctx.tx, findOwnUnits(ctx), ctx.actor.id ?? '', mostLines),
    loadOffices(ctx.tx),
    listTextsToApprove(ctx),
  ])
  const zones = new Map(offices.map(({ id, timeZone }) => [id, timeZone]))
  const lines = waiting.map(({ officeId, authorName, ...line }) => ({
    ...line,
    author: authorName,
    timeZone: zones.get(officeId) ?? defaultTimeZone,
  }))
  const asked = openings.map(({ officeId, ...opening }) => ({ ...opening, timeZone: zones.get(officeId) ?? defaultTimeZone }))
  const massTexts = texts.map(({ eventId, title, language, authorName }) => ({
    href: `${massEventHref(eventId)}/jawaban/${language}`,
    title,
    language: sayMassLanguage(frame, language),
    author: authorName,
  }))
  return page(ChecksPage({ frame, lines, openings: asked, massTexts, total }))
}

/** The facts about the draft itself; everything else since it was written is news to who judges it. */
const aboutDraft: ReadonlySet<string> = new Set(['ticket.answer_drafted', 'ticket.answer_checked'])

async function composePage(ctx: Context, props: DeedProps, opened: Opened, check: Check) {
  const { frame } = props
  const { language } = opened.ticket
  const history = await loadHistory(ctx.tx, opened.ticket.id)
  const { finding, action, remedy, nextStep, id, sha256, outcome } = check
  return CheckPage({
    ...props,
    theirFrame: { ...frame, words: ctx.words(isLocale(language) ? language : frame.words.locale) },
    story: opened.text.body,
    check: { ...toCheck(ctx, opened, check), id, sha256, outcome, answer: { finding, action, remedy, nextStep } },
    since: toHistory(history.filter(({ version, event }) => version > check.version && !aboutDraft.has(event.type))),
    now: ctx.now,
    right: await loadRight(ctx, opened.ticket, { at: ctx.now, messageId: null }),
  })
}

async function findOpen(ctx: Context, opened: Opened): Promise<Check | null> {
  const check = await loadCheck(ctx, opened.ticket)
  return check?.state === 'open' ? check : null
}

async function showCheck(request: DeedRequest, ctx: Context): Promise<Reply> {
  const { id } = request.params
  request.audit({ objectType: 'ticket', objectId: id })
  const opened = await openTicket(ctx, id)
  if (opened === null) return refuse(404, 'not_found')
  if (!mayIn(ctx.actor, 'answer.approve', opened.ticket.standing.officeId)) return refuse(403, 'permission')
  const check = await findOpen(ctx, opened)
  if (check === null) return redirect(ticketHref(id), { notice: 'casework.done.check_none' })
  const props = await composeDeed(request, ctx, opened, { verb: 'answer', typed: {}, problems: {}, sinceVersion: null, checks: true })
  return page(await composePage(ctx, props, opened, check))
}

const fields = {
  return_reason_missing: 'reason',
  return_words_missing: 'words',
  own_draft: 'reason',
  checked_already: 'reason',
  draft_changed: 'reason',
  author_excluded: 'reason',
}
/** What somebody else did meanwhile, or what is never allowed: a conflict. The rest is to be filled in. */
const conflicts: ReadonlySet<string> = new Set(['own_draft', 'checked_already', 'draft_changed', 'author_excluded'])

async function showCheckAgain(request: DeedRequest, ctx: Context, problem: Parameters<typeof showAgain>[3]): Promise<Reply> {
  const opened = await openTicket(ctx, request.params.id)
  if (opened === null) return refuse(404, 'not_found')
  const check = await findOpen(ctx, opened)
  // Sent, returned or replaced by another meanwhile: there is nothing left to say anything about.
  if (check === null) return refuse(409, 'conflict')
  const again = await showAgain(
    { verb: 'answer', checks: true, fields, page: (props, at) => composePage(ctx, props, at, check) },
    request,
    ctx,
    problem,
  )
  return again.kind === 'page' && typeof problem === 'string' && conflicts.has(problem) ? { ...again, status: 409 } : again
}

async function decide(request: DeedRequest & RouteRequest<unknown, unknown, Static<typeof checkForm>>, ctx: Context): Promise<Reply> {
  const { id } = request.params
  request.audit({ objectType: 'ticket', objectId: id })
  if (!request.form.ok) return showCheckAgain(request, ctx, request.form.error)
  const { check, sha256, verdict, reason = null, words = '', version } = request.form.value
  request.audit({ details: { verdict, ...(reason === null ? {} : { reason }) } })
  const done = await checkAnswer(ctx, { ticketId: id, version, checkId: check, sha256, verdict, reason, words })
  if (done.ok) return redirect(ticketHref(id), { notice: `casework.done.check_${done.value}` })
  if (done.error === 'ticket_not_found' || done.error === 'permission') return refuseProblem(done.error)
  return showCheckAgain(request, ctx, done.error)
}

const guarded = { audience: 'officer', permission: 'answer.approve' } as const
const checkPath = `${paths.ticket}/penelaahan`

export const checkRoutes: readonly Route[] = [
  defineRoute({
    ...guarded,
    method: 'GET',
    path: paths.checks,
    audit: { event: 'ticket.checks_listed', done: false },
    handler: listChecks,
  }),
  defineRoute({
    ...guarded,
    method: 'GET',
    path: checkPath,
    audit: { event: 'ticket.deed_opened', done: true },
    params: ticketParams,
    handler: showCheck,
  }),
  defineRoute({
    ...guarded,
    method: 'POST',
    path: checkPath,
    audit: { event: 'ticket.answer_checked', done: true },
    params: ticketParams,
    form: checkForm,
    handler: decide,
  }),
]

import type { Context } from '../../../platform/context.ts'
import { maxFileBytes } from '../../../platform/files/index.ts'
import type { Frame } from '../../../platform/html.ts'
import {
  defineRoute,
  type FieldProblems,
  type JudgedFile,
  page,
  type Reply,
  type RouteRequest,
  redirect,
  refuse,
} from '../../../platform/http/route.ts'
import { type Problems, sayProblems } from '../../../ui/index.ts'
import { openFile, writeAsComplainant } from '../../conversation/index.ts'
import { mostFiles } from '../../conversation/rules.ts'
import { ownTicket } from '../../record/index.ts'
import { renewCode } from '../actions/recover.ts'
import { rateAnswer, withdraw } from '../actions/respond.ts'
import { showReport } from '../actions/show.ts'
import { findHome } from '../actions/switch.ts'
import { fileParams, messageForm, noForm, ratingForm, withdrawalForm } from '../forms.ts'
import { NewCodePage } from '../pages/recovery-pages.tsx'
import { ReportPage } from '../pages/report-page.tsx'
import { WithdrawalPage } from '../pages/withdrawal-page.tsx'
import type { Rating, ReportView } from '../rules.ts'
import { urls } from '../urls.ts'

type AnyRequest = RouteRequest<unknown, unknown, unknown>

function textOf(raw: AnyRequest['raw'], name: string): string {
  const value = raw[name]
  return typeof value === 'string' ? value : ''
}

function toValues(rating: Rating | null) {
  return rating === null
    ? { solved: '', treated: '', words: '', missing: '' }
    : { solved: rating.solved, treated: String(rating.treated), words: rating.words, missing: '' }
}

type Returned = { readonly problems: Problems; readonly body?: string; readonly rating?: ReturnType<typeof toValues> }

/** The page again after a form on it came back; its own address, so that the language can be changed from it. */
async function returnReport(request: AnyRequest, ctx: Context, returned: Returned): Promise<Reply> {
  const ticketId = ownTicket(request, ctx)
  const view = await showReport(ctx, ticketId, request.sessionHash)
  if (view === null) return refuse(404, 'not_found')
  request.audit({ reason: 'rejected' })
  const frame: Frame = { ...request.frame, path: urls.report }
  const { problems, body = '', rating = toValues(view.rating) } = returned
  return page(ReportPage({ frame, view, problems, body, rating }), { status: 422 })
}

const report = defineRoute({
  method: 'GET',
  path: urls.report,
  audience: 'keyholder',
  permission: 'ticket.own',
  audit: { event: 'tracking.report_read', done: true },
  async handler(request, ctx) {
    const view: ReportView | null = await showReport(ctx, ownTicket(request, ctx), request.sessionHash)
    if (view === null) return refuse(404, 'not_found')
    return page(ReportPage({ frame: request.frame, view, problems: {}, body: '', rating: toValues(view.rating) }))
  },
})

function sayFiles(frame: Frame, files: readonly JudgedFile[]): Problems {
  const sentences = files.flatMap(({ name, kept }) => (kept.ok ? [] : [frame.words.t(`tracking.file.${kept.error}`, { name })]))
  return { files: sentences.join(' ') }
}

const message = defineRoute({
  method: 'POST',
  path: urls.message,
  audience: 'keyholder',
  permission: 'ticket.own',
  audit: { event: 'tracking.message_written', done: true },
  form: messageForm,
  upload: { most: mostFiles, maxBytes: maxFileBytes },
  async handler(request, ctx): Promise<Reply> {
    const ticketId = ownTicket(request, ctx)
    const body = textOf(request.raw, 'body')
    const back = (problems: Problems) => returnReport(request, ctx, { problems, body })
    if (request.files.length > mostFiles) return back(sayProblems(request.frame, { files: 'too_many_files' }, 'tracking'))
    const files = request.files.flatMap(({ kept }) => (kept.ok ? [kept.value] : []))
    if (files.length < request.files.length) return back(sayFiles(request.frame, request.files))
    // From a page that was open before: nobody reads here any more, and what was typed is not lost.
    const home = await findHome(ctx, ticketId)
    if (home !== null) return back({ body: request.frame.words.t('split.own.moved', { number: home.number }) })
    const key = textOf(request.raw, 'idempotencyKey').slice(0, 100)
    const written = await writeAsComplainant(ctx, ticketId, { body, files, key: key === '' ? undefined : key })
    // What was written before needs no second copy of its files.
    if (written.ok && !written.value.repeated) request.claim(files.map(({ storeKey }) => storeKey))
    if (written.ok) return redirect(`${urls.report}#percakapan`, { notice: 'tracking.talk.sent' })
    switch (written.error) {
      case 'message_empty':
      case 'message_too_long':
        return back(sayProblems(request.frame, { body: written.error }, 'tracking'))
      case 'too_many_files':
        return back(sayProblems(request.frame, { files: written.error }, 'tracking'))
      case 'ticket_not_found':
        return refuse(404, 'not_found')
      case 'move_not_allowed':
      case 'conversation_ended':
        return refuse(409, 'conflict')
    }
  },
})

const file = defineRoute({
  method: 'GET',
  path: `${urls.report}/berkas/:file`,
  audience: 'keyholder',
  permission: 'ticket.own',
  audit: { event: 'tracking.file_read', done: true },
  params: fileParams,
  async handler(request, ctx): Promise<Reply> {
    const opened = await openFile(ctx, ownTicket(request, ctx), request.params.file)
    if (!opened.ok) return refuse(404, 'not_found')
    request.audit({ details: { file: request.params.file } })
    const { stream, name, type, size } = opened.value
    return { kind: 'file', stream, name, type, size }
  },
})

const withdrawalPage = defineRoute({
  method: 'GET',
  path: urls.withdrawal,
  audience: 'keyholder',
  permission: 'ticket.own',
  audit: { event: 'tracking.withdrawal_page', done: true },
  async handler(request, ctx): Promise<Reply> {
    const view = await showReport(ctx, ownTicket(request, ctx), request.sessionHash)
    if (view === null) return refuse(404, 'not_found')
    if (!view.may.withdraw) return refuse(409, 'conflict')
    return page(WithdrawalPage({ frame: request.frame, number: view.number, problems: {}, words: '' }))
  },
})

const withdrawal = defineRoute({
  method: 'POST',
  path: urls.withdrawal,
  audience: 'keyholder',
  permission: 'ticket.own',
  audit: { event: 'tracking.withdrawn', done: true },
  form: withdrawalForm,
  async handler(request, ctx): Promise<Reply> {
    const ticketId = ownTicket(request, ctx)
    if (!request.form.ok) {
      const number = (await showReport(ctx, ticketId, request.sessionHash))?.number ?? ''
      const problems = sayProblems(request.frame, request.form.error, 'tracking')
      return page(WithdrawalPage({ frame: request.frame, number, problems, words: textOf(request.raw, 'words') }), { status: 422 })
    }
    const done = await withdraw(ctx, ticketId, request.form.value.words ?? '')
    return done.ok ? redirect(urls.report, { notice: 'tracking.withdrawal.done' }) : refuse(409, 'conflict')
  },
})

function sayRating(frame: Frame, problems: FieldProblems): Problems {
  const { solved, treated, words, missing } = problems
  const known = { solved, treated, words, missing }
  return sayProblems(
    frame,
    Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    'tracking',
  )
}

const rating = defineRoute({
  method: 'POST',
  path: urls.rating,
  audience: 'keyholder',
  permission: 'ticket.own',
  audit: { event: 'tracking.rated', done: true },
  form: ratingForm,
  async handler(request, ctx): Promise<Reply> {
    const ticketId = ownTicket(request, ctx)
    const { form, raw, frame } = request
    if (!form.ok) {
      const typed = {
        solved: textOf(raw, 'solved'),
        treated: textOf(raw, 'treated'),
        words: textOf(raw, 'words'),
        missing: textOf(raw, 'missing'),
      }
      return returnReport(request, ctx, { problems: sayRating(frame, form.error), rating: typed })
    }
    const { solved, treated, words = '', missing = '' } = form.value
    const rated = await rateAnswer(ctx, ticketId, { solved, treated, words, missing })
    if (!rated.ok) return refuse(409, 'conflict')
    // Opened again, and somebody else can be asked for with one press (acceptance C23).
    return solved === 'no'
      ? redirect(`${urls.report}#peninjauan`, { notice: 'tracking.rating.reopened' })
      : redirect(urls.report, { notice: 'tracking.rating.thanks' })
  },
})

const newCode = defineRoute({
  method: 'POST',
  path: urls.newCode,
  audience: 'keyholder',
  permission: 'ticket.own',
  audit: { event: 'tracking.code_renewed', done: true },
  form: noForm,
  async handler(request, ctx): Promise<Reply> {
    const renewed = await renewCode(ctx, ownTicket(request, ctx), request.sessionHash)
    if (!renewed.ok) return refuse(409, 'conflict')
    return page(NewCodePage({ frame: { ...request.frame, path: urls.report }, accessCode: renewed.value }))
  },
})

export const reportRoutes = [report, message, file, withdrawalPage, withdrawal, rating, newCode]

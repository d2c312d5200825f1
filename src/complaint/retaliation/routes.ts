import type { Context } from '../../platform/context.ts'
import type { Frame } from '../../platform/html.ts'
import { readTexts } from '../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../platform/http/route.ts'
import { sayProblems } from '../../ui/index.ts'
import { ownTicket } from '../record/index.ts'
import { answerCheck, showOpened } from './actions/answer.ts'
import { checkForm } from './forms.ts'
import { CheckPage } from './pages/check-page.tsx'
import { OpenedPage } from './pages/opened-page.tsx'
import { hasOpenCheck } from './read.ts'
import { checkUrl, isRetaliation } from './rules.ts'
import { reportUrl } from './urls.ts'

const shared = { path: checkUrl, audience: 'keyholder', permission: 'ticket.own' } as const

const show = defineRoute({
  ...shared,
  method: 'GET',
  audit: { event: 'retaliation.read', done: true },
  async handler(request, ctx): Promise<Reply> {
    const ticketId = ownTicket(request, ctx)
    const opened = await showOpened(ctx, ticketId, request.sessionHash)
    if (opened !== null) return page(OpenedPage({ frame: request.frame, ...opened }))
    if (!(await hasOpenCheck(ctx.tx, ticketId))) return redirect(reportUrl)
    return page(CheckPage({ frame: request.frame, problems: {}, typed: {} }))
  },
})

const answer = defineRoute({
  ...shared,
  method: 'POST',
  audit: { event: 'retaliation.answered', done: true },
  form: checkForm,
  async handler(request, ctx): Promise<Reply> {
    const ticketId = ownTicket(request, ctx)
    if (!request.form.ok) {
      const frame: Frame = { ...request.frame, path: checkUrl }
      const problems = sayProblems(request.frame, request.form.error, 'retaliation')
      return page(CheckPage({ frame, problems, typed: readTexts(request.raw) }), { status: 422 })
    }
    const { treated, pressed, words = '' } = request.form.value
    const answered = await answerCheck(ctx, ticketId, { treated, pressed, words }, request.sessionHash)
    // The same answer sent twice, by an impatient finger: the page says where it stands.
    if (!answered.ok) return (await showAgain(request, ctx, ticketId)) ?? refuse(409, 'conflict')
    return isRetaliation({ treated, pressed }) ? redirect(checkUrl) : redirect(reportUrl, { notice: 'retaliation.thanks' })
  },
})

async function showAgain({ sessionHash }: Pick<RouteRequest, 'sessionHash'>, ctx: Context, ticketId: string): Promise<Reply | null> {
  return (await showOpened(ctx, ticketId, sessionHash)) === null ? null : redirect(checkUrl)
}

export const routes: readonly Route[] = [show, answer]

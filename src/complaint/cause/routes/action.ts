import type { Context } from '../../../platform/context.ts'
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
import type { Result } from '../../../platform/result.ts'
import { sayProblems } from '../../../ui/index.ts'
import { finishAction, verifyAction } from '../actions/follow.ts'
import { idParams, wordsForm } from '../forms.ts'
import { ActionPage, type ActionPageProps } from '../pages/action-page.tsx'
import { type ActionRow, loadAction } from '../read.ts'
import { findDoneProblem, findVerifyProblem } from '../rules.ts'
import { actionHref, paths } from '../urls.ts'
import { loadNames, toAction, zoneOf } from './naming.ts'

type Request = RouteRequest<{ readonly id: string }>

/** Whoever owns it says that it is done; whoever decides, and does not own it, whether it is. */
function findNext(ctx: Context, action: ActionRow): ActionPageProps['may'] {
  const officerId = ctx.actor.id ?? ''
  if (findDoneProblem(action, officerId, '…') === null) return 'finish'
  return ctx.actor.permissions.has('cause.decide') && findVerifyProblem(action, officerId, '…') === null ? 'verify' : null
}

async function show(request: Request, ctx: Context, problems: FieldProblems, status: 200 | 409 | 422): Promise<Reply> {
  const { frame, params } = request
  request.audit({ objectType: 'action', objectId: params.id })
  const row = await loadAction(ctx.tx, params.id)
  if (row === null) return refuse(404, 'not_found')
  const names = await loadNames(ctx)
  const { doneAt, doneWords, verifiedAt, verifiedName, evidence, ticketId, proposalId } = row
  const node = ActionPage({
    frame: { ...frame, path: actionHref(row.id) },
    action: toAction(ctx, frame, names, row),
    done: doneAt === null ? null : { words: doneWords ?? '', at: doneAt },
    verified: verifiedAt === null ? null : { evidence: evidence ?? '', by: verifiedName ?? '', at: verifiedAt },
    ticketId,
    proposalId,
    may: findNext(ctx, row),
    typed: readText(request.raw, 'words'),
    problems: sayProblems(frame, problems, 'cause'),
    timeZone: zoneOf(names, row.officeId),
  })
  return page(node, { status })
}

/** What is to be filled in; the rest is what is never allowed, or what somebody else did meanwhile. */
const unfilled: ReadonlySet<string> = new Set(['words_missing', 'evidence_missing'])

type Step = {
  readonly path: string
  readonly permission: string
  readonly event: string
  readonly notice: string
  readonly act: (ctx: Context, id: string, words: string) => Promise<Result<true, string>>
}

function defineStep({ path, permission, event, notice, act }: Step): Route {
  return defineRoute({
    method: 'POST',
    path,
    audience: 'officer',
    permission,
    params: idParams,
    audit: { event, done: true },
    form: wordsForm,
    handler: async (request, ctx) => {
      const { id } = request.params
      request.audit({ objectType: 'action', objectId: id })
      if (!request.form.ok) return show(request, ctx, request.form.error, 422)
      const done = await act(ctx, id, request.form.value.words ?? '')
      if (done.ok) return redirect(actionHref(id), { notice })
      request.audit({ reason: done.error })
      if (done.error === 'action_not_found') return refuse(404, 'not_found')
      return show(request, ctx, { words: done.error }, unfilled.has(done.error) ? 422 : 409)
    },
  })
}

export const actionRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: paths.action,
    audience: 'officer',
    permission: 'cause.record',
    params: idParams,
    audit: { event: 'cause.action_opened', done: true },
    handler: (request, ctx) => show(request, ctx, {}, 200),
  }),
  defineStep({ path: paths.done, permission: 'cause.record', event: 'cause.done', notice: 'cause.notice.done', act: finishAction }),
  defineStep({
    path: paths.verify,
    permission: 'cause.decide',
    event: 'cause.verified',
    notice: 'cause.notice.verified',
    act: verifyAction,
  }),
]

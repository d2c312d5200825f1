import type { VNode } from 'preact'
import type { TSchema } from 'typebox'
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
import type { Result } from '../../../platform/result.ts'
import { sayProblems } from '../../../ui/index.ts'
import { type LoadedTicket, loadById, loadHistory } from '../../record/index.ts'
import { findVerbRefusal } from '../actions/perform.ts'
import { ticketParams } from '../forms.ts'
import type { DeedProps } from '../pages/deed-page.tsx'
import type { HistoryView } from '../pages/views.ts'
import { type Verb, verbPermissions } from '../rules.ts'
import { inboxHref, paths, ticketHref, verbPaths } from '../urls.ts'
import { composeHead, type Opened, openTicket } from './opening.ts'
import { showUnfit } from './unfit.ts'
import { refuseProblem } from './verbs.ts'
import { findSaid, loadSaid } from './view-talk.ts'
import { toHistory } from './view-ticket.ts'

export type DeedRequest = RouteRequest<{ readonly id: string }>

/** What stands in the form, and since when the officer has not looked. */
type Shown = {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: FieldProblems
  readonly sinceVersion: number | null
  /** Looks at a colleague's answer. */
  readonly checks?: boolean
}
const untouched: Shown = { typed: {}, problems: {}, sinceVersion: null }

/** What happened since a version, with what was said in it: the officer weighs it against the own words. */
async function loadChanges(ctx: Context, ticketId: string, sinceVersion: number): Promise<readonly HistoryView[]> {
  const [history, said] = await Promise.all([loadHistory(ctx.tx, ticketId), loadSaid(ctx, ticketId)])
  return toHistory(history.filter(({ version }) => version > sinceVersion)).map((line) => ({ ...line, said: findSaid(line.event, said) }))
}

/** What a deed's page needs, whichever way the officer comes to it. */
export async function composeDeed(
  request: DeedRequest,
  ctx: Context,
  opened: Opened,
  shown: Shown & { readonly verb: Verb },
): Promise<DeedProps> {
  const changes = shown.sinceVersion === null ? [] : await loadChanges(ctx, opened.ticket.id, shown.sinceVersion)
  return {
    frame: request.frame,
    head: composeHead(ctx, opened),
    typed: shown.typed,
    problems: sayProblems(request.frame, shown.problems, 'casework'),
    changes,
    offered: findVerbRefusal(ctx, shown.verb, opened.ticket, shown.checks) === null,
  }
}

/** Opens a ticket for one deed; a refusal where it is out of sight, not the officer's right, or no longer fitting. */
export async function openForDeed(request: DeedRequest, ctx: Context, verb: Verb): Promise<Result<Opened, Reply>> {
  const { id } = request.params
  request.audit({ objectType: 'ticket', objectId: id, details: { verb } })
  const opened = await openTicket(ctx, id)
  if (opened === null) return { ok: false, error: refuse(404, 'not_found') }
  const refusal = findVerbRefusal(ctx, verb, opened.ticket)
  if (refusal === null) return { ok: true, value: opened }
  return { ok: false, error: refusal === 'conflict' ? await showUnfit(request, ctx, verb, opened) : refuseProblem(refusal) }
}

/**
 * The way on after a deed that may have led the ticket out of the officer's sight, to another unit or inside this one to fewer: its own
 * page would be none then, so the inbox says what became of it.
 */
export async function leave(
  ctx: Context,
  { id, standing }: LoadedTicket,
  notices: { readonly seen: string; readonly moved: string; readonly restricted: string },
): Promise<Reply> {
  if ((await loadById(ctx.tx, id)) !== null) return redirect(ticketHref(id), { notice: notices.seen })
  const here = ctx.actor.reach.offices.includes(standing.officeId)
  return redirect(inboxHref(), { notice: here ? notices.restricted : notices.moved })
}

type Deed<Form> = {
  readonly verb: Verb
  /** The event of the trail when it is done. */
  readonly event: string
  readonly form: TSchema
  readonly page: (props: DeedProps, opened: Opened, ctx: Context) => VNode | Promise<VNode>
  /** What stands in the form at first. */
  readonly initial?: (
    opened: Opened,
    frame: DeedRequest['frame'],
    ctx: Context,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>
  readonly act: (ctx: Context, id: string, form: Form) => Promise<Result<LoadedTicket, string>>
  /** Under which field a problem of the action is shown. */
  readonly fields: Readonly<Record<string, string>>
  /** Where to go with the ticket as it is now. */
  readonly done: (ticket: LoadedTicket, ctx: Context) => Reply | Promise<Reply>
}

const openedElsewhere: ReadonlySet<string> = new Set(['stale', 'conflict'])
/** The way into the circle a ticket is kept from: a conflict, of which no more is said than that it cannot be. */
const keptAway: ReadonlySet<string> = new Set(['assignee_excluded', 'office_excluded', 'numbers_kept'])

function readVersion(typed: Readonly<Record<string, string>>): number {
  return Number(typed['version'] ?? 0) || 0
}

/** The page again, with what was typed: 422 with what is wrong, 409 with what changed or may not be. */
export async function showAgain<Form>(
  deed: Pick<Deed<Form>, 'verb' | 'page' | 'fields'> & { readonly checks?: boolean },
  request: DeedRequest,
  ctx: Context,
  problem: string | FieldProblems,
): Promise<Reply> {
  const opened = await openTicket(ctx, request.params.id)
  if (opened === null) return refuse(404, 'not_found')
  const typed = readTexts(request.raw)
  const moved = typeof problem === 'string' && openedElsewhere.has(problem)
  const problems =
    typeof problem !== 'string' ? problem : moved ? {} : { [deed.fields[problem] ?? Object.values(deed.fields)[0] ?? 'words']: problem }
  request.audit({ reason: typeof problem === 'string' ? problem : 'invalid' })
  const props = await composeDeed(request, ctx, opened, {
    verb: deed.verb,
    typed,
    problems,
    sinceVersion: moved ? readVersion(typed) : null,
    checks: deed.checks ?? false,
  })
  const isConflict = moved || (typeof problem === 'string' && keptAway.has(problem))
  // A number that was tried is put down, although nothing else is done.
  const keep = problem === 'number_not_found'
  return page(await deed.page(props, opened, ctx), { status: isConflict ? 409 : 422, keep })
}

/** Two addresses for one deed: its page, and the deed itself. */
export function defineDeed<Form>(deed: Deed<Form>): readonly Route[] {
  const shared = {
    path: `${paths.ticket}/${verbPaths[deed.verb]}`,
    audience: 'officer',
    permission: verbPermissions[deed.verb],
    params: ticketParams,
  } as const
  return [
    defineRoute({
      ...shared,
      method: 'GET',
      audit: { event: 'ticket.deed_opened', done: true },
      handler: async (request, ctx) => {
        const opened = await openForDeed(request, ctx, deed.verb)
        if (!opened.ok) return opened.error
        const typed = (await deed.initial?.(opened.value, request.frame, ctx)) ?? {}
        const props = await composeDeed(request, ctx, opened.value, { ...untouched, verb: deed.verb, typed })
        return page(await deed.page(props, opened.value, ctx))
      },
    }),
    defineRoute({
      ...shared,
      method: 'POST',
      audit: { event: deed.event, done: true },
      form: deed.form,
      handler: async (request, ctx) => {
        const { id } = request.params
        request.audit({ objectType: 'ticket', objectId: id })
        if (!request.form.ok) return showAgain(deed, request, ctx, request.form.error)
        const done = await deed.act(ctx, id, request.form.value as Form)
        if (done.ok) return deed.done(done.value, ctx)
        return done.error === 'ticket_not_found' || done.error === 'permission'
          ? refuseProblem(done.error)
          : showAgain(deed, request, ctx, done.error)
      },
    }),
  ]
}

import type { Static, TSchema } from 'typebox'
import { loadOffice } from '../../../access/accounts/index.ts'
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
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { err, type Result } from '../../../platform/result.ts'
import { readDay } from '../../../platform/time.ts'
import { sayProblems } from '../../../ui/index.ts'
import { localDate } from '../../deadlines/rules.ts'
import { type LoadedTicket, loadById, loadFiles, loadText } from '../../record/index.ts'
import { acknowledgeHop, cancelHop, returnHop, sendHop } from '../actions/move.ts'
import { showHops } from '../actions/show.ts'
import { acknowledgeForm, noForm, returnForm, sendForm, ticketParams } from '../forms.ts'
import { HopPage } from '../pages/hop-page.tsx'
import { findShared, fitsHop, hopDeeds, isHopLate, maySendOn } from '../rules.ts'
import { fill, paths } from '../urls.ts'

type Request = RouteRequest<{ readonly id: string }>
type Shown = { readonly problems: FieldProblems; readonly typed: Readonly<Record<string, string>>; readonly status: 200 | 409 | 422 }
const untouched: Shown = { problems: {}, typed: {}, status: 200 }

/** The hand-overs of a ticket, and what can be recorded of the last one now. */
async function show(request: Request, ctx: Context, shown: Shown): Promise<Reply> {
  const { frame, params, audit } = request
  audit({ objectType: 'ticket', objectId: params.id })
  const [ticket, text, hops, files] = await Promise.all([
    loadById(ctx.tx, params.id),
    loadText(ctx.tx, params.id),
    showHops(ctx, params.id),
    loadFiles(ctx.tx, params.id),
  ])
  if (ticket === null || text === null) return refuse(404, 'not_found')
  const { officeId, state } = ticket.standing
  if (!mayIn(ctx.actor, 'ticket.handle', officeId)) return refuse(403, 'permission')
  const timeZone = (await loadOffice(ctx.tx, officeId))?.timeZone ?? defaultTimeZone
  const last = hops[0]
  const [year = '', month = '', day = ''] = localDate(ctx.now, timeZone).toString().split('-')
  const view = {
    id: ticket.id,
    number: ticket.number,
    title: text.title,
    timeZone,
    hops,
    shared: last === undefined ? [] : findShared(last.shares, last.verdict, last.basis !== null),
    hasFiles: files.some(({ messageId }) => messageId === null),
    deeds: last === undefined ? [] : hopDeeds.filter((deed) => fitsHop(deed, last.state, state)),
    mayPropose: maySendOn(state),
    elsewhere: shown.status === 409,
    late: last !== undefined && isHopLate(last, ctx.now),
    typed: { onDay: day, onMonth: month, onYear: year, ...shown.typed },
  }
  return page(HopPage({ frame, view, problems: sayProblems(frame, shown.problems, 'scope') }), { status: shown.status })
}

type Deed<F extends TSchema> = {
  readonly path: string
  readonly event: string
  readonly form: F
  readonly done: string
  readonly act: (ctx: Context, id: string, form: Static<F>) => Promise<Result<LoadedTicket, string>>
}

function defineHopDeed<F extends TSchema>({ path, event, form, done, act }: Deed<F>): Route {
  return defineRoute({
    method: 'POST',
    path,
    audience: 'officer',
    permission: 'ticket.handle',
    audit: { event, done: true },
    params: ticketParams,
    form: form as TSchema,
    async handler(request, ctx): Promise<Reply> {
      const { params, raw, audit } = request as Request
      audit({ objectType: 'ticket', objectId: params.id })
      const typed = readTexts(raw)
      if (!request.form.ok) return show(request as Request, ctx, { problems: request.form.error, typed, status: 422 })
      const moved = await act(ctx, params.id, request.form.value as Static<F>)
      if (moved.ok) return redirect(fill(paths.hop, params.id), { notice: done })
      audit({ reason: moved.error })
      if (moved.error === 'ticket_not_found') return refuse(404, 'not_found')
      if (moved.error === 'permission') return refuse(403, 'permission')
      if (moved.error === 'conflict') return show(request as Request, ctx, { problems: {}, typed, status: 409 })
      return show(request as Request, ctx, { problems: { on: moved.error }, typed, status: 422 })
    },
  })
}

export const hopRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: paths.hop,
    audience: 'officer',
    permission: 'ticket.handle',
    audit: { event: 'scope.opened', done: true },
    params: ticketParams,
    handler: (request, ctx) => show(request, ctx, untouched),
  }),
  defineHopDeed({
    path: paths.send,
    event: 'scope.sent',
    form: sendForm,
    done: 'scope.done.sent',
    act: (ctx, id, { reference = '' }) => sendHop(ctx, id, reference),
  }),
  defineHopDeed({
    path: paths.acknowledge,
    event: 'scope.acknowledged',
    form: acknowledgeForm,
    done: 'scope.done.acknowledged',
    act: async (ctx, id, { receiver, reference = '', onDay = '', onMonth = '', onYear = '' }) => {
      const on = readDay({ day: onDay, month: onMonth, year: onYear })
      return on === null ? err('day_unfit') : acknowledgeHop(ctx, id, { receiver, reference, on })
    },
  }),
  defineHopDeed({
    path: paths.return,
    event: 'scope.returned',
    form: returnForm,
    done: 'scope.done.returned',
    act: (ctx, id, { words }) => returnHop(ctx, id, words),
  }),
  defineHopDeed({
    path: paths.cancel,
    event: 'scope.cancelled',
    form: noForm,
    done: 'scope.done.cancelled',
    act: (ctx, id) => cancelHop(ctx, id),
  }),
]

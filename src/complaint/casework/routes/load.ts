import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { addCalendarDays, endOfDay, localDate } from '../../deadlines/rules.ts'
import { countByAssignee, type ListFilter, type LoadLine, listTickets } from '../../record/index.ts'
import { assignTickets } from '../actions/assign.ts'
import { bulkForm, loadQuery } from '../forms.ts'
import { type LoadList, LoadPage, loadLists, type OfficerLoad } from '../pages/load-page.tsx'
import { filterNames, findDueWindow, readCursor } from '../rules.ts'
import { paths } from '../urls.ts'
import { composeLines, loadPlace, type Place, toOptions } from './composing.ts'
import { filterOffice, loadCounts } from './listing.ts'
import { cutPage, pageSize } from './paging.ts'
import { refuseProblem } from './verbs.ts'

type Query = { readonly kantor?: string; readonly daftar?: string; readonly ditugaskan?: string; readonly dilewati?: string }

/** A manager's own units only: who handles in one office and manages another sees the load of the other. */
async function loadManaged(ctx: Context, wanted: string | null): Promise<Place | null> {
  const managed = ctx.actor.reach.offices.filter((id) => mayIn(ctx.actor, 'office.load', id))
  const place = await loadPlace(ctx, wanted !== null && managed.includes(wanted) ? wanted : (managed[0] ?? null))
  return place !== null && managed.includes(place.office.id) ? { ...place, own: place.own.filter(({ id }) => managed.includes(id)) } : null
}

function composeFilter(ctx: Context, place: Place, list: LoadList): ListFilter {
  const all = { ...filterOffice(place.office.id), owed: true }
  switch (list) {
    case 'late':
      return { ...all, dueUntil: findDueWindow('late', ctx.now, place.calendar).until }
    case 'unassigned':
      return { ...all, assignee: { is: 'nobody' } }
    case 'all':
      return all
  }
}

/** The last moment of this week's Sunday at the office. */
function endOfWeek(ctx: Context, { calendar }: Place): Date {
  const today = localDate(ctx.now, calendar.timeZone)
  return endOfDay(addCalendarDays(today, 7 - today.dayOfWeek), calendar.timeZone)
}

function composeRows(place: Place, loads: readonly LoadLine[], names: ReadonlyMap<string, string>): readonly OfficerLoad[] {
  const ids = new Set<string | null>([...names.keys(), ...loads.map(({ assigneeId }) => assigneeId)])
  const rows = [...ids].map((id): OfficerLoad => {
    const load = loads.find(({ assigneeId }) => assigneeId === id)
    const query = new URLSearchParams({ [filterNames.office]: place.office.id, [filterNames.assignee]: id ?? 'nobody' }).toString()
    const { open = 0, late = 0, thisWeek = 0, waiting = 0, oldest = null } = load ?? {}
    return { id, name: id === null ? null : (names.get(id) ?? null), open, late, thisWeek, waiting, oldest, query }
  })
  // What nobody has stands first; then who has most.
  return rows.sort(
    (a, b) => Number(a.id !== null) - Number(b.id !== null) || b.open - a.open || (a.name ?? '').localeCompare(b.name ?? '', 'id'),
  )
}

function readDone({ ditugaskan, dilewati }: Query) {
  const read = (text: string | undefined): number => Math.max(0, Math.trunc(Number(text ?? 0)) || 0)
  return ditugaskan === undefined ? null : { assigned: read(ditugaskan), skipped: read(dilewati) }
}

async function showLoad({ frame, query }: RouteRequest<unknown, Query>, ctx: Context): Promise<Reply> {
  const place = await loadManaged(ctx, query.kantor ?? null)
  if (place === null) return refuse(403, 'permission')
  const list = loadLists.find((each) => each === query.daftar) ?? 'late'
  const at = readCursor(query)
  const counts = await loadCounts(ctx, place)
  const loads = await countByAssignee(ctx.tx, place.office.id, { now: ctx.now, endOfWeek: endOfWeek(ctx, place) })
  const loaded = await listTickets(ctx.tx, composeFilter(ctx, place, list), { order: 'due', at, limit: pageSize + 1 })
  const cut = cutPage(loaded, at, { path: paths.load, query: new URLSearchParams({ kantor: place.office.id, daftar: list }).toString() })
  const { lines, colleagues } = await composeLines({ ctx, frame, place, listQuery: '' }, cut.lines)
  const names = new Map(colleagues.map(({ value, label }) => [value, label]))
  return page(
    LoadPage({
      frame,
      view: {
        officeId: place.office.id,
        officeName: place.office.name,
        offices: toOptions(place.own),
        timeZone: place.office.timeZone,
        rows: composeRows(place, loads, names),
        list,
        counts: { late: counts.late, unassigned: counts.unassigned, all: counts.owed },
        lines,
        previous: cut.previous,
        next: cut.next,
        colleagues,
        done: readDone(query),
      },
    }),
  )
}

export const loadRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: paths.load,
    audience: 'officer',
    permission: 'office.load',
    audit: { event: 'ticket.load_listed', done: false },
    query: loadQuery,
    handler: showLoad,
  }),
  defineRoute({
    method: 'POST',
    path: paths.bulkAssign,
    audience: 'officer',
    permission: 'ticket.assign',
    audit: { event: 'ticket.assigned_in_bulk', done: true },
    form: bulkForm,
    handler: async ({ form, raw, audit }, ctx) => {
      const back = new URLSearchParams({ kantor: String(raw['office'] ?? ''), daftar: String(raw['list'] ?? 'late') })
      // Without a tick there is nothing to hand on, and nothing was lost.
      if (!form.ok)
        return 'tickets' in form.error
          ? redirect(`${paths.load}?${back.toString()}`, { notice: 'casework.load.none_ticked' })
          : refuse(422, 'malformed')
      const done = await assignTickets(ctx, form.value.tickets, form.value.officer)
      if (!done.ok) return refuseProblem(done.error)
      const { assigned, skipped } = done.value
      audit({ details: { officer: form.value.officer, tickets: assigned, skipped } })
      back.set('ditugaskan', String(assigned.length))
      back.set('dilewati', String(skipped.length))
      return redirect(`${paths.load}?${back.toString()}`)
    },
  }),
]

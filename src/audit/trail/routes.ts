import type { Context } from '../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../platform/http/route.ts'
import { startCheck } from './actions/check.ts'
import { composeCsv, mostExported } from './actions/export.ts'
import { trailQuery } from './forms.ts'
import { TrailPage } from './pages/trail.tsx'
import { findActors, loadChain, loadEntries, loadEventNames } from './read/entries.ts'
import { readFilter, type TrailFilter, type TrailQuery, writeQuery } from './rules/filter.ts'
import type { TrailEntry } from './rules.ts'

const reader = { audience: 'officer', permission: 'trail.read' } as const
const home = '/petugas/jejak'
const pageSize = 50

async function loadMatching(ctx: Context, filter: TrailFilter, most: number): Promise<TrailEntry[]> {
  if (filter.actor === null) return loadEntries(ctx.tx, filter, null, most)
  const ids = 'id' in filter.actor ? [filter.actor.id] : await findActors(ctx.tx, filter.actor.name)
  return ids.length === 0 ? [] : loadEntries(ctx.tx, filter, ids, most)
}

async function showTrail({ frame, query }: RouteRequest<unknown, TrailQuery>, ctx: Context): Promise<Reply> {
  const filter = readFilter(query)
  const entries = filter.ok ? await loadMatching(ctx, filter.value, pageSize + 1) : []
  const shown = entries.slice(0, pageSize)
  const last = shown.at(-1)
  const node = TrailPage({
    frame,
    query,
    codes: filter.ok ? {} : filter.error,
    entries: shown,
    events: await loadEventNames(ctx.tx),
    chain: await loadChain(ctx.tx),
    next: entries.length > pageSize && last !== undefined ? `${last.at.toISOString()}~${last.id}` : null,
  })
  return page(node, { status: filter.ok ? 200 : 422 })
}

async function exportTrail({ query, audit }: RouteRequest<unknown, TrailQuery>, ctx: Context): Promise<Reply> {
  const filter = readFilter(query)
  if (!filter.ok) return redirect(`${home}?${writeQuery(query)}`)
  const entries = await loadMatching(ctx, { ...filter.value, before: null }, mostExported + 1)
  if (entries.length > mostExported) return refuse(422, 'export_too_large')
  // What was taken out is itself a fact for the trail (acceptance A7).
  audit({ objectType: 'trail', details: { filter: writeQuery(query), entries: entries.length } })
  const name = `jejak-${ctx.now.toISOString().slice(0, 10)}.csv`
  return {
    kind: 'text',
    status: 200,
    body: composeCsv(entries),
    type: 'text/csv; charset=utf-8',
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  }
}

export const routes: readonly Route[] = [
  defineRoute({ ...reader, method: 'GET', path: home, audit: { event: 'trail.list', done: false }, query: trailQuery, handler: showTrail }),
  defineRoute({
    ...reader,
    method: 'GET',
    path: `${home}/ekspor`,
    audit: { event: 'trail.export', done: true },
    query: trailQuery,
    handler: exportTrail,
  }),
  defineRoute({
    ...reader,
    method: 'POST',
    path: `${home}/periksa`,
    audit: { event: 'trail.check', done: true },
    async handler({ audit }, ctx) {
      audit({ objectType: 'trail' })
      return redirect(home, { notice: (await startCheck(ctx)) ? 'trail.notice.check_started' : 'trail.notice.check_running' })
    },
  }),
]

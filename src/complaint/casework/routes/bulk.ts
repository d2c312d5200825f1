import type { Static } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { listNamed } from '../../record/index.ts'
import { actOnMany, undoMany } from '../actions/bulk.ts'
import { bulkDeedForm, ticketParams } from '../forms.ts'
import { BulkPage } from '../pages/bulk-page.tsx'
import { mayUndo, readFilter, writeFilter } from '../rules.ts'
import { loadBulk } from '../store/bulk.ts'
import { bulkHref, inboxHref, paths } from '../urls.ts'

type Form = Static<typeof bulkDeedForm>

/** What is missing before anything can be done; the notice that says so. */
function findMissing(form: RouteRequest<unknown, unknown, Form>['form']): string | null {
  if (!form.ok) return 'tickets' in form.error ? 'casework.bulk.none_ticked' : 'casework.bulk.incomplete'
  const { deed, officer, words = '' } = form.value
  if (deed === 'assign' && officer === undefined) return 'casework.bulk.officer_missing'
  return deed === 'release' && words === '' ? 'casework.bulk.words_missing' : null
}

async function act({ form, raw, audit }: RouteRequest<unknown, unknown, Form>, ctx: Context): Promise<Reply> {
  const list = inboxHref(writeFilter(readFilter(Object.fromEntries(new URLSearchParams(String(raw['list'] ?? ''))))))
  const missing = findMissing(form)
  if (missing !== null || !form.ok) return redirect(list, { notice: missing ?? 'casework.bulk.incomplete' })
  const { deed, tickets, officer = null, words = '' } = form.value
  const bulk = await actOnMany(ctx, { deed, ticketIds: tickets, officerId: officer, words })
  const ids = (lines: readonly { readonly id: string }[]): readonly string[] => lines.map(({ id }) => id)
  audit({ details: { deed, tickets: ids(bulk.done), skipped: ids(bulk.skipped), ...(officer === null ? {} : { officer }) } })
  return redirect(bulkHref(bulk.id))
}

type Params = { readonly id: string }

async function show({ frame, params }: RouteRequest<Params>, ctx: Context): Promise<Reply> {
  const bulk = await loadBulk(ctx.tx, requireOfficer(ctx).id, params.id)
  if (bulk === null) return refuse(404, 'not_found')
  const why = new Map([...bulk.done.map(({ id }) => [id, null] as const), ...bulk.skipped.map((line) => [line.id, line.why] as const)])
  // Only what can be seen now is named; of what cannot, not even that it was there.
  const lines = (await listNamed(ctx.tx, [...why.keys()])).map((line) => ({ ...line, why: why.get(line.id) ?? null }))
  return page(
    BulkPage({
      frame,
      view: {
        id: bulk.id,
        deed: bulk.deed,
        done: bulk.done.length,
        skipped: bulk.skipped.length,
        lines,
        mayUndo: mayUndo(bulk, ctx.now),
        undone: bulk.undoneAt !== null,
      },
    }),
  )
}

async function undo({ params, audit }: RouteRequest<Params>, ctx: Context): Promise<Reply> {
  const undone = await undoMany(ctx, params.id)
  if (!undone.ok)
    return undone.error === 'not_found' ? refuse(404, 'not_found') : redirect(bulkHref(params.id), { notice: 'casework.bulk.too_late' })
  audit({ details: undone.value })
  return redirect(bulkHref(params.id), { notice: undone.value.left === 0 ? 'casework.bulk.undone_all' : 'casework.bulk.undone_some' })
}

const shared = { audience: 'officer', permission: 'ticket.hand_over' } as const

export const bulkRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.bulk,
    audit: { event: 'ticket.acted_in_bulk', done: true },
    form: bulkDeedForm,
    handler: act,
  }),
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.bulkOne,
    audit: { event: 'ticket.bulk_viewed', done: false },
    params: ticketParams,
    handler: show,
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.bulkUndo,
    audit: { event: 'ticket.bulk_undone', done: true },
    params: ticketParams,
    handler: undo,
  }),
]

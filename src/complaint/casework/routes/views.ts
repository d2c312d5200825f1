import type { Static } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { countManyTickets } from '../../record/index.ts'
import { changeViewForm, saveViewForm, ticketParams } from '../forms.ts'
import { type ViewLine, ViewsPage } from '../pages/saved-views.tsx'
import { type InboxFilter, moveInOrder, readFilter, writeFilter } from '../rules.ts'
import { changeView, deleteView, insertView, loadOwnView, loadViews, orderViews, type SavedView } from '../store/views.ts'
import { inboxHref, paths } from '../urls.ts'
import { loadPlace, type Place } from './composing.ts'
import { toListFilter } from './listing.ts'

/** More of one's own than these help nobody to find anything. */
const mostOwn = 12

function toFilter({ query }: Pick<SavedView, 'query'>, office: string | null): InboxFilter {
  return { ...readFilter(Object.fromEntries(new URLSearchParams(query))), office }
}

/** The unit stands in an address only for who has several. */
function officeInAddress({ own, office }: Place): string | null {
  return own.length > 1 ? office.id : null
}

/** The saved views of a unit with their exact counts, all counted in one statement. */
export async function composeViews(ctx: Context, place: Place, current: InboxFilter): Promise<readonly ViewLine[]> {
  const views = await loadViews(ctx.tx, place.office.id, requireOfficer(ctx).id)
  const filters = views.map((view) => toFilter(view, officeInAddress(place)))
  const counts = await countManyTickets(
    ctx.tx,
    filters.map((filter) => toListFilter(ctx, place, filter)),
  )
  const here = writeFilter(current)
  return views.map(({ id, name, shared, mine, owner }, at) => {
    const query = writeFilter(filters[at] ?? current)
    return { id, name, shared, mine, owner, query, count: counts[at] ?? 0, current: query === here }
  })
}

async function showViews({ frame }: RouteRequest, ctx: Context): Promise<Reply> {
  const place = await loadPlace(ctx, null)
  if (place === null) return refuse(403, 'permission')
  const lists = await Promise.all(place.own.map(({ id }) => loadViews(ctx.tx, id, requireOfficer(ctx).id).then((views) => ({ id, views }))))
  const lines = lists.flatMap(({ id, views }) =>
    views.map((view) => ({
      ...view,
      query: writeFilter(toFilter(view, place.own.length > 1 ? id : null)),
      count: null,
      current: false,
    })),
  )
  return page(ViewsPage({ frame, views: lines, officeName: place.own.map(({ name }) => name).join(', '), problems: {} }))
}

async function saveView(request: RouteRequest<unknown, unknown, Static<typeof saveViewForm>>, ctx: Context): Promise<Reply> {
  const { form, raw } = request
  const place = await loadPlace(ctx, String(raw['office'] ?? ''))
  if (place === null) return refuse(403, 'permission')
  const filter = toFilter({ query: String(raw['query'] ?? '') }, officeInAddress(place))
  const back = inboxHref(writeFilter(filter))
  if (!form.ok) return redirect(back, { notice: 'casework.views.name_missing' })
  const ownerId = requireOfficer(ctx).id
  const own = (await loadViews(ctx.tx, place.office.id, ownerId)).filter(({ mine }) => mine)
  if (own.length >= mostOwn) return redirect(back, { notice: 'casework.views.too_many' })
  const query = writeFilter({ ...filter, office: null })
  const { name, shared } = form.value
  await insertView(ctx.tx, { id: ctx.newId(), ownerId, officeId: place.office.id, name, query, shared: shared === '1', at: ctx.now })
  return redirect(back, { notice: 'casework.views.saved' })
}

type Change = RouteRequest<{ readonly id: string }, unknown, Static<typeof changeViewForm>>

async function reorder(ctx: Context, ownerId: string, id: string, by: -1 | 1): Promise<boolean> {
  const found = await loadOwnView(ctx.tx, ownerId, id)
  if (found === null) return false
  const own = (await loadViews(ctx.tx, found.officeId, ownerId)).filter(({ mine }) => mine)
  await orderViews(
    ctx.tx,
    ownerId,
    moveInOrder(
      own.map((view) => view.id),
      id,
      by,
    ),
  )
  return true
}

async function change({ params: { id }, form }: Change, ctx: Context): Promise<Reply> {
  const ownerId = requireOfficer(ctx).id
  if (!form.ok) return (await loadOwnView(ctx.tx, ownerId, id)) === null ? refuse(404, 'not_found') : refuse(422, 'malformed')
  const { deed, name = '' } = form.value
  const deeds: Readonly<Record<typeof deed, () => Promise<boolean>>> = {
    rename: () => changeView(ctx.tx, ownerId, id, name === '' ? {} : { name }),
    share: () => changeView(ctx.tx, ownerId, id, { shared: true }),
    unshare: () => changeView(ctx.tx, ownerId, id, { shared: false }),
    up: () => reorder(ctx, ownerId, id, -1),
    down: () => reorder(ctx, ownerId, id, 1),
    delete: () => deleteView(ctx.tx, ownerId, id),
  }
  return (await deeds[deed]()) ? redirect(paths.views, { notice: `casework.views.done.${deed}` }) : refuse(404, 'not_found')
}

const shared = { audience: 'officer', permission: 'inbox.read' } as const

export const viewRoutes: readonly Route[] = [
  defineRoute({ ...shared, method: 'GET', path: paths.views, audit: { event: 'view.listed', done: false }, handler: showViews }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.views,
    audit: { event: 'view.saved', done: true },
    form: saveViewForm,
    handler: saveView,
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.view,
    audit: { event: 'view.changed', done: true },
    params: ticketParams,
    form: changeViewForm,
    handler: change,
  }),
]

import { loadOffices } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest } from '../../../platform/http/route.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { nameOf } from '../actions/propose.ts'
import { ListPage } from '../pages/list-page.tsx'
import { listWaiting } from '../read.ts'
import { isHopLate } from '../rules.ts'
import { loadBodies } from '../store.ts'
import { paths } from '../urls.ts'

/** What is to be done about hand-overs in the officer's units. */
async function show({ frame }: RouteRequest, ctx: Context): Promise<Reply> {
  const [lines, bodies, offices] = await Promise.all([
    listWaiting(ctx.tx, ctx.actor.reach.offices, ctx.now),
    loadBodies(ctx.tx),
    loadOffices(ctx.tx),
  ])
  const shown = lines.map(({ bodyId, officeId, ...line }) => {
    const body = bodies.find(({ id }) => id === bodyId)
    const timeZone = offices.find(({ id }) => id === officeId)?.timeZone ?? defaultTimeZone
    return { ...line, timeZone, late: isHopLate(line, ctx.now), body: body === undefined ? { id: '', en: '' } : nameOf(body) }
  })
  return page(ListPage({ frame, lines: shown }))
}

export const listRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: paths.list,
    audience: 'officer',
    permission: 'ticket.handle',
    audit: { event: 'scope.listed', done: false },
    handler: show,
  }),
]

import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import { defineRoute, page, type Reply, type RouteRequest, refuse } from '../../../platform/http/route.ts'
import { openFile } from '../../conversation/index.ts'
import { listTickets } from '../../record/index.ts'
import { fileParams, listQuery, ticketParams } from '../forms.ts'
import { TicketPage } from '../pages/ticket-page.tsx'
import type { LineView } from '../pages/views.ts'
import { type InboxFilter, readFilter, writeFilter } from '../rules.ts'
import { paths } from '../urls.ts'
import { composeLines, loadPlace } from './composing.ts'
import { toListFilter, toOrder } from './listing.ts'
import { openTicket } from './opening.ts'
import { composeTicket } from './view-ticket.ts'

/** Lines beside an open ticket: what is next, not the whole heap. */
const besideTicket = 25

async function composeBeside(ctx: Context, frame: Frame, filter: InboxFilter, currentId: string): Promise<readonly LineView[]> {
  const place = await loadPlace(ctx, filter.office)
  if (place === null) return []
  const loaded = await listTickets(ctx.tx, toListFilter(ctx, place, filter), { order: toOrder(filter), at: null, limit: besideTicket })
  return (await composeLines({ ctx, frame, place, listQuery: writeFilter(filter), currentId }, loaded)).lines
}

async function showTicket({ params, query, frame, audit }: RouteRequest<{ readonly id: string }>, ctx: Context): Promise<Reply> {
  audit({ objectType: 'ticket', objectId: params.id })
  const opened = await openTicket(ctx, params.id)
  if (opened === null) return refuse(404, 'not_found')
  const filter = readFilter(query as Record<string, unknown>)
  const [lines, view] = await Promise.all([
    composeBeside(ctx, frame, filter, params.id),
    composeTicket(ctx, frame, opened, writeFilter(filter)),
  ])
  return page(TicketPage({ frame, view, lines }))
}

export const ticketRoute = defineRoute({
  method: 'GET',
  path: paths.ticket,
  audience: 'officer',
  permission: 'ticket.read',
  audit: { event: 'ticket.viewed', done: true },
  params: ticketParams,
  query: listQuery,
  handler: showTicket,
})

export const fileRoute = defineRoute({
  method: 'GET',
  path: `${paths.ticket}/berkas/:file`,
  audience: 'officer',
  permission: 'ticket.read',
  audit: { event: 'ticket.file_opened', done: true },
  params: fileParams,
  handler: async ({ params, audit }, ctx) => {
    audit({ objectType: 'ticket', objectId: params.id, details: { file: params.file } })
    const opened = await openFile(ctx, params.id, params.file)
    if (!opened.ok) return refuse(404, 'not_found')
    const { stream, name, type, size } = opened.value
    return { kind: 'file', stream, name, type, size }
  },
})

import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import { defineRoute, page, type Reply, type RouteRequest, refuse } from '../../../platform/http/route.ts'
import { openFile } from '../../conversation/index.ts'
import { listTickets } from '../../record/index.ts'
import { fileParams, listQuery, ticketParams } from '../forms.ts'
import { TicketPage } from '../pages/ticket-page.tsx'
import type { LineView } from '../pages/views.ts'
import { readFilter, writeFilter } from '../rules.ts'
import { paths } from '../urls.ts'
import { composeLines, loadPlace } from './composing.ts'
import { toListFilter, toOrder } from './listing.ts'
import { composeTicket, openTicket } from './view-ticket.ts'

/** Lines beside an open ticket: what is next, not the whole heap. */
const besideTicket = 25

async function composeBeside(
  ctx: Context,
  frame: Frame,
  raw: Readonly<Record<string, unknown>>,
  currentId: string,
): Promise<{ lines: readonly LineView[]; query: string }> {
  const filter = readFilter(raw)
  const query = writeFilter(filter)
  const place = await loadPlace(ctx, filter.office)
  if (place === null) return { lines: [], query }
  const loaded = await listTickets(ctx.tx, toListFilter(ctx, place, filter), { order: toOrder(filter), at: null, limit: besideTicket })
  const { lines } = await composeLines({ ctx, frame, place, listQuery: query, currentId }, loaded)
  return { lines, query }
}

async function showTicket({ params, query, frame, audit }: RouteRequest<{ readonly id: string }>, ctx: Context): Promise<Reply> {
  audit({ objectType: 'ticket', objectId: params.id })
  const opened = await openTicket(ctx, params.id)
  if (opened === null) return refuse(404, 'not_found')
  const beside = await composeBeside(ctx, frame, query as Record<string, unknown>, params.id)
  const view = await composeTicket(ctx, frame, opened, beside.query)
  return page(TicketPage({ frame, view, lines: beside.lines }))
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

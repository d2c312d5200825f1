import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { Context } from '../../../platform/context.ts'
import { composePdf, writeZip } from '../../../platform/files/index.ts'
import { renderDocument } from '../../../platform/html.ts'
import { defineRoute, type Reply, type Route, type RouteRequest, refuse } from '../../../platform/http/route.ts'
import { collectFiles } from '../../conversation/index.ts'
import { type ListLine, listTickets, loadFiles } from '../../record/index.ts'
import { listQuery, ticketParams } from '../forms.ts'
import { CaseFile } from '../pages/case-file.tsx'
import type { TicketView } from '../pages/views.ts'
import { isDrawable, readFilter, writeFilter } from '../rules.ts'
import { paths } from '../urls.ts'
import { composeLines, loadPlace } from './composing.ts'
import { toListFilter, toOrder } from './listing.ts'
import { openTicket } from './opening.ts'
import { composeTicket } from './view-ticket.ts'

type TicketRequest = RouteRequest<{ readonly id: string }>

const mostLines = 5000
const linesAtOnce = 500

/** A spreadsheet knows the letters, and takes no cell for a formula. */
const sheet = { bom: true, escape_formulas: true }

function giveFile(bytes: Buffer, name: string, type: string): Reply {
  return { kind: 'file', stream: Readable.from([bytes]), name, type, size: bytes.length }
}

/** Exactly what the ticket's page would show to this officer, by the same loading. */
async function openView({ params, frame, audit }: TicketRequest, ctx: Context): Promise<TicketView | null> {
  audit({ objectType: 'ticket', objectId: params.id })
  const opened = await openTicket(ctx, params.id)
  return opened === null ? null : composeTicket(ctx, frame, opened, '')
}

async function givePdf(request: TicketRequest, ctx: Context): Promise<Reply> {
  const view = await openView(request, ctx)
  if (view === null) return refuse(404, 'not_found')
  const texts = [view.title, view.body, view.wish, ...view.entries.flatMap(({ body, answer }) => [body, ...Object.values(answer ?? {})])]
  const undrawable = !texts.every(isDrawable)
  const pdf = await composePdf(renderDocument(CaseFile({ frame: request.frame, view, madeAt: ctx.now, undrawable })))
  if (!pdf.ok) throw new Error('the case file could not be written')
  return giveFile(pdf.value, `${view.number}.pdf`, 'application/pdf')
}

function composeData({ verbs: _verbs, listQuery: _list, draft: _draft, ...view }: TicketView, left: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify({ ...view, filesLeftOut: left }, null, 2))
}

function composeHistory({ history }: TicketView): Buffer {
  const rows = history.map(({ at, event, by }) => [at.toISOString(), event.type, by ?? '', JSON.stringify(event.payload)])
  return Buffer.from(stringify([['at', 'event', 'by', 'payload'], ...rows], sheet))
}

async function giveExport(request: TicketRequest, ctx: Context): Promise<Reply> {
  const view = await openView(request, ctx)
  if (view === null) return refuse(404, 'not_found')
  const { entries, left } = await collectFiles(ctx, request.params.id, await loadFiles(ctx.tx, request.params.id))
  request.audit({ objectType: 'ticket', objectId: request.params.id, details: { files: entries.length, leftOut: left.length } })
  const data = [
    { name: 'laporan.json', bytes: composeData(view, left) },
    { name: 'riwayat.csv', bytes: composeHistory(view) },
  ]
  return giveFile(writeZip([...data, ...entries], ctx.now), `${view.number}.zip`, 'application/zip')
}

async function giveList({ frame, query, audit }: RouteRequest, ctx: Context): Promise<Reply> {
  const asked = readFilter(query as Record<string, unknown>)
  const place = await loadPlace(ctx, asked.office)
  if (place === null) return refuse(403, 'permission')
  const filter = toListFilter(ctx, place, asked)
  const order = toOrder(asked)
  const all: ListLine[] = []
  for (let last: ListLine | undefined; all.length < mostLines; ) {
    const at = last === undefined ? null : ({ direction: 'after', key: last.key, id: last.id, over: !last.owed } as const)
    const more = await listTickets(ctx.tx, filter, { order, at, limit: linesAtOnce })
    all.push(...more)
    last = more.at(-1)
    if (more.length < linesAtOnce) break
  }
  const { lines } = await composeLines({ ctx, frame, place, listQuery: '' }, all)
  audit({ details: { office: place.office.code, filter: writeFilter({ ...asked, office: null }), lines: lines.length } })
  const { t } = frame.words
  const head = ['number', 'state', 'category', 'channel', 'due', 'submitted', 'assignee', 'title'].map((name) =>
    t(`casework.export.${name}`),
  )
  const rows = lines.map((line) => [
    line.number,
    t(`record.state.${line.state}`),
    line.category,
    t(`casework.channel.${line.channel}`),
    line.due?.due.toISOString() ?? '',
    line.submittedAt.toISOString(),
    line.assignee ?? '',
    line.title,
  ])
  return giveFile(Buffer.from(stringify([head, ...rows], sheet)), `${t('casework.export.file')}.csv`, 'text/csv; charset=utf-8')
}

const shared = { method: 'GET', audience: 'officer' } as const

/** What leaves the console as a file: by the sight of who takes it, and each with its line in the trail (acceptance A7). */
export const takeAwayRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    path: paths.caseFile,
    permission: 'ticket.read',
    audit: { event: 'ticket.printed', done: true },
    params: ticketParams,
    handler: givePdf,
  }),
  defineRoute({
    ...shared,
    path: paths.caseExport,
    permission: 'ticket.read',
    audit: { event: 'ticket.exported', done: true },
    params: ticketParams,
    handler: giveExport,
  }),
  defineRoute({
    ...shared,
    path: paths.listExport,
    permission: 'inbox.read',
    audit: { event: 'ticket.list_exported', done: true },
    query: listQuery,
    handler: giveList,
  }),
]

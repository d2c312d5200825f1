import { findByContact } from '../../../access/confidentiality/index.ts'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { noteNumberAttempt } from '../../conduct/index.ts'
import {
  countTickets,
  findByNumber,
  type ListFilter,
  type ListLine,
  type ListPlace,
  listTickets,
  searchTickets,
} from '../../record/index.ts'
import { searchQuery } from '../forms.ts'
import { SearchPage } from '../pages/search-page.tsx'
import { readCursor, readSought, type Sought } from '../rules.ts'
import { paths, ticketHref } from '../urls.ts'
import { composeLines, loadPlace, type Place, toOptions } from './composing.ts'
import { filterOffice } from './listing.ts'
import { cutPage, pageSize } from './paging.ts'

type Found = { readonly lines: readonly ListLine[]; readonly total: number; readonly more: boolean }

const nothing: Found = { lines: [], total: 0, more: false }

type Narrowing = Pick<ListFilter, 'part'> | Pick<ListFilter, 'ofPerson'>

async function findNarrowed(ctx: Context, officeId: string, narrowing: Narrowing, at: ListPlace | null): Promise<Found> {
  const filter: ListFilter = { ...filterOffice(officeId), ...narrowing }
  const [lines, total] = await Promise.all([
    listTickets(ctx.tx, filter, { order: 'urgency', at, limit: pageSize + 1 }),
    countTickets(ctx.tx, filter),
  ])
  return { lines, total, more: false }
}

async function find(ctx: Context, officeId: string, sought: Sought, at: ListPlace | null): Promise<Found> {
  switch (sought.kind) {
    case 'number':
      return nothing
    case 'part':
      return findNarrowed(ctx, officeId, { part: sought.part }, at)
    case 'email':
    case 'phone':
      return findNarrowed(ctx, officeId, { ofPerson: await findByContact(ctx, sought.kind, sought.contact) }, at)
    case 'words':
      return searchTickets(ctx.tx, { words: sought.words, officeId }, { at, limit: pageSize + 1 })
  }
}

/**
 * Whole numbers are looked for in all own units: who has one in hand does not ask where it lies, and wants the ticket rather than a list of one.
 * A number out of sight is as one that nobody has.
 */
async function findWhole(ctx: Context, sought: Sought | null): Promise<string | null> {
  return sought?.kind === 'number' ? ((await findByNumber(ctx.tx, sought.number))?.id ?? null) : null
}

/** The trail says that somebody searched and how much was found; the words stand there only as a keyed hash (acceptance L1, C14). */
function describeSearch(ctx: Context, sought: Sought, query: string, total: number): Record<string, unknown> {
  return { by: sought.kind, found: total, words: ctx.keyring.hmac('search-words', query.toLowerCase()).toString('hex').slice(0, 32) }
}

type Query = { readonly q?: string; readonly kantor?: string }

/** The address of these results, to which the way to the next page is added. */
function composeAddress(typed: string, { own, office }: Place): string {
  return new URLSearchParams({ q: typed, ...(own.length > 1 ? { kantor: office.id } : {}) }).toString()
}

async function showSearch({ frame, query, audit }: RouteRequest<unknown, Query>, ctx: Context): Promise<Reply> {
  const { q: typed = '', kantor = null } = query
  const sought = readSought(typed)
  const ticketId = await findWhole(ctx, sought)
  if (sought !== null && ticketId !== null) {
    audit({ details: describeSearch(ctx, sought, typed, 1) })
    return redirect(ticketHref(ticketId))
  }
  const place = await loadPlace(ctx, kantor)
  if (place === null) return refuse(403, 'permission')
  const { office, own } = place
  const at = readCursor(query)
  const found = sought === null ? nothing : await find(ctx, office.id, sought, at)
  if (sought?.kind === 'number' && found.total === 0) await noteNumberAttempt(ctx, sought.number)
  if (sought !== null) audit({ details: describeSearch(ctx, sought, typed, found.total) })
  const { previous, next, lines: shown } = cutPage(found.lines, at, { path: paths.search, query: composeAddress(typed, place) })
  const { lines } = await composeLines({ ctx, frame, place, listQuery: '' }, shown)
  const facts = { officeId: office.id, officeName: office.name, offices: toOptions(own), timeZone: office.timeZone }
  return page(
    SearchPage({
      frame,
      view: { ...facts, query: typed, total: sought === null ? null : found.total, more: found.more, lines, previous, next },
    }),
  )
}

export const searchRoute = defineRoute({
  method: 'GET',
  path: paths.search,
  audience: 'officer',
  permission: 'inbox.read',
  audit: { event: 'ticket.searched', done: true },
  query: searchQuery,
  handler: showSearch,
})

import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { listConsoleLinks } from '../../../ui/index.ts'
import { countIncoming } from '../../contribution/index.ts'
import { countTickets, listTickets, type OfficeCounts } from '../../record/index.ts'
import { listQuery } from '../forms.ts'
import { InboxPage, type Shortcut } from '../pages/inbox-page.tsx'
import { filterNames, type InboxFilter, isNarrowed, readCursor, readFilter, type Tab, tabs, writeFilter } from '../rules.ts'
import { paths } from '../urls.ts'
import { countChecks } from './checks.ts'
import { composeLines, loadPlace, offerCategories, toOptions } from './composing.ts'
import { loadCounts, toListFilter, toOrder } from './listing.ts'
import { cutPage, pageSize } from './paging.ts'
import { composeViews } from './views.ts'

/** The plain list of one heap in the same unit. */
function plain(filter: InboxFilter, tab: Tab): InboxFilter {
  return readFilter({ [filterNames.tab]: tab, ...(filter.office === null ? {} : { [filterNames.office]: filter.office }) })
}

const narrowings = {
  late: { due: 'late' },
  today: { due: 'today' },
  soon: { due: 'soon' },
  unassigned: { assignee: 'nobody' },
  mine: { assignee: 'me' },
} as const satisfies Readonly<Record<Shortcut['name'], Partial<InboxFilter>>>

function composeShortcuts(filter: InboxFilter, counts: OfficeCounts): readonly Shortcut[] {
  const present = writeFilter(filter)
  return (Object.keys(narrowings) as Shortcut['name'][]).map((name) => {
    const query = writeFilter({ ...plain(filter, 'owed'), ...narrowings[name] })
    return { name, count: counts[name], query, current: query === present }
  })
}

async function showInbox({ frame, query }: RouteRequest, ctx: Context) {
  const links = listConsoleLinks(ctx.actor.permissions)
  // The console's first page is the inbox for those who have one; others begin where their work is.
  if (!ctx.actor.permissions.has('inbox.read')) return redirect(links[0]?.href ?? '/petugas/akun')
  const raw = query as Record<string, unknown>
  const asked = readFilter(raw)
  const place = await loadPlace(ctx, asked.office)
  if (place === null) return refuse(403, 'permission')
  const filter = { ...asked, office: place.own.length > 1 ? place.office.id : null }
  const listFilter = toListFilter(ctx, place, filter)
  const at = readCursor(raw)
  const [counts, narrowed, loaded, checks, contributions, views] = await Promise.all([
    loadCounts(ctx, place),
    isNarrowed(filter) ? countTickets(ctx.tx, listFilter) : null,
    listTickets(ctx.tx, listFilter, { order: toOrder(filter), at, limit: pageSize + 1 }),
    countChecks(ctx),
    countIncoming(ctx.tx),
    composeViews(ctx, place, filter),
  ])
  const listed = writeFilter(filter)
  const cut = cutPage(loaded, at, { path: paths.inbox, query: listed })
  const { lines, colleagues } = await composeLines({ ctx, frame, place, listQuery: listed }, cut.lines)
  const { t, locale } = frame.words
  return page(
    InboxPage({
      frame,
      view: {
        officeId: place.office.id,
        officeName: place.office.name,
        madeAt: ctx.now,
        timeZone: place.office.timeZone,
        filter,
        counts,
        checks,
        contributions,
        queries: Object.fromEntries(tabs.map((tab) => [tab, writeFilter(plain(filter, tab))])) as Record<Tab, string>,
        views,
        listed,
        bulk: {
          offered: filter.tab === 'owed' && mayIn(ctx.actor, 'ticket.hand_over', place.office.id),
          takes: mayIn(ctx.actor, 'ticket.handle', place.office.id),
        },
        shortcuts: composeShortcuts(filter, counts),
        total: narrowed ?? counts[filter.tab],
        lines,
        previous: cut.previous,
        next: cut.next,
        choices: {
          offices: toOptions(place.own),
          categories: offerCategories(place.categories, locale, (name) => t('casework.filter.whole', { name })),
          colleagues,
          queues: place.queues.map(({ id, name }) => ({ value: id, label: name })),
        },
        plainQuery: writeFilter(plain(filter, filter.tab)),
        mayRegister: ctx.actor.permissions.has('ticket.register'),
      },
    }),
  )
}

export const inboxRoute = defineRoute({
  method: 'GET',
  path: paths.inbox,
  audience: 'officer',
  permission: 'console.enter',
  audit: { event: 'ticket.listed', done: false },
  query: listQuery,
  handler: showInbox,
})

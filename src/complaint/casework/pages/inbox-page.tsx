import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, CountBadge, EmptyState, LiveNews, PageHeading, Pagination, SplitView, Tabs } from '../../../ui/index.ts'
import { type InboxFilter, isNarrowed, type Tab, tabs } from '../rules.ts'
import { inboxHref, paths, watchListHref } from '../urls.ts'
import { type FilterChoices, InboxFilters, OfficeChoice } from './inbox-filters.tsx'
import { TicketLines } from './lines.tsx'
import type { LineView } from './views.ts'

/** A ready-made narrowing with how many it holds. */
export type Shortcut = {
  readonly name: 'late' | 'today' | 'soon' | 'unassigned' | 'mine'
  readonly count: number
  readonly query: string
  readonly current: boolean
}

export type InboxView = {
  readonly officeId: string
  readonly officeName: string
  /** What others change later is told while the page lies open. */
  readonly madeAt: Date
  readonly timeZone: string
  readonly filter: InboxFilter
  readonly counts: Readonly<Record<Tab, number>>
  /** Answers of colleagues that wait for this officer. */
  readonly checks: number
  readonly queries: Readonly<Record<Tab, string>>
  readonly shortcuts: readonly Shortcut[]
  readonly total: number
  readonly lines: readonly LineView[]
  readonly previous: string | null
  readonly next: string | null
  readonly choices: FilterChoices
  readonly plainQuery: string
  readonly mayRegister: boolean
}

type Props = { readonly frame: Frame; readonly view: InboxView }

function Shortcuts({ frame, view }: Props): VNode {
  const { t, number } = frame.words
  return (
    <nav aria-label={t('casework.shortcuts')}>
      <ul class="flex flex-wrap gap-2">
        {view.shortcuts.map(({ name, count, query, current }) => (
          <li key={name}>
            <a
              class={current ? 'btn btn-primary btn-sm' : 'btn btn-secondary btn-sm'}
              href={inboxHref(query)}
              aria-current={current ? 'true' : undefined}
            >
              <span>{t(`casework.shortcut.${name}`)}</span>
              <CountBadge count={number(count)} label={t('casework.tickets')} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function NothingThere({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { filter } = view
  if (isNarrowed(filter))
    return (
      <EmptyState
        icon="funnel"
        title={t('casework.empty.narrowed')}
        action={
          <Button variant="secondary" href={inboxHref(view.plainQuery)}>
            {t('casework.filter.clear')}
          </Button>
        }
      >
        <p>{t('casework.empty.narrowed.lead')}</p>
      </EmptyState>
    )
  return (
    <EmptyState title={t(`casework.empty.${filter.tab}`)}>
      <p>{t(`casework.empty.${filter.tab}.lead`)}</p>
    </EmptyState>
  )
}

/** The inbox of one unit: what is owed first, most urgent on top. */
export function InboxPage({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { filter, counts } = view
  return (
    <ConsoleLayout frame={frame} title={t('casework.inbox.title')} section="inbox" counts={{ inbox: counts.owed, checks: view.checks }}>
      <PageHeading
        caption={view.officeName}
        actions={
          view.mayRegister ? (
            <Button href={paths.register} icon="file-plus" variant="secondary">
              {t('casework.register')}
            </Button>
          ) : undefined
        }
      >
        {t('casework.inbox.title')}
      </PageHeading>
      <LiveNews frame={frame} href={watchListHref(view.officeId, view.madeAt)} refresh />
      <OfficeChoice frame={frame} filter={filter} choices={view.choices} />
      <Tabs
        frame={frame}
        label={t('casework.tabs')}
        items={tabs.map((tab) => ({
          href: inboxHref(view.queries[tab]),
          label: t(`casework.tab.${tab}`),
          current: filter.tab === tab,
          count: counts[tab],
        }))}
      />
      {filter.tab === 'owed' ? <Shortcuts frame={frame} view={view} /> : null}
      <InboxFilters frame={frame} filter={filter} choices={view.choices} plainQuery={view.plainQuery} />
      <SplitView
        listLabel={t('casework.inbox.title')}
        list={
          view.lines.length === 0 ? (
            <NothingThere frame={frame} view={view} />
          ) : (
            <>
              <TicketLines frame={frame} lines={view.lines} label={t('casework.inbox.title')} timeZone={view.timeZone} />
              <Pagination
                frame={frame}
                previousHref={view.previous}
                nextHref={view.next}
                summary={t('casework.total', { count: view.total })}
              />
            </>
          )
        }
      />
    </ConsoleLayout>
  )
}

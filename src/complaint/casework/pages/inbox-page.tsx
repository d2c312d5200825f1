import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BulkBar,
  Button,
  CheckAll,
  ConsoleLayout,
  CountBadge,
  Details,
  EmptyState,
  Form,
  LiveNews,
  PageHeading,
  Pagination,
  Select,
  SplitView,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import { type InboxFilter, isNarrowed, longestReason, type Tab, tabs } from '../rules.ts'
import { inboxHref, listExportHref, paths, watchListHref } from '../urls.ts'
import { type FilterChoices, InboxFilters, OfficeChoice } from './inbox-filters.tsx'
import { TicketLines } from './lines.tsx'
import { SavedViews, SaveView, type ViewLine } from './saved-views.tsx'
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
  /** Requests of other units. */
  readonly contributions: number
  readonly queries: Readonly<Record<Tab, string>>
  readonly shortcuts: readonly Shortcut[]
  /** Filters that were given a name. */
  readonly views: readonly ViewLine[]
  /** This list, as an address. */
  readonly listed: string
  /** Whether much can be done at once, and whether also taken. */
  readonly bulk: { readonly offered: boolean; readonly takes: boolean }
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

function BulkActions({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <BulkBar frame={frame}>
      {view.bulk.takes ? (
        <Button name="deed" value="take" icon="user-check" variant="secondary" size="small">
          {t('casework.bulk.take')}
        </Button>
      ) : null}
      <Details summary={t('casework.bulk.more')}>
        <div class="stack">
          <Select
            frame={frame}
            name="officer"
            label={t('casework.assign.to')}
            placeholder={t('casework.choose')}
            options={view.choices.colleagues}
            width="medium"
          />
          <Button name="deed" value="assign" icon="user-plus" variant="secondary" size="small">
            {t('casework.bulk.assign')}
          </Button>
          {view.bulk.takes ? (
            <>
              <TextField frame={frame} name="words" label={t('casework.release.words')} maxLength={longestReason} />
              <Button name="deed" value="release" icon="inbox" variant="secondary" size="small">
                {t('casework.bulk.release')}
              </Button>
            </>
          ) : null}
        </div>
      </Details>
    </BulkBar>
  )
}

/** The lines; with a tick before each where something can be done with many at once. */
function InboxList({ frame, view }: Props): VNode {
  const { t } = frame.words
  const shared = { frame, lines: view.lines, label: t('casework.inbox.title'), timeZone: view.timeZone }
  return (
    <>
      {view.bulk.offered ? (
        <Form frame={frame} action={paths.bulk} hidden={{ list: view.listed }} label={t('casework.bulk.label')}>
          <CheckAll>
            <BulkActions frame={frame} view={view} />
            <TicketLines {...shared} selectName="tickets" />
          </CheckAll>
        </Form>
      ) : (
        <TicketLines {...shared} />
      )}
      <Pagination frame={frame} previousHref={view.previous} nextHref={view.next} summary={t('casework.total', { count: view.total })} />
      <Button href={listExportHref(view.listed)} variant="quiet" size="small" icon="download" download>
        {t('casework.export.list')}
      </Button>
    </>
  )
}

/** The inbox of one unit: what is owed first, most urgent on top. */
export function InboxPage({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { filter, counts } = view
  return (
    <ConsoleLayout
      frame={frame}
      title={t('casework.inbox.title')}
      section="inbox"
      counts={{ inbox: counts.owed, checks: view.checks, contributions: view.contributions }}
    >
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
      <SavedViews frame={frame} views={view.views} />
      <InboxFilters frame={frame} filter={filter} choices={view.choices} plainQuery={view.plainQuery} />
      {isNarrowed(filter) ? <SaveView frame={frame} query={view.listed} officeId={view.officeId} /> : null}
      <SplitView
        listLabel={t('casework.inbox.title')}
        list={view.lines.length === 0 ? <NothingThere frame={frame} view={view} /> : <InboxList frame={frame} view={view} />}
      />
    </ConsoleLayout>
  )
}

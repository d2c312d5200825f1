import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BulkBar,
  Button,
  CheckAll,
  ConsoleLayout,
  EmptyState,
  FilterBar,
  Form,
  NoticeBanner,
  PageHeading,
  Pagination,
  Select,
  SplitView,
  Table,
  Tabs,
} from '../../../ui/index.ts'
import { handOverHref, inboxHref, paths } from '../urls.ts'
import { TicketLines } from './lines.tsx'
import type { LineView, Option } from './views.ts'

export const loadLists = ['late', 'unassigned', 'all'] as const
export type LoadList = (typeof loadLists)[number]

export type OfficerLoad = {
  /** null: what nobody has. */
  readonly id: string | null
  readonly name: string | null
  readonly open: number
  readonly late: number
  readonly thisWeek: number
  readonly waiting: number
  readonly oldest: Date | null
  /** The inbox with what this officer has. */
  readonly query: string
}

export type LoadView = {
  readonly officeId: string
  readonly officeName: string
  readonly offices: readonly Option[]
  readonly timeZone: string
  readonly rows: readonly OfficerLoad[]
  readonly list: LoadList
  readonly counts: Readonly<Record<LoadList, number>>
  readonly lines: readonly LineView[]
  readonly next: string | null
  readonly previous: string | null
  readonly colleagues: readonly Option[]
  /** What a reassignment just did. */
  readonly done: { readonly assigned: number; readonly skipped: number } | null
}

type Props = { readonly frame: Frame; readonly view: LoadView }

function Loads({ frame, view }: Props): VNode {
  const { t, number, date } = frame.words
  return (
    <Table
      caption={t('casework.load.who')}
      dense
      columns={[
        { key: 'officer', header: t('casework.load.officer') },
        { key: 'open', header: t('casework.load.open'), numeric: true },
        { key: 'late', header: t('casework.load.late'), numeric: true },
        { key: 'week', header: t('casework.load.week'), numeric: true },
        { key: 'waiting', header: t('casework.load.waiting'), numeric: true },
        { key: 'oldest', header: t('casework.load.oldest') },
        { key: 'hand_over', header: t('casework.load.hand_over') },
      ]}
      rows={view.rows.map((row) => ({
        id: row.id ?? 'nobody',
        cells: {
          officer: (
            <a href={inboxHref(row.query)}>{row.id === null ? t('casework.line.nobody') : (row.name ?? t('casework.load.former'))}</a>
          ),
          open: number(row.open),
          late: row.late > 0 ? <strong class="text-error">{number(row.late)}</strong> : number(0),
          week: number(row.thisWeek),
          waiting: number(row.waiting),
          oldest: row.oldest === null ? '–' : date(row.oldest, view.timeZone),
          hand_over: row.id === null || row.open === 0 ? '–' : <a href={handOverHref(row.id)}>{t('casework.load.hand_over')}</a>,
        },
      }))}
    />
  )
}

function Reassign({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <Form frame={frame} action={paths.bulkAssign} hidden={{ office: view.officeId, list: view.list }} label={t('casework.load.reassign')}>
      <CheckAll>
        <div class="stack">
          <BulkBar frame={frame}>
            <Select frame={frame} name="officer" label={t('casework.assign.to')} options={view.colleagues} width="medium" />
            <Button icon="user-plus">{t('casework.load.reassign')}</Button>
          </BulkBar>
          <TicketLines
            frame={frame}
            lines={view.lines}
            label={t(`casework.load.list.${view.list}`)}
            timeZone={view.timeZone}
            selectName="tickets"
          />
          <Pagination
            frame={frame}
            previousHref={view.previous}
            nextHref={view.next}
            summary={t('casework.total', { count: view.counts[view.list] })}
          />
        </div>
      </CheckAll>
    </Form>
  )
}

function Done({ frame, view }: Props): VNode | null {
  const { t } = frame.words
  if (view.done === null) return null
  const { assigned, skipped } = view.done
  return (
    <NoticeBanner frame={frame} tone={skipped > 0 ? 'warning' : 'success'} id="done">
      <p>{t('casework.load.done', { count: assigned })}</p>
      {skipped > 0 ? <p>{t('casework.load.skipped', { count: skipped })}</p> : null}
    </NoticeBanner>
  )
}

/** Who has what, what is late, what nobody has; and handing it on. */
export function LoadPage({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={t('casework.load.title')} section="load">
      <Done frame={frame} view={view} />
      <PageHeading caption={view.officeName}>{t('casework.load.title')}</PageHeading>
      {view.offices.length > 1 ? (
        <Form frame={frame} method="get" action={paths.load} autoSubmit label={t('casework.filter.office')}>
          <FilterBar frame={frame}>
            <Select
              frame={frame}
              name="kantor"
              label={t('casework.filter.office')}
              options={view.offices}
              value={view.officeId}
              autoSubmit
            />
          </FilterBar>
        </Form>
      ) : null}
      <Loads frame={frame} view={view} />
      <Tabs
        frame={frame}
        label={t('casework.load.lists')}
        items={loadLists.map((list) => ({
          href: `${paths.load}?${new URLSearchParams({ kantor: view.officeId, daftar: list }).toString()}`,
          label: t(`casework.load.list.${list}`),
          current: view.list === list,
          count: view.counts[list],
        }))}
      />
      <SplitView
        listLabel={t(`casework.load.list.${view.list}`)}
        list={
          view.lines.length === 0 ? (
            <EmptyState icon="circle-check" title={t(`casework.load.empty.${view.list}`)}>
              <p>{t('casework.load.empty.lead')}</p>
            </EmptyState>
          ) : (
            <Reassign frame={frame} view={view} />
          )
        }
      />
    </ConsoleLayout>
  )
}

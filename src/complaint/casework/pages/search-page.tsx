import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, EmptyState, FilterBar, Form, PageHeading, Pagination, Select, SplitView } from '../../../ui/index.ts'
import { paths } from '../urls.ts'
import { TicketLines } from './lines.tsx'
import type { LineView, Option } from './views.ts'

export type SearchView = {
  readonly query: string
  readonly officeId: string
  readonly officeName: string
  readonly offices: readonly Option[]
  readonly timeZone: string
  /** null: nothing was looked for. */
  readonly total: number | null
  /** There are more than `total`. */
  readonly more: boolean
  readonly lines: readonly LineView[]
  readonly previous: string | null
  readonly next: string | null
}

type Props = { readonly frame: Frame; readonly view: SearchView }

function Nothing({ frame, view }: Props): VNode {
  const { t } = frame.words
  if (view.total === null)
    return (
      <EmptyState icon="search" title={t('casework.search.start')}>
        <p>{t('casework.search.start.lead')}</p>
      </EmptyState>
    )
  return (
    <EmptyState
      icon="search"
      title={t('casework.search.nothing', { query: view.query })}
      action={
        <Button variant="secondary" href={paths.inbox}>
          {t('casework.back.inbox')}
        </Button>
      }
    >
      <p>{t('casework.search.nothing.lead', { office: view.officeName })}</p>
    </EmptyState>
  )
}

/** What the words or the digits found in one unit, what is owed first. */
export function SearchPage({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={t('casework.search.title')} section="search" query={view.query}>
      <PageHeading
        caption={view.officeName}
        lead={
          view.total === null
            ? undefined
            : t(view.more ? 'casework.search.found.more' : 'casework.search.found', { count: view.total, query: view.query })
        }
      >
        {t('casework.search.title')}
      </PageHeading>
      {view.offices.length > 1 ? (
        <Form frame={frame} method="get" action={paths.search} autoSubmit hidden={{ q: view.query }} label={t('casework.filter.office')}>
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
      <SplitView
        listLabel={t('casework.search.results')}
        list={
          view.lines.length === 0 ? (
            <Nothing frame={frame} view={view} />
          ) : (
            <>
              <TicketLines frame={frame} lines={view.lines} label={t('casework.search.results')} timeZone={view.timeZone} />
              <Pagination
                frame={frame}
                previousHref={view.previous}
                nextHref={view.next}
                summary={t(view.more ? 'casework.total.more' : 'casework.total', { count: view.total ?? 0 })}
              />
            </>
          )
        }
      />
    </ConsoleLayout>
  )
}

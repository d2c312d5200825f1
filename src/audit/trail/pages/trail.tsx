import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, Details, EmptyState, ErrorSummary, PageHeading, Pagination, sayProblems } from '../../../ui/index.ts'
import type { ChainView } from '../rules/chain.ts'
import { type TrailQuery, writeQuery } from '../rules/filter.ts'
import type { TrailEntry } from '../rules.ts'
import { ChainPanel } from './chain-panel.tsx'
import { EntryTable } from './entry-table.tsx'
import { TrailFilters } from './trail-filters.tsx'

type Props = {
  readonly frame: Frame
  readonly query: TrailQuery
  readonly codes: Readonly<Record<string, string>>
  readonly entries: readonly TrailEntry[]
  /** Every kind of event there is, to choose from. */
  readonly events: readonly string[]
  readonly chain: ChainView
  readonly next: string | null
}

const home = '/petugas/jejak'

function pageHref(query: TrailQuery, place: string | null): string {
  const text = writeQuery(query, place === null ? {} : { sebelum: place })
  return text === '' ? home : `${home}?${text}`
}

export function TrailPage({ frame, query, codes, entries, events, chain, next }: Props): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'trail')
  const save = (
    <Button href={`${home}/ekspor?${writeQuery(query)}`} variant="secondary" icon="download" download>
      {t('trail.export')}
    </Button>
  )
  return (
    <ConsoleLayout frame={frame} title={t('trail.title')} section="trail" hasProblems={Object.keys(problems).length > 0}>
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('trail.lead')} actions={save}>
        {t('trail.title')}
      </PageHeading>
      <ChainPanel frame={frame} chain={chain} />
      <TrailFilters {...{ frame, query, problems, events }} />
      {entries.length === 0 ? (
        <EmptyState title={t('trail.none')} icon="rotate-ccw-clock">
          <p>{t('trail.none.hint')}</p>
        </EmptyState>
      ) : (
        <>
          <EntryTable frame={frame} entries={entries} query={query} />
          <Pagination
            frame={frame}
            previousHref={query.sebelum ? pageHref(query, null) : null}
            nextHref={next === null ? null : pageHref(query, next)}
          />
        </>
      )}
      <Details summary={t('trail.help')}>
        <p>{t('trail.help.text')}</p>
      </Details>
    </ConsoleLayout>
  )
}

import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { ConsoleLayout, DueTag, EmptyState, PageHeading, StatusTag, Table } from '../../../ui/index.ts'
import type { HopState } from '../rules.ts'
import { fill, paths } from '../urls.ts'

type Line = {
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly timeZone: string
  readonly state: HopState
  readonly since: Date
  readonly acknowledgeBy: Date | null
  readonly late: boolean
  readonly body: { readonly id: string; readonly en: string }
}

type Props = { readonly frame: Frame; readonly lines: readonly Line[] }

function toRow(frame: Frame, line: Line) {
  const { t, date, locale } = frame.words
  const { acknowledgeBy, timeZone, state, late } = line
  return {
    id: line.ticketId,
    cells: {
      report: (
        <a href={fill(paths.hop, line.ticketId)}>
          <span dir="ltr">{line.number}</span> {line.title}
        </a>
      ),
      body: line.body[locale],
      todo: (
        <StatusTag tone={late || state === 'refused' ? 'warning' : state === 'agreed' || state === 'returned' ? 'info' : 'neutral'}>
          {t(`scope.todo.${late ? 'late' : state}`)}
        </StatusTag>
      ),
      since: date(line.since, timeZone),
      by:
        state !== 'sent' || acknowledgeBy === null ? (
          <span class="text-muted">–</span>
        ) : late ? (
          <DueTag frame={frame} state="late" due={acknowledgeBy} timeZone={timeZone} />
        ) : (
          date(acknowledgeBy, timeZone)
        ),
    },
  }
}

/** Hand-overs that wait for something: first those a body should have acknowledged by now. */
export function ListPage({ frame, lines }: Props): VNode {
  const { t } = frame.words
  const columns = ['report', 'body', 'todo', 'since', 'by'].map((key) => ({ key, header: t(`scope.column.${key}`) }))
  return (
    <ConsoleLayout frame={frame} title={t('scope.list')} section="sent_on">
      <div class="stack">
        <PageHeading lead={t('scope.list.lead')}>{t('scope.list')}</PageHeading>
        {lines.length === 0 ? (
          <EmptyState icon="circle-check" title={t('scope.list.none')}>
            <p>{t('scope.list.none.lead')}</p>
          </EmptyState>
        ) : (
          <Table caption={t('scope.list')} hideCaption dense columns={columns} rows={lines.map((line) => toRow(frame, line))} />
        )}
      </div>
    </ConsoleLayout>
  )
}

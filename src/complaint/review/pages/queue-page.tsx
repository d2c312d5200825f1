import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { ConsoleLayout, DueTag, EmptyState, PageHeading, StatusTag, Table } from '../../../ui/index.ts'
import { reviewHref, ticketHref } from '../urls.ts'

export type QueueLineView = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly officeName: string
  readonly timeZone: string
  readonly dueAt: Date
  readonly reviewer: string | null
  readonly mine: boolean
}

type Props = { readonly frame: Frame; readonly lines: readonly QueueLineView[]; readonly total: number; readonly now: Date }

function Reviewer({ frame, line }: { readonly frame: Frame; readonly line: QueueLineView }): VNode {
  const { t } = frame.words
  if (line.reviewer === null) return <a href={reviewHref(line.id)}>{t('review.queue.choose')}</a>
  return line.mine ? <StatusTag tone="info">{t('review.queue.mine')}</StatusTag> : <span>{line.reviewer}</span>
}

function toRow(frame: Frame, line: QueueLineView, now: Date) {
  const { date } = frame.words
  return {
    id: line.id,
    cells: {
      number: (
        <a href={line.reviewer === null ? reviewHref(line.id) : ticketHref(line.id)}>
          <span dir="ltr">{line.number}</span> {line.title}
        </a>
      ),
      office: line.officeName,
      reviewer: <Reviewer frame={frame} line={line} />,
      due:
        now > line.dueAt ? (
          <DueTag frame={frame} state="late" due={line.dueAt} timeZone={line.timeZone} />
        ) : (
          date(line.dueAt, line.timeZone)
        ),
    },
  }
}

/** Second looks that lie in the officer's units: those nobody has first, then the nearest due. */
export function QueuePage({ frame, lines, total, now }: Props): VNode {
  const { t } = frame.words
  const columns = ['number', 'office', 'reviewer', 'due'].map((key) => ({ key, header: t(`review.queue.column.${key}`) }))
  return (
    <ConsoleLayout frame={frame} title={t('review.queue.title')} section="reviews" counts={{ reviews: total }}>
      <PageHeading lead={t('review.queue.lead')}>{t('review.queue.title')}</PageHeading>
      {lines.length === 0 ? (
        <EmptyState icon="circle-check" title={t('review.queue.none')}>
          <p>{t('review.queue.none.lead')}</p>
        </EmptyState>
      ) : (
        <Table caption={t('review.queue.title')} hideCaption dense columns={columns} rows={lines.map((line) => toRow(frame, line, now))} />
      )}
      {total > lines.length ? <p class="text-muted">{t('review.queue.more', { count: lines.length })}</p> : null}
    </ConsoleLayout>
  )
}

import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, StatusTag } from '../../../ui/index.ts'
import { type ReviewRight, sayRight } from '../rules.ts'
import { AnswerParts } from './ticket-thread.tsx'
import type { AnswerView } from './views.ts'

type Props = {
  /** In the complainant's language. */
  readonly frame: Frame
  readonly answer: AnswerView
  readonly outcome: string
  readonly at: Date
  readonly timeZone: string
  /** What can be done against it, as it would stand if it were sent now. */
  readonly right: ReviewRight | null
}

/** An answer exactly as the complainant will read it, under the same headings and in the same language. */
export function AnswerAsRead({ frame, answer, outcome, at, timeZone, right }: Props): VNode {
  const { t, locale, dateTime } = frame.words
  return (
    <div lang={locale}>
      <Card title={t(right?.kind === 'final' ? 'review.answer.final.title' : 'tracking.answer.title')} icon="circle-check">
        <div class="stack">
          <p class="text-muted">
            <time dateTime={at.toISOString()}>{dateTime(at, timeZone)}</time>
          </p>
          <p>
            {t('tracking.answer.outcome')}: <StatusTag tone="info">{t(`record.outcome.${outcome}`)}</StatusTag>
          </p>
          <AnswerParts frame={frame} answer={answer} />
          <div>
            <h3 class="font-bold">{t('tracking.answer.review')}</h3>
            <p>{sayRight(frame.words, right, timeZone)}</p>
          </div>
        </div>
      </Card>
    </div>
  )
}

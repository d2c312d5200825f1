import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, StatusTag } from '../../../ui/index.ts'
import { AnswerParts } from './ticket-thread.tsx'
import type { AnswerView } from './views.ts'

type Props = {
  /** In the complainant's language. */
  readonly frame: Frame
  readonly answer: AnswerView
  readonly outcome: string
  readonly at: Date
  readonly timeZone: string
}

/** An answer exactly as the complainant will read it, under the same headings and in the same language. */
export function AnswerAsRead({ frame, answer, outcome, at, timeZone }: Props): VNode {
  const { t, locale, dateTime } = frame.words
  return (
    <div lang={locale}>
      <Card title={t('tracking.answer.title')} icon="circle-check">
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
            <p>{t('tracking.answer.review.text')}</p>
          </div>
        </div>
      </Card>
    </div>
  )
}

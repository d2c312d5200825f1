import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, StatusTag } from '../../../ui/index.ts'
import { sayRight } from '../../review/rules.ts'
import type { ReportView, ViewMessage } from '../rules.ts'

type AnswerText = NonNullable<ViewMessage['answer']>
const parts = ['finding', 'action', 'remedy', 'nextStep'] as const satisfies readonly (keyof AnswerText)[]

/** Finding, action, remedy and next step, each under its own heading; a part that says nothing is left out. */
export function AnswerParts({ frame, answer }: { readonly frame: Frame; readonly answer: AnswerText }): VNode {
  return (
    <div class="stack">
      {parts
        .filter((part) => answer[part] !== '')
        .map((part) => (
          <section key={part}>
            <h3 class="font-semibold">{frame.words.t(`tracking.answer.${part}`)}</h3>
            <p class="whitespace-pre-line break-words" dir="auto">
              {answer[part]}
            </p>
          </section>
        ))}
    </div>
  )
}

/** The answer that counts, before everything else. */
export function AnswerCard({ frame, view }: { readonly frame: Frame; readonly view: ReportView }): VNode | null {
  const { t, dateTime, has } = frame.words
  const { answer, timeZone } = view
  if (answer?.answer == null) return null
  const isFinal = answer.right?.kind === 'final' && view.review.kind === 'decided'
  const outcome = answer.outcome !== null && has(`record.outcome.${answer.outcome}`) ? t(`record.outcome.${answer.outcome}`) : null
  return (
    <Card title={t(isFinal ? 'review.answer.final.title' : 'tracking.answer.title')} icon="circle-check" id="jawaban">
      <div class="stack">
        <p class="text-muted">
          <time dateTime={answer.at.toISOString()}>{dateTime(answer.at, timeZone)}</time>
        </p>
        {outcome === null || isFinal ? null : (
          <p>
            {t('tracking.answer.outcome')}: <StatusTag tone="info">{outcome}</StatusTag>
          </p>
        )}
        {isFinal && view.review.kind === 'decided' ? (
          <p>
            {t('review.outcome.label')}: <StatusTag tone="info">{t(`review.outcome.${view.review.outcome}`)}</StatusTag>
          </p>
        ) : null}
        <AnswerParts frame={frame} answer={answer.answer} />
        <section>
          <h3 class="font-semibold">{t('tracking.answer.review')}</h3>
          <p>{sayRight(frame.words, answer.right, timeZone)}</p>
        </section>
      </div>
    </Card>
  )
}

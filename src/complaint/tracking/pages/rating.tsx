import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, DescriptionGrid, Form, type Problems, RadioGroup, TextArea } from '../../../ui/index.ts'
import { longestRatingWords, type ReportView, solvedAnswers, treatedMarks } from '../rules.ts'
import { urls } from '../urls.ts'

/** What was typed, or what was said before; each an empty text when there is nothing. */
export type RatingValues = { readonly solved: string; readonly treated: string; readonly words: string; readonly missing: string }

export type RatingProps = { readonly frame: Frame; readonly view: ReportView; readonly problems: Problems; readonly values: RatingValues }

function RatingForm({ frame, view, problems, values }: RatingProps): VNode {
  const { t } = frame.words
  const solved = solvedAnswers.map((value) => ({
    value,
    label: t(`tracking.rating.solved.${value}`),
    // Somebody else can be asked for once, and within a time.
    hint: t(value === 'no' && view.review.kind !== 'open' ? 'tracking.rating.solved.no.again' : `tracking.rating.solved.${value}.hint`),
  }))
  const treated = treatedMarks.map((mark) => ({ value: String(mark), label: t(`tracking.rating.treated.${mark}`) }))
  return (
    <Form frame={frame} action={urls.rating} label={t('tracking.rating.title')}>
      <p>{t('tracking.rating.lead')}</p>
      <RadioGroup
        frame={frame}
        problems={problems}
        name="solved"
        label={t('tracking.rating.solved')}
        options={solved}
        value={values.solved}
      />
      <TextArea
        frame={frame}
        problems={problems}
        name="missing"
        label={t('tracking.rating.missing')}
        hint={t('tracking.rating.missing.hint')}
        rows={3}
        value={values.missing}
        optional
      />
      <RadioGroup
        frame={frame}
        problems={problems}
        name="treated"
        label={t('tracking.rating.treated')}
        options={treated}
        value={values.treated}
      />
      <TextArea
        frame={frame}
        problems={problems}
        name="words"
        label={t('tracking.rating.words')}
        rows={3}
        maxLength={longestRatingWords}
        value={values.words}
        optional
      />
      <Button icon="send">{t(view.rating === null ? 'tracking.rating.submit' : 'tracking.rating.change')}</Button>
    </Form>
  )
}

/** The two questions after the answer, or what was said to them. */
export function RatingCard(props: RatingProps): VNode | null {
  const { frame, view } = props
  const { t } = frame.words
  const { rating } = view
  if (view.may.rate)
    return (
      <Card title={t('tracking.rating.title')} icon="star" id="nilai">
        <RatingForm {...props} />
      </Card>
    )
  if (rating === null || view.answer === null) return null
  return (
    <Card title={t('tracking.rating.given')} icon="star" id="nilai">
      <DescriptionGrid
        columns={1}
        items={[
          { term: t('tracking.rating.solved'), value: t(`tracking.rating.given.${rating.solved}`) },
          { term: t('tracking.rating.treated'), value: t(`tracking.rating.treated.${rating.treated}`) },
          ...(rating.words === ''
            ? []
            : [{ term: t('tracking.rating.words'), value: <span class="whitespace-pre-line break-words">{rating.words}</span> }]),
        ]}
      />
    </Card>
  )
}

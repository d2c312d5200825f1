import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  CitizenLayout,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  TextArea,
} from '../../../ui/index.ts'
import { longestReason, type ReviewStanding } from '../rules.ts'
import { paths, reportHref } from '../urls.ts'

export type AskProps = {
  readonly frame: Frame
  readonly number: string
  readonly timeZone: string
  readonly standing: ReviewStanding
  readonly problems: Problems
  readonly words: string
}

function AskForm({ frame, problems, words, standing, timeZone }: AskProps): VNode {
  const { t, date } = frame.words
  return (
    <>
      {standing.kind === 'open' ? (
        <InsetText>
          <p>{t('review.ask.window', { days: standing.days, until: date(standing.until, timeZone) })}</p>
        </InsetText>
      ) : null}
      <Form frame={frame} action={paths.ask} label={t('review.ask.title')}>
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('review.ask.words')}
          hint={t('review.ask.words.hint')}
          rows={5}
          maxLength={longestReason}
          value={words}
          optional
        />
        <ButtonGroup>
          <Button icon="scale">{t('review.ask.submit')}</Button>
          <Button variant="secondary" href={reportHref}>
            {t('review.ask.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** Why a second look cannot be asked for now, and what can be done instead. */
function NotOpen({ frame, standing, timeZone }: AskProps): VNode {
  const { t, date } = frame.words
  const until = standing.kind === 'over' ? date(standing.until, timeZone) : ''
  return (
    <>
      <p>{t(`review.closed.${standing.kind}`, { until })}</p>
      <p>
        <a href={reportHref}>{t('review.ask.back')}</a>
      </p>
    </>
  )
}

/** The complainant asks for somebody else to look at the answer. */
export function AskPage(props: AskProps): VNode {
  const { frame, number, problems, standing } = props
  const { t } = frame.words
  return (
    <CitizenLayout
      frame={frame}
      title={t('review.ask.title')}
      hasProblems={Object.keys(problems).length > 0}
      before={<BackLink frame={frame} href={reportHref} />}
      personal
    >
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading caption={number} lead={t('review.ask.lead')}>
        {t('review.ask.title')}
      </PageHeading>
      {standing.kind === 'open' ? <AskForm {...props} /> : <NotOpen {...props} />}
    </CitizenLayout>
  )
}

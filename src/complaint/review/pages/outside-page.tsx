import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Card,
  CitizenLayout,
  ErrorSummary,
  Form,
  PageHeading,
  type Problems,
  RadioGroup,
  WarningText,
} from '../../../ui/index.ts'
import { type Advice, eventAges, type OutsideReason, residences } from '../rules.ts'
import { paths, reportHref } from '../urls.ts'

export type OutsideProps = {
  readonly frame: Frame
  readonly number: string
  /** Null: something here is still to come in its time. */
  readonly reason: OutsideReason | null
  /** The day after which it must have happened. */
  readonly since: Date
  readonly typed: { readonly residence: string; readonly age: string }
  readonly advice: Advice | null
  readonly problems: Problems
}

const otherWays = ['embassy', 'lapor', 'rights', 'lawyer'] as const

function OtherWays({ frame }: Pick<OutsideProps, 'frame'>): VNode {
  const { t } = frame.words
  return (
    <ul class="list-disc space-y-3 ps-6">
      {otherWays.map((way) => (
        <li key={way}>{t(`review.outside.way.${way}`)}</li>
      ))}
    </ul>
  )
}

function Ombudsman({ frame, advice, since }: Pick<OutsideProps, 'frame' | 'since'> & { readonly advice: Advice }): VNode | null {
  const { t, date } = frame.words
  if (advice.way !== 'ombudsman') return null
  return (
    <Card title={t('review.outside.ombudsman')} icon="landmark">
      {advice.warning === null ? null : (
        <WarningText frame={frame}>{t(`review.outside.warning.${advice.warning}`, { since: date(since, 'UTC') })}</WarningText>
      )}
      <p>{t('review.outside.ombudsman.lead')}</p>
      <ul class="list-disc ps-6">
        <li>
          <a href="tel:137">{t('review.outside.ombudsman.phone')}</a>
        </li>
        <li>{t('review.outside.ombudsman.whatsapp')}</li>
        <li>
          <a href="mailto:pengaduan@ombudsman.go.id">pengaduan@ombudsman.go.id</a>
        </li>
        <li>
          <a href="https://ombudsman.go.id" rel="noopener noreferrer external">
            ombudsman.go.id
          </a>
        </li>
      </ul>
      <p>{t('review.outside.ombudsman.bring')}</p>
      <p class="text-muted">{t('review.outside.ombudsman.check')}</p>
    </Card>
  )
}

function Ways({ frame, advice, since }: OutsideProps): VNode | null {
  const { t } = frame.words
  if (advice === null) return null
  return (
    <div class="stack" id="jalan">
      {advice.way === 'other' ? <p>{t('review.outside.not_for_visitors')}</p> : null}
      <Ombudsman frame={frame} advice={advice} since={since} />
      <Card title={t('review.outside.others')} icon="external-link">
        <OtherWays frame={frame} />
      </Card>
    </div>
  )
}

function Questions({ frame, typed, since, problems }: OutsideProps): VNode {
  const { t, date } = frame.words
  const option = (name: string, value: string) => ({ value, label: t(`review.outside.${name}.${value}`, { since: date(since, 'UTC') }) })
  return (
    <Form frame={frame} action={paths.outside} label={t('review.outside.title')}>
      <RadioGroup
        frame={frame}
        problems={problems}
        name="residence"
        label={t('review.outside.residence')}
        options={residences.map((value) => option('residence', value))}
        value={typed.residence}
      />
      <RadioGroup
        frame={frame}
        problems={problems}
        name="age"
        label={t('review.outside.age')}
        options={eventAges.map((value) => option('age', value))}
        value={typed.age}
      />
      <p class="text-muted">{t('review.outside.kept')}</p>
      <Button icon="arrow-right">{t('review.outside.show')}</Button>
    </Form>
  )
}

/** What can be done outside this service: two plain questions, kept nowhere, and the ways that fit. */
export function OutsidePage(props: OutsideProps): VNode {
  const { frame, number, reason, problems } = props
  const { t } = frame.words
  return (
    <CitizenLayout
      frame={frame}
      title={t('review.outside.title')}
      hasProblems={Object.keys(problems).length > 0}
      before={<BackLink frame={frame} href={reportHref} />}
      personal
    >
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading caption={number} lead={t(`review.outside.reason.${reason ?? 'early'}`)}>
        {t('review.outside.title')}
      </PageHeading>
      <div class="stack">
        <Ways {...props} />
        <Questions {...props} />
      </div>
    </CitizenLayout>
  )
}

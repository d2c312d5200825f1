import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  Card,
  CitizenLayout,
  ErrorSummary,
  Form,
  InsetText,
  NoticeBanner,
  PageHeading,
  PrintHeader,
  type Problems,
} from '../../../ui/index.ts'
import { checkUrl } from '../../retaliation/rules.ts'
import type { ReportView } from '../rules.ts'
import { urls } from '../urls.ts'
import { AnswerCard } from './answer.tsx'
import { Conversation } from './conversation.tsx'
import { PromisesCard } from './promises.tsx'
import { RatingCard, type RatingValues } from './rating.tsx'
import { AccessCard, HistoryCard, OwnReportCard } from './record.tsx'
import { Home, Relatives } from './relatives.tsx'
import { OutsideCard, ReviewCard } from './review.tsx'
import { Stages } from './stages.tsx'

export type ReportProps = {
  readonly frame: Frame
  readonly view: ReportView
  readonly problems: Problems
  /** The message as it was typed, when it came back. */
  readonly body: string
  readonly rating: RatingValues
}

function Heading({ frame, view }: Pick<ReportProps, 'frame' | 'view'>): VNode {
  const { t, date, dateTime } = frame.words
  const at = view.receivedAt === null ? dateTime(view.submittedAt, view.timeZone) : date(view.receivedAt, view.timeZone)
  const lead =
    view.state === 'closed' || view.state === 'withdrawn' || view.state === 'archived'
      ? 'tracking.report.lead.closed'
      : 'tracking.report.lead'
  const leave = (
    <Form frame={frame} action={urls.leave}>
      <Button variant="secondary" size="small" icon="log-out">
        {t('tracking.report.leave')}
      </Button>
    </Form>
  )
  return (
    <PageHeading lead={t(lead, { at, office: view.officeName })} actions={leave}>
      {t('tracking.report.heading')} <span class="whitespace-nowrap">{view.number}</span>
    </PageHeading>
  )
}

function RenewalNotice({ frame, view }: Pick<ReportProps, 'frame' | 'view'>): VNode {
  const { t } = frame.words
  // Nobody ever saw the code of a part: it is not lost.
  const isPart = view.relatives.some(({ role }) => role === 'whole')
  return (
    <NoticeBanner frame={frame} title={t(isPart ? 'split.own.code' : 'tracking.renewal.title')} id="renewal">
      <Form frame={frame} action={urls.newCode}>
        <p>{t(isPart ? 'split.own.code.lead' : 'tracking.renewal.lead')}</p>
        <Button variant="secondary" icon="key-round">
          {t('tracking.renewal.submit')}
        </Button>
      </Form>
    </NoticeBanner>
  )
}

function WaitingNotice({ frame }: Pick<ReportProps, 'frame'>): VNode {
  const { t } = frame.words
  return (
    <NoticeBanner frame={frame} tone="warning" title={t('tracking.talk.waiting')} id="waiting">
      <p>
        <a href="#percakapan">{t('tracking.talk.waiting.link')}</a>
      </p>
    </NoticeBanner>
  )
}

/** A yes or no is asked for, or another body has the report: said above everything else. */
function HopNotice({ frame, view }: Pick<ReportProps, 'frame' | 'view'>): VNode | null {
  const { t, locale } = frame.words
  if (view.hop === null) return null
  const { kind, body, contact, reference } = view.hop
  return (
    <NoticeBanner
      frame={frame}
      tone={kind === 'asked' ? 'warning' : 'info'}
      title={t(`scope.own.${kind}`, { body: body[locale] })}
      id="penerusan"
    >
      <p>{kind === 'asked' ? <a href={urls.consent}>{t('scope.own.asked.link')}</a> : t(`scope.own.${kind}.lead`)}</p>
      {reference === '' ? null : <p>{t('scope.own.reference', { reference })}</p>}
      {kind === 'asked' || contact === '' ? null : <p>{t('scope.own.contact', { contact })}</p>}
    </NoticeBanner>
  )
}

function TreatmentNotice({ frame }: Pick<ReportProps, 'frame'>): VNode {
  const { t } = frame.words
  return (
    <NoticeBanner frame={frame} title={t('retaliation.notice.title')} id="treatment">
      <p>
        <a href={checkUrl}>{t('retaliation.notice.link')}</a>
      </p>
    </NoticeBanner>
  )
}

function ProgressCard({ frame, view }: Pick<ReportProps, 'frame' | 'view'>): VNode {
  const { t } = frame.words
  // A yes or no is given on its own page, not in the conversation.
  const next = view.hop?.kind === 'asked' ? 'asked' : view.state
  return (
    <Card title={t('tracking.report.progress')} icon="flag" id="tahap">
      <Stages frame={frame} stages={view.stages} />
      <InsetText>
        <p>
          <strong>{t('tracking.next.title')}:</strong>{' '}
          {view.home === null ? t(`tracking.next.${next}`) : t('split.own.next', { number: view.home.number })}
          {next === 'asked' ? (
            <>
              {' '}
              <a href={urls.consent}>{t('scope.own.asked.link')}</a>
            </>
          ) : null}
        </p>
        {view.together ? <p>{t('tracking.next.together')}</p> : null}
      </InsetText>
    </Card>
  )
}

/** Everything about one report, for the person who brought it. */
export function ReportPage({ frame, view, problems, body, rating }: ReportProps): VNode {
  const { t } = frame.words
  const title = t('tracking.report.title', { number: view.number })
  const conversation = <Conversation frame={frame} view={view} problems={problems} body={body} />
  return (
    <CitizenLayout frame={frame} title={title} hasProblems={Object.keys(problems).length > 0} personal>
      <ErrorSummary frame={frame} problems={problems} />
      <PrintHeader frame={frame} title={title} />
      <Heading frame={frame} view={view} />
      <div class="stack">
        {view.home === null ? null : <Home frame={frame} home={view.home} />}
        {view.may.renewCode && view.home === null ? <RenewalNotice frame={frame} view={view} /> : null}
        <Relatives frame={frame} relatives={view.relatives} />
        <HopNotice frame={frame} view={view} />
        {view.state === 'waiting_complainant' && view.hop?.kind !== 'asked' ? <WaitingNotice frame={frame} /> : null}
        {view.asksTreatment ? <TreatmentNotice frame={frame} /> : null}
        <ProgressCard frame={frame} view={view} />
        <AnswerCard frame={frame} view={view} />
        <RatingCard frame={frame} view={view} problems={problems} values={rating} />
        <ReviewCard frame={frame} view={view} />
        <OutsideCard frame={frame} view={view} />
        {view.state === 'waiting_complainant' ? (
          <>
            {conversation}
            <PromisesCard frame={frame} view={view} />
          </>
        ) : (
          <>
            <PromisesCard frame={frame} view={view} />
            {conversation}
          </>
        )}
        <OwnReportCard frame={frame} view={view} />
        <HistoryCard frame={frame} view={view} />
        <AccessCard frame={frame} view={view} />
        {view.may.withdraw ? (
          <div class="no-print">
            <Button href={urls.withdrawal} variant="quiet">
              {t('tracking.withdrawal.link')}
            </Button>
          </div>
        ) : null}
      </div>
    </CitizenLayout>
  )
}

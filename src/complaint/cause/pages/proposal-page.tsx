import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Card,
  ConsoleLayout,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  TextArea,
} from '../../../ui/index.ts'
import { longestWords } from '../rules.ts'
import { paths, proposalHref, ticketHref } from '../urls.ts'
import { ActionFields, CauseField } from './fields.tsx'
import type { Option, ProposalView, Typed } from './views.ts'

export type ProposalPageProps = {
  readonly frame: Frame
  readonly proposal: ProposalView
  /** Those of its reports that the officer may open. */
  readonly tickets: readonly { readonly id: string; readonly number: string; readonly title: string }[]
  /** Null: it waits for a decision. */
  readonly decided: { readonly state: 'accepted' | 'dismissed'; readonly by: string; readonly at: Date; readonly reason: string } | null
  readonly owners: readonly Option[]
  readonly typed: Typed
  readonly problems: Problems
}

function Tickets({ frame, tickets, proposal }: ProposalPageProps): VNode {
  const { t } = frame.words
  return (
    <Card title={t('cause.proposal.reports')}>
      <ul class="list-disc ps-6">
        {tickets.map(({ id, number, title }) => (
          <li key={id}>
            <a href={ticketHref(id)}>
              <span dir="ltr">{number}</span> {title}
            </a>
          </li>
        ))}
      </ul>
      {tickets.length < proposal.tickets ? (
        <p class="text-muted">{t('cause.proposal.unseen', { count: proposal.tickets - tickets.length })}</p>
      ) : null}
    </Card>
  )
}

function Decide({ frame, proposal, owners, typed, problems }: ProposalPageProps): VNode {
  const { t } = frame.words
  const field = { frame, problems, typed }
  return (
    <>
      <Card title={t('cause.accept.title')}>
        <Form frame={frame} action={`${proposalHref(proposal.id)}/terima`} label={t('cause.accept.title')}>
          <CauseField {...field} />
          <ActionFields {...field} owners={owners} />
          <Button icon="check">{t('cause.accept.submit')}</Button>
        </Form>
      </Card>
      <Card title={t('cause.dismiss.title')}>
        <Form frame={frame} action={`${proposalHref(proposal.id)}/tolak`} label={t('cause.dismiss.title')}>
          <TextArea
            frame={frame}
            problems={problems}
            name="words"
            label={t('cause.dismiss.words')}
            hint={t('cause.dismiss.hint')}
            rows={2}
            maxLength={longestWords}
            value={typed['words']}
          />
          <Button variant="secondary">{t('cause.dismiss.submit')}</Button>
        </Form>
      </Card>
    </>
  )
}

/** What came again and again: to be changed, or not and why. */
export function ProposalPage(props: ProposalPageProps): VNode {
  const { frame, proposal, problems, decided } = props
  const { t, dateTime } = frame.words
  const lead = t('cause.proposal.lead', { count: proposal.tickets, office: proposal.office })
  return (
    <ConsoleLayout frame={frame} title={t('cause.proposal.title')} section="causes" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={paths.list} label={t('cause.title')} />
        <PageHeading caption={t('cause.proposal.title')} lead={lead} size="medium">
          {proposal.category}
        </PageHeading>
        {decided === null ? null : (
          <InsetText>
            <p>{t(`cause.proposal.${decided.state}`, { by: decided.by, at: dateTime(decided.at, proposal.timeZone) })}</p>
            {decided.reason === '' ? null : <p dir="auto">{decided.reason}</p>}
          </InsetText>
        )}
        <Tickets {...props} />
        {decided === null ? <Decide {...props} /> : null}
      </div>
    </ConsoleLayout>
  )
}

import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Card,
  ConsoleLayout,
  DescriptionGrid,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  TextArea,
} from '../../../ui/index.ts'
import { longestWords } from '../rules.ts'
import { actionHref, paths, proposalHref, ticketHref } from '../urls.ts'
import { StandingTag } from './list-page.tsx'
import type { ActionView } from './views.ts'

export type ActionPageProps = {
  readonly frame: Frame
  readonly action: ActionView
  readonly done: { readonly words: string; readonly at: Date } | null
  readonly verified: { readonly evidence: string; readonly by: string; readonly at: Date } | null
  readonly ticketId: string | null
  readonly proposalId: string | null
  /** What this officer can do with it now. */
  readonly may: 'finish' | 'verify' | null
  readonly typed: string
  readonly problems: Problems
  readonly timeZone: string
}

function Facts({ frame, action, ticketId, proposalId }: ActionPageProps): VNode {
  const { t, date } = frame.words
  return (
    <DescriptionGrid
      items={[
        { term: t('cause.cause'), value: t(`cause.cause.${action.cause}`) },
        { term: t('cause.topic'), value: `${action.office}: ${action.category}` },
        { term: t('cause.owner'), value: action.mine ? t('cause.mine') : action.owner },
        { term: t('cause.due'), value: date(action.dueOn, 'UTC') },
        {
          term: t('cause.from'),
          value:
            ticketId === null ? (
              <a href={proposalHref(proposalId ?? '')}>{t('cause.from.proposal')}</a>
            ) : (
              <a href={ticketHref(ticketId)}>{t('cause.from.ticket')}</a>
            ),
        },
      ]}
    />
  )
}

function Steps({ frame, done, verified, timeZone }: ActionPageProps): VNode | null {
  const { t, dateTime } = frame.words
  if (done === null) return null
  return (
    <InsetText>
      <p>
        <strong>{t('cause.done.at', { at: dateTime(done.at, timeZone) })}</strong> <span dir="auto">{done.words}</span>
      </p>
      {verified === null ? null : (
        <p>
          <strong>{t('cause.verified.at', { at: dateTime(verified.at, timeZone), by: verified.by })}</strong>{' '}
          <span dir="auto">{verified.evidence}</span>
        </p>
      )}
    </InsetText>
  )
}

function Next({ frame, action, may, typed, problems, done, verified }: ActionPageProps): VNode | null {
  const { t } = frame.words
  if (may === null) return verified !== null || done === null ? null : <p class="text-muted">{t('cause.verify.waits')}</p>
  return (
    <Card title={t(`cause.${may}.title`)}>
      <Form frame={frame} action={`${actionHref(action.id)}/${may === 'finish' ? 'selesai' : 'bukti'}`} label={t(`cause.${may}.title`)}>
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t(`cause.${may}.words`)}
          hint={t(`cause.${may}.hint`)}
          rows={3}
          maxLength={longestWords}
          value={typed}
        />
        <Button icon="check">{t(`cause.${may}.submit`)}</Button>
      </Form>
    </Card>
  )
}

/** One thing that is being changed. */
export function ActionPage(props: ActionPageProps): VNode {
  const { frame, action, problems } = props
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={t('cause.action.title')} section="causes" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={paths.list} label={t('cause.title')} />
        <PageHeading caption={t('cause.action.title')} size="medium">
          {action.words}
        </PageHeading>
        <p>
          <StandingTag frame={frame} standing={action.standing} />
        </p>
        <Facts {...props} />
        <Steps {...props} />
        <Next {...props} />
      </div>
    </ConsoleLayout>
  )
}

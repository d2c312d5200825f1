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
  NoticeBanner,
  PageHeading,
  type Problems,
  TextArea,
} from '../../../ui/index.ts'
import { longestWords } from '../rules.ts'
import { actionHref, causeHref, ticketHref } from '../urls.ts'
import { ActionFields, CauseField } from './fields.tsx'
import { StandingTag } from './list-page.tsx'
import type { ActionView, Option, Typed } from './views.ts'

export type CausePageProps = {
  readonly frame: Frame
  readonly id: string
  readonly number: string
  readonly title: string
  readonly found: { readonly cause: string; readonly words: string; readonly by: string; readonly at: Date } | null
  readonly actions: readonly ActionView[]
  /** The same keeps coming: without a cause it cannot be closed. */
  readonly isMissing: boolean
  readonly owners: readonly Option[]
  readonly typed: Typed
  readonly problems: Problems
  readonly timeZone: string
}

function Found({ frame, found, actions, timeZone }: CausePageProps): VNode | null {
  const { t, dateTime } = frame.words
  if (found === null && actions.length === 0) return null
  return (
    <Card title={t('cause.found')}>
      {found === null ? null : (
        <InsetText>
          <p>
            <strong>{t(`cause.cause.${found.cause}`)}</strong>{' '}
            <span class="text-muted">{t('cause.found.by', { by: found.by, at: dateTime(found.at, timeZone) })}</span>
          </p>
          {found.words === '' ? null : <p dir="auto">{found.words}</p>}
        </InsetText>
      )}
      <ul class="list-disc ps-6">
        {actions.map((action) => (
          <li key={action.id}>
            <a href={actionHref(action.id)} dir="auto">
              {action.words}
            </a>{' '}
            <StandingTag frame={frame} standing={action.standing} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What lies behind a report, and what is changed because of it. */
export function CausePage(props: CausePageProps): VNode {
  const { frame, id, number, problems, typed } = props
  const { t } = frame.words
  return (
    <ConsoleLayout
      frame={frame}
      title={`${t('cause.ticket.title')} – ${number}`}
      section="inbox"
      hasProblems={Object.keys(problems).length > 0}
    >
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={ticketHref(id)} label={t('cause.ticket.back', { number })} />
        <PageHeading caption={`${number} ${props.title}`} lead={t('cause.ticket.lead')} size="medium">
          {t('cause.ticket.title')}
        </PageHeading>
        {props.isMissing ? (
          <NoticeBanner frame={frame} tone="warning" id="repeated" title={t('cause.repeated')}>
            <p>{t('cause.repeated.lead')}</p>
          </NoticeBanner>
        ) : null}
        <Found {...props} />
        <Form frame={frame} action={causeHref(id)} label={t('cause.ticket.title')}>
          <CauseField frame={frame} problems={problems} typed={typed} />
          <TextArea
            frame={frame}
            problems={problems}
            name="words"
            label={t('cause.words')}
            rows={3}
            maxLength={longestWords}
            value={typed['words']}
            optional
          />
          <ActionFields frame={frame} problems={problems} typed={typed} owners={props.owners} optional />
          <Button icon="check">{t('cause.save')}</Button>
        </Form>
      </div>
    </ConsoleLayout>
  )
}

import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, Card, ConsoleLayout, ErrorSummary, Form, PageHeading, type Problems } from '../../../ui/index.ts'
import { deedHref, paths } from '../urls.ts'
import { AttachForm, SuggestForm } from './event-attach.tsx'
import { EventLanguages } from './event-languages.tsx'
import { EventMembers } from './event-members.tsx'
import { EventTag } from './list-page.tsx'
import type { EventView, JudgedView, LanguageView, MemberView, Option, SuggestedView, Typed } from './views.ts'

export type EventPageProps = {
  readonly frame: Frame
  readonly event: EventView
  readonly languages: readonly LanguageView[]
  /** Languages whose text is approved. */
  readonly approved: readonly Option[]
  /** Languages in which nobody waits yet. */
  readonly others: readonly Option[]
  readonly members: readonly MemberView[]
  readonly total: number
  /** How many were left out. */
  readonly left: number
  readonly judged: readonly JudgedView[]
  /** Reports that came in around that time and may belong to it. */
  readonly suggested: readonly SuggestedView[]
  readonly mayAnswer: boolean
  readonly typed: Typed
  readonly problems: Problems
}

function Close({ frame, event }: EventPageProps): VNode {
  const { t } = frame.words
  return (
    <Form frame={frame} action={deedHref(event.id, 'tutup')} label={t('mass-event.close')}>
      <Button variant="secondary" icon="circle-check">
        {t('mass-event.close')}
      </Button>
    </Form>
  )
}

/** One event: what happened, who is answered in which language, and the reports that belong to it. */
export function EventPage(props: EventPageProps): VNode {
  const { frame, event, problems, languages, mayAnswer } = props
  const { t, date } = frame.words
  const waits = languages.some(({ waiting }) => waiting > 0)
  const closed = event.state === 'closed'
  return (
    <ConsoleLayout frame={frame} title={event.title} section="mass_events" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-5xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={paths.list} label={t('mass-event.title')} />
        <PageHeading
          caption={event.officeName}
          lead={t('mass-event.by', { by: event.openedByName, at: date(event.openedAt, event.timeZone) })}
          size="medium"
        >
          {event.title}
        </PageHeading>
        <p>
          <EventTag frame={frame} state={event.state} />
        </p>
        <Card title={t('mass-event.open.words')}>
          <p class="message-text" dir="auto">
            {event.words}
          </p>
        </Card>
        <EventLanguages {...props} />
        <EventMembers {...props} />
        {closed ? null : <AttachForm {...props} />}
        {closed ? null : <SuggestForm {...props} />}
        {closed || waits || !mayAnswer ? null : <Close {...props} />}
      </div>
    </ConsoleLayout>
  )
}

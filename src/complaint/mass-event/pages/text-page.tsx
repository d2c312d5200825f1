import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Card,
  ConsoleLayout,
  ErrorSummary,
  InsetText,
  PageHeading,
  type Problems,
  SummaryList,
} from '../../../ui/index.ts'
import { eventHref, textHref } from '../urls.ts'
import { DecideForms, WriteForm } from './text-forms.tsx'
import type { EventView, TextView, Typed } from './views.ts'

export type TextPageProps = {
  readonly frame: Frame
  readonly event: EventView
  readonly language: string
  readonly languageName: string
  readonly waiting: number
  /** How many it would be sent to if it were approved now. */
  readonly reaches: number
  /** The text that is on its way. */
  readonly open: TextView | null
  readonly approved: TextView | null
  readonly shown: 'form' | 'text'
  readonly mayWrite: boolean
  readonly mayDecide: boolean
  readonly typed: Typed
  readonly problems: Problems
}

type TextProps = Pick<TextPageProps, 'frame' | 'event' | 'language'> & { readonly text: TextView }

function sayStanding({ frame, event, text }: TextProps): string {
  const { t, dateTime } = frame.words
  const { state, authorName: by, writtenAt, decidedByName, decidedAt } = text
  const written = t(`mass-event.text.said.${state}`, { by, at: dateTime(writtenAt, event.timeZone) })
  if (decidedByName === null || decidedAt === null) return written
  return `${written} ${t(`mass-event.text.decided.${state}`, { by: decidedByName, at: dateTime(decidedAt, event.timeZone) })}`
}

/** A text as it is sent. */
function TextCard(props: TextProps): VNode {
  const { frame, language, text } = props
  const { t } = frame.words
  const parts = (['finding', 'action', 'remedy', 'nextStep'] as const)
    .filter((part) => text[part] !== '')
    .map((part) => ({
      key: t(`mass-event.text.${part}`),
      value: (
        <span class="message-text" dir="auto" lang={language}>
          {text[part]}
        </span>
      ),
    }))
  return (
    <Card title={t(text.state === 'approved' ? 'mass-event.text.card.approved' : 'mass-event.text.card.proposed')}>
      <p class="text-muted">{sayStanding(props)}</p>
      <SummaryList frame={frame} rows={[{ key: t('mass-event.text.outcome'), value: t(`record.outcome.${text.outcome}`) }, ...parts]} />
      <p class="text-muted">{t('mass-event.text.right')}</p>
    </Card>
  )
}

function Returned({ frame, text }: { readonly frame: Frame; readonly text: TextView }): VNode {
  const { t } = frame.words
  return (
    <InsetText>
      <p>
        <strong>{t('mass-event.text.returned.by', { by: text.decidedByName ?? '' })}</strong>{' '}
        {t(`mass-event.reason.${text.reason ?? 'facts'}`)}
      </p>
      {text.decidedWords === '' ? null : (
        <p class="message-text" dir="auto">
          {text.decidedWords}
        </p>
      )}
    </InsetText>
  )
}

/** The answer of one language: written, put to somebody else, and read as it is sent. */
export function TextPage(props: TextPageProps): VNode {
  const { frame, event, language, languageName, problems, open, approved, shown, mayWrite } = props
  const { t } = frame.words
  const title = t('mass-event.text.title', { language: languageName })
  const text = { frame, event, language }
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${event.title}`} section="mass_events" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={eventHref(event.id)} label={event.title} />
        <PageHeading caption={event.title} lead={t('mass-event.text.waiting', { count: props.waiting })} size="medium">
          {title}
        </PageHeading>
        {approved === null ? null : <TextCard {...text} text={approved} />}
        {open?.state === 'returned' ? <Returned frame={frame} text={open} /> : null}
        {open?.state === 'proposed' && shown === 'text' ? <TextCard {...text} text={open} /> : null}
        {props.mayDecide && shown === 'text' ? <DecideForms {...props} /> : null}
        {shown === 'form' ? <WriteForm {...props} /> : null}
        {shown === 'text' && mayWrite ? (
          <p>
            <Button href={`${textHref(event.id, language)}?ubah=1`} variant="secondary" icon="pencil">
              {t('mass-event.text.change')}
            </Button>
          </p>
        ) : null}
      </div>
    </ConsoleLayout>
  )
}

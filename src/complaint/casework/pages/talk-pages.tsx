import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, InsetText, MessageBubble, StatusTag } from '../../../ui/index.ts'
import type { CheckNeed, Readability, ReviewRight } from '../rules.ts'
import { askCheckHref, previewHref, verbHref } from '../urls.ts'
import { AnswerAsRead } from './answer-as-read.tsx'
import { AnswerForm } from './answer-fields.tsx'
import { DeedPage, type DeedProps } from './deed-page.tsx'
import { MessageForm, NoteForm } from './ticket-editors.tsx'
import type { DraftView, Option } from './views.ts'

/** The fields of an answer, in the order of its form. */
export const answerFields = ['finding', 'action', 'remedy', 'nextStep', 'outcome'] as const

type PreviewProps = DeedProps & {
  /** The complainant's language: what is shown is shown as they will see it. */
  readonly theirFrame: Frame
  readonly officeName: string
  readonly now: Date
  readonly readability: Readability | null
  /** The check by others that it needs before it is sent. */
  readonly need: CheckNeed | null
  readonly right: ReviewRight | null
}

function ReadabilityTag({ frame, readability }: Pick<PreviewProps, 'frame' | 'readability'>): VNode | null {
  if (readability === null) return null
  const tone = readability.level === 'easy' ? 'success' : readability.level === 'fair' ? 'neutral' : 'warning'
  return (
    <p>
      <StatusTag tone={tone} icon="book-open">
        {frame.words.t(`casework.readability.${readability.level}`, { count: readability.wordsPerSentence })}
      </StatusTag>
    </p>
  )
}

type DecideProps = {
  readonly props: PreviewProps
  readonly verb: 'ask' | 'write' | 'answer'
  readonly hidden: Readonly<Record<string, string>>
}

/** Sends what is seen, or goes back to it; nothing in between can be sent unseen. */
function Decide({ props, verb, hidden }: DecideProps): VNode {
  const { frame, head, offered, need } = props
  const { t } = frame.words
  const send = need === null ? t(`casework.send.${verb}`) : t('casework.send.check')
  return (
    <div class="button-group" id="decide">
      {offered ? (
        <Form
          frame={frame}
          action={need === null ? verbHref(head.id, verb) : askCheckHref(head.id)}
          hidden={hidden}
          draft={{ ticket: verb === 'answer' ? `${head.id}:answer` : head.id, kind: 'reply' }}
          label={send}
        >
          <Button icon={need === null ? 'send' : 'list-checks'}>{send}</Button>
        </Form>
      ) : null}
      <Form frame={frame} action={`${previewHref(head.id, verb)}/ubah`} hidden={hidden} reload label={t('casework.edit')}>
        <Button variant="secondary" icon="pencil">
          {t('casework.edit')}
        </Button>
      </Form>
    </div>
  )
}

/** The answer exactly as the complainant will read it. */
export function AnswerPreviewPage(props: PreviewProps): VNode {
  const { frame, theirFrame, head, typed, now } = props
  const { t } = frame.words
  const { need } = props
  const read = (name: (typeof answerFields)[number]): string => typed[name] ?? ''
  const answer = { finding: read('finding'), action: read('action'), remedy: read('remedy'), nextStep: read('nextStep') }
  return (
    <DeedPage {...props} title={t('casework.answer.preview.title')} lead={t('casework.preview.lead')} ids={{ outcome: 'decide' }}>
      <AnswerAsRead frame={theirFrame} answer={answer} outcome={read('outcome')} at={now} timeZone={head.timeZone} right={props.right} />
      <ReadabilityTag {...props} />
      {need === null ? null : (
        <InsetText>
          <p>{t('casework.check.need', { count: need.approvals, because: t(`casework.check.because.${need.because}`) })}</p>
        </InsetText>
      )}
      <Decide props={props} verb="answer" hidden={{ ...answer, outcome: read('outcome'), version: String(head.version) }} />
    </DeedPage>
  )
}

/** A question or a message exactly as the complainant will read it. */
export function MessagePreviewPage(props: PreviewProps & { readonly verb: 'ask' | 'write' }): VNode {
  const { frame, theirFrame, head, typed, verb } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t(`casework.${verb}.preview.title`)} lead={t(`casework.${verb}.preview.lead`)}>
      <div lang={theirFrame.words.locale}>
        <MessageBubble
          frame={theirFrame}
          kind="officer"
          author={props.officeName}
          at={props.now}
          timeZone={head.timeZone}
          text={typed['body'] ?? ''}
        />
      </div>
      <ReadabilityTag {...props} />
      <Decide
        props={props}
        verb={verb}
        hidden={{ body: typed['body'] ?? '', ...(verb === 'ask' && typed['pause'] !== undefined ? { pause: typed['pause'] } : {}) }}
      />
    </DeedPage>
  )
}

type OpenEnds = { readonly items: readonly string[]; readonly requests: number }

/** What is not done yet, in front of the form and not in its way. */
function OpenEndsNote({ frame, openEnds }: { readonly frame: Frame; readonly openEnds: OpenEnds }): VNode | null {
  const { t } = frame.words
  const { items, requests } = openEnds
  if (items.length === 0 && requests === 0) return null
  return (
    <InsetText>
      {requests === 0 ? null : <p>{t('contribution.ticket.warning', { count: requests })}</p>}
      {items.length === 0 ? null : (
        <>
          <p>{t('checklist.answer.open', { count: items.length })}</p>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )}
    </InsetText>
  )
}

/** The answer's form on a page of its own, with the report beside it to look at. */
export function AnswerPage(
  props: DeedProps & {
    readonly body: string
    readonly draft: DraftView | null
    readonly templates: readonly Option[]
    readonly openEnds: OpenEnds
  },
): VNode {
  const { frame, head } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.answer.title')} ids={{ finding: 'answer' }}>
      <OpenEndsNote frame={frame} openEnds={props.openEnds} />
      <Card title={t('casework.story')}>
        <p class="message-text" dir="auto">
          {props.body}
        </p>
      </Card>
      <AnswerForm
        frame={frame}
        ticketId={head.id}
        version={head.version}
        review={head.state === 'in_review'}
        problems={props.problems}
        timeZone={head.timeZone}
        templates={props.templates}
        {...(props.draft === null ? { typed: props.typed } : { draft: props.draft })}
      />
    </DeedPage>
  )
}

/** The form for a question or a message on a page of its own. */
export function MessagePage(props: DeedProps & { readonly mayAsk: boolean; readonly mayWrite: boolean }): VNode {
  const { frame, head } = props
  return (
    <DeedPage {...props} title={frame.words.t('casework.write.title')} ids={{ body: 'write-body' }}>
      <MessageForm
        frame={frame}
        ticketId={head.id}
        mayAsk={props.mayAsk}
        mayWrite={props.mayWrite}
        typed={props.typed}
        problems={props.problems}
      />
    </DeedPage>
  )
}

/** The form for a note on a page of its own. */
export function NotePage(props: DeedProps & { readonly people: readonly Option[] }): VNode {
  const { frame, head } = props
  return (
    <DeedPage {...props} title={frame.words.t('casework.note.title')} ids={{ body: 'note-body' }}>
      <NoteForm frame={frame} ticketId={head.id} typed={props.typed} problems={props.problems} people={props.people} />
    </DeedPage>
  )
}

import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, MessageBubble, StatusTag } from '../../../ui/index.ts'
import type { Readability } from '../rules.ts'
import { previewHref, verbHref } from '../urls.ts'
import { AnswerForm } from './answer-fields.tsx'
import { DeedPage, type DeedProps } from './deed-page.tsx'
import { MessageForm, NoteForm } from './ticket-editors.tsx'
import { AnswerParts } from './ticket-thread.tsx'

/** The fields of an answer, in the order of its form. */
export const answerFields = ['finding', 'action', 'remedy', 'nextStep', 'outcome'] as const

type PreviewProps = DeedProps & {
  /** The complainant's language: what is shown is shown as they will see it. */
  readonly theirFrame: Frame
  readonly officeName: string
  readonly now: Date
  readonly readability: Readability | null
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
  const { frame, head, offered } = props
  const { t } = frame.words
  return (
    <div class="button-group">
      {offered ? (
        <Form
          frame={frame}
          action={verbHref(head.id, verb)}
          hidden={hidden}
          draft={{ ticket: verb === 'answer' ? `${head.id}:answer` : head.id, kind: 'reply' }}
          label={t(`casework.send.${verb}`)}
        >
          <Button icon="send">{t(`casework.send.${verb}`)}</Button>
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
  const theirs = theirFrame.words
  const read = (name: (typeof answerFields)[number]): string => typed[name] ?? ''
  const answer = { finding: read('finding'), action: read('action'), remedy: read('remedy'), nextStep: read('nextStep') }
  return (
    <DeedPage {...props} title={t('casework.answer.preview.title')} lead={t('casework.preview.lead')}>
      <div lang={theirs.locale}>
        <Card title={theirs.t('tracking.answer.title')} icon="circle-check">
          <div class="stack">
            <p class="text-muted">
              <time dateTime={now.toISOString()}>{theirs.dateTime(now, head.timeZone)}</time>
            </p>
            <p>
              {theirs.t('tracking.answer.outcome')}: <StatusTag tone="info">{theirs.t(`record.outcome.${read('outcome')}`)}</StatusTag>
            </p>
            <AnswerParts frame={theirFrame} answer={answer} />
          </div>
        </Card>
      </div>
      <ReadabilityTag {...props} />
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

/** The answer's form on a page of its own, with the report beside it to look at. */
export function AnswerPage(props: DeedProps & { readonly body: string }): VNode {
  const { frame, head } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.answer.title')} ids={{ finding: 'answer' }}>
      <Card title={t('casework.story')}>
        <p class="message-text" dir="auto">
          {props.body}
        </p>
      </Card>
      <AnswerForm frame={frame} ticketId={head.id} version={head.version} typed={props.typed} problems={props.problems} />
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
export function NotePage(props: DeedProps): VNode {
  const { frame, head } = props
  return (
    <DeedPage {...props} title={frame.words.t('casework.note.title')} ids={{ body: 'note-body' }}>
      <NoteForm frame={frame} ticketId={head.id} typed={props.typed} problems={props.problems} />
    </DeedPage>
  )
}

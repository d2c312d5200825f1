import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, FileField, Form, InsetText, type ListedFile, MessageBubble, type Problems, TextArea } from '../../../ui/index.ts'
import { longestMessage } from '../../conversation/rules.ts'
import type { ReportView, ViewFile, ViewMessage } from '../rules.ts'
import { fileUrl, urls } from '../urls.ts'
import { AnswerParts } from './answer.tsx'

export const acceptedFiles = 'image/jpeg,image/png,image/webp,application/pdf'

export function listFiles(files: readonly ViewFile[]): readonly ListedFile[] {
  return files.map(({ id, name, type, size }) => ({ name, href: fileUrl(id), bytes: size, type }))
}

function Turn({ frame, view, message }: { readonly frame: Frame; readonly view: ReportView; readonly message: ViewMessage }): VNode {
  const { t } = frame.words
  const isYours = message.by === 'you'
  const label = isYours ? t('tracking.talk.you') : t(message.kind === 'question' ? 'tracking.talk.question' : 'tracking.by.officer')
  return (
    <MessageBubble
      frame={frame}
      kind={isYours ? 'complainant' : 'officer'}
      label={label}
      {...(isYours ? { language: message.language } : { author: view.officeName })}
      at={message.at}
      timeZone={view.timeZone}
      text={message.body}
      files={listFiles(message.files)}
      id={`pesan-${message.id}`}
    >
      {message.answer === null ? null : <AnswerParts frame={frame} answer={message.answer} />}
    </MessageBubble>
  )
}

export type ConversationProps = { readonly frame: Frame; readonly view: ReportView; readonly problems: Problems; readonly body: string }

function ReplyForm({ frame, view, problems, body }: ConversationProps): VNode {
  const { t } = frame.words
  const reopens = view.state === 'answered' || view.state === 'closed'
  return (
    <Form frame={frame} action={urls.message} multipart idempotencyKey={view.messageKey} id="balas">
      <TextArea
        frame={frame}
        problems={problems}
        name="body"
        label={t(view.state === 'waiting_complainant' ? 'tracking.talk.body.answer' : 'tracking.talk.body')}
        hint={t(reopens ? 'tracking.talk.body.hint.reopens' : 'tracking.talk.body.hint')}
        maxLength={longestMessage}
        value={body}
      />
      <FileField
        frame={frame}
        problems={problems}
        name="files"
        label={t('tracking.talk.files')}
        hint={t('tracking.talk.files.hint')}
        accept={acceptedFiles}
        multiple
        optional
      />
      <Button icon="send" variant={view.may.rate ? 'secondary' : 'primary'}>
        {t('tracking.talk.submit')}
      </Button>
    </Form>
  )
}

/** What was said so far, and the form to say more. The answer that counts stands above, so it is not said twice. */
export function Conversation(props: ConversationProps): VNode {
  const { frame, view } = props
  const { t } = frame.words
  const turns = view.messages.filter(({ id }) => id !== view.answer?.id)
  return (
    <Card title={t('tracking.talk.title')} icon="message-circle" id="percakapan">
      <div class="stack">
        {turns.length === 0 && view.may.write ? <p class="text-muted">{t('tracking.talk.empty')}</p> : null}
        {turns.map((message) => (
          <Turn key={message.id} frame={frame} view={view} message={message} />
        ))}
        {view.may.write || props.body !== '' ? (
          <ReplyForm {...props} />
        ) : (
          <InsetText>
            <p>{view.home === null ? t('tracking.talk.ended') : t('split.own.next', { number: view.home.number })}</p>
          </InsetText>
        )}
      </div>
    </Card>
  )
}

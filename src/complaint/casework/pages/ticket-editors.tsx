import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, Details, Form, type Problems, Select, TextArea } from '../../../ui/index.ts'
import { longestMessage, pauseReasons } from '../rules.ts'
import { mentionHref, previewHref, verbHref } from '../urls.ts'
import { AnswerForm, type Typed } from './answer-fields.tsx'
import type { Option, TicketView } from './views.ts'

type WriteProps = {
  readonly frame: Frame
  readonly ticketId: string
  readonly mayAsk: boolean
  readonly mayWrite: boolean
  readonly typed?: Typed
  readonly problems?: Problems
}

/** Words for the complainant that are no answer. They are looked at once more before they are sent. */
export function MessageForm({ frame, ticketId, mayAsk, mayWrite, typed = {}, problems }: WriteProps): VNode {
  const { t } = frame.words
  return (
    <Form
      frame={frame}
      action={previewHref(ticketId, mayAsk ? 'ask' : 'write')}
      draft={{ ticket: ticketId, kind: 'reply' }}
      reload
      label={t('casework.write.title')}
    >
      <TextArea
        frame={frame}
        problems={problems}
        id="write-body"
        name="body"
        label={t('casework.write.body')}
        hint={t('casework.write.hint')}
        rows={4}
        maxLength={longestMessage}
        value={typed['body']}
      />
      {mayAsk ? (
        <Select
          frame={frame}
          problems={problems}
          name="pause"
          label={t('casework.write.pause')}
          hint={t('casework.write.pause.hint')}
          options={pauseReasons.map((reason) => ({ value: reason, label: t(`record.pause.${reason}`) }))}
          value={typed['pause'] ?? pauseReasons[0]}
        />
      ) : null}
      <ButtonGroup>
        {mayAsk ? <Button icon="circle-question-mark">{t('casework.write.ask')}</Button> : null}
        {mayWrite ? (
          <Button icon="message-square" variant="secondary" formAction={previewHref(ticketId, 'write')}>
            {t('casework.write.tell')}
          </Button>
        ) : null}
      </ButtonGroup>
    </Form>
  )
}

type NoteProps = Pick<WriteProps, 'frame' | 'ticketId' | 'typed' | 'problems'> & {
  /** Who can be called to it, where they were asked for. */
  readonly people?: readonly Option[]
}

/** Words for officers alone. Colleagues are called by `@` and their name, or chosen on the next page, from those who see the ticket. */
export function NoteForm({ frame, ticketId, typed = {}, problems, people }: NoteProps): VNode {
  const { t } = frame.words
  return (
    <Form frame={frame} action={verbHref(ticketId, 'note')} draft={{ ticket: ticketId, kind: 'note' }} label={t('casework.note.title')}>
      <TextArea
        frame={frame}
        problems={problems}
        id="note-body"
        name="body"
        label={t('casework.note.body')}
        hint={t('casework.note.mention.hint')}
        rows={3}
        maxLength={longestMessage}
        value={typed['body']}
      />
      {people === undefined ? null : (
        <Select
          frame={frame}
          problems={problems}
          name="mention"
          label={t('casework.note.mention')}
          hint={t('casework.note.mention.who')}
          placeholder={t('casework.note.mention.nobody')}
          options={people}
          value={typed['mention'] ?? ''}
          width="medium"
        />
      )}
      <ButtonGroup>
        <Button icon="lock" variant="secondary">
          {t('casework.note.save')}
        </Button>
        {people === undefined ? (
          <Button variant="quiet" formAction={mentionHref(ticketId)}>
            {t('casework.note.mention.choose')}
          </Button>
        ) : null}
      </ButtonGroup>
    </Form>
  )
}

/** Three editors for three readers' eyes; each says before the first word who will read it. */
export function TicketEditors({ frame, view }: { readonly frame: Frame; readonly view: TicketView }): VNode {
  const { t } = frame.words
  const { verbs, id } = view
  const talks = verbs.has('ask') || verbs.has('write')
  return (
    <section class="stack" aria-label={t('casework.editors')}>
      {verbs.has('answer') ? (
        <Details summary={t('casework.answer.title')} open={view.mine || view.draft !== null}>
          <AnswerForm
            frame={frame}
            ticketId={id}
            version={view.version}
            review={view.state === 'in_review'}
            draft={view.draft}
            templates={view.templates}
            timeZone={view.timeZone}
          />
        </Details>
      ) : null}
      {talks ? (
        <Details summary={t('casework.write.title')}>
          <MessageForm frame={frame} ticketId={id} mayAsk={verbs.has('ask')} mayWrite={verbs.has('write')} />
        </Details>
      ) : null}
      {verbs.has('note') ? (
        <Details summary={t('casework.note.title')}>
          <NoteForm frame={frame} ticketId={id} />
        </Details>
      ) : null}
    </section>
  )
}

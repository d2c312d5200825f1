import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, Form, type Problems, Select, TextArea } from '../../../ui/index.ts'
import { longestMessage, outcomes, reviewOutcomes } from '../rules.ts'
import { draftHref, previewHref, templateHref } from '../urls.ts'
import type { DraftView } from './views.ts'

/** Fields of a form as they were typed. */
export type Typed = Readonly<Record<string, string>>

type Props = {
  readonly frame: Frame
  readonly ticketId: string
  readonly version: number
  /** A second look: it comes to one of three things. */
  readonly review?: boolean
  readonly typed?: Typed
  readonly problems?: Problems
  /** Kept unsent words, where nothing newer was typed. */
  readonly draft?: DraftView | null
  readonly timeZone?: string
  /** Beginnings that fit the ticket. */
  readonly templates?: readonly { readonly value: string; readonly label: string }[]
}

/** Sends the form with what was typed, and gets it back with the template below that. */
function TemplateChoice({ frame, ticketId, templates = [] }: Pick<Props, 'frame' | 'ticketId' | 'templates'>): VNode | null {
  const { t } = frame.words
  if (templates.length === 0) return null
  return (
    <div class="stack">
      <Select
        frame={frame}
        name="template"
        label={t('casework.answer.template')}
        hint={t('casework.answer.template.hint')}
        placeholder={t('casework.choose')}
        options={templates}
        value=""
        width="medium"
      />
      <Button variant="secondary" size="small" formAction={templateHref(ticketId)}>
        {t('casework.answer.template.put_in')}
      </Button>
    </div>
  )
}

/** The answer: what was found, what was done, what the person gets, how it goes on. It is looked at once more before it is sent. */
export function AnswerForm({ frame, ticketId, version, review = false, problems, draft = null, timeZone, ...rest }: Props): VNode {
  const { t, dateTime } = frame.words
  const typed = rest.typed ?? draft?.typed ?? {}
  const area = (name: 'finding' | 'action' | 'remedy' | 'nextStep', more: { id?: string } = {}): VNode => (
    <TextArea
      frame={frame}
      problems={problems}
      name={name}
      label={t(`casework.answer.${name}`)}
      hint={t(`casework.answer.${name}.hint`)}
      rows={3}
      maxLength={longestMessage}
      value={typed[name]}
      {...more}
    />
  )
  return (
    <Form
      frame={frame}
      action={previewHref(ticketId, 'answer')}
      hidden={{ version: String(version) }}
      draft={{ ticket: `${ticketId}:answer`, kind: 'reply', savedAt: draft?.savedAt }}
      reload
      label={t('casework.answer.title')}
    >
      {draft === null ? null : <p class="text-muted">{t('casework.answer.saved_at', { at: dateTime(draft.savedAt, timeZone) })}</p>}
      <TemplateChoice frame={frame} ticketId={ticketId} templates={rest.templates ?? []} />
      {area('finding', { id: 'answer' })}
      {area('action')}
      {area('remedy')}
      {area('nextStep')}
      <Select
        frame={frame}
        problems={problems}
        name="outcome"
        label={t(review ? 'casework.answer.review' : 'casework.answer.outcome')}
        hint={t(review ? 'casework.answer.review.hint' : 'casework.answer.outcome.hint')}
        placeholder={t('casework.choose')}
        options={
          review
            ? reviewOutcomes.map((outcome) => ({ value: outcome, label: t(`casework.answer.review.${outcome}`) }))
            : outcomes.map((outcome) => ({ value: outcome, label: t(`record.outcome.${outcome}`) }))
        }
        value={typed['outcome'] ?? ''}
        width="medium"
      />
      <ButtonGroup>
        <Button icon="eye">{t('casework.preview')}</Button>
        <Button variant="secondary" formAction={draftHref(ticketId)}>
          {t('casework.answer.save')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

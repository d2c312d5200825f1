import type { VNode } from 'preact'
import { Button, ButtonGroup, Card, Form, InsetText, Select, TextArea } from '../../../ui/index.ts'
import { longestMessage, longestWords, outcomes, returnReasons } from '../rules.ts'
import { decideHref, textHref } from '../urls.ts'
import type { TextPageProps } from './text-page.tsx'

/** The four parts of an answer and what it comes to, for everybody who reads this language. */
export function WriteForm({ frame, event, language, open, approved, typed, problems }: TextPageProps): VNode {
  const { t } = frame.words
  const before = open ?? approved
  const area = (name: 'finding' | 'action' | 'remedy' | 'nextStep'): VNode => (
    <TextArea
      frame={frame}
      problems={problems}
      name={name}
      label={t(`mass-event.text.${name}`)}
      hint={t(`mass-event.text.${name}.hint`)}
      rows={3}
      maxLength={longestMessage}
      value={typed[name] ?? before?.[name]}
    />
  )
  return (
    <Card title={t('mass-event.text.write')}>
      <InsetText>
        <p>{t('mass-event.text.everybody')}</p>
        {approved === null ? null : <p>{t('mass-event.text.anew')}</p>}
      </InsetText>
      <Form frame={frame} action={textHref(event.id, language)} label={t('mass-event.text.write')}>
        {area('finding')}
        {area('action')}
        {area('remedy')}
        {area('nextStep')}
        <Select
          frame={frame}
          problems={problems}
          name="outcome"
          label={t('mass-event.text.outcome')}
          hint={t('mass-event.text.outcome.hint')}
          placeholder={t('mass-event.choose')}
          options={outcomes.map((outcome) => ({ value: outcome, label: t(`record.outcome.${outcome}`) }))}
          value={typed['outcome'] ?? before?.outcome ?? ''}
          width="medium"
        />
        <ButtonGroup>
          <Button icon="list-checks" name="deed" value="propose">
            {t('mass-event.text.propose')}
          </Button>
          <Button variant="secondary" icon="pencil" name="deed" value="draft">
            {t('mass-event.text.keep')}
          </Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

/** Approves exactly what was read, or gives it back. */
export function DecideForms({ frame, event, language, reaches, open, typed, problems }: TextPageProps): VNode {
  const { t } = frame.words
  const action = decideHref(event.id, language)
  const sha256 = open?.sha256 ?? ''
  return (
    <Card title={t('mass-event.decide.title')}>
      <p>{t('mass-event.decide.lead', { count: reaches })}</p>
      <Form frame={frame} action={action} hidden={{ sha256, verdict: 'approved' }} label={t('mass-event.decide.approve')}>
        <Button icon="check">{t('mass-event.decide.approve')}</Button>
      </Form>
      <Form frame={frame} action={action} hidden={{ sha256, verdict: 'returned' }} label={t('mass-event.decide.return')}>
        <Select
          frame={frame}
          problems={problems}
          name="reason"
          label={t('mass-event.reason')}
          placeholder={t('mass-event.choose')}
          options={returnReasons.map((reason) => ({ value: reason, label: t(`mass-event.reason.${reason}`) }))}
          value={typed['reason'] ?? ''}
          width="medium"
        />
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('mass-event.decide.words')}
          optional
          rows={2}
          maxLength={longestWords}
          value={typed['words']}
        />
        <Button variant="secondary" icon="undo-2">
          {t('mass-event.decide.return')}
        </Button>
      </Form>
    </Card>
  )
}

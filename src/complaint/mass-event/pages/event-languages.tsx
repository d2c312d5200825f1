import type { VNode } from 'preact'
import { Button, Card, Details, Form, Select, StatusTag, Table, WarningText } from '../../../ui/index.ts'
import { deedHref, textHref } from '../urls.ts'
import type { EventPageProps } from './event-page.tsx'
import type { LanguageView } from './views.ts'

function TextStanding({ props, view }: { readonly props: EventPageProps; readonly view: LanguageView }): VNode {
  const { t } = props.frame.words
  const { approved, open, by, language, waiting } = view
  const rest = by !== null && by !== language ? props.approved.find(({ value }) => value === by) : undefined
  return (
    <>
      {approved ? (
        <StatusTag tone="success" icon="circle-check">
          {t('mass-event.text.approved')}
        </StatusTag>
      ) : null}{' '}
      {open === null ? null : <StatusTag tone={open === 'returned' ? 'warning' : 'info'}>{t(`mass-event.text.${open}`)}</StatusTag>}
      {approved || open !== null || rest !== undefined ? null : (
        <StatusTag tone={waiting > 0 ? 'danger' : 'neutral'}>{t('mass-event.text.none')}</StatusTag>
      )}
      {rest === undefined ? null : <> {t('mass-event.text.rest', { language: rest.label })}</>}
    </>
  )
}

function toRow(props: EventPageProps, view: LanguageView) {
  const { frame, event, mayAnswer } = props
  const { t, number } = frame.words
  const { language, name, waiting, answered, approved, open } = view
  const verb = open === 'proposed' ? 'read' : open === null && approved ? 'show' : 'write'
  return {
    id: language,
    cells: {
      language: name,
      waiting: number(waiting),
      answered: number(answered),
      text: <TextStanding props={props} view={view} />,
      deed:
        verb === 'write' && (!mayAnswer || event.state === 'closed') ? null : (
          <a href={textHref(event.id, language)}>
            {t(`mass-event.text.do.${verb}`)}
            <span class="sr-only"> {name}</span>
          </a>
        ),
    },
  }
}

function Start({ frame, event, others }: EventPageProps): VNode | null {
  const { t } = frame.words
  if (others.length === 0) return null
  return (
    <Details summary={t('mass-event.text.start')}>
      <Form frame={frame} action={deedHref(event.id, 'bahasa')} label={t('mass-event.text.start')}>
        <Select frame={frame} name="language" id="start-language" label={t('mass-event.member.language')} options={others} width="medium" />
        <Button variant="secondary" icon="pencil">
          {t('mass-event.text.do.write')}
        </Button>
      </Form>
    </Details>
  )
}

/** Said by an officer, never done in silence: another language than their own for whoever has no text in it. */
function Rest({ frame, event, approved, languages }: EventPageProps): VNode | null {
  const { t } = frame.words
  const lacks = languages.some(({ waiting, approved: has, open }) => waiting > 0 && !has && open === null)
  if (approved.length === 0 || !(lacks || event.restLanguage !== null)) return null
  return (
    <Form frame={frame} action={deedHref(event.id, 'sisa')} label={t('mass-event.rest.title')}>
      <div class="stack">
        <Select
          frame={frame}
          name="language"
          id="rest-language"
          label={t('mass-event.rest.title')}
          hint={t('mass-event.rest.hint')}
          placeholder={t('mass-event.rest.none')}
          options={approved}
          value={event.restLanguage ?? ''}
          width="medium"
        />
        <Button variant="secondary">{t('mass-event.rest.submit')}</Button>
      </div>
    </Form>
  )
}

function Ready({ frame, event, languages }: EventPageProps): VNode | null {
  const { t } = frame.words
  const ready = languages.filter(({ by }) => by !== null).reduce((sum, { waiting }) => sum + waiting, 0)
  if (ready === 0) return null
  return (
    <Form frame={frame} action={deedHref(event.id, 'kirim')} label={t('mass-event.send', { count: ready })}>
      <Button icon="send">{t('mass-event.send', { count: ready })}</Button>
    </Form>
  )
}

/** Who waits in which language, and which text they get. */
export function EventLanguages(props: EventPageProps): VNode {
  const { frame, event, languages, mayAnswer } = props
  const { t } = frame.words
  const without = languages.filter(({ waiting, by, open }) => waiting > 0 && by === null && open === null)
  const acts = mayAnswer && event.state !== 'closed'
  const columns = ['language', 'text', 'waiting', 'answered', 'deed'].map((key) => ({
    key,
    header: t(`mass-event.language.column.${key}`),
    numeric: key === 'waiting' || key === 'answered',
    hideHeader: key === 'deed',
  }))
  return (
    <Card title={t('mass-event.answers')} id="jawaban">
      <p class="text-muted">{t('mass-event.answers.lead')}</p>
      {without.length === 0 ? null : (
        <WarningText frame={frame}>
          {t('mass-event.answers.without', { languages: without.map(({ name }) => name).join(', ') })}
        </WarningText>
      )}
      {languages.length === 0 ? (
        <p>{t('mass-event.answers.none')}</p>
      ) : (
        <Table caption={t('mass-event.answers')} hideCaption dense columns={columns} rows={languages.map((view) => toRow(props, view))} />
      )}
      {acts ? (
        <div class="stack">
          <Ready {...props} />
          <Start {...props} />
          <Rest {...props} />
        </div>
      ) : null}
    </Card>
  )
}

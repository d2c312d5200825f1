import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, WarningText } from '../../../ui/index.ts'
import { pauseReasons, severities } from '../rules.ts'
import { previewHref, verbHref } from '../urls.ts'
import type { TicketView, TriageView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }
type PartProps = Props & { readonly triage: TriageView }

function Severity({ frame, view, triage }: PartProps): VNode {
  const { t, dateTime } = frame.words
  const { set, suggestion } = triage
  const graver = severities.indexOf(suggestion.severity) < severities.indexOf(view.severity)
  return (
    <>
      <p>
        <strong>{t('casework.triage.severity', { severity: t(`casework.severity.${view.severity}`) })}</strong>{' '}
        {set === null
          ? t('casework.triage.unset')
          : t('casework.triage.set', { officer: set.by ?? '', at: dateTime(set.at, view.timeZone) })}
      </p>
      {set === null || set.reasons.length === 0 ? null : (
        <p>{set.reasons.map((reason) => t(`casework.severity.reason.${reason}`)).join('; ')}</p>
      )}
      {suggestion.signs.length === 0 ? null : (
        <>
          {graver ? (
            <WarningText frame={frame}>
              {t('casework.triage.suggested', { severity: t(`casework.severity.${suggestion.severity}`) })}
            </WarningText>
          ) : null}
          <ul class="list-disc space-y-1 ps-6">
            {suggestion.signs.map(({ reason, words }) => (
              <li key={reason}>
                {t(`casework.severity.reason.${reason}`)}: <q dir="auto">{words}</q>
              </li>
            ))}
          </ul>
          <p class="text-muted text-sm">{t('casework.triage.signs.hint')}</p>
        </>
      )}
      <p>
        <Button href={verbHref(view.id, 'grade')} icon="triangle-alert" variant="secondary" size="small">
          {t('casework.verb.grade')}
        </Button>
      </p>
    </>
  )
}

function Completeness({ frame, view, triage }: PartProps): VNode | null {
  const { t } = frame.words
  const { completeness, question } = triage
  if (completeness === null) return null
  const { told, missing } = completeness
  const total = told.length + missing.length
  const names = missing.map((each) => t(`casework.triage.question.${each}`)).join(', ')
  return (
    <>
      <p>
        <strong>{t('casework.triage.told', { told: told.length, total })}</strong>
        {missing.length === 0 ? null : <> {t('casework.triage.missing', { names })}</>}
      </p>
      {question === null ? null : (
        <Form
          frame={frame}
          action={previewHref(view.id, 'ask')}
          hidden={{ body: question, pause: pauseReasons[0] }}
          label={t('casework.triage.ask')}
        >
          <Button icon="circle-question-mark" variant="secondary" size="small">
            {t('casework.triage.ask')}
          </Button>
        </Form>
      )}
    </>
  )
}

/** What to look at first: how grave it is, and what the report leaves open. It blocks nothing. */
export function TicketTriage({ frame, view }: Props): VNode | null {
  const { triage } = view
  if (triage === null) return null
  return (
    <Card title={frame.words.t('casework.triage')} id="triage">
      <div class="stack">
        <Severity frame={frame} view={view} triage={triage} />
        <Completeness frame={frame} view={view} triage={triage} />
      </div>
    </Card>
  )
}

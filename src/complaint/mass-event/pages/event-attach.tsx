import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, CheckboxGroup, Form, Table, TextArea } from '../../../ui/index.ts'
import { deedHref } from '../urls.ts'
import type { EventPageProps } from './event-page.tsx'
import type { JudgedView } from './views.ts'

function Judged({ frame, judged }: { readonly frame: Frame; readonly judged: readonly JudgedView[] }): VNode {
  const { t } = frame.words
  return (
    <Table
      caption={t('mass-event.judged')}
      dense
      columns={[
        { key: 'given', header: t('mass-event.judged.number') },
        { key: 'title', header: t('mass-event.member.report') },
        { key: 'result', header: t('mass-event.judged.result') },
      ]}
      rows={judged.map(({ given, title, problem }) => ({
        id: given,
        cells: {
          given,
          title: <span dir="auto">{title ?? ''}</span>,
          result: t(problem === null ? 'mass-event.judged.fits' : `mass-event.judged.${problem}`),
        },
      }))}
    />
  )
}

/** Reports by their numbers, as they stand in a list. */
export function AttachForm({ frame, event, judged, typed, problems }: EventPageProps): VNode {
  const { t } = frame.words
  const fits = judged.some(({ problem }) => problem === null)
  return (
    <Card title={t('mass-event.attach')} id="tambah">
      <Form frame={frame} action={deedHref(event.id, 'laporan')} label={t('mass-event.attach')}>
        <TextArea
          frame={frame}
          problems={problems}
          name="numbers"
          label={t('mass-event.attach.numbers')}
          hint={t('mass-event.attach.hint')}
          rows={5}
          value={typed['numbers']}
        />
        {judged.length === 0 ? null : <Judged frame={frame} judged={judged} />}
        <div class="button-group">
          <Button icon="link">{t('mass-event.attach.submit')}</Button>
          {fits ? (
            <Button variant="secondary" name="deed" value="fitting">
              {t('mass-event.attach.fitting')}
            </Button>
          ) : null}
        </div>
      </Form>
    </Card>
  )
}

/** Reports that may belong to it, to be ticked: somebody has looked at each before it is attached. */
export function SuggestForm({ frame, event, suggested }: EventPageProps): VNode | null {
  const { t, date } = frame.words
  if (suggested.length === 0) return null
  return (
    <Card title={t('mass-event.suggested')} id="usul">
      <Form frame={frame} action={deedHref(event.id, 'laporan')} label={t('mass-event.suggested')}>
        <CheckboxGroup
          frame={frame}
          name="picked"
          label={t('mass-event.suggested.label')}
          hint={t('mass-event.suggested.hint')}
          options={suggested.map(({ number, title, language, submittedAt }) => ({
            value: number,
            label: `${number} ${title}`,
            hint: `${language}, ${date(submittedAt, event.timeZone)}`,
          }))}
        />
        <Button variant="secondary" icon="link">
          {t('mass-event.suggested.submit')}
        </Button>
      </Form>
    </Card>
  )
}

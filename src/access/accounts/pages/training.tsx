import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, DateFields, Form, Select, sayProblems, Table } from '../../../ui/index.ts'
import type { WorkView } from '../rules/views.ts'

type Texts = Readonly<Record<string, string>>
type Props = {
  readonly frame: Frame
  readonly view: WorkView
  /** The form as it was sent, where something in it was wrong. */
  readonly sent: { readonly typed: Texts; readonly codes: Texts } | null
}

function TrainingList({ frame, view }: Props): VNode {
  const { t, date } = frame.words
  if (view.trainings.length === 0) return <p class="text-muted">{t('accounts.training.none')}</p>
  const say = (day: string): string => date(new Date(`${day}T00:00:00Z`), 'UTC')
  const label = t('accounts.training.end')
  return (
    <Table
      caption={t('accounts.training.title')}
      hideCaption
      dense
      columns={['who', 'from', 'until', 'end'].map((key) => ({ key, header: t(`accounts.training.${key}`) }))}
      rows={view.trainings.map(({ id, trains, other, from, until, over }) => ({
        id,
        cells: {
          who: t(trains ? 'accounts.training.trains' : 'accounts.training.trained_by', { name: other }),
          from: say(from),
          until: until === null ? t('accounts.training.ongoing') : say(until),
          end: over ? (
            '–'
          ) : (
            <Form frame={frame} action={`/petugas/admin/petugas/${view.id}/kerja/bimbingan/${id}/akhiri`} label={label}>
              <Button variant="quiet" size="small" icon="x">
                {label}
              </Button>
            </Form>
          ),
        },
      }))}
    />
  )
}

/** Who trains this officer and whom they train: a report about one of them is kept from the other. */
export function TrainingCard(props: Props): VNode {
  const { frame, view, sent } = props
  const { t } = frame.words
  const { typed, codes } = sent ?? { typed: {} as Texts, codes: {} }
  const problems = sayProblems(frame, codes, 'accounts')
  return (
    <Card title={t('accounts.training.title')} icon="users">
      <div class="stack">
        <p>{t('accounts.training.lead')}</p>
        <TrainingList {...props} />
        <Form frame={frame} action={`/petugas/admin/petugas/${view.id}/kerja/bimbingan`} label={t('accounts.training.add')}>
          <Select
            {...{ frame, problems }}
            name="trainer"
            label={t('accounts.training.trainer')}
            hint={t('accounts.training.trainer.hint')}
            placeholder={t('accounts.training.choose')}
            options={view.colleagues}
            value={typed['trainer'] ?? ''}
            width="medium"
          />
          <DateFields
            {...{ frame, problems }}
            name="begin"
            label={t('accounts.training.from')}
            day={typed['beginDay']}
            month={typed['beginMonth']}
            year={typed['beginYear']}
          />
          <Button icon="plus">{t('accounts.training.add')}</Button>
        </Form>
      </div>
    </Card>
  )
}

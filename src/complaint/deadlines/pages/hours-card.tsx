import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, type Problems, SearchableSelect, Table, TextField } from '../../../ui/index.ts'
import { hourFields, type OfficeHours } from '../rules.ts'
import { sayWindows } from './windows.ts'

export type HoursView = { readonly officeId: string; readonly officeName: string | null; readonly windows: OfficeHours }

type Props = {
  readonly frame: Frame
  readonly hours: readonly HoursView[]
  readonly offices: readonly { readonly id: string; readonly name: string }[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Problems
}

/** Office hours of Monday to Friday: of every unit, and of those that have their own. */
export function HoursCard({ frame, hours, offices, typed, problems }: Props): VNode {
  const { t } = frame.words
  const isMine = typed['change'] === 'hours'
  const standard = hours.find(({ officeId }) => officeId === '')
  const shown = (index: number): string => (standard ? sayWindows(frame, standard.windows[index] ?? []) : '')
  return (
    <Card title={t('deadlines.calendar.office_hours')} icon="clock">
      <div class="stack">
        <p>{t('deadlines.calendar.office_hours.lead')}</p>
        <Table
          caption={t('deadlines.calendar.office_hours')}
          hideCaption
          dense
          columns={[
            { key: 'unit', header: t('deadlines.column.office') },
            ...hourFields.map((key, index) => ({ key, header: t(`deadlines.calendar.weekday.${index + 1}`) })),
          ]}
          rows={hours.map(({ officeId, officeName, windows }) => ({
            id: officeId,
            cells: {
              unit: officeName ?? t('deadlines.calendar.office_hours.all'),
              ...Object.fromEntries(hourFields.map((key, index) => [key, sayWindows(frame, windows[index] ?? [])])),
            },
          }))}
        />
        <Form frame={frame} action="/petugas/admin/kalender/jam">
          <SearchableSelect
            frame={frame}
            problems={isMine && problems['hoursScope'] ? { scope: problems['hoursScope'] } : {}}
            id="hoursScope"
            name="scope"
            label={t('deadlines.column.office')}
            value={isMine ? (typed['scope'] ?? '') : ''}
            options={[
              { value: '', label: t('deadlines.calendar.office_hours.all') },
              ...offices.map(({ id, name }) => ({ value: `o:${id}`, label: name })),
            ]}
          />
          {hourFields.map((name, index) => (
            <TextField
              key={name}
              frame={frame}
              problems={isMine ? problems : {}}
              name={name}
              label={t(`deadlines.calendar.weekday.${index + 1}`)}
              value={isMine ? (typed[name] ?? '') : shown(index)}
              width="medium"
              ltr
            />
          ))}
          <TextField
            frame={frame}
            problems={isMine && problems['hoursSource'] ? { source: problems['hoursSource'] } : {}}
            id="hoursSource"
            name="source"
            label={t('deadlines.calendar.source')}
            value={isMine ? (typed['source'] ?? '') : ''}
            maxLength={300}
          />
          <Button variant="secondary">{t('deadlines.calendar.office_hours.save')}</Button>
        </Form>
      </div>
    </Card>
  )
}

import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  Card,
  ConsoleLayout,
  DateFields,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  SearchableSelect,
  Select,
  sayProblems,
  Table,
  Tabs,
  TextField,
} from '../../../ui/index.ts'
import { type CalendarDay, dayTypes } from '../rules.ts'
import { HoursCard, type HoursView } from './hours-card.tsx'
import { sayWindows } from './windows.ts'

export type DayView = CalendarDay & { readonly officeName: string | null }

type Props = {
  readonly frame: Frame
  readonly year: number
  /** Years whose national list is complete. */
  readonly known: readonly number[]
  readonly years: readonly number[]
  readonly days: readonly DayView[]
  readonly hours: readonly HoursView[]
  readonly offices: readonly { readonly id: string; readonly name: string; readonly province: string | null }[]
  readonly typed: Readonly<Record<string, string>>
  readonly codes: Readonly<Record<string, string>>
  /** Clocks that wait to be moved after a change; null where nobody asks. */
  readonly moving: number | null
}
type PartProps = Props & { readonly problems: Problems }

const path = '/petugas/admin/kalender'
const check = `${path}/periksa`

function sayScope(frame: Frame, day: Pick<DayView, 'province' | 'officeName' | 'officeId'>): string {
  return day.officeId === null ? (day.province ?? frame.words.t('deadlines.calendar.country')) : (day.officeName ?? '')
}

function writeScope({ province, officeId }: Pick<CalendarDay, 'province' | 'officeId'>): string {
  if (officeId !== null) return `o:${officeId}`
  return province === null ? '' : `p:${province}`
}

function DaysTable({ frame, days, year }: Props): VNode {
  const { t, date } = frame.words
  const sayDay = (day: string): string => date(new Date(`${day}T00:00:00Z`), 'UTC')
  return (
    <Table
      caption={t('deadlines.calendar.days', { year: String(year) })}
      dense
      columns={[
        ...['day', 'name', 'type', 'scope', 'hours'].map((key) => ({ key, header: t(`deadlines.calendar.${key}`) })),
        { key: 'remove', header: t('deadlines.calendar.remove'), hideHeader: true },
      ]}
      rows={days.map((day) => ({
        id: `${day.day} ${writeScope(day)}`,
        cells: {
          day: <span class="whitespace-nowrap">{sayDay(day.day)}</span>,
          name: <span lang="id">{day.name}</span>,
          type: t(`deadlines.calendar.type.${day.type}`),
          scope: sayScope(frame, day),
          hours: sayWindows(frame, day.windows),
          remove: (
            <Form
              frame={frame}
              action={check}
              hidden={{ change: 'remove', day: day.day, scope: writeScope(day) }}
              label={`${t('deadlines.calendar.remove')}: ${day.name}`}
            >
              <Button variant="quiet" icon="trash">
                {t('deadlines.calendar.remove')}
                <span class="sr-only">: {`${day.name}, ${sayDay(day.day)}`}</span>
              </Button>
            </Form>
          ),
        },
      }))}
    />
  )
}

/** Where the days of the year are decreed, each source once. */
function Sources({ frame, days }: Props): VNode {
  const sources = [...new Set(days.map(({ source }) => source).filter((source) => source !== ''))]
  return (
    <p class="text-muted text-sm">
      {frame.words.t('deadlines.calendar.source')}: {sources.join(' · ')}
    </p>
  )
}

function listScopes({ frame, offices }: Props) {
  const { t } = frame.words
  const provinces = [...new Set(offices.flatMap(({ province }) => province ?? []))].sort()
  return [
    { value: '', label: t('deadlines.calendar.country') },
    { label: t('deadlines.calendar.provinces'), options: provinces.map((name) => ({ value: `p:${name}`, label: name })) },
    { label: t('deadlines.calendar.units'), options: offices.map(({ id, name }) => ({ value: `o:${id}`, label: name })) },
  ]
}

function AddForm(props: PartProps): VNode {
  const { frame, problems, typed } = props
  const { t } = frame.words
  const isMine = (typed['change'] ?? 'add') === 'add'
  const read = (name: string): string => (isMine ? (typed[name] ?? '') : '')
  return (
    <Card title={t('deadlines.calendar.add')} icon="calendar-days">
      <Form frame={frame} action={check} hidden={{ change: 'add' }}>
        <DateFields
          {...{ frame, problems }}
          name="date"
          label={t('deadlines.calendar.day')}
          day={read('dateDay')}
          month={read('dateMonth')}
          year={read('dateYear')}
        />
        <TextField {...{ frame, problems }} name="name" label={t('deadlines.calendar.name')} value={read('name')} maxLength={160} />
        <Select
          {...{ frame, problems }}
          name="type"
          label={t('deadlines.calendar.type')}
          value={read('type')}
          width="medium"
          options={dayTypes.map((value) => ({ value, label: t(`deadlines.calendar.type.${value}`) }))}
        />
        <SearchableSelect
          {...{ frame, problems }}
          name="scope"
          label={t('deadlines.calendar.scope')}
          value={read('scope')}
          options={listScopes(props)}
        />
        <TextField
          {...{ frame, problems }}
          name="hours"
          label={t('deadlines.calendar.hours')}
          hint={t('deadlines.calendar.hours.hint')}
          value={read('hours')}
          width="medium"
          optional
          ltr
        />
        <TextField
          {...{ frame, problems }}
          name="source"
          label={t('deadlines.calendar.source')}
          hint={t('deadlines.calendar.source.hint')}
          value={read('source')}
          maxLength={300}
        />
        <Button>{t('deadlines.calendar.check')}</Button>
      </Form>
    </Card>
  )
}

/** A year counts only when somebody has said that its list is whole; until then nothing in it is reckoned. */
function YearForm({ frame, problems, typed, year }: PartProps): VNode {
  const { t } = frame.words
  const isMine = typed['change'] === 'year'
  return (
    <Card title={t('deadlines.calendar.year.unknown', { year: String(year) })} icon="triangle-alert">
      <Form frame={frame} action={check} hidden={{ change: 'year', year: String(year) }}>
        <p id="field-year">{t('deadlines.calendar.year.lead')}</p>
        <TextField
          {...{ frame, problems: isMine ? problems : {} }}
          id="year-source"
          name="source"
          label={t('deadlines.calendar.source')}
          value={isMine ? (typed['source'] ?? '') : ''}
          maxLength={300}
        />
        <Button variant="secondary">{t('deadlines.calendar.year.complete')}</Button>
      </Form>
    </Card>
  )
}

/** How far a change has come; what is left is moved without anybody waiting for it. */
function Moving({ frame, year, moving }: Props): VNode | null {
  const { t } = frame.words
  if (moving === null) return null
  return (
    <InsetText>
      <p>{t(moving === 0 ? 'deadlines.calendar.moving.done' : 'deadlines.calendar.moving', { count: moving })}</p>
      {moving === 0 ? null : (
        <p>
          <a href={`${path}?tahun=${year}&pindah=1`}>{t('deadlines.calendar.moving.again')}</a>
        </p>
      )}
    </InsetText>
  )
}

/** Days off of one year, and the ways to change them; nothing is changed before it is seen whom it moves. */
export function CalendarPage(props: Props): VNode {
  const { frame, year, years, known, days, codes } = props
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'deadlines.calendar')
  const part = { ...props, problems }
  return (
    <ConsoleLayout frame={frame} title={t('deadlines.calendar.title')} section="calendar" hasProblems={Object.keys(problems).length > 0}>
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading>{t('deadlines.calendar.title')}</PageHeading>
      <Moving {...props} />
      <p class="text-muted">{t('deadlines.calendar.lead')}</p>
      <p>
        <a href="/petugas/admin/aturan-waktu">{t('deadlines.rules.title')}</a>
      </p>
      <Tabs
        frame={frame}
        label={t('deadlines.calendar.years')}
        items={years.map((each) => ({ href: `${path}?tahun=${each}`, label: String(each), current: each === year }))}
      />
      <div class="stack">
        {known.includes(year) ? null : <YearForm {...part} />}
        {days.length === 0 ? (
          <InsetText>{t('deadlines.calendar.empty')}</InsetText>
        ) : (
          <>
            <DaysTable {...props} />
            <Sources {...props} />
          </>
        )}
        <AddForm {...part} />
        <HoursCard frame={frame} hours={props.hours} offices={props.offices} typed={props.typed} problems={problems} />
      </div>
    </ConsoleLayout>
  )
}

import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, ButtonGroup, ConsoleLayout, Form, InsetText, PageHeading, Table } from '../../../ui/index.ts'
import type { CalendarChange } from '../rules.ts'
import { sayRule } from './rule-name.ts'

export type MoveView = {
  readonly officeId: string
  readonly officeName: string
  readonly timeZone: string
  readonly ruleId: string
  readonly startDay: string
  readonly plannedAt: Date | null
  readonly dueAt: Date | null
  readonly tickets: number
}

type Props = {
  readonly frame: Frame
  readonly change: CalendarChange
  readonly officeName: string | null
  readonly moves: readonly MoveView[]
  /** The form as it was typed, to be sent once more. */
  readonly hidden: Readonly<Record<string, string>>
  readonly year: number
}

/** Rows shown of a change that moves very many; the figures above them are of all. */
const mostRows = 200

function sayChange({ frame, change, officeName }: Props): string {
  const { t, date } = frame.words
  if (change.kind === 'year') return t('deadlines.calendar.change.year', { year: String(change.year) })
  const day = date(new Date(`${change.day.day}T00:00:00Z`), 'UTC')
  const scope = officeName ?? change.day.province ?? t('deadlines.calendar.country')
  return t(`deadlines.calendar.change.${change.kind}`, { day, scope })
}

function Moves({ frame, moves }: Pick<Props, 'frame' | 'moves'>): VNode {
  const { t, date, number } = frame.words
  const say = (at: Date | null, timeZone: string): string => (at === null ? t('deadlines.calendar.no_date') : date(at, timeZone))
  return (
    <Table
      caption={t('deadlines.calendar.moves')}
      dense
      columns={[
        { key: 'office', header: t('deadlines.column.office') },
        { key: 'rule', header: t('deadlines.column.what') },
        { key: 'from', header: t('deadlines.calendar.from') },
        { key: 'to', header: t('deadlines.calendar.to') },
        { key: 'tickets', header: t('deadlines.calendar.tickets'), numeric: true },
      ]}
      rows={moves.slice(0, mostRows).map((move) => ({
        id: [move.officeId, move.ruleId, move.startDay, move.plannedAt?.getTime() ?? ''].join(' '),
        cells: {
          office: move.officeName,
          rule: sayRule(frame, move.ruleId),
          from: say(move.plannedAt, move.timeZone),
          to: say(move.dueAt, move.timeZone),
          tickets: number(move.tickets),
        },
      }))}
    />
  )
}

/** Whose dates a change moves, before it is made. */
export function CalendarPreviewPage(props: Props): VNode {
  const { frame, moves, hidden, year } = props
  const { t } = frame.words
  const clocks = moves.reduce((sum, { tickets }) => sum + tickets, 0)
  const { _csrf, ...fields } = hidden
  const back = `/petugas/admin/kalender?tahun=${year}`
  return (
    <ConsoleLayout frame={frame} title={t('deadlines.calendar.preview')} section="calendar">
      <BackLink frame={frame} href={back} label={t('deadlines.calendar.title')} />
      <PageHeading caption={sayChange(props)}>{t('deadlines.calendar.preview')}</PageHeading>
      <InsetText>{t('deadlines.calendar.moved', { count: clocks })}</InsetText>
      {moves.length === 0 ? null : <Moves frame={frame} moves={moves} />}
      {moves.length > mostRows ? <p class="text-muted">{t('deadlines.calendar.more', { count: moves.length - mostRows })}</p> : null}
      <Form frame={frame} action="/petugas/admin/kalender" hidden={fields}>
        <ButtonGroup>
          <Button>{t('deadlines.calendar.save')}</Button>
          <Button variant="secondary" href={back}>
            {t('deadlines.calendar.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </ConsoleLayout>
  )
}

import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { DueTag, StatusTag, TicketList, type Tone } from '../../../ui/index.ts'
import type { DueView, Severity, TicketState } from '../rules.ts'
import type { LineView } from './views.ts'

const tones: Readonly<Record<TicketState, Tone>> = {
  submitted: 'gold',
  checking: 'info',
  waiting_complainant: 'neutral',
  assigned: 'info',
  investigating: 'info',
  answered: 'success',
  closed: 'neutral',
  referred: 'info',
  transferred: 'neutral',
  archived: 'neutral',
  merged: 'neutral',
  withdrawn: 'neutral',
  in_review: 'info',
}

export function StateTag({ frame, state }: { readonly frame: Frame; readonly state: TicketState }): VNode {
  return <StatusTag tone={tones[state]}>{frame.words.t(`record.state.${state}`)}</StatusTag>
}

const severityTones: Readonly<Record<Severity, Tone>> = { very_high: 'danger', high: 'warning', normal: 'neutral', low: 'neutral' }

/** How grave the matter is; nothing where it is like most. */
export function SeverityTag({ frame, severity }: { readonly frame: Frame; readonly severity: Severity }): VNode | null {
  if (severity === 'normal') return null
  return (
    <StatusTag tone={severityTones[severity]} icon={severity === 'low' ? 'chevron-down' : 'triangle-alert'}>
      {frame.words.t(`casework.severity.tag.${severity}`)}
    </StatusTag>
  )
}

type DueProps = { readonly frame: Frame; readonly due: DueView | null; readonly timeZone: string }

/** The clock of a ticket; nothing where none runs. */
export function Due({ frame, due, timeZone }: DueProps): VNode | null {
  if (due === null) return null
  return (
    <DueTag frame={frame} state={due.state} due={due.due} timeZone={timeZone} {...(due.days === undefined ? {} : { days: due.days })} />
  )
}

type TicketLinesProps = {
  readonly frame: Frame
  readonly lines: readonly LineView[]
  readonly label: string
  readonly timeZone: string
  /** Puts a tick before each line. */
  readonly selectName?: string
  /** Only the most needed, beside an open ticket. */
  readonly brief?: boolean
}

function sayAssignee({ words: { t } }: Frame, line: LineView): string {
  if (line.mine) return t('casework.line.mine')
  return line.assignee ?? t('casework.line.nobody')
}

function Tags({ frame, line, timeZone }: { readonly frame: Frame; readonly line: LineView; readonly timeZone: string }): VNode {
  const { t } = frame.words
  return (
    <>
      <Due frame={frame} due={line.due} timeZone={timeZone} />
      <SeverityTag frame={frame} severity={line.severity} />
      <StateTag frame={frame} state={line.state} />
      {line.secret ? (
        <StatusTag icon="lock">{t('casework.tag.secret')}</StatusTag>
      ) : line.restricted ? (
        <StatusTag icon="shield">{t('casework.tag.restricted')}</StatusTag>
      ) : null}
    </>
  )
}

/** Tickets in short, most urgent first as they come. */
export function TicketLines({ frame, lines, label, timeZone, selectName, brief = false }: TicketLinesProps): VNode {
  const { t, shortDateTime } = frame.words
  const facts = (line: LineView): string =>
    [
      line.category,
      ...(brief ? [] : [t('casework.line.received', { at: shortDateTime(line.submittedAt, timeZone) })]),
      sayAssignee(frame, line),
    ].join(' · ')
  return (
    <TicketList
      label={label}
      items={lines.map((line) => ({
        id: line.id,
        href: line.href,
        title: line.title,
        number: line.number,
        current: line.current,
        facts: facts(line),
        tags: <Tags frame={frame} line={line} timeZone={timeZone} />,
      }))}
      {...(selectName === undefined ? {} : { selectName, selectLabel: (item) => t('casework.line.select', { number: item.number }) })}
    />
  )
}

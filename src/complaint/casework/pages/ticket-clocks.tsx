import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, StatusTag } from '../../../ui/index.ts'
import { Due } from './lines.tsx'
import type { ClockView } from './views.ts'
import { sayWorkingTime } from './working-time.ts'

type ClocksProps = { readonly frame: Frame; readonly clocks: readonly ClockView[]; readonly timeZone: string }
type ClockProps = { readonly frame: Frame; readonly clock: ClockView; readonly timeZone: string }

function Stand({ frame, clock, timeZone }: ClockProps): VNode | null {
  const { t, date } = frame.words
  const { stand, stoppedAt } = clock
  const wasMet = stand.kind === 'met' || stand.kind === 'passed'
  if (stoppedAt !== null && !wasMet) return <StatusTag>{t('casework.clock.stopped', { date: date(stoppedAt, timeZone) })}</StatusTag>
  switch (stand.kind) {
    case 'running':
      return <Due frame={frame} due={stand.due} timeZone={timeZone} />
    case 'met':
      return (
        <StatusTag tone="success" icon="circle-check">
          {t('casework.clock.kept', { date: date(stand.at, timeZone) })}
        </StatusTag>
      )
    case 'passed':
      return (
        <StatusTag tone="danger" icon="circle-alert">
          {t('casework.clock.passed', { date: date(stand.at, timeZone) })}
        </StatusTag>
      )
    case 'idle':
      return <StatusTag>{t('casework.clock.idle')}</StatusTag>
  }
}

function sayName({ words: { t, has } }: Frame, ruleId: string): string {
  return has(`casework.clock.name.${ruleId}`) ? t(`casework.clock.name.${ruleId}`) : ruleId
}

/** What stood still and what was promised anew, with the date that would hold without it. */
function Pauses({ frame, clock, timeZone }: ClockProps): VNode | null {
  const { t, has, date } = frame.words
  const { paused, unpausedAt, pausedMinutes, extendedFrom } = clock
  if (paused === null && unpausedAt === null) return null
  const span = sayWorkingTime(frame.words, pausedMinutes)
  return (
    <>
      {paused === null ? null : (
        <p>
          <StatusTag icon="clock">
            {t('casework.clock.paused', {
              date: date(paused.since, timeZone),
              latest: date(paused.latest, timeZone),
              reason: has(`record.pause.${paused.reason}`) ? t(`record.pause.${paused.reason}`) : paused.reason,
            })}
          </StatusTag>
        </p>
      )}
      {unpausedAt === null ? null : (
        <p class="text-muted">
          {extendedFrom === null ? null : `${t('casework.clock.extended', { date: date(extendedFrom, timeZone) })} `}
          {t('casework.clock.unpaused', { date: date(unpausedAt, timeZone), span })}
        </p>
      )}
    </>
  )
}

function Clock({ frame, clock, timeZone }: ClockProps): VNode {
  const { t, date } = frame.words
  const { law, unit, amount, startedAt, dueAt } = clock
  const span = t(`casework.clock.unit.${unit}`, { count: amount })
  const from = date(startedAt, timeZone)
  return (
    <li class="ticket-clock">
      <p>
        <strong>{sayName(frame, clock.ruleId)}</strong>{' '}
        <span class="text-muted">
          {dueAt === null
            ? t('casework.clock.span.unknown', { from, span, law })
            : t('casework.clock.span', { from, until: date(dueAt, timeZone), span, law })}
        </span>
      </p>
      <Stand frame={frame} clock={clock} timeZone={timeZone} />
      <Pauses frame={frame} clock={clock} timeZone={timeZone} />
    </li>
  )
}

/** Every clock in a line: what it is by which law, from when until when, and whether it was kept; those of an earlier class stay as what was once promised. */
export function TicketClocks({ frame, clocks, timeZone }: ClocksProps): VNode {
  return (
    <Card title={frame.words.t('casework.clocks')}>
      <ul class="ticket-clocks">
        {clocks.map((clock) => (
          <Clock key={clock.id} frame={frame} clock={clock} timeZone={timeZone} />
        ))}
      </ul>
    </Card>
  )
}

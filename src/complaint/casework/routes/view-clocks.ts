import type { Context } from '../../../platform/context.ts'
import type { StoredClock, StoredPause } from '../../deadlines/index.ts'
import { pausedTime, type WorkingCalendar } from '../../deadlines/rules.ts'
import type { HistoryLine } from '../../record/index.ts'
import type { ClockView } from '../pages/views.ts'
import { viewClock } from '../rules.ts'
import type { Opened } from './opening.ts'

type Counted = { readonly history: readonly HistoryLine[]; readonly pauses: readonly StoredPause[] }

/** What stood still for a clock, and the figure without it: both are kept and shown. */
function viewPauses(clock: StoredClock, pauses: readonly StoredPause[], calendar: WorkingCalendar) {
  const { pausable, stoppedAt, plannedAt, dueAt, extendedFrom } = clock
  const counting = pausable && stoppedAt === null ? pauses : []
  const open = counting.find(({ until }) => until === null)
  const time = pausedTime(
    counting.filter(({ until }) => until !== null),
    calendar,
  )
  return {
    unpausedAt: plannedAt?.getTime() === dueAt?.getTime() ? null : plannedAt,
    pausedMinutes: time.ok ? Math.round(time.value / 60_000) : 0,
    paused: open ? { since: open.from, latest: open.latest, reason: open.reason } : null,
    extendedFrom,
  }
}

/** One clock of a ticket: how it stands, and what stood still for it. */
export function toClock(ctx: Context, { ticket, calendar }: Opened, { history, pauses }: Counted, clock: StoredClock): ClockView {
  const { ruleId, law, amount, unit, dueAt, startedAt, stoppedAt } = clock
  // What happened after a clock was stopped is no matter of its: the answer before a reopening met the clock that it stopped.
  const known = stoppedAt === null ? history : history.filter(({ at }) => at < stoppedAt)
  const stand = viewClock({ ruleId, dueAt, state: ticket.standing.state, history: known }, ctx.now, calendar)
  const id = [ruleId, startedAt.getTime(), stoppedAt?.getTime() ?? ''].join('-')
  return { id, ruleId, startedAt, law, amount, unit, stand, dueAt, stoppedAt, ...viewPauses(clock, pauses, calendar) }
}

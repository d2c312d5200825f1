import { err, ok, type Result } from '../../../platform/result.ts'
import type { CalendarProblem } from './calendar.ts'
import { addWorkingTime, type WorkingCalendar, workingTimeBetween } from './working-time.ts'

/** `until` null: it still stands still. */
export type Pause = { readonly from: Date; readonly until: Date | null; readonly latest: Date }

/** A pause without end counts as if it lasted as long as it may: the date shown while waiting is the latest possible one. */
function findEnd({ until, latest }: Pause): Date {
  return until !== null && until < latest ? until : latest
}

/** Pauses that overlap stand still once: the later begins where the earlier ended. */
function separate(pauses: readonly Pause[]): readonly { readonly from: Date; readonly to: Date }[] {
  const sorted = [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())
  const apart: { from: Date; to: Date }[] = []
  for (const pause of sorted) {
    const before = apart.at(-1)?.to
    const from = before !== undefined && before > pause.from ? before : pause.from
    const to = findEnd(pause)
    if (to > from) apart.push({ from, to })
  }
  return apart
}

/** Working time for which the clock stood still, in milliseconds. */
export function pausedTime(pauses: readonly Pause[], calendar: WorkingCalendar): Result<number, CalendarProblem> {
  let sum = 0
  for (const { from, to } of separate(pauses)) {
    const time = workingTimeBetween(from, to, calendar)
    if (!time.ok) return time
    sum += time.value
  }
  return ok(sum)
}

/**
 * The due time after pauses: the due time without any, and exactly the working time for which the clock stood still (acceptance C8).
 * Without a pause of working time it stays the very instant it was.
 */
export function shiftDue(unpaused: Date, pauses: readonly Pause[], calendar: WorkingCalendar): Result<Date, CalendarProblem> {
  const paused = pausedTime(pauses, calendar)
  return paused.ok ? addWorkingTime(unpaused, paused.value, calendar) : paused
}

export type ExtensionProblem = 'not_later' | 'beyond_longest'

/** An extension is later than what was promised, and not without end (acceptance C9). */
export function extendDue(due: Date, wanted: Date, latest: Date): Result<Date, ExtensionProblem> {
  if (wanted <= due) return err('not_later')
  return wanted > latest ? err('beyond_longest') : ok(wanted)
}

import { err, ok, type Result } from '../../../platform/result.ts'
import type { CalendarProblem } from './calendar.ts'
import { addWorkingTime, type WorkingCalendar, workingTimeBetween } from './working-time.ts'

/** How long one pause may last at most, in calendar days: the 30 days the law gives for completing a file (UU 25/2009 Art. 44, recalled, unverified). */
const longestPauseDays = 30

/** `until` null: it still stands still. */
export type Pause = { readonly from: Date; readonly until: Date | null; readonly latest: Date }

/** When a pause ends by itself. */
export function endOfPause(from: Date): Date {
  return new Date(from.getTime() + longestPauseDays * 86_400_000)
}

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

/** A promise made anew at `at` for `to`. What stood still before is in it already. */
export type Extension = { readonly at: Date; readonly to: Date }

function clipFrom(pauses: readonly Pause[], at: Date): readonly Pause[] {
  return pauses.filter((pause) => findEnd(pause) > at).map((pause) => (pause.from < at ? { ...pause, from: at } : pause))
}

export type Promised = {
  readonly planned: Date
  /** What stood still before the clock began is nothing to it. */
  readonly startedAt: Date
  readonly extension: Extension | null
  readonly pauses: readonly Pause[]
}

/** What holds now: the planned due time or the last promise, moved by what stood still since. */
export function findEffectiveDue(
  { planned, startedAt, extension, pauses }: Promised,
  calendar: WorkingCalendar,
): Result<Date, CalendarProblem> {
  return extension === null
    ? shiftDue(planned, clipFrom(pauses, startedAt), calendar)
    : shiftDue(extension.to, clipFrom(pauses, extension.at), calendar)
}

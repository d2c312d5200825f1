import { err, ok, type Result } from '../../../platform/result.ts'
import { Temporal } from '../../../platform/time.ts'
import type { CalendarFacts } from './office-calendar.ts'
import { areInOrder, type Window } from './working-time.ts'

export const dayTypes = ['libur_nasional', 'cuti_bersama', 'libur_daerah', 'jam_khusus'] as const
export type DayType = (typeof dayTypes)[number]

/** One day and whom it is for: the whole country, one province, or one unit. */
export type CalendarDay = {
  readonly day: string
  readonly province: string | null
  readonly officeId: string | null
  readonly type: DayType | string
  readonly name: string
  readonly source: string
  /** The windows that are worked; null where nobody works. */
  readonly windows: readonly Window[] | null
}

export type CalendarChange =
  | { readonly kind: 'add'; readonly day: CalendarDay }
  | { readonly kind: 'remove'; readonly day: Pick<CalendarDay, 'day' | 'province' | 'officeId'> }
  /** The list of a year is complete, so that it may be reckoned with. */
  | { readonly kind: 'year'; readonly year: number; readonly source: string }

export type ChangeProblem = 'day_malformed' | 'day_unknown' | 'scope_twice' | 'windows_wrong' | 'year_known' | 'year_empty'

type Keyed = Pick<CalendarDay, 'day' | 'province' | 'officeId'>

function isSame(one: Keyed, other: Keyed): boolean {
  return one.day === other.day && one.province === other.province && one.officeId === other.officeId
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** The fewest days off that a decree has ever named for a year, by half: fewer is a list somebody has only begun. */
const fewestDays = 10

function checkYear(facts: CalendarFacts, year: number): ChangeProblem | null {
  if (facts.years.has(year)) return 'year_known'
  const named = facts.days.filter(({ day, province, officeId }) => province === null && officeId === null && day.startsWith(`${year}-`))
  return named.length < fewestDays ? 'year_empty' : null
}

function findProblem(facts: CalendarFacts, change: CalendarChange): ChangeProblem | null {
  if (change.kind === 'year') return checkYear(facts, change.year)
  if (change.kind === 'remove') return facts.days.some((day) => isSame(day, change.day)) ? null : 'day_unknown'
  const { day, province, officeId, windows } = change.day
  if (!isDay(day)) return 'day_malformed'
  if (province !== null && officeId !== null) return 'scope_twice'
  return windows !== null && !areInOrder(windows) ? 'windows_wrong' : null
}

/** What is known of days after a change; nothing is stored. The same value where the change would do nothing. */
export function applyCalendarChange<F extends CalendarFacts>(facts: F, change: CalendarChange): Result<F, ChangeProblem> {
  const problem = findProblem(facts, change)
  if (problem !== null) return err(problem)
  if (change.kind === 'year') return ok({ ...facts, years: new Set([...facts.years, change.year]) })
  const others = facts.days.filter((day) => !isSame(day, change.day))
  return ok({ ...facts, days: change.kind === 'add' ? [...others, change.day] : others })
}

/** Groups of clocks in parts of about `most` clocks each, in the order of their units; a larger group is a part of its own. */
export function divideMoves<Move extends { readonly officeId: string; readonly tickets: number }>(
  moves: readonly Move[],
  most: number,
): readonly (readonly Move[])[] {
  const parts: Move[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const move of [...moves].sort((a, b) => a.officeId.localeCompare(b.officeId))) {
    if (size + move.tickets > most) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(move)
    size += move.tickets
  }
  return parts
}

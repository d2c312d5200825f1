import type { DeadlineUnit } from './clocks.ts'
import {
  addWorkingTime,
  nextWorkingMoment,
  subtractWorkingTime,
  type WorkingCalendar,
  workingDayLength,
  workingTimeBetween,
} from './working-time.ts'

/**
 * What a clock passes: half, three quarters and nine tenths of its time, its end, and then the levels above the unit, one after the
 * other, until somebody answers (domain rule 40, acceptance T5).
 */
export const milestones = ['half', 'three_quarters', 'nine_tenths', 'breach', 'regional', 'directorate'] as const
export type Milestone = (typeof milestones)[number]

export function isMilestone(value: unknown): value is Milestone {
  return typeof value === 'string' && (milestones as readonly string[]).includes(value)
}

const shares: Readonly<Partial<Record<Milestone, number>>> = { half: 0.5, three_quarters: 0.75, nine_tenths: 0.9 }

/** Working days that a level has before the next one is told, and how many it gets by saying that it has taken note. */
export const levelDays = 1
export const acknowledgedDays = 3

/** Whether a level of the chain is told, and not only whoever has the ticket: it is asked to take note. */
export function isEscalation(milestone: Milestone): boolean {
  return milestones.indexOf(milestone) >= milestones.indexOf('breach')
}

export type WatchedClock = {
  readonly unit: DeadlineUnit
  readonly startedAt: Date
  readonly dueAt: Date
  /** The due time without pauses: the share that has passed is one of this. */
  readonly plannedAt: Date
}

/** So much of the clock's time is left at `due - rest`. Pauses moved the due time, so the time that stood still counts for nobody. */
function findShare(share: number, { unit, startedAt, dueAt, plannedAt }: WatchedClock, calendar: WorkingCalendar): Date | null {
  if (unit !== 'wd') {
    const rest = Math.round((plannedAt.getTime() - startedAt.getTime()) * (1 - share))
    const moment = nextWorkingMoment(new Date(dueAt.getTime() - rest), calendar)
    return moment.ok ? moment.value : null
  }
  const whole = workingTimeBetween(startedAt, plannedAt, calendar)
  if (!whole.ok) return null
  // A clock between closing and opening has no share of its own.
  if (whole.value === 0) return findShare(share, { unit: 'cd', startedAt, dueAt, plannedAt }, calendar)
  const moment = subtractWorkingTime(dueAt, Math.round(whole.value * (1 - share)), calendar)
  return moment.ok ? moment.value : null
}

/** When a share of the clock or its end is told of: in working hours, where somebody can do something about it (acceptance T2). */
function findMoment(milestone: Milestone, clock: WatchedClock, calendar: WorkingCalendar): Date | null {
  const share = shares[milestone]
  if (share !== undefined) return findShare(share, clock, calendar)
  const end = nextWorkingMoment(new Date(clock.dueAt.getTime() + 1), calendar)
  return end.ok ? end.value : null
}

export type NextMilestone = { readonly milestone: Milestone; readonly at: Date }

/** Some working days after a moment, in time worked. */
export function afterWorkingDays(at: Date, days: number, calendar: WorkingCalendar): Date | null {
  const moment = addWorkingTime(at, Math.round(workingDayLength(calendar) * days), calendar)
  return moment.ok ? moment.value : null
}

/**
 * The first milestone that is still to come, seen from `now`. Shares that lie behind are told to nobody any more, but an end
 * that lies behind is told now: being late is never passed over. Null where the calendar does not reach that far.
 */
export function planMilestone(clock: WatchedClock, now: Date, calendar: WorkingCalendar): NextMilestone | null {
  for (const milestone of ['half', 'three_quarters', 'nine_tenths'] as const) {
    const at = findMoment(milestone, clock, calendar)
    if (at !== null && at > now) return { milestone, at }
  }
  const at = findMoment('breach', clock, calendar)
  return at === null ? null : { milestone: 'breach', at }
}

/** What follows a milestone that was told of at `now`; null after the last level. */
export function followMilestone(told: Milestone, clock: WatchedClock, now: Date, calendar: WorkingCalendar): NextMilestone | null {
  const next = milestones[milestones.indexOf(told) + 1]
  if (next === undefined) return null
  const at = isEscalation(told) ? afterWorkingDays(now, levelDays, calendar) : findMoment(next, clock, calendar)
  if (at === null) return null
  // Told late, because nobody was watching: what the next share would say has been said with it.
  return at <= now && !isEscalation(next) ? followMilestone(next, clock, now, calendar) : { milestone: next, at }
}

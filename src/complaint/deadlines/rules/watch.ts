import type { TicketEventType } from '../../record/events.ts'
import { awaitsAnswer, type TicketState } from '../../record/rules.ts'
import { acknowledgeRule, autoCloseRule, type Clock, findPromise } from './clocks.ts'
import { findKeptAt } from './keeping.ts'
import { followMilestone, isMilestone, type Milestone, planMilestone, type WatchedClock } from './milestones.ts'
import type { WorkingCalendar } from './working-time.ts'

export type WatchFacts = {
  readonly ruleId: string
  readonly clock: WatchedClock | null
  readonly pausable: boolean
  readonly milestone: string | null
  readonly state: TicketState
  readonly waits: boolean
  readonly history: readonly { readonly type: TicketEventType; readonly at: Date }[]
}

/** Beside the milestones: an answered report closes by itself. */
export type WatchPoint = Milestone | 'close'

/** `told`: what is to be done now; `next`: what is looked at next, null for nothing any more. */
export type WatchStep = { readonly told: WatchPoint | null; readonly next: { readonly milestone: WatchPoint; readonly at: Date } | null }

const rest: WatchStep = { told: null, next: null }

function decideClosing({ clock, milestone, state }: WatchFacts, now: Date): WatchStep {
  if (clock === null || state !== 'answered') return rest
  const close = { milestone: 'close', at: new Date(clock.dueAt.getTime() + 1) } as const
  return milestone === 'close' && close.at <= now ? { told: 'close', next: null } : { told: null, next: close }
}

function isKept({ ruleId, history }: WatchFacts): boolean {
  // Its clock is stopped when the body answers, so it runs as long as it is watched.
  if (ruleId === acknowledgeRule) return false
  const promise = findPromise(ruleId)
  // A clock that promises nothing is watched by nobody.
  return promise === null || findKeptAt(promise, history) !== null
}

/** What is to be done about one clock whose moment has come. What is over, kept or standing still rests until it changes. */
export function decideStep(facts: WatchFacts, now: Date, calendar: WorkingCalendar): WatchStep {
  if (facts.ruleId === autoCloseRule) return decideClosing(facts, now)
  const { clock, milestone, state, pausable, waits } = facts
  if (clock === null || !awaitsAnswer(state) || (pausable && waits) || isKept(facts)) return rest
  if (!isMilestone(milestone)) return { told: null, next: planMilestone(clock, now, calendar) }
  return { told: milestone, next: followMilestone(milestone, clock, now, calendar) }
}

/** What is looked at first of a clock that starts with its ticket, so that the watch need not look at every new one. */
export function planFirst({ ruleId, unit, startedAt, dueAt, pausable }: Clock, now: Date, calendar: WorkingCalendar): WatchStep['next'] {
  const clock = dueAt === null ? null : { unit, startedAt, dueAt, plannedAt: dueAt }
  return decideStep({ ruleId, clock, pausable, milestone: null, state: 'submitted', waits: false, history: [] }, now, calendar).next
}

export type Told = {
  readonly milestone: Milestone
  readonly assigneeId: string | null
  readonly restricted: boolean
}

/** Who is told, by where they stand to the ticket. `above`: how many units above its own, where there are that many. */
export type Audience = { readonly assignee: boolean; readonly intake: boolean; readonly managers: boolean; readonly above: number }

/**
 * The officer is told first, then the manager with the officer, then the levels above. What nobody has is told to the intake desk, unless
 * it is one that the desk may not see.
 */
export function findAudience({ milestone, assigneeId, restricted }: Told): Audience {
  const nobody = assigneeId === null
  if (milestone === 'regional') return { assignee: false, intake: false, managers: true, above: 1 }
  if (milestone === 'directorate') return { assignee: false, intake: false, managers: true, above: 2 }
  const early = milestone === 'half'
  return { assignee: !nobody, intake: nobody && !restricted, managers: !early || nobody, above: 0 }
}

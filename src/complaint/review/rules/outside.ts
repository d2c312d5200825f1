import { Temporal } from '../../../platform/time.ts'
import { awaitsAnswer, type TicketState } from '../../record/rules.ts'
import type { ReviewStanding } from './standing.ts'

/** Who the Ombudsman is there for (UU 37/2008 Art. 23: citizens and residents), asked plainly and kept nowhere. */
export const residences = ['citizen', 'resident', 'visitor'] as const
export type Residence = (typeof residences)[number]

/** When it happened, as far as the law asks: within the years it names, before, or not known. */
export const eventAges = ['recent', 'older', 'unknown'] as const
export type EventAge = (typeof eventAges)[number]

/** Why somebody may go outside: the second look is done, its time has passed, or no answer came in time. */
export type OutsideReason = 'decided' | 'over' | 'late'

export type OutsideFacts = { readonly standing: ReviewStanding; readonly state: TicketState; readonly dueAt: Date }

/** Complaining here comes first (UU 37/2008 Art. 24); null as long as something here is still to come in its time. */
export function findOutside({ standing, state, dueAt }: OutsideFacts, now: Date): OutsideReason | null {
  if (awaitsAnswer(state)) return now > dueAt ? 'late' : null
  return standing.kind === 'decided' || standing.kind === 'over' ? standing.kind : null
}

/** The day after which it must have happened, so many years before today. */
export function firstDay(today: string, years: number): string {
  return Temporal.PlainDate.from(today).subtract({ years }).toString()
}

/** How long ago it was, from the day in the report; the last day of the years still counts. */
export function judgeAge(happenedOn: string | null, today: string, years: number): EventAge {
  if (happenedOn === null) return 'unknown'
  return happenedOn >= firstDay(today, years) ? 'recent' : 'older'
}

/** What is offered: the Ombudsman, with a warning where the event may be too long ago, or other ways alone. */
export type Advice = { readonly way: 'ombudsman'; readonly warning: Exclude<EventAge, 'recent'> | null } | { readonly way: 'other' }

/** Visitors are not offered what is not there for them (domain rule 26). */
export function advise({ residence, age }: { readonly residence: Residence; readonly age: EventAge }): Advice {
  if (residence === 'visitor') return { way: 'other' }
  return { way: 'ombudsman', warning: age === 'recent' ? null : age }
}

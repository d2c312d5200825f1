import {
  addCalendarDays,
  addWorkingDays,
  endOfDay,
  localDate,
  type OfficeCalendar,
  type Urgency,
  urgency,
  workingDaysLeft,
} from '../../deadlines/rules.ts'
import { awaitsAnswer, type TicketState } from '../../record/rules.ts'

/** Dues a list can be narrowed to. */
export const dueFilters = ['late', 'today', 'soon'] as const
export type DueFilter = (typeof dueFilters)[number]

/** Due times after `after` and up to `until`; null: without that bound. */
export type DueWindow = { readonly after: Date | null; readonly until: Date | null }

const justBefore = (at: Date): Date => new Date(at.getTime() - 1)

/** The days that `soon` reaches over: up to the day before the third working day, as `urgency` counts. */
function endOfSoon(now: Date, calendar: OfficeCalendar): Date {
  const today = localDate(now, calendar.timeZone)
  const third = addWorkingDays(today, 3, calendar.holidays)
  return endOfDay(third.ok ? addCalendarDays(third.value, -1) : addCalendarDays(today, 2), calendar.timeZone)
}

/** The window of due times in which `urgency` says this word. */
export function findDueWindow(filter: DueFilter, now: Date, calendar: OfficeCalendar): DueWindow {
  const endOfToday = endOfDay(localDate(now, calendar.timeZone), calendar.timeZone)
  switch (filter) {
    case 'late':
      return { after: null, until: justBefore(now) }
    case 'today':
      return { after: justBefore(now), until: endOfToday }
    case 'soon':
      return { after: endOfToday, until: endOfSoon(now, calendar) }
  }
}

/** How a due time is shown: how it presses while something is owed, whether it was met after that. */
export type DueView = { readonly state: Urgency | 'met'; readonly due: Date; readonly days?: number }

export type DueFacts = { readonly state: TicketState; readonly dueAt: Date; readonly answeredAt: Date | null }

/** Null where no deadline means anything any more: put away, withdrawn, sent on, or answered too late to be praised. */
export function viewDue({ state, dueAt, answeredAt }: DueFacts, now: Date, calendar: OfficeCalendar): DueView | null {
  if (!awaitsAnswer(state)) return answeredAt !== null && answeredAt <= dueAt ? { state: 'met', due: dueAt } : null
  const left = workingDaysLeft(dueAt, now, calendar)
  return { state: urgency(dueAt, now, calendar), due: dueAt, ...(left.ok && left.value !== 0 ? { days: Math.abs(left.value) } : {}) }
}

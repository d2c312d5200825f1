import { err, ok, type Result } from '../../platform/result.ts'
import { addWorkingDays, endOfDay, localDate, type WorkingCalendar } from '../deadlines/rules.ts'

export const longestQuestion = 2000
export const longestShared = 20_000
export const longestReply = 10_000
/** Working days that a unit is given when the asker says nothing else. */
export const usualDays = 3
export const mostDays = 30

const day = 86_400_000

type Asking = { readonly days: number; readonly now: Date; readonly owedAt: Date; readonly calendar: WorkingCalendar }

/**
 * The end of the last working day that a unit has. `due_after_ticket`: the answer would come too late to be of use; on a ticket whose own
 * day is today or over, only today is left.
 */
export function planDue({ days, now, owedAt, calendar }: Asking): Result<Date, 'due_after_ticket' | 'calendar_year_unknown'> {
  const { timeZone, holidays } = calendar
  const today = localDate(now, timeZone)
  const last = addWorkingDays(today, days, holidays)
  if (!last.ok) return last
  const dueAt = endOfDay(last.value, timeZone)
  const latest = Math.max(owedAt.getTime(), endOfDay(today, timeZone).getTime())
  return dueAt.getTime() > latest ? err('due_after_ticket') : ok(dueAt)
}

/** The usual days, or as many as the ticket still has. */
export function suggestDays(asking: Omit<Asking, 'days'>): number {
  const fitting = [usualDays, 2, 1].find((days) => planDue({ ...asking, days }).ok)
  return fitting ?? 0
}

/** What is told now of an open request; what is due within a day is told of once, when it is late. */
export function decideNews(request: { readonly dueAt: Date; readonly warnedAt: Date | null }, now: Date): 'soon' | 'late' | null {
  if (request.dueAt <= now) return 'late'
  return request.warnedAt === null && request.dueAt.getTime() - day <= now.getTime() ? 'soon' : null
}

type Passing = { readonly officeId: string; readonly passedFrom: string | null }

/** Why a request cannot go on to a unit: it went on before, or would come back to who has it or who asks. */
export function findPassProblem(request: Passing, ticketOfficeId: string, targetId: string): 'passed_before' | 'office_same' | null {
  if (request.passedFrom !== null) return 'passed_before'
  return targetId === request.officeId || targetId === ticketOfficeId ? 'office_same' : null
}

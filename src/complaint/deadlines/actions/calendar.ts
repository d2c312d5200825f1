import { loadOffices, type Office } from '../../../access/accounts/index.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { ok, type Result } from '../../../platform/result.ts'
import { Temporal } from '../../../platform/time.ts'
import { type MovedDue, moveDues } from '../../record/index.ts'
import {
  addWorkingDays,
  answerRuleIds,
  applyCalendarChange,
  type CalendarChange,
  type CalendarFacts,
  type ChangeProblem,
  composeCalendar,
  endOfDay,
  type WorkingCalendar,
} from '../rules.ts'
import { type ClockGroup, type GroupMove, loadBindingDues, loadClockGroups, moveGroups } from '../store/recount.ts'
import { addYear, deleteDay, loadRules, saveDay } from '../store/rule-pack.ts'
import { loadCalendarOf, refreshDue } from './running.ts'

/** Whose clocks a change can move: those of one unit, of one province, or of all. */
function findTouched(change: CalendarChange, offices: readonly Office[]): readonly string[] | null {
  if (change.kind === 'year') return null
  const { officeId, province } = change.day
  if (officeId !== null) return [officeId]
  return province === null ? null : offices.filter((office) => office.province === province).map(({ id }) => id)
}

function recount(group: ClockGroup, calendar: WorkingCalendar): GroupMove {
  const due = addWorkingDays(Temporal.PlainDate.from(group.startDay), group.amount, calendar.holidays)
  const { officeId, ruleId, amount, startDay, plannedAt } = group
  const key = { officeId, ruleId, amount, startDay, plannedAt }
  return due.ok
    ? { ...key, dueOn: due.value.toString(), dueAt: endOfDay(due.value, calendar.timeZone) }
    : { ...key, dueOn: null, dueAt: null }
}

export type CountedMove = GroupMove & { readonly tickets: number }

async function planMoves(ctx: Context, change: CalendarChange, facts: CalendarFacts): Promise<readonly CountedMove[]> {
  const offices = await loadOffices(ctx.tx)
  const calendars = new Map(offices.map((office) => [office.id, composeCalendar(facts, office)]))
  // An administrator sees no tickets (acceptance L3); what moves is counted by the service.
  await ctx.tx.become(createSystemActor('deadlines'))
  const groups = await loadClockGroups(ctx.tx, findTouched(change, offices))
  await ctx.tx.become(ctx.actor)
  return groups.flatMap((group) => {
    const calendar = calendars.get(group.officeId)
    if (calendar === undefined) return []
    const move = recount(group, calendar)
    return move.dueAt?.getTime() === group.plannedAt?.getTime() ? [] : [{ ...move, tickets: group.tickets }]
  })
}

/** Which clocks of open tickets a change of the calendar would move. Stores nothing. */
export async function previewCalendarChange(ctx: Context, change: CalendarChange): Promise<Result<readonly CountedMove[], ChangeProblem>> {
  const changed = applyCalendarChange(await loadRules(ctx.tx), change)
  return changed.ok ? ok(await planMoves(ctx, change, changed.value)) : changed
}

async function storeChange(ctx: Context, change: CalendarChange): Promise<void> {
  if (change.kind === 'year') return addYear(ctx.tx, change.year, change.source)
  return change.kind === 'add' ? saveDay(ctx.tx, change.day) : deleteDay(ctx.tx, change.day)
}

async function moveTickets(ctx: Context, moves: readonly CountedMove[]): Promise<number> {
  const touched = await moveGroups(ctx.tx, moves, ctx.now)
  const dues = new Map<string, Date>()
  for (const { ticketId, officeId } of touched.filter(({ single }) => single))
    dues.set(ticketId, await refreshDue(ctx, ticketId, await loadCalendarOf(ctx, officeId)))
  const together = touched.filter(({ single }) => !single).map(({ ticketId }) => ticketId)
  for (const { ticketId, dueAt } of await loadBindingDues(ctx.tx, together, answerRuleIds)) dues.set(ticketId, dueAt)
  const moved: readonly MovedDue[] = [...dues].map(([ticketId, dueAt]) => ({ ticketId, eventId: ctx.newId(), dueAt }))
  return moveDues(ctx.tx, moved, ctx.now)
}

/**
 * Changes the calendar and, in the same transaction, every open ticket that counts with it: clocks, promise and event (acceptance C9). Gives how many
 * promises moved.
 */
export async function changeCalendar(ctx: Context, change: CalendarChange): Promise<Result<{ readonly moved: number }, ChangeProblem>> {
  const changed = applyCalendarChange(await loadRules(ctx.tx), change)
  if (!changed.ok) return changed
  const moves = await planMoves(ctx, change, changed.value)
  await storeChange(ctx, change)
  await ctx.tx.become(createSystemActor('deadlines'))
  const moved = await moveTickets(ctx, moves)
  await ctx.tx.become(ctx.actor)
  return ok({ moved })
}

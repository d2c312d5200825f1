import { loadOffices, type Office } from '../../../access/accounts/index.ts'
import { asService, type Context } from '../../../platform/context.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { ok, type Result } from '../../../platform/result.ts'
import { Temporal } from '../../../platform/time.ts'
import { lockTickets, type MovedDue, moveDues } from '../../record/index.ts'
import {
  addWorkingDays,
  answerRuleIds,
  applyCalendarChange,
  type CalendarChange,
  type CalendarFacts,
  type ChangeProblem,
  composeCalendar,
  divideMoves,
  endOfDay,
  type WorkingCalendar,
} from '../rules.ts'
import { type ClockGroup, type GroupMove, listGroupTickets, loadBindingDues, loadClockGroups, moveGroups } from '../store/recount.ts'
import { addYear, deleteDay, loadRules, rereadRules, saveDay } from '../store/rule-pack.ts'
import { loadCalendarOf, refreshDue } from './running.ts'

export const moveJob = 'deadlines.move'
/** Clocks moved in one transaction: their tickets are locked for it, and an officer may want one of them. */
const mostAtOnce = 500

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

/** `change` null: whatever stands by another calendar than this one, in all units. */
async function planMoves(ctx: Context, change: CalendarChange | null, facts: CalendarFacts): Promise<readonly CountedMove[]> {
  const offices = await loadOffices(ctx.tx)
  const calendars = new Map(offices.map((office) => [office.id, composeCalendar(facts, office)]))
  // An administrator sees no tickets (acceptance L3); what moves is counted by the service.
  const groups = await asService(ctx, 'deadlines', ({ tx }) => loadClockGroups(tx, change && findTouched(change, offices)))
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

async function moveTickets(ctx: Context, moves: readonly CountedMove[]): Promise<{ readonly touched: number; readonly moved: number }> {
  // The ticket before its clocks, like everybody who changes one.
  await lockTickets(ctx.tx, await listGroupTickets(ctx.tx, moves))
  const touched = await moveGroups(ctx.tx, moves, ctx.now)
  const dues = new Map<string, Date>()
  for (const { ticketId, officeId } of touched.filter(({ single }) => single))
    dues.set(ticketId, await refreshDue(ctx, ticketId, await loadCalendarOf(ctx, officeId)))
  const together = touched.filter(({ single }) => !single).map(({ ticketId }) => ticketId)
  for (const { ticketId, dueAt } of await loadBindingDues(ctx.tx, together, answerRuleIds)) dues.set(ticketId, dueAt)
  const moved: readonly MovedDue[] = [...dues].map(([ticketId, dueAt]) => ({ ticketId, eventId: ctx.newId(), dueAt }))
  return { touched: touched.length, moved: await moveDues(ctx.tx, moved, ctx.now) }
}

/** A process that knew the old days for some seconds more may have opened tickets by them: they are looked for once again. */
const lateSeconds = 20

/**
 * Changes the calendar; the open tickets that count with it are moved behind it, by the job (acceptance C9, T6). Gives how many clocks
 * will move.
 */
export async function changeCalendar(ctx: Context, change: CalendarChange): Promise<Result<{ readonly moving: number }, ChangeProblem>> {
  const changed = applyCalendarChange(await loadRules(ctx.tx), change)
  if (!changed.ok) return changed
  const moves = await planMoves(ctx, change, changed.value)
  await storeChange(ctx, change)
  await enqueue(ctx, moveJob, {}, { key: moveJob })
  await enqueue(ctx, moveJob, {}, { key: `${moveJob}.late`, runAt: new Date(ctx.now.getTime() + lateSeconds * 1000) })
  return ok({ moving: moves.reduce((sum, { tickets }) => sum + tickets, 0) })
}

/** How many clocks still stand by another calendar than the one that is in force. */
export async function countMoving(ctx: Context): Promise<number> {
  const moves = await planMoves(ctx, null, await loadRules(ctx.tx))
  return moves.reduce((sum, { tickets }) => sum + tickets, 0)
}

/**
 * What is to be moved by the calendar in force, in parts that are small enough for one transaction each; those of one unit lie together.
 * Read anew and never from memory: another process may have changed it a moment ago.
 */
export async function planMovingParts(ctx: Context): Promise<readonly (readonly CountedMove[])[]> {
  return divideMoves(await planMoves(ctx, null, await rereadRules(ctx.tx)), mostAtOnce)
}

/**
 * Moves the tickets of one part: clocks, promise and event, in one transaction. What somebody moved meanwhile is left alone. Gives how
 * many tickets it found, and how many promises moved.
 */
export async function movePart(ctx: Context, part: readonly CountedMove[]): Promise<{ readonly touched: number; readonly moved: number }> {
  return moveTickets(ctx, part)
}

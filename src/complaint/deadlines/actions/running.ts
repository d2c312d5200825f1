import { requireOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { PauseReason } from '../../record/events.ts'
import { loadCalendar } from '../actions.ts'
import { answerDue, type Clock, endOfPause, findEffectiveDue, localDate, type Pause, pausedTime, type WorkingCalendar } from '../rules.ts'
import { askForPlan } from '../store/watch.ts'
import {
  type DueChange,
  endPause,
  insertClocks,
  insertPause,
  loadClocks,
  loadPauses,
  type StoredClock,
  saveDue,
  stopClocks,
} from '../store.ts'

/** The calendar of the unit that has the ticket. */
export async function loadCalendarOf(ctx: Context, officeId: string): Promise<WorkingCalendar> {
  return loadCalendar(ctx, await requireOffice(ctx.tx, officeId))
}

type Reckoned = Pick<StoredClock, 'ruleId' | 'startedAt' | 'plannedAt' | 'dueAt' | 'pausable' | 'extendedFrom' | 'extendedTo'>

/** Where the calendar does not reach far enough a clock has no date: it is never guessed. */
function reckon(clock: Reckoned, pauses: readonly Pause[], calendar: WorkingCalendar): Date | null {
  const { plannedAt, pausable, startedAt, extendedFrom, extendedTo } = clock
  if (plannedAt === null) return null
  const extension = extendedFrom === null || extendedTo === null ? null : { at: extendedFrom, to: extendedTo }
  const due = findEffectiveDue({ planned: plannedAt, startedAt, extension, pauses: pausable ? pauses : [] }, calendar)
  return due.ok ? due.value : null
}

function needDue(clocks: readonly { readonly ruleId: string; readonly dueAt: Date | null }[]): Date {
  const answer = answerDue(clocks)
  // The law's calendar-day clock always has a date and never stands still.
  if (answer === null) throw new Error('no clock binds the answer')
  return answer.dueAt
}

/** Works out anew what holds for every running clock of a ticket, saves what moved and gives the time by which the answer is due. */
export async function refreshDue(ctx: Context, ticketId: string, calendar: WorkingCalendar): Promise<Date> {
  const [all, pauses] = await Promise.all([loadClocks(ctx.tx, ticketId), loadPauses(ctx.tx, ticketId)])
  const running = all.filter(({ stoppedAt }) => stoppedAt === null)
  const reckoned = running.map((clock) => ({ ...clock, dueAt: reckon(clock, pauses, calendar), before: clock.dueAt }))
  const moved: readonly DueChange[] = reckoned
    .filter(({ dueAt, before }) => dueAt?.getTime() !== before?.getTime())
    .map((clock) => ({ ...clock, dueOn: clock.dueAt && localDate(clock.dueAt, calendar.timeZone).toString() }))
  await saveDue(ctx.tx, ticketId, moved)
  askForPlan(ctx.tx, ticketId, ctx.now)
  return needDue(reckoned)
}

/** When the answer would be due by these clocks, with all that stood still so far. Stores nothing. */
export async function previewDue(ctx: Context, ticketId: string, clocks: readonly Clock[], calendar: WorkingCalendar): Promise<Date> {
  const pauses = await loadPauses(ctx.tx, ticketId)
  const plain = { extendedFrom: null, extendedTo: null }
  return needDue(clocks.map((clock) => ({ ...clock, dueAt: reckon({ ...clock, ...plain, plannedAt: clock.dueAt }, pauses, calendar) })))
}

/** After a new class or office: the running clocks stop, the new ones count from the same receipt. Gives the time by which the answer is due. */
export async function restartClocks(ctx: Context, ticketId: string, clocks: readonly Clock[], calendar: WorkingCalendar): Promise<Date> {
  await stopClocks(ctx.tx, ticketId, ctx.now)
  await insertClocks(ctx.tx, ticketId, clocks)
  return refreshDue(ctx, ticketId, calendar)
}

/** Opens a pause; the clocks then show the latest possible due time. */
export async function openPause(
  ctx: Context,
  ticketId: string,
  reason: PauseReason,
  calendar: WorkingCalendar,
): Promise<{ readonly latest: Date; readonly dueAt: Date }> {
  const latest = endOfPause(ctx.now)
  await insertPause(ctx.tx, ticketId, { id: ctx.newId(), reason, from: ctx.now, latest, until: null })
  return { latest, dueAt: await refreshDue(ctx, ticketId, calendar) }
}

function minutesOf(pause: Pause, calendar: WorkingCalendar): number {
  const time = pausedTime([pause], calendar)
  return time.ok ? Math.round(time.value / 60_000) : 0
}

export type Resumed = { readonly pausedMinutes: number; readonly dueAt: Date }

/** Ends the open pause, at most at its latest moment; null when none is open. */
export async function closePause(ctx: Context, ticketId: string, calendar: WorkingCalendar): Promise<Resumed | null> {
  const open = (await loadPauses(ctx.tx, ticketId)).find(({ until }) => until === null)
  if (open === undefined) return null
  await endPause(ctx.tx, open.id, ctx.now)
  const until = ctx.now < open.latest ? ctx.now : open.latest
  return { pausedMinutes: minutesOf({ ...open, until }, calendar), dueAt: await refreshDue(ctx, ticketId, calendar) }
}

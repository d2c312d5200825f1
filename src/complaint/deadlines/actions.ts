import type { Context } from '../../platform/context.ts'
import type { TicketClass } from '../record/events.ts'
import type { Clock, DatedClock, OfficeCalendar } from './rules.ts'
import { answerDue, localDate, rulesInForce, startClocksOnReceipt } from './rules.ts'
import { insertClocks, loadRules, stopClocks } from './store.ts'

/** The place that decides how days are counted. */
export type Place = { readonly timeZone: string; readonly province: string | null }

/** The days off and the zone of a place, as known now. */
export async function loadCalendar(ctx: Context, place: Place): Promise<OfficeCalendar> {
  const { national, byProvince } = await loadRules(ctx.tx, ctx.database)
  return { timeZone: place.timeZone, holidays: (place.province === null ? undefined : byProvince.get(place.province)) ?? national }
}

/**
 * Clocks that begin with the receipt of a ticket of this class, and the one that binds the answer, by the rules in force on
 * the office's day of the receipt, whenever it is asked. Nothing is stored yet.
 */
export async function planClocks(
  ctx: Context,
  serviceClass: TicketClass,
  place: Place,
  receivedAt: Date,
): Promise<{ readonly clocks: readonly Clock[]; readonly answer: DatedClock }> {
  const { versions } = await loadRules(ctx.tx, ctx.database)
  const calendar = await loadCalendar(ctx, place)
  const rules = rulesInForce(versions, localDate(receivedAt, place.timeZone).toString())
  const clocks = startClocksOnReceipt({ ...calendar, serviceClass, receivedAt, rules })
  if (!clocks.ok) throw new Error(`no deadline rule for class ${serviceClass}`)
  const answer = answerDue(clocks.value)
  // The law's calendar-day clock always has a date; without it the rule pack is broken, which the start checks.
  if (answer === null) throw new Error('no clock binds the answer')
  return { clocks: clocks.value, answer }
}

/** Stores planned clocks beside the ticket, in the same transaction. */
export async function startPlanned(ctx: Context, ticketId: string, clocks: readonly Clock[]): Promise<void> {
  await insertClocks(ctx.tx, ticketId, clocks)
}

/** After a new class or office: the running clocks stop, the new ones count from the same receipt. */
export async function restartClocks(ctx: Context, ticketId: string, clocks: readonly Clock[]): Promise<void> {
  await stopClocks(ctx.tx, ticketId, ctx.now)
  await insertClocks(ctx.tx, ticketId, clocks)
}

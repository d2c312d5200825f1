import { loadOffice } from '../../access/accounts/index.ts'
import type { Context } from '../../platform/context.ts'
import type { TicketClass, TicketEvent } from '../record/events.ts'
import type { Clock, DatedClock, OfficeCalendar, Start } from './rules.ts'
import { answerDue, answerRuleIds, findPromise, findStart, localDate, rulesInForce, startClocksOnReceipt } from './rules.ts'
import { insertClocks, loadClocks, loadRules, stopClocks } from './store.ts'

/** The place that decides how days are counted. */
export type Place = { readonly timeZone: string; readonly province: string | null }

/** The days off and the zone of a place, as known now. */
export async function loadCalendar(ctx: Context, place: Place): Promise<OfficeCalendar> {
  const { national, byProvince } = await loadRules(ctx.tx, ctx.database)
  return { timeZone: place.timeZone, holidays: (place.province === null ? undefined : byProvince.get(place.province)) ?? national }
}

/**
 * Clocks of a ticket of this class, and the one that binds the answer, by the rules in force on the office's day of the receipt, whenever
 * it is asked. The time for the answer counts from the receipt where nothing else is said. Nothing is stored yet.
 */
export async function planClocks(
  ctx: Context,
  serviceClass: TicketClass,
  place: Place,
  { receivedAt, answerFrom = receivedAt }: Pick<Start, 'receivedAt'> & Partial<Start>,
): Promise<{ readonly clocks: readonly Clock[]; readonly answer: DatedClock }> {
  const { versions } = await loadRules(ctx.tx, ctx.database)
  const calendar = await loadCalendar(ctx, place)
  const rules = rulesInForce(versions, localDate(receivedAt, place.timeZone).toString())
  const clocks = startClocksOnReceipt({ ...calendar, serviceClass, receivedAt, answerFrom, rules })
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

/** From when the times of a ticket count. */
export async function loadStart(ctx: Context, ticket: { readonly id: string; readonly submittedAt: Date }): Promise<Start> {
  return findStart(await loadClocks(ctx.tx, ticket.id), ticket.submittedAt)
}

/** After a new class or office: the running clocks stop, the new ones count from the same start. */
export async function restartClocks(ctx: Context, ticketId: string, clocks: readonly Clock[]): Promise<void> {
  await stopClocks(ctx.tx, ticketId, ctx.now)
  await insertClocks(ctx.tx, ticketId, clocks)
}

type Reopened = {
  readonly id: string
  readonly submittedAt: Date
  readonly standing: { readonly class: TicketClass; readonly officeId: string }
}

/**
 * Dates the event that opens a report again: another answer is owed, and its time counts from now by the rules of the receipt. The clocks of
 * the answer that was given stay, stopped, as what was promised and kept. Other events pass as they are.
 */
export async function dateReopening(ctx: Context, ticket: Reopened, events: readonly TicketEvent[]): Promise<readonly TicketEvent[]> {
  if (!events.some(({ type }) => type === 'ticket.reopened')) return events
  const { id, standing } = ticket
  const office = await loadOffice(ctx.tx, standing.officeId)
  if (office === null) throw new Error('a ticket of a unit that is not in the register')
  const { receivedAt } = await loadStart(ctx, ticket)
  const { clocks, answer } = await planClocks(ctx, standing.class, office, { receivedAt, answerFrom: ctx.now })
  const answering = clocks.filter(({ ruleId }) => findPromise(ruleId) === 'answer')
  await stopClocks(ctx.tx, id, ctx.now, answerRuleIds)
  await insertClocks(ctx.tx, id, answering)
  const dueAt = answer.dueAt.toISOString()
  return events.map((event) => (event.type === 'ticket.reopened' ? { ...event, payload: { ...event.payload, dueAt } } : event))
}

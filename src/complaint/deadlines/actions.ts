import type { Context } from '../../platform/context.ts'
import { defaultTimeZone } from '../../platform/i18n.ts'
import type { TicketClass } from '../record/events.ts'
import pack from './data/deadlines.json' with { type: 'json' }
import type { Clock, DatedClock, DeadlineRule, Place, Start, WorkingCalendar } from './rules.ts'
import { answerDue, composeCalendar, findStart, localDate, planFirst, rulesInForce, startClocksOnReceipt } from './rules.ts'
import { loadRules, type RuleVersion, recallVersions } from './store/rule-pack.ts'
import { insertClocks, loadClocks } from './store.ts'

const shipped = pack.rules.map(({ valid_from, ...rule }) => ({ ...rule, validFrom: valid_from })) as readonly RuleVersion[]

/** Days off, hours and zone of a place, as known now. */
export async function loadCalendar(ctx: Pick<Context, 'tx'>, place: Place): Promise<WorkingCalendar> {
  return composeCalendar(await loadRules(ctx.tx), place)
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
  const { versions } = await loadRules(ctx.tx)
  const calendar = await loadCalendar(ctx, place)
  const rules = rulesInForce(versions, localDate(receivedAt, place.timeZone).toString())
  const clocks = startClocksOnReceipt({ ...calendar, serviceClass, receivedAt, answerFrom, rules })
  if (!clocks.ok) throw new Error(`no deadline rule for class ${serviceClass}`)
  const answer = answerDue(clocks.value)
  // The law's calendar-day clock always has a date; without it the rule pack is broken, which the start checks.
  if (answer === null) throw new Error('no clock binds the answer')
  return { clocks: clocks.value, answer }
}

/** The version of a rule that counts for a ticket: that of the day it was received; null where there was none yet. */
export async function loadRule(
  ctx: Pick<Context, 'tx'>,
  ruleId: string,
  ticket: { readonly submittedAt: Date; readonly timeZone: string },
): Promise<DeadlineRule | null> {
  const { versions } = await loadRules(ctx.tx)
  return rulesInForce(versions, localDate(ticket.submittedAt, ticket.timeZone).toString()).find(({ id }) => id === ruleId) ?? null
}

/**
 * The amount of each rule in force, in the rule's own unit, without asking the database: as this process last read it, before that as shipped. For pages
 * that stay up when the database does not; a ticket's own promises are `planClocks`.
 */
export function recallAmounts(now: Date): ReadonlyMap<string, number> {
  const known = recallVersions()
  const versions = known.length === 0 ? shipped : known
  return new Map(rulesInForce(versions, localDate(now, defaultTimeZone).toString()).map(({ id, max }) => [id, max]))
}

/** Stores the planned clocks of a new ticket beside it, in the same transaction. */
export async function startPlanned(ctx: Context, ticketId: string, clocks: readonly Clock[], place: Place): Promise<void> {
  const calendar = await loadCalendar(ctx, place)
  await insertClocks(
    ctx.tx,
    ticketId,
    clocks.map((clock) => ({ ...clock, next: planFirst(clock, ctx.now, calendar) })),
  )
}

/** By when a ticket's own clocks want the answer, whatever else binds it. */
export async function loadOwnDue(ctx: Context, ticketId: string): Promise<Date | null> {
  const clocks = await loadClocks(ctx.tx, ticketId)
  return answerDue(clocks.filter(({ stoppedAt }) => stoppedAt === null))?.dueAt ?? null
}

/** From when the times of a ticket count. */
export async function loadStart(ctx: Context, ticket: { readonly id: string; readonly submittedAt: Date }): Promise<Start> {
  return findStart(await loadClocks(ctx.tx, ticket.id), ticket.submittedAt)
}

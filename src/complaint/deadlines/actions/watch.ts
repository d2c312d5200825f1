import { type Holder, loadHolders, loadOffices, type Office } from '../../../access/accounts/index.ts'
import { listSuperiors, rolesWith } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { ok } from '../../../platform/result.ts'
import type { TicketEventType } from '../../record/events.ts'
import { acknowledgeRule, composeCalendar, decideStep, findAudience, isEscalation, type Milestone, type WatchStep } from '../rules.ts'
import { loadRules } from '../store/rule-pack.ts'
import {
  type DueWatch,
  insertWarning,
  listEndedPauses,
  loadHappened,
  lockDueWatches,
  saveWatches,
  type WatchChange,
} from '../store/watch.ts'
import { changeInTime } from './change.ts'
import { closePause, loadCalendarOf } from './running.ts'

/** Published with a milestone at which somebody above the ticket is told; `payload` is this. */
export const escalatedEvent = 'deadlines.escalated'
export type Escalated = {
  readonly warningId: string
  readonly number: string
  readonly officeName: string
  readonly milestone: Milestone
  readonly dueAt: string
  readonly officerIds: readonly string[]
}

type HoldersByUnit = ReadonlyMap<string, readonly Holder[]>

/** The unit that a milestone is told to: the ticket's own, one above it, or the highest there is. */
function findTold(office: Office, above: number, offices: readonly Office[]): Office {
  const superiors = listSuperiors(office, offices)
  return above === 0 ? office : (superiors[above - 1] ?? superiors.at(-1) ?? office)
}

async function loadHoldersOf(ctx: Context, roles: Parameters<typeof loadHolders>[1], ids: readonly string[]): Promise<HoldersByUnit> {
  return Map.groupBy(await loadHolders(ctx.tx, roles, ids), ({ officeId }) => officeId)
}

function listTold(
  watch: DueWatch,
  office: Office,
  milestone: Milestone,
  managers: HoldersByUnit,
  intake: HoldersByUnit,
): readonly string[] {
  const audience = findAudience({ milestone, assigneeId: watch.assigneeId, restricted: watch.restricted })
  const of = (holders: HoldersByUnit): readonly string[] => (holders.get(office.id) ?? []).map(({ id }) => id)
  const ids = [
    ...(audience.assignee && watch.assigneeId !== null ? [watch.assigneeId] : []),
    ...(audience.managers ? of(managers) : []),
    ...(audience.intake ? of(intake) : []),
  ]
  return [...new Set(ids)]
}

type Tiding = { readonly watch: DueWatch; readonly milestone: Milestone; readonly dueAt: Date }

async function tell(ctx: Context, { watch, milestone, dueAt }: Tiding, office: Office, officerIds: readonly string[]): Promise<void> {
  const id = ctx.newId()
  const { ticketId, ruleId, number, officeId: fromOfficeId } = watch
  const about = { ticketId, number, fromOfficeId, ruleId, milestone, dueAt }
  const told = await insertWarning(ctx.tx, { ...about, id, officeId: office.id, at: ctx.now, officerIds })
  if (told === null || !isEscalation(milestone)) return
  const payload: Escalated = { warningId: id, number, officeName: office.name, milestone, dueAt: dueAt.toISOString(), officerIds: told }
  await ctx.publisher.publish(ctx, { id: ctx.newId(), type: escalatedEvent, objectId: id, at: ctx.now, payload })
}

async function tellAll(ctx: Context, tidings: readonly Tiding[], offices: readonly Office[]): Promise<void> {
  const byId = new Map(offices.map((office) => [office.id, office]))
  const placed = tidings.flatMap((tiding) => {
    const office = byId.get(tiding.watch.officeId)
    if (office === undefined) return []
    const { above } = findAudience({ ...tiding.watch, milestone: tiding.milestone })
    return [{ tiding, office: findTold(office, above, offices) }]
  })
  const ids = [...new Set(placed.map(({ office }) => office.id))]
  const managers = await loadHoldersOf(ctx, rolesWith('ticket.assign'), ids)
  const intake = await loadHoldersOf(ctx, ['intake'], ids)
  for (const { tiding, office } of placed)
    await tell(ctx, tiding, office, listTold(tiding.watch, office, tiding.milestone, managers, intake))
}

/** How long a clock is left alone that could not be reckoned. */
const patience = 3_600_000
type Decided = { readonly watch: DueWatch; readonly told: WatchStep['told']; readonly next: WatchChange['next'] }

/** One clock that cannot be reckoned must not keep the others of its page from being looked at: it is said, and tried again later. */
function decideOne(ctx: Context, watch: DueWatch, decide: () => WatchStep): Decided {
  try {
    return { watch, ...decide() }
  } catch (error) {
    ctx.log.error({ error, rule: watch.ruleId }, 'a clock could not be reckoned')
    return { watch, told: null, next: { milestone: watch.milestone, at: new Date(ctx.now.getTime() + patience) } }
  }
}

async function decideAll(ctx: Context, watches: readonly DueWatch[], offices: readonly Office[]): Promise<readonly Decided[]> {
  const facts = await loadRules(ctx.tx)
  const happened = await loadHappened(ctx.tx, [...new Set(watches.map(({ ticketId }) => ticketId))])
  const byId = new Map(offices.map((office) => [office.id, office]))
  const none: readonly { readonly type: TicketEventType; readonly at: Date }[] = []
  return watches.map((watch) => {
    const office = byId.get(watch.officeId)
    const { unit, startedAt, dueAt, plannedAt } = watch
    const clock = dueAt === null || plannedAt === null ? null : { unit, startedAt, dueAt, plannedAt }
    const calendar = composeCalendar(facts, office ?? { timeZone: defaultTimeZone, province: null })
    const history = happened.get(watch.ticketId) ?? none
    return decideOne(ctx, watch, () => decideStep({ ...watch, clock, history }, ctx.now, calendar))
  })
}

/**
 * Looks at one page of the clocks whose moment has come: tells whom it concerns and plans what comes next, all in the transaction of `ctx`.
 * Gives how many it looked at. Whoever dies in the middle has told nobody, and the clocks come up again (acceptance C10, T5, T7).
 */
export async function watchPage(ctx: Context): Promise<number> {
  const watches = await lockDueWatches(ctx.tx, ctx.now)
  if (watches.length === 0) return 0
  const offices = await loadOffices(ctx.tx)
  const decided = await decideAll(ctx, watches, offices)
  const tidings = decided.flatMap(({ watch, told }): readonly Tiding[] =>
    told === null || told === 'close' || watch.dueAt === null ? [] : [{ watch, milestone: told, dueAt: watch.dueAt }],
  )
  await tellAll(ctx, tidings, offices)
  for (const { watch, told } of decided) {
    if (told === 'close') await closeUnanswered(ctx, watch.ticketId)
    if (told === 'breach' && watch.ruleId === acknowledgeRule) await tellUnacknowledged(ctx, watch.ticketId)
  }
  const changes: readonly WatchChange[] = decided.map(({ watch, next }) => ({ ...watch, next }))
  await saveWatches(ctx.tx, changes)
  return watches.length
}

/** Nothing that was given to another body is forgotten: its complainant learns too that the body did not say in time that it has it. */
async function tellUnacknowledged(ctx: Context, ticketId: string): Promise<void> {
  await changeInTime<never>(ctx, ticketId, () => ok([{ type: 'ticket.transfer_unacknowledged', payload: {} }]))
}

/** Closes an answered report that nobody wrote about any more. Its ticket is locked already, so nobody can have replied meanwhile. */
async function closeUnanswered(ctx: Context, ticketId: string): Promise<void> {
  await changeInTime<never>(ctx, ticketId, ({ standing }) =>
    ok(standing.state === 'answered' ? [{ type: 'ticket.closed', payload: { reason: 'no_reply', words: '' } }] : []),
  )
}

/** Ends a pause that has lasted as long as it may: the clock runs on, although no reply came. */
async function endLongest(ctx: Context, ticketId: string): Promise<void> {
  await changeInTime<never>(ctx, ticketId, async ({ standing }) => {
    const resumed = await closePause(ctx, ticketId, await loadCalendarOf(ctx, standing.officeId))
    if (resumed === null) return ok([])
    const payload = { because: 'longest', pausedMinutes: resumed.pausedMinutes, dueAt: resumed.dueAt.toISOString() } as const
    return ok([{ type: 'ticket.clock_resumed', payload }])
  })
}

/** Ends one page of pauses that have lasted as long as they may. Gives how many there were. */
export async function endPausesPage(ctx: Context): Promise<number> {
  const ended = await listEndedPauses(ctx.tx, ctx.now)
  for (const { ticketId } of ended) await endLongest(ctx, ticketId)
  return ended.length
}

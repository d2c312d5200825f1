import { loadOffice, loadWorkers, type Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { ok } from '../../../platform/result.ts'
import { findKeptAmong } from '../../conduct/index.ts'
import { implySteps } from '../../conversation/rules.ts'
import { changeInTime } from '../../deadlines/index.ts'
import { localDate } from '../../deadlines/rules.ts'
import type { TicketEvent } from '../../record/events.ts'
import { countByAssignee, type LoadedTicket } from '../../record/index.ts'
import { loadAssignmentRules, loadQueues } from '../read.ts'
import { type Candidate, type Decision, type Matter, type Trial, tryRules } from '../rules.ts'

/** Which ticket it is about, if any, and who shall not get it. */
type About = { readonly ticketId: string | null; readonly withoutId?: string }

/** Everybody who handles tickets in a unit, with what they have. The database must see the service itself: loads are whole. */
async function gatherCandidates(ctx: Context, office: Office, { ticketId, withoutId }: About): Promise<readonly Candidate[]> {
  const workers = await loadWorkers(ctx.tx, office.id, localDate(ctx.now, office.timeZone).toString())
  const ids = workers.map(({ id }) => id)
  const [loads, kept] = await Promise.all([
    countByAssignee(ctx.tx, office.id, { now: ctx.now, endOfWeek: ctx.now }),
    ticketId === null ? ([] as readonly string[]) : findKeptAmong(ctx.tx, ticketId, ids),
  ])
  return workers.map((worker) => ({
    ...worker,
    open: loads.find(({ assigneeId }) => assigneeId === worker.id)?.open ?? 0,
    kept: kept.includes(worker.id) || worker.id === withoutId,
  }))
}

/** Tries the rules on a matter, for a ticket or for none. The database must see the service itself. */
export async function tryOn(ctx: Context, matter: Matter, about: About): Promise<Trial> {
  const [rules, office, queues] = await Promise.all([loadAssignmentRules(ctx.tx), loadOffice(ctx.tx, matter.officeId), loadQueues(ctx.tx)])
  if (office === null || rules.length === 0) return { decision: null, tried: [] }
  const candidates = await gatherCandidates(ctx, office, about)
  const queueIds = new Set(queues.filter(({ officeId, active }) => active && officeId === office.id).map(({ id }) => id))
  return tryRules(rules, matter, { candidates, queueIds })
}

/** What a decision makes of a ticket. */
export async function composeEvents(ctx: Context, { standing }: LoadedTicket, decision: Decision): Promise<readonly TicketEvent[]> {
  const rule = { name: decision.rule.name, because: decision.to === 'queue' ? ('queue' as const) : decision.because }
  if (decision.to === 'queue') {
    const queue = (await loadQueues(ctx.tx)).find(({ id }) => id === decision.queueId)
    return [{ type: 'ticket.queued', payload: { queueId: decision.queueId, queueName: queue?.name ?? '', rule: rule.name } }]
  }
  const { id, name } = decision.officer
  const implied = implySteps(standing, 'assigned', { id, name })
  if (!implied.ok) return []
  return [...implied.value, { type: 'ticket.assigned', payload: { officerId: id, officerName: name, by: 'rule', rule } }]
}

/** New in the unit, and in nobody's hand. */
const fresh: ReadonlySet<string> = new Set(['submitted', 'checking'])

export function readMatter({ kind, language, standing }: LoadedTicket): Matter {
  const { officeId, category, restricted } = standing
  return { officeId, category, language, kind, restricted }
}

/** Gives a ticket that came into a unit to whom the rules say; where none fits it stays in the unit's heap. Doing it again changes nothing. */
export async function placeTicket(ctx: Context, ticketId: string): Promise<void> {
  if (!(await loadAssignmentRules(ctx.tx)).some(({ active }) => active)) return
  await changeInTime<never>(ctx, ticketId, async (ticket) => {
    const { state, assigneeId, queueId } = ticket.standing
    if (!fresh.has(state) || assigneeId !== null || queueId !== null) return ok([])
    const { decision } = await tryOn(ctx, readMatter(ticket), { ticketId })
    return ok(decision === null ? [] : await composeEvents(ctx, ticket, decision))
  })
}

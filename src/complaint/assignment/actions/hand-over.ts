import { loadWorkers, requireOffice } from '../../../access/accounts/index.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { ok } from '../../../platform/result.ts'
import { isKeptFrom } from '../../conduct/index.ts'
import { changeInTime } from '../../deadlines/index.ts'
import { localDate } from '../../deadlines/rules.ts'
import type { TicketEvent } from '../../record/events.ts'
import { type LoadedTicket, listHeld, loadById } from '../../record/index.ts'
import { composeEvents, readMatter, tryOn } from './place.ts'

/** From whose hand, and into whose; null: as the rules say. `words` are the reason for colleagues where nobody gets it. */
export type HandOver = { readonly fromId: string; readonly toId: string | null; readonly words: string }

async function findReceiver(ctx: Context, { id, standing }: LoadedTicket, officerId: string): Promise<TicketEvent | null> {
  const office = await requireOffice(ctx.tx, standing.officeId)
  const workers = await loadWorkers(ctx.tx, office.id, localDate(ctx.now, office.timeZone).toString())
  const receiver = workers.find((worker) => worker.id === officerId && worker.awayUntil === null)
  if (receiver === undefined || (await isKeptFrom(ctx.tx, id, officerId))) return null
  return { type: 'ticket.assigned', payload: { officerId, officerName: receiver.name, by: 'hand_over' } }
}

/** What the rules make of it, without who had it; back to the heap of the unit, or of the team they name, where they name nobody. */
async function planByRules(ctx: Context, ticket: LoadedTicket, { fromId, words }: HandOver): Promise<readonly TicketEvent[]> {
  const released: TicketEvent = { type: 'ticket.released', payload: { words } }
  const { decision } = await tryOn(ctx, readMatter(ticket), { ticketId: ticket.id, withoutId: fromId })
  if (decision === null) return [released]
  const events = await composeEvents(ctx, ticket, decision)
  if (decision.to === 'queue') return [released, ...events]
  const given = events.filter(({ type }) => type === 'ticket.assigned')
  return given.length > 0 ? given : [released]
}

async function plan(ctx: Context, ticket: LoadedTicket, handOver: HandOver): Promise<readonly TicketEvent[]> {
  // Who looks at it a second time was chosen because they had no part in it: whoever is next is chosen again.
  if (ticket.standing.state === 'in_review') return [{ type: 'ticket.released', payload: { words: handOver.words } }]
  const given = handOver.toId === null ? null : await findReceiver(ctx, ticket, handOver.toId)
  return given === null ? planByRules(ctx, ticket, handOver) : [given]
}

/** Hands one ticket over, if they still have it. Whole loads and whom it is kept from are asked as the service; who acts stays who they are. */
export async function handOverTicket(ctx: Context, ticketId: string, handOver: HandOver): Promise<boolean> {
  let moved = false
  const changed = await changeInTime<never>(ctx, ticketId, async (ticket) => {
    if (ticket.standing.assigneeId !== handOver.fromId || !ticket.standing.owed) return ok([])
    await ctx.tx.become(createSystemActor('assignment'))
    const events = await plan(ctx, ticket, handOver)
    await ctx.tx.become(ctx.actor)
    moved = true
    return ok(events)
  })
  return changed.ok && moved
}

/** Everything of these units that the actor sees in somebody's hand; null: of all units. Gives how many went. */
export async function handOverAll(ctx: Context, handOver: HandOver, officeIds: readonly string[] | null): Promise<number> {
  let after: string | null = null
  let count = 0
  for (;;) {
    const page: Awaited<ReturnType<typeof listHeld>> = await listHeld(ctx.tx, handOver.fromId, after)
    for (const { id, officeId } of page)
      if ((officeIds === null || officeIds.includes(officeId)) && (await handOverTicket(ctx, id, handOver))) count += 1
    after = page.at(-1)?.id ?? null
    if (after === null) return count
  }
}

/** The units where this officer has something in hand and handles nothing any more. The database must see the service itself. */
export async function findForsaken(ctx: Context, officerId: string): Promise<readonly string[]> {
  const offices = new Set<string>()
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listHeld>> = await listHeld(ctx.tx, officerId, after)
    for (const { officeId } of page) offices.add(officeId)
    after = page.at(-1)?.id ?? null
    if (after === null) break
  }
  const forsaken: string[] = []
  for (const officeId of offices) {
    const workers = await loadWorkers(ctx.tx, officeId, '1970-01-01')
    if (!workers.some(({ id }) => id === officerId)) forsaken.push(officeId)
  }
  return forsaken
}

/** A ticket that came back to hand finds somebody else where who had it is not there any more. */
export async function recoverTicket(ctx: Context, ticketId: string, words: string): Promise<void> {
  const standing = (await loadById(ctx.tx, ticketId))?.standing
  const holder = standing?.assigneeId ?? null
  if (standing === undefined || holder === null) return
  if ((await findForsaken(ctx, holder)).includes(standing.officeId))
    await handOverTicket(ctx, ticketId, { fromId: holder, toId: null, words })
}

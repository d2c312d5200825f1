import { loadOffice } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { changeInTime, loadClocks } from '../../deadlines/index.ts'
import { acknowledgeRule, localDate } from '../../deadlines/rules.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { fitsHop, type HopDeed } from '../rules.ts'
import {
  type Acknowledgement,
  type Body,
  type Hop,
  loadBodies,
  loadHops,
  saveAcknowledged,
  saveCancelled,
  saveReturned,
  saveSent,
} from '../store.ts'
import { nameOf } from './propose.ts'

export type MoveProblem = 'ticket_not_found' | 'permission' | 'conflict'
type Moved<Problem extends string = never> = Promise<Result<LoadedTicket, MoveProblem | Problem>>
type Known = { readonly ticket: LoadedTicket; readonly hop: Hop; readonly body: Body }

/** The right in the ticket's own unit, the hand-over as it stands behind the lock, then what follows. */
async function moveHop<Problem extends string = never>(
  ctx: Context,
  ticketId: string,
  deed: HopDeed,
  decide: (known: Known) => Promise<Result<readonly TicketEvent[], Problem>>,
): Moved<Problem> {
  const changed = await changeInTime<Problem | MoveProblem | 'move_not_allowed'>(ctx, ticketId, async (ticket) => {
    const { officeId, state } = ticket.standing
    if (!mayIn(ctx.actor, 'ticket.handle', officeId)) return err('permission')
    const hop = (await loadHops(ctx.tx, ticketId))[0]
    const body = (await loadBodies(ctx.tx)).find(({ id }) => id === hop?.bodyId)
    if (hop === undefined || body === undefined || !fitsHop(deed, hop.state, state)) return err('conflict')
    return decide({ ticket, hop, body })
  })
  if (!changed.ok && changed.error === 'move_not_allowed') return err('conflict')
  return changed as Result<LoadedTicket, MoveProblem | Problem>
}

/** Records that the body was given the report. It stays open here until the body says that it has it (acceptance C16). */
export async function sendHop(ctx: Context, ticketId: string, reference: string): Moved {
  let given: Hop | null = null
  const moved = await moveHop(ctx, ticketId, 'send', async ({ hop, body }) => {
    given = hop
    // By when it has to acknowledge is dated by the clocks.
    return ok([{ type: 'ticket.handed_over', payload: { hopId: hop.id, body: nameOf(body), acknowledgeBy: null } }])
  })
  if (!moved.ok || given === null) return moved
  const { id } = given as Hop
  const acknowledgeBy = await loadAcknowledgeBy(ctx, ticketId)
  await saveSent(ctx.tx, { id, at: ctx.now, reference, acknowledgeBy })
  return moved
}

async function loadAcknowledgeBy(ctx: Context, ticketId: string): Promise<Date | null> {
  const clocks = await loadClocks(ctx.tx, ticketId)
  return clocks.findLast(({ ruleId, stoppedAt }) => ruleId === acknowledgeRule && stoppedAt === null)?.dueAt ?? null
}

/** Records that the body says it has the report: only now is it sent on. `on` null: today. */
export async function acknowledgeHop(
  ctx: Context,
  ticketId: string,
  said: Omit<Acknowledgement, 'on'> & { readonly on: string | null },
): Moved<'day_unfit'> {
  return moveHop<'day_unfit'>(ctx, ticketId, 'acknowledge', async ({ ticket, hop, body }) => {
    const timeZone = (await loadOffice(ctx.tx, ticket.standing.officeId))?.timeZone ?? defaultTimeZone
    const day = (at: Date): string => localDate(at, timeZone).toString()
    const on = said.on ?? day(ctx.now)
    if (on > day(ctx.now) || on < day(hop.sentAt ?? hop.proposedAt)) return err('day_unfit')
    await saveAcknowledged(ctx.tx, hop.id, { ...said, on }, ctx.now)
    const reference = said.reference === '' ? hop.reference : said.reference
    return ok([
      {
        type: 'ticket.transferred',
        payload: { to: body.nameId, words: '', body: nameOf(body), hopId: hop.id, ...(reference === '' ? {} : { reference }) },
      },
    ])
  })
}

/** Records that the body gives the report back. It is open here again, in the hand of who records it. */
export async function returnHop(ctx: Context, ticketId: string, words: string): Moved {
  return moveHop(ctx, ticketId, 'return', async ({ ticket, hop, body }) => {
    await saveReturned(ctx.tx, { id: hop.id, at: ctx.now, words })
    const officer = requireOfficer(ctx)
    const returned: TicketEvent = { type: 'ticket.transfer_returned', payload: { hopId: hop.id, body: nameOf(body), words } }
    const taken: TicketEvent = { type: 'ticket.assigned', payload: { officerId: officer.id, officerName: officer.name, by: 'self' } }
    return ok(ticket.standing.state === 'transferred' ? [returned, taken] : [returned])
  })
}

/** Gives a plan up before it came to anything; the complainant is told. */
export async function cancelHop(ctx: Context, ticketId: string): Moved {
  return moveHop(ctx, ticketId, 'cancel', async ({ hop, body }) => {
    await saveCancelled(ctx.tx, hop.id)
    return ok([{ type: 'ticket.transfer_cancelled', payload: { hopId: hop.id, body: nameOf(body) } }])
  })
}

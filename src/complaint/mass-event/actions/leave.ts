import type { Context } from '../../../platform/context.ts'
import { findShielded } from '../../conduct/index.ts'
import { loadById } from '../../record/index.ts'
import { findApart } from '../rules.ts'
import { loadWaitingIn } from '../store.ts'
import { leaveEvent } from './attach.ts'
import { toFacts } from './judging.ts'

/** Takes a ticket out of the event in which it waits where it is no longer answered with others. As the service. */
export async function leaveWhereApart(ctx: Context, ticketId: string): Promise<void> {
  const waiting = await loadWaitingIn(ctx.tx, ticketId)
  const ticket = waiting === null ? null : await loadById(ctx.tx, ticketId)
  if (waiting === null || ticket === null) return
  const shielded = (await findShielded(ctx, [ticketId])).has(ticketId)
  const because = findApart(toFacts(ticket, shielded), waiting.officeId)
  if (because !== null) await leaveEvent(ctx, { eventId: waiting.eventId, ticketId }, because)
}

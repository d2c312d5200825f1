import type { Context } from '../../platform/context.ts'
import { type Delivery, listDeliveries } from './read.ts'

export type { Delivery } from './read.ts'

/** Mails about a ticket, newest first, without address and words; none of a ticket that the actor may not see. */
export function readDeliveries(ctx: Context, ticketId: string): Promise<readonly Delivery[]> {
  return listDeliveries(ctx.tx, ticketId)
}

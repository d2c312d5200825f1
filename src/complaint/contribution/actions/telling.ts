import { loadHolders } from '../../../access/accounts/index.ts'
import { asService as becomeService, type Context } from '../../../platform/context.ts'
import { ok } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { TicketEvent } from '../../record/events.ts'
import { loadById } from '../../record/index.ts'
import { type News, type Told, toldEvent } from '../events.ts'
import type { OpenRequest } from '../store.ts'

/** The service itself: who is asked does not see the ticket that their answer belongs to. */
export function asService<T>(ctx: Context, work: (service: Context) => Promise<T>): Promise<T> {
  return becomeService(ctx, 'contribution', work)
}

async function publish(ctx: Context, { id, ticketId }: Pick<OpenRequest, 'id' | 'ticketId'>, news: News, officerIds: readonly string[]) {
  if (officerIds.length === 0) return
  const payload: Told = { requestId: id, news, officerIds }
  await ctx.publisher.publish(ctx, { id: ctx.newId(), type: toldEvent, objectId: ticketId, at: ctx.now, payload })
}

type Asked = Pick<OpenRequest, 'id' | 'ticketId' | 'officeId' | 'restricted'>

/** Those of the asked unit who find the request in their list. */
export async function tellUnit(ctx: Context, request: Asked, news: News): Promise<void> {
  const holders = await loadHolders(ctx.tx, request.restricted ? ['manager', 'compliance'] : ['handler', 'manager', 'compliance'], [
    request.officeId,
  ])
  await publish(ctx, request, news, [...new Set(holders.map(({ id }) => id))])
}

/** Whoever has the ticket now, or else who asked. As the service. */
export async function tellAsker(ctx: Context, request: OpenRequest, news: News): Promise<void> {
  const ticket = await loadById(ctx.tx, request.ticketId)
  await publish(ctx, request, news, [ticket?.standing.assigneeId ?? request.askedBy])
}

/** Puts it into the history of the ticket. As the service. */
export async function recordOn(ctx: Context, ticketId: string, event: TicketEvent): Promise<void> {
  await changeInTime<never>(ctx, ticketId, () => ok([event]))
}

import { record } from '../../../audit/trail/index.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { lookUpNumber } from '../../record/index.ts'
import { type AttemptWay, insertAttempt, isKeptFrom } from '../store.ts'

/**
 * Keeps that an officer reached for a ticket that is kept from them. Nothing is kept, and nothing else happens, where it is not:
 * the answer was given before and is the same.
 */
export async function noteAttempt(ctx: Context, ticketId: string, way: AttemptWay): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'officer' || actor.id === null || !(await isKeptFrom(ctx.tx, ticketId, actor.id))) return
  await ctx.tx.become(createSystemActor('conduct'))
  await insertAttempt(ctx.tx, { id: ctx.newId(), ticketId, officerId: actor.id, way, at: ctx.now })
  await ctx.tx.become(actor)
  await record(ctx, { event: 'conduct.attempted', outcome: 'refused', objectType: 'ticket', objectId: ticketId, details: { way } })
}

/** The same for a whole number that was looked for and not found. */
export async function noteNumberAttempt(ctx: Context, number: string): Promise<void> {
  const known = await lookUpNumber(ctx, number)
  if (known !== null) await noteAttempt(ctx, known.id, 'number')
}

import { type Context, createSystemActor } from '../../../platform/context.ts'
import { ok } from '../../../platform/result.ts'
import { changeInTime, loadOwnDue } from '../../deadlines/index.ts'
import { loadById } from '../../record/index.ts'
import { loadEarliestDue } from '../store.ts'

/**
 * The earliest date of all who wait for the same answer binds the ticket that is worked on; it is told in its history, and with nobody else
 * waiting its own date holds again. The others are counted whether the actor sees them or not.
 */
export async function bindDue(ctx: Context, survivorId: string): Promise<void> {
  await ctx.tx.become(createSystemActor('joining'))
  const [survivor, own, others] = await Promise.all([
    loadById(ctx.tx, survivorId),
    loadOwnDue(ctx, survivorId),
    loadEarliestDue(ctx.tx, survivorId),
  ])
  await ctx.tx.become(ctx.actor)
  if (survivor === null) return
  const dues = [own ?? survivor.standing.dueAt, ...(others === null ? [] : [others])]
  const dueAt = dues.reduce((first, each) => (each < first ? each : first))
  if (dueAt.getTime() === survivor.standing.dueAt.getTime()) return
  await changeInTime<never>(ctx, survivorId, () => ok([{ type: 'ticket.due_bound', payload: { dueAt: dueAt.toISOString() } }]))
}

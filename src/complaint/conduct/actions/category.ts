import { type Context, createSystemActor } from '../../../platform/context.ts'
import { deleteByCategory, insertByCategory, listShielded, loadCircleUnits, loadKeptUnits } from '../store.ts'

type Complaint = {
  readonly ticketId: string
  /** The unit complained of; null where nobody knows it. */
  readonly concernedOfficeId: string | null
}

/** Shields a new report that alleges something of staff. The database must see the service itself. */
export function keepAccusation(ctx: Context, { ticketId, concernedOfficeId }: Complaint): void {
  if (concernedOfficeId !== null) insertByCategory(ctx.tx, ticketId, concernedOfficeId, ctx.now)
}

/** A ticket that became one about staff: kept from the unit complained of from now on. */
export async function raiseShield(ctx: Context, { ticketId, concernedOfficeId }: Complaint): Promise<void> {
  if (concernedOfficeId === null) return
  await ctx.tx.become(createSystemActor('conduct'))
  insertByCategory(ctx.tx, ticketId, concernedOfficeId, ctx.now)
  await ctx.tx.become(ctx.actor)
}

/** A ticket that is none about staff after all. Who was named stays away. */
export async function lowerShield(ctx: Context, ticketId: string): Promise<void> {
  await ctx.tx.become(createSystemActor('conduct'))
  await deleteByCategory(ctx.tx, ticketId)
  await ctx.tx.become(ctx.actor)
}

/** The units to which a ticket may not go. */
export async function listKeptUnits(ctx: Context, ticketId: string): Promise<readonly string[]> {
  await ctx.tx.become(createSystemActor('conduct'))
  const units = await loadKeptUnits(ctx.tx, ticketId)
  await ctx.tx.become(ctx.actor)
  return units
}

/** The units that are not even asked for their part: those to which it may not go, and those above the ones complained of. */
export async function listCircle(ctx: Context, ticketId: string): Promise<readonly string[]> {
  await ctx.tx.become(createSystemActor('conduct'))
  const units = await loadCircleUnits(ctx.tx, ticketId)
  await ctx.tx.become(ctx.actor)
  return units
}

/** Those of these tickets that are kept from somebody. */
export async function findShielded(ctx: Context, ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
  await ctx.tx.become(createSystemActor('conduct'))
  const shielded = await listShielded(ctx.tx, ticketIds)
  await ctx.tx.become(ctx.actor)
  return new Set(shielded)
}

import { asService, type Context } from '../../../platform/context.ts'
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
  await asService(ctx, 'conduct', async ({ tx, now }) => insertByCategory(tx, ticketId, concernedOfficeId, now))
}

/** A ticket that is none about staff after all. Who was named stays away. */
export async function lowerShield(ctx: Context, ticketId: string): Promise<void> {
  await asService(ctx, 'conduct', ({ tx }) => deleteByCategory(tx, ticketId))
}

/** The units to which a ticket may not go. */
export function listKeptUnits(ctx: Context, ticketId: string): Promise<readonly string[]> {
  return asService(ctx, 'conduct', ({ tx }) => loadKeptUnits(tx, ticketId))
}

/** The units that are not even asked for their part: those to which it may not go, and those above the ones complained of. */
export function listCircle(ctx: Context, ticketId: string): Promise<readonly string[]> {
  return asService(ctx, 'conduct', ({ tx }) => loadCircleUnits(tx, ticketId))
}

/** Those of these tickets that are kept from somebody. */
export async function findShielded(ctx: Context, ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(await asService(ctx, 'conduct', ({ tx }) => listShielded(tx, ticketIds)))
}

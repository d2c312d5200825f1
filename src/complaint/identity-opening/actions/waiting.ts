import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { listWaitingOpenings, type WaitingOpening } from '../read.ts'
import { findRight } from '../rules.ts'

/** What waits for this officer, the oldest first. */
export function listOpeningsToDecide({ actor, tx }: Context): Promise<readonly WaitingOpening[]> {
  const units = [...new Set(actor.assignments.map(({ officeId }) => officeId))]
  const own = (shielded: boolean) => units.filter((officeId) => mayIn(actor, findRight('approve', shielded), officeId))
  return listWaitingOpenings(tx, { offices: own(false), shieldedOffices: own(true) })
}

export async function countWaitingOpenings(ctx: Context): Promise<number> {
  return (await listOpeningsToDecide(ctx)).length
}

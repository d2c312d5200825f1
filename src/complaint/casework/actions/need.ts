import { loadHolders } from '../../../access/accounts/index.ts'
import { rolesWith } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { findUnfit } from '../../review/index.ts'

/** The officers who may approve an answer to a ticket in its unit; to a second look nobody who had a part in the first answer. */
export async function loadApprovers(ctx: Context, { id, standing }: LoadedTicket): Promise<readonly string[]> {
  const ids = (await loadHolders(ctx.tx, rolesWith('answer.approve'), [standing.officeId])).map((holder) => holder.id)
  if (standing.state !== 'in_review') return ids
  const unfit = await findUnfit(ctx, id, ids)
  return ids.filter((officerId) => !unfit.has(officerId))
}

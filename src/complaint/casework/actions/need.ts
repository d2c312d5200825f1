import { loadHolders } from '../../../access/accounts/index.ts'
import { rolesWith } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'

/** The officers who may approve answers in a unit. */
export async function loadApprovers(ctx: Context, officeId: string): Promise<readonly string[]> {
  return (await loadHolders(ctx.tx, rolesWith('answer.approve'), [officeId])).map(({ id }) => id)
}

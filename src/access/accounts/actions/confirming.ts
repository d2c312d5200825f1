import type { Context } from '../../../platform/context.ts'
import { countOne, forgetCount } from '../../../platform/limits.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { confirmLimit } from '../rules/limits.ts'
import type { OfficerRow } from '../store/officers.ts'
import { verifyPassword } from './hashing.ts'

export type ConfirmProblem = 'wrong_password' | 'held_up'

/** Asks for the present password once more before something weighty: a session left open must not be enough. The caller keeps the count. */
export async function confirmPassword(
  ctx: Context,
  officer: Pick<OfficerRow, 'id' | 'passwordHash'>,
  password: string,
): Promise<Result<null, ConfirmProblem>> {
  if ((await countOne(ctx, confirmLimit, officer.id)).over) return err('held_up')
  if (!(await verifyPassword(officer.passwordHash, password))) return err('wrong_password')
  await forgetCount(ctx, confirmLimit, officer.id)
  return ok(null)
}

import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { countOne, forgetCount } from '../../../platform/limits.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { secondStepLimit } from '../rules/limits.ts'
import { loadOfficerById, type OfficerRow } from '../store/officers.ts'
import { countApiKeys, insertApiKey, revokeApiKey } from '../store/sessions.ts'
import { type ConfirmProblem, confirmPassword } from './confirming.ts'
import { acceptCode } from './second-factor.ts'

export const mostApiKeys = 10

/** `key` exists here and on the one page that shows it; only its hash is stored. */
export type NewApiKey = { readonly id: string; readonly key: string }

/** A key with all rights of its officer. The prefix lets secret scanners and people recognise one. */
export async function createApiKey(ctx: Context, officerId: string, name: string): Promise<Result<NewApiKey, 'too_many_keys'>> {
  if ((await countApiKeys(ctx.tx, officerId)) >= mostApiKeys) return err('too_many_keys')
  const key = `tanggap_${ctx.random(32).toString('base64url')}`
  const id = ctx.newId()
  await insertApiKey(ctx.tx, { id, officerId, name, keyHash: hashToken(key), at: ctx.now })
  return ok({ id, key })
}

async function confirmOwner(ctx: Context, officerId: string, password: string): Promise<Result<null, ConfirmProblem>> {
  const officer = await loadOfficerById(ctx.tx, officerId)
  return officer === null ? err('wrong_password') : confirmPassword(ctx, officer, password)
}

/** Wrong codes are counted with those of signing in: who guesses here is locked out there, too (acceptance P4). */
async function confirmCode(ctx: Context, officer: OfficerRow, code: string): Promise<Result<null, 'wrong_code'>> {
  if (officer.totpSecret === null) return ok(null)
  const heldUp = (await countOne(ctx, secondStepLimit, officer.id)).over
  if (!(await acceptCode(ctx, officer, heldUp ? '' : code))) return err('wrong_code')
  await forgetCount(ctx, secondStepLimit, officer.id)
  return ok(null)
}

/**
 * A key outlives the session it is made in and asks for no second step, so a session left open is not enough to make one,
 * and neither is a password that was seen.
 */
export async function createOwnKey(
  ctx: Context,
  officerId: string,
  input: { readonly name: string; readonly password: string; readonly code?: string },
): Promise<Result<NewApiKey, ConfirmProblem | 'wrong_code' | 'too_many_keys'>> {
  const officer = await loadOfficerById(ctx.tx, officerId)
  if (officer === null) return err('wrong_password')
  const confirmed = await confirmPassword(ctx, officer, input.password)
  if (!confirmed.ok) return confirmed
  const proved = await confirmCode(ctx, officer, input.code ?? '')
  return proved.ok ? createApiKey(ctx, officerId, input.name) : proved
}

/** Programs that work with a key stop at once: that, too, is asked for once more. */
export async function endOwnKey(
  ctx: Context,
  officerId: string,
  input: { readonly id: string; readonly password: string },
): Promise<Result<null, ConfirmProblem | 'no_such_key'>> {
  const confirmed = await confirmOwner(ctx, officerId, input.password)
  if (!confirmed.ok) return confirmed
  return (await revokeApiKey(ctx.tx, officerId, input.id, ctx.now)) ? ok(null) : err('no_such_key')
}

import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { loadOfficerById } from '../store/officers.ts'
import { countApiKeys, insertApiKey, revokeApiKey } from '../store/sessions.ts'
import { type ConfirmProblem, confirmPassword } from './confirming.ts'

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

/** A key outlives the session it is made in, so a session left open is not enough to make one. */
export async function createOwnKey(
  ctx: Context,
  officerId: string,
  input: { readonly name: string; readonly password: string },
): Promise<Result<NewApiKey, ConfirmProblem | 'too_many_keys'>> {
  const confirmed = await confirmOwner(ctx, officerId, input.password)
  return confirmed.ok ? createApiKey(ctx, officerId, input.name) : confirmed
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

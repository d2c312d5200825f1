import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { countApiKeys, insertApiKey, revokeApiKey } from '../store/sessions.ts'

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

/** False when there is no such key of this officer any more. */
export function endApiKey(ctx: Context, officerId: string, id: string): Promise<boolean> {
  return revokeApiKey(ctx.tx, officerId, id, ctx.now)
}

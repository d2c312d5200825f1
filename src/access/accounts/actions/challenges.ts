import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { type Challenge, insertChallenge } from '../store/sessions.ts'

/** Draws a token that opens one step once within `minutes`; only its hash is stored. */
export async function issueChallenge(ctx: Context, challenge: Challenge, minutes: number): Promise<string> {
  const token = ctx.random(32).toString('base64url')
  await insertChallenge(ctx.tx, hashToken(token), challenge, new Date(ctx.now.getTime() + minutes * 60_000))
  return token
}

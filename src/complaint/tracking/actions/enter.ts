import { composeKeyholder, isSessionAlive, isTouchDue } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import type { Identity, Resolver } from '../../../platform/http/wiring.ts'
import { countOne, readCount } from '../../../platform/limits.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { proveAccess } from '../../record/index.ts'
import { parseAccessCode, parseNumber } from '../../record/rules.ts'
import { mayTry, wrongByAddress, wrongByBoth, wrongByNumber } from '../rules.ts'
import { deleteSession, insertSession, loadSession, touchSession } from '../store.ts'

export const keyholderCookie = 'pelapor'

/** Number and code as somebody typed them. `address` is counted under a keyed hash and kept nowhere. */
export type Proof = { readonly number: string; readonly accessCode: string; readonly address: string }

/** `number_malformed`, `number_mistyped`: seen without any look-up. `no_match`: everything else that is wrong, without saying what. */
export type ProofProblem =
  | { readonly code: 'number_malformed' | 'number_mistyped' | 'no_match' }
  | { readonly code: 'too_many'; readonly retryAfterSeconds: number }

/**
 * The ticket that number and code open together. A wrong code, an unknown number and a missing code are one answer, in
 * equal time. Wrong tries are counted in the transaction of `ctx`: the caller must commit it although it refuses.
 */
export async function proveOwnership(ctx: Context, proof: Proof): Promise<Result<string, ProofProblem>> {
  const number = parseNumber(proof.number)
  if (!number.ok) return err({ code: number.error })
  const both = `${proof.address} ${number.value}`
  const code = parseAccessCode(proof.accessCode)
  const [byAddress, byNumber, byBoth, ticketId] = await Promise.all([
    readCount(ctx, wrongByAddress, proof.address),
    readCount(ctx, wrongByNumber, number.value),
    readCount(ctx, wrongByBoth, both),
    proveAccess(ctx, number.value, code.ok ? code.value : ''),
  ])
  // A right code of 95 bits is never a guess: many people behind one address must not be shut out by one who mistypes.
  if (ticketId !== null) return ok(ticketId)
  if (!mayTry({ byAddress, byNumber, byBoth }))
    return err({ code: 'too_many', retryAfterSeconds: (await countOne(ctx, wrongByAddress, proof.address)).retryAfterSeconds })
  await countOne(ctx, wrongByAddress, proof.address)
  await countOne(ctx, wrongByNumber, number.value)
  await countOne(ctx, wrongByBoth, both)
  return err({ code: 'no_match' })
}

export type Opening = {
  readonly byLink: boolean
  /** The cookie of an older session of the same browser, which ends. */
  readonly before: string | undefined
  /** When the person came in, if that was by another report of theirs: going to and fro makes no session longer. */
  readonly since?: Date
}

/** Opens a session for the ticket and returns what goes into the cookie; only its hash is stored. */
export async function openTracking(ctx: Context, ticketId: string, { byLink, before, since = ctx.now }: Opening): Promise<string> {
  if (before !== undefined) await deleteSession(ctx.tx, hashToken(before))
  const token = ctx.random(32).toString('base64url')
  await insertSession(ctx.tx, { tokenHash: hashToken(token), ticketId, since, at: ctx.now, byLink })
  return token
}

export async function closeTracking(ctx: Context, sessionHash: Buffer | null): Promise<void> {
  if (sessionHash !== null) await deleteSession(ctx.tx, sessionHash)
}

/** Who holds this cookie: the keyholder of one ticket, for half an hour since the last page and twelve hours at most. */
export const resolveKeyholder: Resolver = async (ctx, { cookie }): Promise<Identity | null> => {
  if (cookie === undefined) return null
  const tokenHash = hashToken(cookie)
  const session = await loadSession(ctx.tx, tokenHash)
  if (session === null || !isSessionAlive(session, ctx.now)) return null
  if (isTouchDue(session, ctx.now)) await touchSession(ctx.tx, tokenHash, ctx.now)
  return { actor: composeKeyholder(session.ticketId), officer: null, sessionHash: tokenHash, locale: null }
}

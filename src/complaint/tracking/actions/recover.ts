import { matchesEmail } from '../../../access/confidentiality/index.ts'
import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { countOne } from '../../../platform/limits.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { type ChangeProblem, lookUpNumber, renewAccessCode } from '../../record/index.ts'
import { linkExpiry, recoveryByAddress, recoveryByNumber } from '../rules.ts'
import { insertRecovery, keepOnlySession, loadSession, useRecovery } from '../store.ts'

export const sendRecoveryJob = 'tracking.send-recovery'
/** Run by whoever sends mail; its payload is `RecoveryMail`. */
export const recoveryMailJob = 'notification.recovery'

/** What the mail needs. `sealedToken` is base64; `openRecoveryToken` opens it for this ticket. */
export type RecoveryMail = { readonly ticketId: string; readonly sealedToken: string; readonly language: string }

/** What the queue holds while nobody has looked anything up: sealed, because it names a ticket and an address. */
export type RecoveryRequest = { readonly id: string; readonly sealed: string }

const requestPurpose = 'recovery-request'
const tokenPurpose = 'recovery-token'

/**
 * Asks for a link by e-mail. The request itself looks nothing up: whether number and address belong together is found
 * out by a job, so that answer and time are the same for everybody.
 */
export async function requestRecovery(
  ctx: Context,
  input: { readonly number: string; readonly email: string; readonly address: string },
): Promise<Result<null, { readonly code: 'too_many'; readonly retryAfterSeconds: number }>> {
  const byAddress = await countOne(ctx, recoveryByAddress, input.address)
  const byNumber = await countOne(ctx, recoveryByNumber, input.number)
  if (byAddress.over || byNumber.over) return err({ code: 'too_many', retryAfterSeconds: byAddress.retryAfterSeconds })
  const id = ctx.newId()
  const sealed = ctx.keyring.seal(requestPurpose, JSON.stringify([input.number, input.email]), id).toString('base64')
  await enqueue(ctx, sendRecoveryJob, { id, sealed } satisfies RecoveryRequest)
  return ok(null)
}

/** Makes the link if number and address belong together, and hands it to the mail. Running it again makes no second one. */
export async function answerRecovery(ctx: Context, request: RecoveryRequest): Promise<void> {
  const [number = '', email = ''] = JSON.parse(
    ctx.keyring.open(requestPurpose, Buffer.from(request.sealed, 'base64'), request.id).toString('utf8'),
  ) as string[]
  const ticket = await lookUpNumber(ctx, number)
  if (ticket === null || ticket.unidentified || !(await matchesEmail(ctx, ticket.id, email))) return
  const token = ctx.keyring.hmac(tokenPurpose, request.id).toString('base64url')
  const isNew = await insertRecovery(ctx.tx, { tokenHash: hashToken(token), ticketId: ticket.id, expiresAt: linkExpiry(ctx.now) })
  if (!isNew) return
  const sealedToken = ctx.keyring.seal(tokenPurpose, token, ticket.id).toString('base64')
  await enqueue(ctx, recoveryMailJob, { ticketId: ticket.id, sealedToken, language: ticket.language } satisfies RecoveryMail)
}

/** The secret of the link, for the mail that carries it. Throws SealError when the payload was tampered with. */
export function openRecoveryToken(ctx: Pick<Context, 'keyring'>, mail: RecoveryMail): string {
  return ctx.keyring.open(tokenPurpose, Buffer.from(mail.sealedToken, 'base64'), mail.ticketId).toString('utf8')
}

/** Uses a link up; null when it is used, too old or unknown. */
export async function redeemLink(ctx: Context, token: string): Promise<string | null> {
  return useRecovery(ctx.tx, hashToken(token), ctx.now)
}

/** A new access code, once a link. Everybody who came in with the old code is out. */
export async function renewCode(
  ctx: Context,
  ticketId: string,
  sessionHash: Buffer | null,
): Promise<Result<string, ChangeProblem | 'not_by_link'>> {
  if (sessionHash === null || !(await loadSession(ctx.tx, sessionHash))?.byLink) return err('not_by_link')
  const renewed = await renewAccessCode(ctx, ticketId)
  if (renewed.ok) await keepOnlySession(ctx.tx, ticketId, sessionHash)
  return renewed
}

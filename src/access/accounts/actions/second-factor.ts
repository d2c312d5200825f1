import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { codeDigits, codeSeconds, readCode } from '../rules/second-factor.ts'
import { loadOfficerById, type OfficerRow, saveTotp, useStep } from '../store/officers.ts'
import { type ConfirmProblem, confirmPassword } from './confirming.ts'
import { endSessions, rotateToken } from './sessions.ts'

const purpose = 'totp'

/** The step of time whose code this is, one step of doubt each way; null when it is none. */
function findStep(secret: string, code: string, now: Date): number | null {
  const token = readCode(code)
  if (token === null) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const result = verifySync({ secret, token, epoch, epochTolerance: codeSeconds, period: codeSeconds, digits: codeDigits })
  return result.valid ? Math.floor(epoch / codeSeconds) + result.delta : null
}

/** Whether the code is right and was not used before; uses it up. */
export async function acceptCode(ctx: Context, officer: Pick<OfficerRow, 'id' | 'totpSecret'>, code: string): Promise<boolean> {
  if (officer.totpSecret === null) return false
  const secret = ctx.keyring.open(purpose, officer.totpSecret, officer.id).toString('utf8')
  const step = findStep(secret, code, ctx.now)
  return step !== null && (await useStep(ctx.tx, officer.id, step))
}

/** A secret that is not yet the account's: it travels sealed with the form until a first code proves that the app has it. */
export type Enrolment = { readonly secret: string; readonly sealed: string; readonly uri: string }

function describe(ctx: Context, officer: { readonly id: string; readonly email: string }, secret: string, sealed: string): Enrolment {
  const issuer = `Tanggap ${new URL(ctx.settings.publicUrl).host}`
  return { secret, sealed, uri: generateURI({ issuer, label: officer.email, secret, period: codeSeconds, digits: codeDigits }) }
}

export function proposeSecret(ctx: Context, officer: { readonly id: string; readonly email: string }): Enrolment {
  const secret = generateSecret()
  return describe(ctx, officer, secret, ctx.keyring.seal('totp-offer', secret, officer.id).toString('base64url'))
}

/** The same offer again, after a form came back with a problem; a new one when it was not ours. */
export function repeatSecret(ctx: Context, officer: { readonly id: string; readonly email: string }, sealed: string): Enrolment {
  try {
    return describe(ctx, officer, ctx.keyring.open('totp-offer', Buffer.from(sealed, 'base64url'), officer.id).toString('utf8'), sealed)
  } catch {
    return proposeSecret(ctx, officer)
  }
}

type Own = { readonly officerId: string; readonly sessionHash: Buffer }

/** Switches the second step on and returns the session's new token: it has become worth more (acceptance S2). */
export async function enrol(
  ctx: Context,
  own: Own,
  input: { readonly sealed: string; readonly code: string; readonly password: string },
): Promise<Result<string, ConfirmProblem | 'wrong_code'>> {
  const officer = await loadOfficerById(ctx.tx, own.officerId)
  if (officer === null) return err('wrong_password')
  const confirmed = await confirmPassword(ctx, officer, input.password)
  if (!confirmed.ok) return confirmed
  const { secret } = repeatSecret(ctx, officer, input.sealed)
  const step = findStep(secret, input.code, ctx.now)
  if (step === null) return err('wrong_code')
  await saveTotp(ctx.tx, officer.id, ctx.keyring.seal(purpose, secret, officer.id), step)
  await endSessions(ctx, officer.id, own.sessionHash)
  return ok(await rotateToken(ctx, own.sessionHash, true))
}

/** Switches the second step off again. */
export async function leaveSecondFactor(ctx: Context, own: Own, password: string): Promise<Result<string, ConfirmProblem>> {
  const officer = await loadOfficerById(ctx.tx, own.officerId)
  if (officer === null) return err('wrong_password')
  const confirmed = await confirmPassword(ctx, officer, password)
  if (!confirmed.ok) return confirmed
  await saveTotp(ctx.tx, officer.id, null, null)
  return ok(await rotateToken(ctx, own.sessionHash, false))
}

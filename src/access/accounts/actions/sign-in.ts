import type { Actor, Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { countOne, forgetCount, type Limit, readCount } from '../../../platform/limits.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { accountLimit, addressLimit, pairLimits, secondStepLimit } from '../rules/limits.ts'
import { passwordLength } from '../rules/passwords.ts'
import { composeOfficer } from '../rules.ts'
import { loadOfficerByEmail, loadOfficerById, type OfficerRow, saveHash } from '../store/officers.ts'
import { deleteChallenge, knowsDevice, loadChallenge } from '../store/sessions.ts'
import { issueChallenge } from './challenges.ts'
import { hashPassword, needsRehash, verifyPassword } from './hashing.ts'
import { acceptCode } from './second-factor.ts'
import { beginSession, isShutOut, type Origin, printOf } from './sessions.ts'

/** How far somebody has come: in, or one step before. */
export type SignInStep =
  | { readonly next: 'console'; readonly token: string; readonly language: string; readonly actor: Actor }
  | { readonly next: 'code'; readonly challenge: string; readonly actor: Actor }
  | { readonly next: 'new_password'; readonly challenge: string; readonly actor: Actor }

/** `wrong` says nothing of why; `detail` is for the trail alone. */
export type SignInRefusal = {
  readonly problem: 'wrong' | 'wait' | 'expired'
  readonly detail: string
  readonly officerId: string | null
  readonly retryAfterSeconds?: number
}

/** Sign-ins at work in this process. More than this are told to come back, so that a flood takes no connection from others. */
const mostAtOnce = 6
let atWork = 0

function toActor(officer: OfficerRow): Actor {
  return composeOfficer({
    id: officer.id,
    name: officer.name,
    assignments: officer.roles.map(({ role, officeId }) => ({ role, officeId })),
  })
}

async function isAnyOver(ctx: Context, limits: readonly Limit[], subject: string): Promise<boolean> {
  let over = false
  // All are counted, also behind one that is over: the wait must grow.
  for (const limit of limits) if ((await countOne(ctx, limit, subject)).over) over = true
  return over
}

/** Counts the try before the password is looked at, so that many at once cannot slip past the limit. */
async function isHeldUp(ctx: Context, officer: OfficerRow | null, email: string, origin: Origin): Promise<boolean> {
  const pairOver = await isAnyOver(ctx, pairLimits, `${email}|${origin.address}`)
  const accountOver = await isAnyOver(ctx, [accountLimit], email)
  const known = officer !== null && (await knowsDevice(ctx.tx, officer.id, printOf(ctx, officer.id, origin)))
  return pairOver || (accountOver && !known)
}

async function forgetTries(ctx: Context, email: string, origin: Origin): Promise<void> {
  for (const limit of pairLimits) await forgetCount(ctx, limit, `${email}|${origin.address}`)
  await forgetCount(ctx, accountLimit, email)
}

/** Whoever became administrator with a shorter password must choose a longer one (acceptance P2). */
function isPasswordTooShort(officer: OfficerRow, password: string): boolean {
  return officer.roles.some(({ role }) => role === 'administrator') && [...password].length < passwordLength.administrator
}

async function enter(
  ctx: Context,
  officer: OfficerRow,
  origin: Origin,
  came: { readonly weakPassword: boolean; readonly secondFactor: boolean },
): Promise<SignInStep> {
  const actor = toActor(officer)
  if (came.weakPassword)
    return {
      next: 'new_password',
      challenge: await issueChallenge(ctx, { officerId: officer.id, purpose: 'set_password', weakPassword: true }, 15),
      actor,
    }
  return { next: 'console', token: await beginSession(ctx, officer, origin, came.secondFactor), language: officer.language, actor }
}

async function goOn(ctx: Context, officer: OfficerRow, password: string, origin: Origin): Promise<SignInStep> {
  const weakPassword = isPasswordTooShort(officer, password)
  if (officer.totpSecret === null) return enter(ctx, officer, origin, { weakPassword, secondFactor: false })
  return {
    next: 'code',
    challenge: await issueChallenge(ctx, { officerId: officer.id, purpose: 'second_factor', weakPassword }, 10),
    actor: toActor(officer),
  }
}

function whyNot(ctx: Context, officer: OfficerRow | null, heldUp: boolean, matches: boolean): string | null {
  if (heldUp) return 'held_up'
  if (officer === null) return 'unknown_account'
  if (!officer.active || isShutOut(ctx, officer)) return 'inactive'
  return matches ? null : 'wrong_password'
}

async function tryPassword(ctx: Context, email: string, password: string, origin: Origin): Promise<Result<SignInStep, SignInRefusal>> {
  const officer = await loadOfficerByEmail(ctx.tx, email)
  const heldUp = await isHeldUp(ctx, officer, email, origin)
  const matches = await verifyPassword(officer?.passwordHash ?? null, password)
  const reason = whyNot(ctx, officer, heldUp, matches)
  if (reason !== null || officer === null) {
    await countOne(ctx, addressLimit, origin.address)
    return err({ problem: 'wrong', detail: reason ?? 'unknown_account', officerId: officer?.id ?? null })
  }
  await forgetTries(ctx, email, origin)
  if (officer.passwordHash !== null && needsRehash(officer.passwordHash)) await saveHash(ctx.tx, officer.id, await hashPassword(password))
  return ok(await goOn(ctx, officer, password, origin))
}

/**
 * First step: e-mail and password. An unknown, a wrong and a held-up account are told the same in the same time
 * (acceptance P3); tries are counted by account and address, account, and address (B1). The caller commits the counts
 * also when this refuses.
 */
export async function signIn(
  ctx: Context,
  input: { readonly email: string; readonly password: string },
  origin: Origin,
): Promise<Result<SignInStep, SignInRefusal>> {
  const wait = { problem: 'wait', officerId: null } as const
  if (atWork >= mostAtOnce) return err({ ...wait, detail: 'busy', retryAfterSeconds: 2 })
  if ((await readCount(ctx, addressLimit, origin.address)) >= addressLimit.most) {
    return err({ ...wait, detail: 'address', retryAfterSeconds: addressLimit.minutes * 60 })
  }
  atWork += 1
  try {
    return await tryPassword(ctx, input.email.toLowerCase(), input.password, origin)
  } finally {
    atWork -= 1
  }
}

type HalfSignIn = { readonly officer: OfficerRow; readonly weakPassword: boolean }

async function findHalf(ctx: Context, challenge: string): Promise<HalfSignIn | null> {
  const open = await loadChallenge(ctx.tx, hashToken(challenge), 'second_factor', ctx.now)
  const officer = open === null ? null : await loadOfficerById(ctx.tx, open.officerId)
  if (open === null || officer === null) return null
  return officer.active && !isShutOut(ctx, officer) ? { officer, weakPassword: open.weakPassword } : null
}

/** Second step: a code of the authenticator app. Five wrong ones lock this step for some minutes, right ones included (P4). */
export async function passSecondStep(
  ctx: Context,
  challenge: string,
  code: string,
  origin: Origin,
): Promise<Result<SignInStep, SignInRefusal>> {
  const half = await findHalf(ctx, challenge)
  if (half === null) return err({ problem: 'expired', detail: 'expired', officerId: null })
  const { officer, weakPassword } = half
  const heldUp = (await countOne(ctx, secondStepLimit, officer.id)).over
  const accepted = await acceptCode(ctx, officer, heldUp ? '' : code)
  if (!accepted) return err({ problem: 'wrong', detail: heldUp ? 'held_up' : 'wrong_code', officerId: officer.id })
  if (!(await deleteChallenge(ctx.tx, hashToken(challenge)))) return err({ problem: 'expired', detail: 'expired', officerId: officer.id })
  await forgetCount(ctx, secondStepLimit, officer.id)
  return ok(await enter(ctx, officer, origin, { weakPassword, secondFactor: true }))
}

/** Whether half a sign-in waits behind this token. */
export async function isSecondStepOpen(ctx: Context, challenge: string): Promise<boolean> {
  return (await loadChallenge(ctx.tx, hashToken(challenge), 'second_factor', ctx.now)) !== null
}

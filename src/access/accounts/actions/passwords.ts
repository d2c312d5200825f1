import type { Actor, Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { findPasswordProblem, type PasswordProblem, rememberedPasswords } from '../rules/passwords.ts'
import { composeOfficer } from '../rules.ts'
import { loadOfficerById, loadPasswordHistory, type OfficerRow, savePassword } from '../store/officers.ts'
import { deleteChallenge, loadChallenge } from '../store/sessions.ts'
import { type ConfirmProblem, confirmPassword } from './confirming.ts'
import { hashPassword, verifyPassword } from './hashing.ts'
import { endAllWays, isShutOut, rotateToken } from './sessions.ts'

export type NewPasswordProblem = PasswordProblem | 'used_before'

type Owner = Pick<OfficerRow, 'id' | 'name' | 'email'> & { readonly roles: readonly { readonly role: string }[] }

async function wasUsedBefore(ctx: Context, officerId: string, password: string): Promise<boolean> {
  for (const hash of await loadPasswordHistory(ctx.tx, officerId, rememberedPasswords))
    if (await verifyPassword(hash, password)) return true
  return false
}

/** What the rules say against a password for this person. */
export function checkPassword(ctx: Pick<Context, 'settings'>, officer: Omit<Owner, 'id'>, password: string): PasswordProblem | null {
  return findPasswordProblem(password, {
    name: officer.name,
    email: officer.email,
    siteHost: new URL(ctx.settings.publicUrl).hostname,
    administrator: officer.roles.some(({ role }) => role === 'administrator'),
  })
}

/** Gives an account a password after all the rules, whoever sets it (acceptance P2). Ends no session. */
export async function setPassword(ctx: Context, officer: Owner, password: string): Promise<Result<null, NewPasswordProblem>> {
  const problem = checkPassword(ctx, officer, password)
  if (problem !== null) return err(problem)
  if (await wasUsedBefore(ctx, officer.id, password)) return err('used_before')
  await savePassword(ctx.tx, officer.id, { hash: await hashPassword(password), at: ctx.now }, rememberedPasswords)
  return ok(null)
}

type Own = { readonly officerId: string; readonly sessionHash: Buffer }

/** Changes the own password, ends every other session at once (acceptance S3) and returns this one's new token. */
export async function changeOwnPassword(
  ctx: Context,
  own: Own,
  input: { readonly present: string; readonly next: string },
): Promise<Result<string, ConfirmProblem | NewPasswordProblem>> {
  const officer = await loadOfficerById(ctx.tx, own.officerId)
  if (officer === null) return err('wrong_password')
  const confirmed = await confirmPassword(ctx, officer, input.present)
  if (!confirmed.ok) return confirmed
  const set = await setPassword(ctx, officer, input.next)
  if (!set.ok) return set
  await endAllWays(ctx, officer.id, own.sessionHash)
  return ok(await rotateToken(ctx, own.sessionHash, officer.totpSecret !== null))
}

/** Whose link this is, for the page that asks for the new password. */
export async function findPasswordLink(ctx: Context, token: string): Promise<OfficerRow | null> {
  const link = await loadChallenge(ctx.tx, hashToken(token), 'set_password', ctx.now)
  const officer = link === null ? null : await loadOfficerById(ctx.tx, link.officerId)
  return officer?.active && !isShutOut(ctx, officer) ? officer : null
}

/** Sets the password by a link that works once; every session of the account ends. */
export async function setPasswordByLink(
  ctx: Context,
  token: string,
  password: string,
): Promise<Result<Actor, NewPasswordProblem | 'link_expired'>> {
  const officer = await findPasswordLink(ctx, token)
  if (officer === null) return err('link_expired')
  const set = await setPassword(ctx, officer, password)
  if (!set.ok) return set
  if (!(await deleteChallenge(ctx.tx, hashToken(token)))) return err('link_expired')
  await endAllWays(ctx, officer.id)
  return ok(composeOfficer({ id: officer.id, name: officer.name, assignments: officer.roles }))
}

import type { Assignment, Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { officerLeft } from '../events.ts'
import { type AdministrationProblem, checkDeactivation, checkOwnSight, checkRoles } from '../rules/administration.ts'
import { isRole } from '../rules.ts'
import {
  clearPassword,
  countOtherAdministrators,
  insertOfficer,
  lockOfficer,
  type OfficerRow,
  replaceRoles,
  saveTotp,
  setActive,
  setLanguage,
  updateOfficer,
} from '../store/officers.ts'
import { loadOfficeByCode } from '../store/offices.ts'
import { issueChallenge } from './challenges.ts'
import { checkPassword, type NewPasswordProblem, setPassword } from './passwords.ts'
import { endAllWays, endSessions, isShutOut, rotateToken } from './sessions.ts'

export type OfficerInput = { readonly name: string; readonly email: string; readonly language: string }
export type OfficerProblem = 'not_found' | 'email_taken'

/** What the trail keeps of a change: before and after, never a secret. */
export type Change<T> = { readonly before: T; readonly after: T }

/** A link to set a password stays good for three days: long enough for a weekend, short enough to be forgotten in a mailbox. */
const linkMinutes = 3 * 24 * 60

function factsOf(officer: Pick<OfficerRow, 'name' | 'email' | 'language'>): OfficerInput {
  return { name: officer.name, email: officer.email, language: officer.language }
}

function heldBy(officer: OfficerRow): Assignment[] {
  return officer.roles.map(({ role, officeId }) => ({ role, officeId }))
}

function isAdministrator(assignments: readonly Assignment[]): boolean {
  return assignments.some(({ role }) => role === 'administrator')
}

function countOthers(ctx: Context, officerId: string): Promise<number> {
  return countOtherAdministrators(ctx.tx, officerId, !isShutOut(ctx, { demo: true }))
}

/** Takes in an officer without a password: the returned link lets them choose one, once. */
export async function createOfficer(
  ctx: Context,
  input: OfficerInput & { readonly demo?: boolean },
): Promise<Result<{ readonly id: string; readonly link: string }, OfficerProblem>> {
  const id = ctx.newId()
  if (!(await insertOfficer(ctx.tx, { ...factsOf(input), id, demo: input.demo ?? false, at: ctx.now }))) return err('email_taken')
  return ok({ id, link: await issueChallenge(ctx, { officerId: id, purpose: 'set_password', weakPassword: false }, linkMinutes) })
}

export type AdministratorProblem = 'office_missing' | 'email_taken' | NewPasswordProblem

/** An administrator at the central unit with a password of their own: for the command line, where nobody is signed in yet. */
export async function createAdministrator(
  ctx: Context,
  input: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Result<{ readonly id: string }, AdministratorProblem>> {
  const office = await loadOfficeByCode(ctx.tx, 'DITJEN')
  if (office === null) return err('office_missing')
  const id = ctx.newId()
  const { name, email, password } = input
  const roles = [{ role: 'administrator' }]
  // Before anything is written: whoever calls this may commit a refusal.
  const problem = checkPassword(ctx, { name, email, roles }, password)
  if (problem !== null) return err(problem)
  if (!(await insertOfficer(ctx.tx, { id, name, email, language: 'id', demo: false, at: ctx.now }))) return err('email_taken')
  await replaceRoles(ctx.tx, id, [{ role: 'administrator', officeId: office.id }])
  const set = await setPassword(ctx, { id, name, email, roles }, password)
  return set.ok ? ok({ id }) : set
}

export async function editOfficer(ctx: Context, id: string, input: OfficerInput): Promise<Result<Change<OfficerInput>, OfficerProblem>> {
  const officer = await lockOfficer(ctx.tx, id)
  if (officer === null) return err('not_found')
  if (!(await updateOfficer(ctx.tx, { id, ...factsOf(input) }))) return err('email_taken')
  return ok({ before: factsOf(officer), after: factsOf(input) })
}

/** What they had in hand must not stay with them: higher rooms see to it. */
function tellLeft(ctx: Context, officerId: string): Promise<void> {
  return ctx.publisher.publish(ctx, { id: ctx.newId(), type: officerLeft, objectId: officerId, at: ctx.now, payload: {} })
}

export type RoleProblem = AdministrationProblem | 'not_found' | 'unknown_role'

/** `token` replaces the caller's own when they changed their own rights. */
export type RoleChange = Change<readonly Assignment[]> & { readonly token: string | null }

/** Replaces all roles of an officer. Their sessions end, except the one that makes the change, which gets a new token (acceptance S2, S3). */
export async function setRoles(
  ctx: Context,
  id: string,
  wanted: readonly Assignment[],
  ownSession: Buffer | null,
): Promise<Result<RoleChange, RoleProblem>> {
  const others = await countOthers(ctx, id)
  const officer = await lockOfficer(ctx.tx, id)
  if (officer === null) return err('not_found')
  if (!wanted.every(({ role }) => isRole(role))) return err('unknown_role')
  const before = heldBy(officer)
  const change = {
    actorId: ctx.actor.id,
    officerId: id,
    wasAdministrator: officer.active && isAdministrator(before),
    otherAdministrators: others,
  }
  const held = new Set(before.map(({ role, officeId }) => `${role}@${officeId}`))
  const gains = wanted.some(({ role, officeId }) => role !== 'administrator' && !held.has(`${role}@${officeId}`))
  const sight = checkOwnSight(change, gains)
  if (!sight.ok) return sight
  const checked = checkRoles(change, isAdministrator(wanted))
  if (!checked.ok) return checked
  if (!(await replaceRoles(ctx.tx, id, wanted))) return err('unknown_role')
  const own = ctx.actor.id === id ? ownSession : null
  await endSessions(ctx, id, own)
  if (before.some(({ role, officeId }) => !wanted.some((kept) => kept.role === role && kept.officeId === officeId))) await tellLeft(ctx, id)
  return ok({ before, after: wanted, token: own === null ? null : await rotateToken(ctx, own, officer.totpSecret !== null) })
}

/** The language of mails to the officer, and of the console at the next sign-in. */
export function setOwnLanguage(ctx: Context, officerId: string, language: string): Promise<void> {
  return setLanguage(ctx.tx, officerId, language)
}

/** Lets an officer in or keeps them out; keeping out ends their sessions and links at once. */
export async function switchOfficer(
  ctx: Context,
  id: string,
  active: boolean,
): Promise<Result<Change<{ readonly active: boolean }>, AdministrationProblem | 'not_found'>> {
  const others = await countOthers(ctx, id)
  const officer = await lockOfficer(ctx.tx, id)
  if (officer === null) return err('not_found')
  const change = {
    actorId: ctx.actor.id,
    officerId: id,
    wasAdministrator: officer.active && isAdministrator(heldBy(officer)),
    otherAdministrators: others,
  }
  const checked = active ? ok(null) : checkDeactivation(change)
  if (!checked.ok) return checked
  await setActive(ctx.tx, id, active)
  if (!active) {
    await endAllWays(ctx, id)
    await tellLeft(ctx, id)
  }
  return ok({ before: { active: officer.active }, after: { active } })
}

/** Takes the second step off an account whose owner lost the device; they sign in by password and enrol anew. */
export async function resetSecondFactor(
  ctx: Context,
  id: string,
): Promise<Result<Change<{ readonly secondFactor: boolean }>, 'not_found'>> {
  const officer = await lockOfficer(ctx.tx, id)
  if (officer === null) return err('not_found')
  await saveTotp(ctx.tx, id, null, null)
  await endAllWays(ctx, id)
  return ok({ before: { secondFactor: officer.totpSecret !== null }, after: { secondFactor: false } })
}

/** Ends every session of an officer, wherever they are. */
export async function endSessionsOf(
  ctx: Context,
  id: string,
  ownSession: Buffer | null,
): Promise<Result<{ readonly ended: number }, 'not_found'>> {
  if ((await lockOfficer(ctx.tx, id)) === null) return err('not_found')
  return ok({ ended: await endAllWays(ctx, id, ctx.actor.id === id ? ownSession : null) })
}

/** A fresh link to set a password. The old password and all sessions end now: it was asked for because somebody lost or leaked it. */
export async function renewPassword(ctx: Context, id: string): Promise<Result<{ readonly link: string }, 'not_found' | 'own_account'>> {
  if (ctx.actor.id === id) return err('own_account')
  if ((await lockOfficer(ctx.tx, id)) === null) return err('not_found')
  await clearPassword(ctx.tx, id)
  await endAllWays(ctx, id)
  return ok({ link: await issueChallenge(ctx, { officerId: id, purpose: 'set_password', weakPassword: false }, linkMinutes) })
}

import { record } from '../../../audit/trail/index.ts'
import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import type { Identity, Resolver } from '../../../platform/http/wiring.ts'
import { describeDevice, networkOf } from '../rules/devices.ts'
import { absoluteHours, isSessionAlive, isTouchDue } from '../rules/sessions.ts'
import { composeOfficer } from '../rules.ts'
import {
  deleteExpired,
  deleteLinks,
  deleteSession,
  deleteSessionById,
  deleteSessions,
  insertSession,
  type KeyRow,
  loadApiKey,
  loadSession,
  noteDevice,
  replaceToken,
  revokeApiKeys,
  type SessionRow,
  touchApiKey,
  touchSession,
} from '../store/sessions.ts'

export const officerCookie = 'petugas'

/** Accounts of the demonstration have a password that everybody can read: where people's own matters lie they do not exist. */
export function isShutOut(ctx: Pick<Context, 'settings'>, officer: { readonly demo: boolean }): boolean {
  return officer.demo && ctx.settings.mode === 'production'
}

function toIdentity(row: SessionRow | KeyRow, sessionHash: Buffer | null): Identity {
  const actor = composeOfficer({
    id: row.officerId,
    name: row.name,
    assignments: row.roles.map(({ role, officeId }) => ({ role, officeId })),
  })
  const officeName = [...new Set(row.roles.map((held) => held.officeName))].join(', ')
  const officer = { id: row.officerId, name: row.name, officeName, permissions: actor.permissions }
  // The language is the browser's own choice; signing in sets it to the account's.
  return { actor, officer, sessionHash, locale: null }
}

/** Who holds this console cookie; null when the session ended, was ended, or never was. */
export const resolveSession: Resolver = async (ctx, { cookie, unattended = false }) => {
  if (cookie === undefined) return null
  const tokenHash = hashToken(cookie)
  const session = await loadSession(ctx.tx, tokenHash)
  if (session === null || isShutOut(ctx, session) || !isSessionAlive(session, ctx.now)) return null
  if (!unattended && isTouchDue(session, ctx.now)) await touchSession(ctx.tx, tokenHash, ctx.now)
  return toIdentity(session, tokenHash)
}

/** Whose API key stands in the Authorization header; null when it is malformed, revoked or the officer is not active. */
export const resolveApiKey: Resolver = async (ctx, { authorization }) => {
  const key = /^Bearer +([\w-]{20,200})$/i.exec(authorization ?? '')?.[1]
  if (key === undefined) return null
  const row = await loadApiKey(ctx.tx, hashToken(key))
  if (row === null || isShutOut(ctx, row)) return null
  await touchApiKey(ctx.tx, row.id, ctx.now)
  return toIdentity(row, null)
}

/** Where a request came from, as far as signing in needs to know. */
export type Origin = {
  readonly address: string
  readonly userAgent: string
  /** Hash of the session cookie that the browser brought along, to be ended by the new one. */
  readonly previous: Buffer | null
}

export function printOf(ctx: Pick<Context, 'keyring'>, officerId: string, origin: Pick<Origin, 'address' | 'userAgent'>): Buffer {
  return ctx.keyring.hmac('device', [officerId, describeDevice(origin.userAgent), networkOf(origin.address)].join('|'))
}

function drawToken(ctx: Context): string {
  return ctx.random(32).toString('base64url')
}

type Beginner = { readonly id: string; readonly name: string; readonly roles: SessionRow['roles'] }

/** Opens a session under a fresh token of 256 bits and returns it; a device never seen before leaves its own line in the trail. */
export async function beginSession(ctx: Context, officer: Beginner, origin: Origin, secondFactor: boolean): Promise<string> {
  if (origin.previous !== null) await deleteSession(ctx.tx, origin.previous)
  const token = drawToken(ctx)
  const device = describeDevice(origin.userAgent)
  await insertSession(ctx.tx, {
    tokenHash: hashToken(token),
    id: ctx.newId(),
    officerId: officer.id,
    at: ctx.now,
    device,
    address: origin.address,
    secondFactor,
  })
  if (await noteDevice(ctx.tx, officer.id, printOf(ctx, officer.id, origin), ctx.now)) {
    const actor = composeOfficer({ id: officer.id, name: officer.name, assignments: officer.roles })
    await record(
      { ...ctx, actor },
      { event: 'accounts.new_device', objectType: 'officer', objectId: officer.id, address: origin.address, details: { device } },
    )
  }
  return token
}

/** Gives the session a new token, because what it may do has changed. */
export async function rotateToken(ctx: Context, sessionHash: Buffer, secondFactor: boolean): Promise<string> {
  const token = drawToken(ctx)
  await replaceToken(ctx.tx, sessionHash, hashToken(token), secondFactor)
  return token
}

export async function endSession(ctx: Context, sessionHash: Buffer): Promise<void> {
  await deleteSession(ctx.tx, sessionHash)
}

/** Ends one of the officer's own sessions; false when there is no such. */
export function endOwnSession(ctx: Context, officerId: string, id: string): Promise<boolean> {
  return deleteSessionById(ctx.tx, officerId, id)
}

/** Ends all sessions of an officer but one, and half sign-ins; returns how many sessions ended. A link handed out to a newcomer stays good. */
export function endSessions(ctx: Context, officerId: string, except: Buffer | null = null): Promise<number> {
  return deleteSessions(ctx.tx, officerId, except)
}

/**
 * The same, and links to set a password too. Without an exception the account itself is in doubt (switched off, reset, renewed
 * from outside), so its API keys end with it.
 */
export async function endAllWays(ctx: Context, officerId: string, except: Buffer | null = null): Promise<number> {
  await deleteLinks(ctx.tx, officerId)
  if (except === null) await revokeApiKeys(ctx.tx, officerId, ctx.now)
  return deleteSessions(ctx.tx, officerId, except)
}

/** Removes sessions and links that ran out; how often does not matter, they open nothing before that either. */
export async function sweepSessions(ctx: Context): Promise<void> {
  await deleteExpired(ctx.tx, ctx.now, new Date(ctx.now.getTime() - absoluteHours * 3_600_000))
}

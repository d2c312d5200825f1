import type { Tx } from '../../../platform/database/index.ts'
import type { HeldRole } from '../rules/views.ts'

export type SessionRow = {
  readonly sessionId: string
  readonly officerId: string
  readonly name: string
  readonly demo: boolean
  readonly createdAt: Date
  readonly seenAt: Date
  readonly roles: readonly HeldRole[]
}

const rolesOfOfficer = `coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'officeId', r.office_id, 'officeName', f.name) order by f.name, r.role)
  from accounts_role r join accounts_office f on f.id = r.office_id where r.officer_id = o.id), '[]') as roles`

/** The session behind a cookie with its officer and roles, in one statement; null when there is none or the officer is inactive. */
export async function loadSession(tx: Tx, tokenHash: Buffer): Promise<SessionRow | null> {
  const rows = await tx.named<SessionRow>(
    'accounts.session',
    `select s.id as "sessionId", o.id as "officerId", o.name, o.demo, s.created_at as "createdAt", s.seen_at as "seenAt", ${rolesOfOfficer}
     from accounts_session s join accounts_officer o on o.id = s.officer_id and o.active where s.token_hash = $1`,
    [tokenHash],
  )
  return rows[0] ?? null
}

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  tx.send('accounts.touch_session', 'update accounts_session set seen_at = $2 where token_hash = $1', [tokenHash, now])
}

export type NewSession = {
  readonly tokenHash: Buffer
  readonly id: string
  readonly officerId: string
  readonly at: Date
  readonly device: string
  readonly address: string
  readonly secondFactor: boolean
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.query(
    `insert into accounts_session (token_hash, id, officer_id, created_at, seen_at, device, address, second_factor)
     values ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [session.tokenHash, session.id, session.officerId, session.at, session.device, session.address, session.secondFactor],
  )
}

/** The same session under another token: what was stolen before no longer opens it. */
export async function replaceToken(tx: Tx, from: Buffer, to: Buffer, secondFactor: boolean): Promise<void> {
  await tx.query('update accounts_session set token_hash = $2, second_factor = $3 where token_hash = $1', [from, to, secondFactor])
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.query('delete from accounts_session where token_hash = $1', [tokenHash])
}

/** Ends one session by its public id, if it is this officer's. */
export async function deleteSessionById(tx: Tx, officerId: string, id: string): Promise<boolean> {
  return (await tx.query('delete from accounts_session where officer_id = $1 and id = $2', [officerId, id])).count === 1
}

/** Ends all sessions of an officer but one, and every half sign-in; returns how many sessions ended. */
export async function deleteSessions(tx: Tx, officerId: string, except: Buffer | null): Promise<number> {
  await tx.query(`delete from accounts_challenge where officer_id = $1 and purpose = 'second_factor'`, [officerId])
  const { count } = await tx.query('delete from accounts_session where officer_id = $1 and ($2::bytea is null or token_hash <> $2)', [
    officerId,
    except,
  ])
  return count
}

/** Unused links to set a password open nothing any more. */
export async function deleteLinks(tx: Tx, officerId: string): Promise<void> {
  await tx.query(`delete from accounts_challenge where officer_id = $1 and purpose = 'set_password'`, [officerId])
}

export async function revokeApiKeys(tx: Tx, officerId: string, now: Date): Promise<void> {
  await tx.query('update accounts_api_key set revoked_at = $2 where officer_id = $1 and revoked_at is null', [officerId, now])
}

/** Notes the device and says whether it was never seen before. */
export async function noteDevice(tx: Tx, officerId: string, print: Buffer, now: Date): Promise<boolean> {
  const { rows } = await tx.query<{ fresh: boolean }>(
    `insert into accounts_device (officer_id, print, first_seen_at, last_seen_at) values ($1, $2, $3, $3)
     on conflict (officer_id, print) do update set last_seen_at = $3 returning xmax = 0 as fresh`,
    [officerId, print, now],
  )
  return rows[0]?.fresh === true
}

export async function knowsDevice(tx: Tx, officerId: string, print: Buffer): Promise<boolean> {
  return (await tx.query('select from accounts_device where officer_id = $1 and print = $2', [officerId, print])).count === 1
}

export type ChallengePurpose = 'second_factor' | 'set_password'

export type Challenge = { readonly officerId: string; readonly purpose: ChallengePurpose; readonly weakPassword: boolean }

export async function insertChallenge(tx: Tx, tokenHash: Buffer, challenge: Challenge, expiresAt: Date): Promise<void> {
  await tx.query(
    'insert into accounts_challenge (token_hash, officer_id, purpose, weak_password, expires_at) values ($1, $2, $3, $4, $5)',
    [tokenHash, challenge.officerId, challenge.purpose, challenge.weakPassword, expiresAt],
  )
}

/** Whose half sign-in or link this is; null when it was used, ran out or never was. */
export async function loadChallenge(tx: Tx, tokenHash: Buffer, purpose: ChallengePurpose, now: Date): Promise<Challenge | null> {
  const { rows } = await tx.query<Challenge>(
    `select officer_id as "officerId", purpose, weak_password as "weakPassword" from accounts_challenge
     where token_hash = $1 and purpose = $2 and expires_at > $3`,
    [tokenHash, purpose, now],
  )
  return rows[0] ?? null
}

/** Uses it up; false when somebody else just did. */
export async function deleteChallenge(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  return (await tx.query('delete from accounts_challenge where token_hash = $1', [tokenHash])).count === 1
}

/** Removes what can no longer be used. */
export async function deleteExpired(tx: Tx, now: Date, oldestSession: Date): Promise<void> {
  await tx.query('delete from accounts_challenge where expires_at <= $1', [now])
  await tx.query('delete from accounts_session where created_at < $1', [oldestSession])
}

export type KeyRow = {
  readonly id: string
  readonly officerId: string
  readonly name: string
  readonly demo: boolean
  readonly roles: readonly HeldRole[]
}

/** The officer behind an API key; null when it is revoked or the officer inactive. */
export async function loadApiKey(tx: Tx, keyHash: Buffer): Promise<KeyRow | null> {
  const rows = await tx.named<KeyRow>(
    'accounts.api_key',
    `select k.id, o.id as "officerId", o.name, o.demo, ${rolesOfOfficer}
     from accounts_api_key k join accounts_officer o on o.id = k.officer_id and o.active where k.key_hash = $1 and k.revoked_at is null`,
    [keyHash],
  )
  return rows[0] ?? null
}

/** Notes the day, once a day: the list of keys shows what is still in use. */
export async function touchApiKey(tx: Tx, id: string, now: Date): Promise<void> {
  tx.send(
    'accounts.touch_api_key',
    'update accounts_api_key set last_used_on = $2::date where id = $1 and last_used_on is distinct from $2::date',
    [id, now.toISOString().slice(0, 10)],
  )
}

export async function insertApiKey(
  tx: Tx,
  key: { readonly id: string; readonly officerId: string; readonly name: string; readonly keyHash: Buffer; readonly at: Date },
): Promise<void> {
  await tx.query('insert into accounts_api_key (id, officer_id, name, key_hash, created_at) values ($1, $2, $3, $4, $5)', [
    key.id,
    key.officerId,
    key.name,
    key.keyHash,
    key.at,
  ])
}

export async function revokeApiKey(tx: Tx, officerId: string, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.query('update accounts_api_key set revoked_at = $3 where id = $2 and officer_id = $1 and revoked_at is null', [
    officerId,
    id,
    now,
  ])
  return count === 1
}

export async function countApiKeys(tx: Tx, officerId: string): Promise<number> {
  return (await tx.query('select from accounts_api_key where officer_id = $1 and revoked_at is null', [officerId])).count
}

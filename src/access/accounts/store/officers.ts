import type { Assignment } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { HeldRole } from '../rules/views.ts'

export type OfficerRow = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly passwordHash: string | null
  readonly totpSecret: Buffer | null
  readonly totpLastStep: string | null
  readonly active: boolean
  readonly demo: boolean
  readonly roles: readonly HeldRole[]
}

const officerColumns = `o.id, o.email, o.name, o.language, o.password_hash as "passwordHash", o.totp_secret as "totpSecret",
  o.totp_last_step as "totpLastStep", o.active, o.demo,
  coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'officeId', r.office_id, 'officeName', f.name) order by f.name, r.role)
    from accounts_role r join accounts_office f on f.id = r.office_id where r.officer_id = o.id), '[]') as roles`

export async function loadOfficerByEmail(tx: Tx, email: string): Promise<OfficerRow | null> {
  const rows = await tx.named<OfficerRow>(
    'accounts.officer_by_email',
    `select ${officerColumns} from accounts_officer o where lower(o.email) = lower($1)`,
    [email],
  )
  return rows[0] ?? null
}

export async function loadOfficerById(tx: Tx, id: string): Promise<OfficerRow | null> {
  const rows = await tx.named<OfficerRow>('accounts.officer', `select ${officerColumns} from accounts_officer o where o.id = $1`, [id])
  return rows[0] ?? null
}

/** The row locked, so that two administrators change one officer one after the other. */
export async function lockOfficer(tx: Tx, id: string): Promise<OfficerRow | null> {
  await tx.query('select from accounts_officer where id = $1 for update', [id])
  return loadOfficerById(tx, id)
}

/** Active administrators beside one officer, all locked: two who demote each other at the same moment wait here. */
export async function countOtherAdministrators(tx: Tx, officerId: string, countDemo: boolean): Promise<number> {
  const { rows } = await tx.query<{ id: string }>(
    `select o.id from accounts_officer o where o.active and (not o.demo or $1)
       and exists (select from accounts_role r where r.officer_id = o.id and r.role = 'administrator') order by o.id for update`,
    [countDemo],
  )
  return rows.filter(({ id }) => id !== officerId).length
}

export type NewOfficer = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly demo: boolean
  readonly at: Date
}

/** False when the e-mail address is taken. */
export async function insertOfficer(tx: Tx, officer: NewOfficer): Promise<boolean> {
  const { count } = await tx.query(
    'insert into accounts_officer (id, email, name, language, demo, created_at) values ($1, $2, $3, $4, $5, $6) on conflict (lower(email)) do nothing',
    [officer.id, officer.email, officer.name, officer.language, officer.demo, officer.at],
  )
  return count === 1
}

/** False when the new e-mail address is taken by somebody else. */
export async function updateOfficer(tx: Tx, officer: Pick<NewOfficer, 'id' | 'email' | 'name' | 'language'>): Promise<boolean> {
  const { count } = await tx.query(
    `update accounts_officer set email = $2, name = $3, language = $4
     where id = $1 and not exists (select from accounts_officer other where lower(other.email) = lower($2) and other.id <> $1)`,
    [officer.id, officer.email, officer.name, officer.language],
  )
  return count === 1
}

export async function setLanguage(tx: Tx, id: string, language: string): Promise<void> {
  await tx.query('update accounts_officer set language = $2 where id = $1', [id, language])
}

export async function setActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await tx.query('update accounts_officer set active = $2 where id = $1', [id, active])
}

/** All roles at once: what is not in the list is taken away. False when one of the units does not exist. */
export async function replaceRoles(tx: Tx, officerId: string, assignments: readonly Assignment[]): Promise<boolean> {
  await tx.query('delete from accounts_role where officer_id = $1', [officerId])
  const { count } = await tx.query(
    `insert into accounts_role (officer_id, role, office_id)
     select $1, held.role, o.id from jsonb_to_recordset($2::jsonb) as held(role text, "officeId" uuid) join accounts_office o on o.id = held."officeId"
     on conflict do nothing`,
    [officerId, JSON.stringify(assignments)],
  )
  return count === assignments.length
}

export async function saveHash(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.query('update accounts_officer set password_hash = $2 where id = $1', [id, hash])
}

/** A new password and its place in the memory of the last ones; older ones are forgotten. */
export async function savePassword(
  tx: Tx,
  id: string,
  password: { readonly hash: string; readonly at: Date },
  remembered: number,
): Promise<void> {
  const { hash, at } = password
  await tx.query('update accounts_officer set password_hash = $2, password_changed_at = $3 where id = $1', [id, hash, at])
  await tx.query('insert into accounts_password_history (officer_id, password_hash, set_at) values ($1, $2, $3)', [id, hash, at])
  await tx.query(
    `delete from accounts_password_history where officer_id = $1 and ctid not in (
       select ctid from accounts_password_history where officer_id = $1 order by set_at desc limit $2)`,
    [id, remembered],
  )
}

export async function loadPasswordHistory(tx: Tx, id: string, most: number): Promise<string[]> {
  const { rows } = await tx.query<{ hash: string }>(
    'select password_hash as hash from accounts_password_history where officer_id = $1 order by set_at desc limit $2',
    [id, most],
  )
  return rows.map(({ hash }) => hash)
}

/** No password any more: only a link opens the account again. */
export async function clearPassword(tx: Tx, id: string): Promise<void> {
  await tx.query('update accounts_officer set password_hash = null where id = $1', [id])
}

export async function saveTotp(tx: Tx, id: string, sealed: Buffer | null, step: number | null): Promise<void> {
  await tx.query('update accounts_officer set totp_secret = $2, totp_last_step = $3 where id = $1', [id, sealed, step])
}

/** Marks the code of a step as used; false when it, or a later one, was used before. */
export async function useStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const { count } = await tx.query(
    'update accounts_officer set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2)',
    [id, step],
  )
  return count === 1
}

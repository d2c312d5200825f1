import type { Tx } from '../../platform/database/index.ts'

export type Office = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly type: string
  readonly class: string | null
  readonly city: string | null
  readonly province: string | null
  readonly timeZone: string
  readonly active: boolean
  /** Offered to the public in the form. */
  readonly selectable: boolean
}

const officeColumns = 'id, code, name, type, class, city, province, time_zone as "timeZone", active, selectable'

export async function loadOffices(tx: Tx): Promise<Office[]> {
  return tx.named<Office>('accounts.offices', `select ${officeColumns} from accounts_office order by province nulls first, name`)
}

export async function loadOffice(tx: Tx, id: string): Promise<Office | null> {
  const rows = await tx.named<Office>('accounts.office', `select ${officeColumns} from accounts_office where id = $1`, [id])
  return rows[0] ?? null
}

export async function loadOfficeByCode(tx: Tx, code: string): Promise<Office | null> {
  const rows = await tx.named<Office>('accounts.office_by_code', `select ${officeColumns} from accounts_office where code = $1`, [code])
  return rows[0] ?? null
}

export async function installOffice(tx: Tx, office: Office & { readonly source: string }): Promise<void> {
  await tx.named(
    'accounts.install_office',
    `insert into accounts_office (id, code, name, type, class, city, province, time_zone, selectable, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (code) do nothing`,
    [office.id, office.code, office.name, office.type, office.class, office.city, office.province, office.timeZone, office.selectable, office.source],
  )
}

export type SessionRow = {
  readonly sessionId: string
  readonly officerId: string
  readonly name: string
  readonly language: string
  readonly createdAt: Date
  readonly seenAt: Date
  readonly roles: readonly { readonly role: string; readonly officeId: string; readonly officeName: string }[]
}

/** The session behind a cookie with its officer and roles, in one statement; null when there is none or the officer is inactive. */
export async function loadSession(tx: Tx, tokenHash: Buffer): Promise<SessionRow | null> {
  const rows = await tx.named<SessionRow>(
    'accounts.session',
    `select s.id as "sessionId", o.id as "officerId", o.name, o.language, s.created_at as "createdAt", s.seen_at as "seenAt",
       coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'officeId', r.office_id, 'officeName', f.name) order by f.name, r.role)
         from accounts_role r join accounts_office f on f.id = r.office_id where r.officer_id = o.id), '[]') as roles
     from accounts_session s join accounts_officer o on o.id = s.officer_id and o.active where s.token_hash = $1`,
    [tokenHash],
  )
  return rows[0] ?? null
}

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.named('accounts.touch_session', 'update accounts_session set seen_at = $2 where token_hash = $1', [tokenHash, now])
}

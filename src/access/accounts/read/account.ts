import type { Tx } from '../../../platform/database/index.ts'
import type { AccountView, DeviceView, KeyView } from '../rules/views.ts'

const keyColumns = `id, name, created_at as "createdAt", last_used_on::timestamp at time zone 'UTC' as "lastUsedOn"`

/** A key of this officer that still opens something. */
export async function loadKey(tx: Tx, officerId: string, keyId: string): Promise<KeyView | null> {
  const { rows } = await tx.query<KeyView>(
    `select ${keyColumns} from accounts_api_key where officer_id = $1 and id = $2 and revoked_at is null`,
    [officerId, keyId],
  )
  return rows[0] ?? null
}

type Person = Omit<AccountView, 'devices' | 'keys'>

/** `aliveSince` are the bounds of a session that still opens something. */
export async function loadAccount(
  tx: Tx,
  officerId: string,
  sessionHash: Buffer | null,
  aliveSince: { readonly created: Date; readonly seen: Date },
): Promise<AccountView | null> {
  const people = await tx.query<Person>(
    `select o.id, o.name, o.email, o.language, o.totp_secret is not null as "secondFactor", o.password_changed_at as "passwordChangedAt",
       coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'officeId', r.office_id, 'officeName', f.name) order by f.name, r.role)
         from accounts_role r join accounts_office f on f.id = r.office_id where r.officer_id = o.id), '[]') as roles
     from accounts_officer o where o.id = $1`,
    [officerId],
  )
  const person = people.rows[0]
  if (!person) return null
  const devices = await tx.query<DeviceView>(
    `select id, device, address, created_at as "createdAt", seen_at as "seenAt", coalesce(token_hash = $2, false) as current
     from accounts_session where officer_id = $1 and created_at > $3 and seen_at > $4 order by current desc, seen_at desc`,
    [officerId, sessionHash, aliveSince.created, aliveSince.seen],
  )
  const keys = await tx.query<KeyView>(
    `select ${keyColumns} from accounts_api_key where officer_id = $1 and revoked_at is null order by created_at desc`,
    [officerId],
  )
  return { ...person, devices: devices.rows, keys: keys.rows }
}

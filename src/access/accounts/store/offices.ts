import type { Tx } from '../../../platform/database/index.ts'
import type { Office } from '../rules/views.ts'

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

/** False when the code is taken. */
export async function insertOffice(tx: Tx, office: Office & { readonly source: string }): Promise<boolean> {
  const rows = await tx.named(
    'accounts.install_office',
    `insert into accounts_office (id, code, name, type, class, city, province, time_zone, active, selectable, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (code) do nothing returning id`,
    [
      office.id,
      office.code,
      office.name,
      office.type,
      office.class,
      office.city,
      office.province,
      office.timeZone,
      office.active,
      office.selectable,
      office.source,
    ],
  )
  return rows.length === 1
}

/** Code and type stay: tickets and routes were decided by them. */
export async function updateOffice(tx: Tx, office: Omit<Office, 'code' | 'type'>): Promise<void> {
  await tx.query(
    'update accounts_office set name = $2, class = $3, city = $4, province = $5, time_zone = $6, active = $7, selectable = $8 where id = $1',
    [office.id, office.name, office.class, office.city, office.province, office.timeZone, office.active, office.selectable],
  )
}

import type { Tx } from '../../../platform/database/index.ts'
import type { Office } from '../rules/views.ts'

const officeColumns = 'id, code, name, type, class, city, province, time_zone as "timeZone", active, selectable, parent_id as "parentId"'

type Register = {
  readonly list: readonly Office[]
  readonly byId: ReadonlyMap<string, Office>
  readonly byCode: ReadonlyMap<string, Office>
}

const register = 'accounts.offices'

/** Every page names units, and they change a few times a year. */
function recallRegister(tx: Tx): Promise<Register> {
  return tx.recall(register, async () => {
    const list = await tx.named<Office>(register, `select ${officeColumns} from accounts_office order by province nulls first, name`)
    return { list, byId: new Map(list.map((office) => [office.id, office])), byCode: new Map(list.map((office) => [office.code, office])) }
  })
}

export async function loadOffices(tx: Tx): Promise<readonly Office[]> {
  return (await recallRegister(tx)).list
}

export async function loadOffice(tx: Tx, id: string): Promise<Office | null> {
  return (await recallRegister(tx)).byId.get(id) ?? null
}

/** The unit that something known belongs to: units are switched off, never taken out of the register. */
export async function requireOffice(tx: Tx, id: string): Promise<Office> {
  const office = await loadOffice(tx, id)
  if (office === null) throw new Error('a unit that is not in the register')
  return office
}

export async function loadOfficeByCode(tx: Tx, code: string): Promise<Office | null> {
  return (await recallRegister(tx)).byCode.get(code) ?? null
}

/** False when the code is taken. */
export async function insertOffice(tx: Tx, office: Office & { readonly source: string }): Promise<boolean> {
  const rows = await tx.named(
    'accounts.install_office',
    `insert into accounts_office (id, code, name, type, class, city, province, time_zone, active, selectable, source, parent_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (code) do nothing returning id`,
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
      office.parentId,
    ],
  )
  tx.forget(register)
  return rows.length === 1
}

/** Code and type stay: tickets and routes were decided by them. */
export async function updateOffice(tx: Tx, office: Omit<Office, 'code' | 'type'>): Promise<void> {
  await tx.query(
    'update accounts_office set name = $2, class = $3, city = $4, province = $5, time_zone = $6, active = $7, selectable = $8, parent_id = $9 where id = $1',
    [
      office.id,
      office.name,
      office.class,
      office.city,
      office.province,
      office.timeZone,
      office.active,
      office.selectable,
      office.parentId,
    ],
  )
  tx.forget(register)
}

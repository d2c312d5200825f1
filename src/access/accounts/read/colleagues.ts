import type { Tx } from '../../../platform/database/index.ts'
import { rolesWith } from '../rules/roles.ts'

export type Colleague = {
  readonly id: string
  readonly name: string
  /** Active, and holds a role in this unit that handles tickets: may be given one. */
  readonly available: boolean
}

/** The name of one officer, whichever unit they belong to; null when there is no such officer. */
export async function loadOfficerName(tx: Tx, id: string): Promise<string | null> {
  const rows = await tx.named<{ readonly name: string }>('accounts.officer_name', 'select name from accounts_officer where id = $1', [id])
  return rows[0]?.name ?? null
}

/** Officers who may be given tickets of a unit, and by `alsoIds` the names of others who have some; by name. */
export async function loadColleagues(tx: Tx, officeId: string, alsoIds: readonly string[] = []): Promise<Colleague[]> {
  return tx.named<Colleague>(
    'accounts.colleagues',
    `select o.id, o.name, o.active and r.officer_id is not null as available
     from accounts_officer o
     left join (select distinct officer_id from accounts_role where office_id = $1 and role = any ($2)) r on r.officer_id = o.id
     where (o.active and r.officer_id is not null) or o.id = any ($3)
     order by o.name, o.id`,
    [officeId, rolesWith('ticket.handle'), alsoIds],
  )
}

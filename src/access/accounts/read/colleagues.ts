import type { Tx } from '../../../platform/database/index.ts'
import { type Role, rolesWith } from '../rules/roles.ts'

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

/** An active officer with a role in a unit. */
export type Holder = { readonly id: string; readonly officeId: string; readonly email: string; readonly language: string }

/** Where these officers can be written to; those who are switched off are left out. */
export async function loadAddressees(tx: Tx, ids: readonly string[]): Promise<Omit<Holder, 'officeId'>[]> {
  return tx.named('accounts.addressees', 'select id, email, language from accounts_officer where active and id = any ($1) order by id', [
    ids,
  ])
}

/** Who holds one of these roles in one of these units. */
export async function loadHolders(tx: Tx, roles: readonly Role[], officeIds: readonly string[]): Promise<Holder[]> {
  return tx.named<Holder>(
    'accounts.holders',
    `select distinct o.id, r.office_id as "officeId", o.email, o.language from accounts_role r join accounts_officer o on o.id = r.officer_id
     where o.active and r.office_id = any ($1) and r.role = any ($2) order by o.id`,
    [officeIds, roles],
  )
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

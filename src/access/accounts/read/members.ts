import type { Tx } from '../../../platform/database/index.ts'

/** A role in a unit and who holds it. */
export type Member = {
  readonly officerId: string
  readonly name: string
  readonly email: string
  readonly language: string
  readonly active: boolean
  readonly role: string
  readonly officeId: string
}

/** Every role of these officers, and every role in these units; by name of the officer. */
export async function loadMembers(tx: Tx, officerIds: readonly string[], officeIds: readonly string[]): Promise<Member[]> {
  return tx.named<Member>(
    'accounts.members',
    `select o.id as "officerId", o.name, o.email, o.language, o.active, r.role, r.office_id as "officeId"
     from accounts_role r join accounts_officer o on o.id = r.officer_id
     where r.officer_id = any ($1) or r.office_id = any ($2) order by o.name, o.id, r.role`,
    [officerIds, officeIds],
  )
}

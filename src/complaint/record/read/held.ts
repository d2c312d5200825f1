import type { Tx } from '../../../platform/database/index.ts'

export type Held = { readonly id: string; readonly officeId: string; readonly number: string; readonly title: string; readonly dueAt: Date }

/** A page of the tickets that an officer has in hand and somebody is owed an answer in, after an id; as far as the actor sees them. */
export async function listHeld(tx: Tx, officerId: string, after: string | null): Promise<Held[]> {
  return tx.named<Held>(
    'record.held',
    `select id, office_id as "officeId", number, title, due_at as "dueAt" from record_ticket
     where assignee_id = $1 and owed and ($2::uuid is null or id > $2) order by id limit 50`,
    [officerId, after],
  )
}

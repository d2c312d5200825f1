import type { Tx } from '../../../platform/database/index.ts'

/** Which of these tickets lie in the unit and may be seen by who asks. */
export async function listSeen(tx: Tx, officeId: string, ticketIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.named<{ id: string }>('record.seen', 'select id from record_ticket where id = any ($1) and office_id = $2', [
    ticketIds,
    officeId,
  ])
  return rows.map(({ id }) => id)
}

/** Ids of events begin with their moment: the first id that an event of this moment could have. */
function composeFirstId(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** The tickets of a unit that others than this officer changed since a moment of today, as far as they may be seen. */
export async function listTouched(
  tx: Tx,
  officeId: string,
  { since, exceptId }: { readonly since: Date; readonly exceptId: string | null },
): Promise<readonly string[]> {
  const rows = await tx.named<{ id: string }>(
    'record.touched',
    `select distinct t.id from record_event e join record_ticket t on t.id = e.ticket_id
     where e.id > $1 and e.at > $2 and e.actor_id is distinct from $3 and t.office_id = $4`,
    [composeFirstId(since), since, exceptId, officeId],
  )
  return rows.map(({ id }) => id)
}

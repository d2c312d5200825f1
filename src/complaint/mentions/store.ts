import type { Tx } from '../../platform/database/index.ts'

export type NewCall = {
  readonly id: string
  readonly ticketId: string
  readonly noteId: string
  readonly officerId: string
  readonly byName: string
  readonly at: Date
}

export function insertCall(tx: Tx, call: NewCall): void {
  tx.send('mentions.call', 'insert into mentions_call (id, ticket_id, note_id, officer_id, by_name, at) values ($1, $2, $3, $4, $5, $6)', [
    call.id,
    call.ticketId,
    call.noteId,
    call.officerId,
    call.byName,
    call.at,
  ])
}

/** False when there is none of this id, or it is somebody else's: the two look the same. */
export async function saveSeen(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.named('mentions.seen', 'update mentions_call set seen_at = coalesce(seen_at, $2) where id = $1 returning id', [
    id,
    at,
  ])
  return rows.length > 0
}

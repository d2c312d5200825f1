import type { Tx } from '../../../platform/database/index.ts'

export type MovedDue = { readonly ticketId: string; readonly eventId: string; readonly dueAt: Date }

/**
 * Moves the promises of many tickets at once: for each the event and the row that repeats it, as `saveChange` does for one. Tickets whose promise is
 * that already are left alone. Gives how many moved.
 */
export async function moveDues(tx: Tx, moved: readonly MovedDue[], at: Date): Promise<number> {
  const rows = await tx.named(
    'record.move_dues',
    `with moved as (
       select t.id, d.event_id, d.due_at, t.version + 1 as version
       from jsonb_to_recordset($1::jsonb) as d(ticket_id uuid, event_id uuid, due_at timestamptz) join record_ticket t on t.id = d.ticket_id
       where t.due_at <> d.due_at),
     told as (
       insert into record_event (id, at, ticket_id, version, type, visible, actor_kind, actor_id, actor_name, payload)
       select event_id, $2, id, version, 'ticket.due_recounted', true, 'system', null, null,
         jsonb_build_object('dueAt', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from moved)
     update record_ticket t set due_at = moved.due_at, version = moved.version from moved where t.id = moved.id returning t.id`,
    [JSON.stringify(moved.map(({ ticketId, eventId, dueAt }) => ({ ticket_id: ticketId, event_id: eventId, due_at: dueAt }))), at],
  )
  return rows.length
}

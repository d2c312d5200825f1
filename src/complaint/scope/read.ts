import type { Tx } from '../../platform/database/index.ts'
import type { HopState } from './rules.ts'

/** One line of what has to be done about hand-overs. */
export type WaitingLine = {
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly officeId: string
  readonly bodyId: string
  readonly state: HopState
  readonly since: Date
  readonly acknowledgeBy: Date | null
}

/**
 * The last hand-over of each open report of these units, as long as something is to be done about it: first what a body should have
 * acknowledged by now, then what the officer has to do, then what others have to.
 */
export async function listWaiting(tx: Tx, offices: readonly string[], now: Date): Promise<WaitingLine[]> {
  return tx.named<WaitingLine>(
    'scope.waiting',
    `select h.ticket_id as "ticketId", t.number, t.title, t.office_id as "officeId", h.body_id as "bodyId", h.state, h.acknowledge_by as "acknowledgeBy",
       coalesce(h.returned_at, h.sent_at, h.decided_at, h.proposed_at) as since
     from scope_hop h join record_ticket t on t.id = h.ticket_id
     where h.state in ('asked', 'agreed', 'sent', 'refused', 'returned') and t.owed and t.office_id = any ($1)
       and not exists (select from scope_hop l where l.ticket_id = h.ticket_id and (l.proposed_at, l.id) > (h.proposed_at, h.id))
     order by (h.state = 'sent' and h.acknowledge_by < $2) desc,
       array_position(array['agreed', 'refused', 'returned', 'sent', 'asked'], h.state), since, h.id limit 200`,
    [offices, now],
  )
}

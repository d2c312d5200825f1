import type { Tx } from '../../platform/database/index.ts'
import type { TicketState } from '../record/rules.ts'

/** The other side of a split, seen from one of its two tickets: the whole that it came off, or a part of it. */
export type Relative = {
  readonly id: string
  readonly role: 'whole' | 'part'
  readonly at: Date
  readonly by: string
  /** The part was given back to its whole. One that was taken out of the archive since stands on its own once more. */
  readonly rejoined: boolean
  readonly ticket: {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly state: TicketState
    readonly officeId: string
    /** Of a part: whether it was ever answered. */
    readonly answered: boolean
  }
}

type Row = Omit<Relative, 'ticket'> & Omit<Relative['ticket'], 'id'> & { ticketId: string }

/** The whole of a ticket and its parts, as far as the actor sees both, the latest first. */
export async function listRelatives(tx: Tx, ticketId: string): Promise<readonly Relative[]> {
  const rows = await tx.named<Row>(
    'split.list',
    `select s.id, case when s.ticket_id = $1 then 'part' else 'whole' end as role, s.at, s.officer_name as by,
       s.undone_at is not null and p.state = 'archived' as rejoined,
       t.id as "ticketId", t.number, t.title, t.state, t.office_id as "officeId",
       s.ticket_id = $1 and exists (select from record_event e where e.ticket_id = s.part_id and e.type = 'ticket.answered') as answered
     from split_part s join record_ticket p on p.id = s.part_id
       join record_ticket t on t.id = case when s.ticket_id = $1 then s.part_id else s.ticket_id end
     where s.ticket_id = $1 or s.part_id = $1
     order by s.at desc, s.id`,
    [ticketId],
  )
  return rows.map(({ id, role, at, by, rejoined, ticketId: otherId, ...ticket }) => ({
    id,
    role,
    at,
    by,
    rejoined,
    ticket: { id: otherId, ...ticket },
  }))
}

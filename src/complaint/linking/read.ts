import type { Tx } from '../../platform/database/index.ts'
import type { TicketState } from '../record/rules.ts'
import { type LinkKind, type Relation, type Side, seenFrom } from './rules.ts'

/** A link as it is seen from one of its two tickets: what the other one is to it. */
export type Linked = {
  readonly id: string
  readonly relation: Relation
  readonly words: string
  readonly at: Date
  readonly by: string
  readonly ticket: {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly state: TicketState
    readonly officeId: string
  }
}

type Row = Omit<Linked, 'relation' | 'ticket'> & Omit<Linked['ticket'], 'id'> & { ticketId: string; kind: LinkKind; side: Side }

/** The links of a ticket whose other ticket the actor sees, latest first. */
export async function listLinks(tx: Tx, ticketId: string): Promise<readonly Linked[]> {
  const rows = await tx.named<Row>(
    'linking.list',
    `select l.id, l.kind, l.words, l.at, l.officer_name as by, case when l.ticket_id = $1 then 'ticket' else 'other' end as side,
       t.id as "ticketId", t.number, t.title, t.state, t.office_id as "officeId"
     from linking_link l join record_ticket t on t.id = case when l.ticket_id = $1 then l.other_id else l.ticket_id end
     where (l.ticket_id = $1 or l.other_id = $1) and l.ended_at is null
     order by l.at desc, l.id`,
    [ticketId],
  )
  return rows.map(({ id, kind, side, words, at, by, ticketId: otherId, ...other }) => ({
    id,
    relation: seenFrom(kind, side),
    words,
    at,
    by,
    ticket: { id: otherId, ...other },
  }))
}

import type { Tx } from '../../platform/database/index.ts'

type Call = {
  readonly id: string
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly byName: string
  readonly at: Date
  readonly seen: boolean
}

const most = 100

/** Calls of the officer who is there, those not looked at first, then the newest; none of a ticket out of sight. */
export async function listCalls(tx: Tx): Promise<Call[]> {
  return tx.named<Call>(
    'mentions.list',
    `select c.id, c.ticket_id as "ticketId", t.number, t.title, c.by_name as "byName", c.at, c.seen_at is not null as seen
     from mentions_call c join record_ticket t on t.id = c.ticket_id
     where c.officer_id = platform_actor_id() order by seen, c.at desc, c.id desc limit ${most}`,
    [],
  )
}

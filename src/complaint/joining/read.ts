import type { Tx } from '../../platform/database/index.ts'
import type { TicketState } from '../record/rules.ts'
import type { MergeFacts } from './rules.ts'

export type Found = MergeFacts & { readonly number: string; readonly title: string }

/** Those of these numbers that the actor sees. */
export async function findNumbers(tx: Tx, numbers: readonly string[]): Promise<readonly Found[]> {
  return tx.named<Found>(
    'joining.find',
    'select id, number, title, state, office_id as "officeId", restricted from record_ticket where number = any ($1)',
    [numbers],
  )
}

/** The ticket that this one is merged into, as far as the actor sees it. */
export type JoinedInto = { readonly id: string; readonly number: string; readonly title: string; readonly at: Date }

export async function loadInto(tx: Tx, ticketId: string): Promise<JoinedInto | null> {
  const rows = await tx.named<JoinedInto>(
    'joining.into',
    `select t.id, t.number, t.title, m.at from joining_merge m join record_ticket t on t.id = m.survivor_id
     where m.ticket_id = $1 and m.ended_at is null`,
    [ticketId],
  )
  return rows[0] ?? null
}

/** `wrote`: its complainant has written since it was merged, and nobody reads that on the survivor's page. */
export type Member = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly language: string
  readonly dueAt: Date
  readonly wrote: boolean
}

/** The tickets merged into this one that the actor sees, those whose complainant wrote first, with how many they are. */
export async function listMembers(tx: Tx, survivorId: string, most: number): Promise<{ members: readonly Member[]; total: number }> {
  const rows = await tx.named<Member & { total: string }>(
    'joining.members',
    `select t.id, t.number, t.title, t.language, t.due_at as "dueAt", count(*) over () as total,
       exists (select from record_event e where e.ticket_id = t.id and e.at >= m.at and e.type = 'ticket.complainant_wrote') as wrote
     from joining_merge m join record_ticket t on t.id = m.ticket_id
     where m.survivor_id = $1 and m.ended_at is null
     order by wrote desc, t.due_at, t.id limit $2`,
    [survivorId, most],
  )
  return { members: rows.map(({ total: _, ...member }) => member), total: Number(rows[0]?.total ?? 0) }
}

/** The state of the ticket at the end of the way of merges; null when this one is not merged into any. */
export async function loadSurvivorState(tx: Tx, ticketId: string): Promise<TicketState | null> {
  const rows = await tx.named<{ state: TicketState }>(
    'joining.survivor_state',
    `with recursive way as (
       select survivor_id, 1 as step from joining_merge where ticket_id = $1 and ended_at is null
       union all
       select m.survivor_id, way.step + 1 from way join joining_merge m on m.ticket_id = way.survivor_id and m.ended_at is null)
     select t.state from way join record_ticket t on t.id = way.survivor_id order by way.step desc limit 1`,
    [ticketId],
  )
  return rows[0]?.state ?? null
}

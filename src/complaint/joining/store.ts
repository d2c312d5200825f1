import type { Tx } from '../../platform/database/index.ts'
import type { Place } from './rules.ts'

export type Merge = {
  readonly ticketId: string
  readonly survivorId: string
  readonly at: Date
  readonly before: Place
}

type Row = Omit<Merge, 'before'> & Place

const columns = `ticket_id as "ticketId", survivor_id as "survivorId", at, before_state as state, before_assignee_id as "assigneeId",
  before_resume_state as "resumeState"`

function toMerge({ ticketId, survivorId, at, ...before }: Row): Merge {
  return { ticketId, survivorId, at, before }
}

export async function insertMerge(tx: Tx, merge: Merge & { readonly id: string; readonly officerId: string }): Promise<void> {
  const { id, ticketId, survivorId, at, officerId, before } = merge
  tx.send(
    'joining.merge',
    `insert into joining_merge (id, ticket_id, survivor_id, at, officer_id, before_state, before_assignee_id, before_resume_state)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, ticketId, survivorId, at, officerId, before.state, before.assigneeId, before.resumeState],
  )
}

/** What this ticket is merged into now; null when it is not, or the actor does not see both. */
export async function loadMerge(tx: Tx, ticketId: string): Promise<Merge | null> {
  const rows = await tx.named<Row>('joining.load', `select ${columns} from joining_merge where ticket_id = $1 and ended_at is null`, [
    ticketId,
  ])
  return rows[0] ? toMerge(rows[0]) : null
}

/** Null when it was ended before: whoever comes second does nothing. */
export async function endMerge(
  tx: Tx,
  ticketId: string,
  end: { readonly at: Date; readonly because: 'undone' | 'answered' | 'parted' },
): Promise<Merge | null> {
  const rows = await tx.named<Row>(
    'joining.end',
    `update joining_merge set ended_at = $2, ended_because = $3 where ticket_id = $1 and ended_at is null returning ${columns}`,
    [ticketId, end.at, end.because],
  )
  return rows[0] ? toMerge(rows[0]) : null
}

/** The tickets merged into this one at `until` at the latest, a page of them. */
export async function listMergedIds(tx: Tx, survivorId: string, until: Date, most: number): Promise<readonly string[]> {
  const rows = await tx.named<{ ticketId: string }>(
    'joining.page',
    `select ticket_id as "ticketId" from joining_merge where survivor_id = $1 and ended_at is null and at <= $2 order by ticket_id limit $3`,
    [survivorId, until, most],
  )
  return rows.map(({ ticketId }) => ticketId)
}

/** The earliest date by which somebody whose ticket is merged into this one is owed the answer; null when none is. */
export async function loadEarliestDue(tx: Tx, survivorId: string): Promise<Date | null> {
  const rows = await tx.named<{ dueAt: Date | null }>(
    'joining.earliest_due',
    `select min(t.due_at) as "dueAt" from joining_merge m join record_ticket t on t.id = m.ticket_id
     where m.survivor_id = $1 and m.ended_at is null`,
    [survivorId],
  )
  return rows[0]?.dueAt ?? null
}

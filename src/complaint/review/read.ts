import type { Tx } from '../../platform/database/index.ts'

/** One line of what is looked at a second time. */
export type QueueLine = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly dueAt: Date
  readonly officeId: string
  readonly reviewer: string | null
  readonly mine: boolean
}

/** The second looks of these units, those nobody has first, then the nearest due. */
export async function listQueue(tx: Tx, offices: readonly string[], officerId: string | null): Promise<QueueLine[]> {
  return tx.named<QueueLine>(
    'review.queue',
    `select t.id, t.number, t.title, t.due_at as "dueAt", t.office_id as "officeId", o.name as reviewer, t.assignee_id is not distinct from $2 as mine
     from record_ticket t left join accounts_officer o on o.id = t.assignee_id
     where t.office_id = any ($1) and t.state = 'in_review' order by t.assignee_id is not null, t.due_at, t.id limit 100`,
    [offices, officerId],
  )
}

export async function countQueue(tx: Tx, offices: readonly string[]): Promise<number> {
  const rows = await tx.named<{ count: number }>(
    'review.count_queue',
    `select count(*)::int as count from record_ticket where office_id = any ($1) and state = 'in_review'`,
    [offices],
  )
  return rows[0]?.count ?? 0
}

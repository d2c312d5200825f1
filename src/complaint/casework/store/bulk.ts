import type { Tx } from '../../../platform/database/index.ts'
import type { BulkDeed } from '../rules/bulk.ts'

export type BulkDone = { readonly id: string; readonly version: number; readonly assigneeId: string | null }
export type BulkSkipped = { readonly id: string; readonly why: string }
export type Bulk = {
  readonly id: string
  readonly deed: BulkDeed
  readonly at: Date
  readonly done: readonly BulkDone[]
  readonly skipped: readonly BulkSkipped[]
  readonly undoneAt: Date | null
}

export async function insertBulk(tx: Tx, officerId: string, { id, deed, at, done, skipped }: Omit<Bulk, 'undoneAt'>): Promise<void> {
  await tx.query('insert into casework_bulk (id, officer_id, deed, at, done, skipped) values ($1, $2, $3, $4, $5, $6)', [
    id,
    officerId,
    deed,
    at,
    JSON.stringify(done),
    JSON.stringify(skipped),
  ])
}

/** Locked, so that it is undone once. Null when there is none of this officer. */
export async function loadBulk(tx: Tx, officerId: string, id: string): Promise<Bulk | null> {
  const { rows } = await tx.query<Bulk>(
    'select id, deed, at, done, skipped, undone_at as "undoneAt" from casework_bulk where id = $1 and officer_id = $2 for update',
    [id, officerId],
  )
  return rows[0] ?? null
}

export async function markUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query('update casework_bulk set undone_at = $2 where id = $1', [id, at])
}

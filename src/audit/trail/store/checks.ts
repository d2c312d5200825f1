import type { Tx } from '../../../platform/database/index.ts'

export async function insertCheck(tx: Tx, check: { readonly id: string; readonly at: Date; readonly by: string | null }): Promise<void> {
  await tx.query(
    `insert into trail_check (id, started_at, started_by, total)
     values ($1, $2, $3, coalesce((select position from trail_link order by position desc limit 1), 0))`,
    [check.id, check.at, check.by],
  )
}

/** A check that has not ended, locked; null when it has. `hash` is null before the first stretch. */
export async function lockRunningCheck(tx: Tx, id: string): Promise<{ readonly position: number; readonly hash: Buffer | null } | null> {
  const { rows } = await tx.query<{ position: number; hash: Buffer | null }>(
    'select position::float8 as position, hash from trail_check where id = $1 and finished_at is null for update',
    [id],
  )
  return rows[0] ?? null
}

export async function isCheckRunning(tx: Tx, since: Date): Promise<boolean> {
  return (await tx.query('select from trail_check where finished_at is null and started_at > $1 limit 1', [since])).count === 1
}

export async function saveProgress(tx: Tx, id: string, position: number, hash: Buffer): Promise<void> {
  await tx.query('update trail_check set position = $2, hash = $3, total = greatest(total, $2) where id = $1', [id, position, hash])
}

export type Finding = { readonly position: number; readonly entryId: string; readonly fault: string }

export async function finishCheck(tx: Tx, id: string, at: Date, broken: Finding | null): Promise<void> {
  await tx.query(
    'update trail_check set finished_at = $2, intact = $3, position = coalesce($4, position), fault = $5, entry_id = $6 where id = $1',
    [id, at, broken === null, broken?.position ?? null, broken?.fault ?? null, broken?.entryId ?? null],
  )
}

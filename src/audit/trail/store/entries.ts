import type { Tx } from '../../../platform/database/index.ts'
import type { TrailEntry } from '../rules.ts'

export async function insertEntry(tx: Tx, entry: TrailEntry): Promise<void> {
  tx.send(
    'trail.insert',
    `insert into trail_entry (id, at, event, outcome, actor_kind, actor_id, actor_name, actor_roles, object_type, object_id, reason, address, request_id, details)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      entry.id,
      entry.at,
      entry.event,
      entry.outcome,
      entry.actorKind,
      entry.actorId,
      entry.actorName,
      entry.actorRoles,
      entry.objectType,
      entry.objectId,
      entry.reason,
      entry.address,
      entry.requestId,
      JSON.stringify(entry.details),
    ],
  )
}

const columns = `e.id, e.at, e.event, e.outcome, e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_name as "actorName",
  e.actor_roles as "actorRoles", e.object_type as "objectType", e.object_id as "objectId", e.reason, e.address, e.request_id as "requestId", e.details`

/** One linker at a time, held until the transaction ends. */
export async function lockChain(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(7264002)')
}

export async function loadHead(tx: Tx): Promise<{ position: number; hash: Buffer } | null> {
  const { rows } = await tx.query<{ position: string; hash: Buffer }>(
    'select position, hash from trail_link order by position desc limit 1',
  )
  const head = rows[0]
  return head ? { position: Number(head.position), hash: head.hash } : null
}

export async function loadPending(tx: Tx, most: number): Promise<TrailEntry[]> {
  const { rows } = await tx.query<TrailEntry>(
    `select ${columns} from trail_pending p join trail_entry e on e.id = p.entry_id order by e.at, e.id limit $1`,
    [most],
  )
  return rows
}

export async function insertLinks(tx: Tx, links: readonly { position: number; entryId: string; hash: Buffer }[]): Promise<void> {
  const ids = links.map(({ entryId }) => entryId)
  await tx.query('insert into trail_link (position, entry_id, hash) select * from unnest($1::bigint[], $2::uuid[], $3::bytea[])', [
    links.map(({ position }) => position),
    ids,
    links.map(({ hash }) => hash),
  ])
  await tx.query('delete from trail_pending where entry_id = any($1::uuid[])', [ids])
}

export type LinkedEntry = { readonly position: number; readonly entryId: string; readonly hash: Buffer; readonly entry: TrailEntry | null }

/** The next stretch of the chain after a position, with the entries it binds; `entry` is null where a row is gone. */
export async function loadLinked(tx: Tx, after: number, most: number): Promise<LinkedEntry[]> {
  const { rows } = await tx.query<TrailEntry & { position: string; entryId: string; hash: Buffer }>(
    `select l.position, l.entry_id as "entryId", l.hash, ${columns}
     from trail_link l left join trail_entry e on e.id = l.entry_id where l.position > $1 order by l.position limit $2`,
    [after, most],
  )
  return rows.map(({ position, entryId, hash, ...entry }) => ({
    position: Number(position),
    entryId,
    hash,
    entry: entry.id === null ? null : entry,
  }))
}

/** Entries that are neither linked nor waiting to be: rows slipped in behind the trail's back. */
export async function findStray(tx: Tx): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `select e.id from trail_entry e where not exists (select from trail_link l where l.entry_id = e.id)
       and not exists (select from trail_pending p where p.entry_id = e.id) order by e.at, e.id limit 1`,
  )
  return rows[0]?.id ?? null
}

export async function countPending(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ count: string }>('select count(*) as count from trail_pending')
  return Number(rows[0]?.count ?? 0)
}

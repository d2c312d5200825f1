import type { Tx } from '../../../platform/database/index.ts'
import type { ChainView, CheckView } from '../rules/chain.ts'
import type { TrailFilter } from '../rules/filter.ts'
import type { TrailEntry } from '../rules.ts'

const columns = `e.id, e.at, e.event, e.outcome, e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_name as "actorName",
  e.actor_roles as "actorRoles", e.object_type as "objectType", e.object_id as "objectId", e.reason, e.address, e.request_id as "requestId", e.details`

const mostActors = 40

/** Who in the trail has a name that begins like this. */
export async function findActors(tx: Tx, beginning: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>('select trail_find_actors($1, $2) as id', [beginning, mostActors])
  return rows.map(({ id }) => id)
}

type Bind = (value: unknown) => string

function conditionsOf(filter: TrailFilter, bind: Bind): string[] {
  return [
    ...(filter.from === null ? [] : [`e.at >= ${bind(filter.from)}`]),
    ...(filter.until === null ? [] : [`e.at < ${bind(filter.until)}`]),
    ...(filter.event === null ? [] : [`e.event = ${bind(filter.event)}`]),
    ...(filter.objectId === null ? [] : [`e.object_id = ${bind(filter.objectId)}`]),
    // One of two known words, written out so that the partial index of refusals is seen.
    ...(filter.outcome === null ? [] : [`e.outcome = '${filter.outcome}'`]),
    ...(filter.address === null ? [] : [`e.address = ${bind(filter.address)}`]),
    ...(filter.before === null ? [] : [`(e.at, e.id) < (${bind(filter.before.at)}::timestamptz, ${bind(filter.before.id)}::uuid)`]),
  ]
}

/**
 * One page of the trail, newest first. `actorIds`: only these (null: everybody). Every filter has its index in the order of the
 * page; of several actors each brings its own newest, so that nobody's many entries are sorted.
 */
export async function loadEntries(tx: Tx, filter: TrailFilter, actorIds: readonly string[] | null, most: number): Promise<TrailEntry[]> {
  const values: unknown[] = [most]
  const bind: Bind = (value) => `$${values.push(value)}`
  const conditions = conditionsOf(filter, bind)
  const page = (extra: readonly string[]) => {
    const all = [...conditions, ...extra]
    return `select ${columns} from trail_entry e ${all.length === 0 ? '' : `where ${all.join(' and ')}`} order by e.at desc, e.id desc limit $1`
  }
  const text =
    actorIds === null
      ? page([])
      : `select found.* from unnest(${bind(actorIds)}::uuid[]) as actor(id) cross join lateral (${page(['e.actor_id = actor.id'])}) found
         order by found.at desc, found.id desc limit $1`
  return (await tx.query<TrailEntry>(text, values)).rows
}

/** Every kind of event that ever happened, by walking the index. */
export async function loadEventNames(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ event: string }>(
    `with recursive names(event) as (
       (select event from trail_entry order by event limit 1)
       union all
       select (select e.event from trail_entry e where e.event > names.event order by e.event limit 1) from names where names.event is not null)
     select event from names where event is not null`,
  )
  return rows.map(({ event }) => event)
}

export async function loadChain(tx: Tx): Promise<ChainView> {
  const counts = await tx.query<{ linked: number; pending: number }>(
    `select coalesce((select position from trail_link order by position desc limit 1), 0)::float8 as linked, (select count(*) from trail_pending)::float8 as pending`,
  )
  const checks = await tx.query<CheckView>(
    `select started_at as "startedAt", started_by as "startedBy", total::float8 as total, position::float8 as position, finished_at as "finishedAt",
       intact, fault, entry_id as "entryId" from trail_check order by started_at desc, id desc limit 1`,
  )
  const { linked = 0, pending = 0 } = counts.rows[0] ?? {}
  return { linked, pending, check: checks.rows[0] ?? null }
}

import type { Tx } from '../../../platform/database/index.ts'

/** A filter that an officer named. `mine`: of who asks. */
export type SavedView = {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly shared: boolean
  readonly mine: boolean
  readonly owner: string
}

/** The officer's own views of a unit in their order, then those that colleagues share. */
export function loadViews(tx: Tx, officeId: string, officerId: string): Promise<readonly SavedView[]> {
  return tx.named<SavedView>(
    'casework.views',
    `select v.id, v.name, v.query, v.shared, v.owner_id = $2 as mine, o.name as owner
     from casework_view v join accounts_officer o on o.id = v.owner_id
     where v.office_id = $1 order by v.owner_id <> $2, v.position, v.created_at, v.id limit 24`,
    [officeId, officerId],
  )
}

type NewView = Pick<SavedView, 'id' | 'name' | 'query' | 'shared'> & {
  readonly ownerId: string
  readonly officeId: string
  readonly at: Date
}

export async function insertView(tx: Tx, view: NewView): Promise<void> {
  await tx.query(
    `insert into casework_view (id, owner_id, office_id, name, query, shared, position, created_at)
     select $1, $2, $3, $4, $5, $6, coalesce(max(position), 0) + 1, $7 from casework_view where owner_id = $2 and office_id = $3`,
    [view.id, view.ownerId, view.officeId, view.name, view.query, view.shared, view.at],
  )
}

/** False when there is no such view of this officer. */
export async function changeView(
  tx: Tx,
  ownerId: string,
  id: string,
  to: { readonly name?: string; readonly shared?: boolean },
): Promise<boolean> {
  const { count } = await tx.query(
    'update casework_view set name = coalesce($3, name), shared = coalesce($4, shared) where id = $1 and owner_id = $2',
    [id, ownerId, to.name ?? null, to.shared ?? null],
  )
  return count === 1
}

export async function deleteView(tx: Tx, ownerId: string, id: string): Promise<boolean> {
  return (await tx.query('delete from casework_view where id = $1 and owner_id = $2', [id, ownerId])).count === 1
}

/** The officer's own views of one unit in this order. */
export async function orderViews(tx: Tx, ownerId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update casework_view v set position = o.place from unnest($2::uuid[]) with ordinality as o(id, place)
     where v.id = o.id and v.owner_id = $1`,
    [ownerId, ids],
  )
}

/** The unit of one of the officer's own views. */
export async function loadOwnView(tx: Tx, ownerId: string, id: string): Promise<{ readonly officeId: string } | null> {
  const { rows } = await tx.query<{ officeId: string }>(
    'select office_id as "officeId" from casework_view where id = $1 and owner_id = $2',
    [id, ownerId],
  )
  return rows[0] ?? null
}

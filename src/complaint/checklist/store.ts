import type { Tx } from '../../platform/database/index.ts'
import type { ItemWords } from './rules.ts'

export type NewList = { readonly category: string; readonly items: readonly ItemWords[]; readonly at: Date }

async function insertItems(tx: Tx, { category, items }: NewList, version: number): Promise<void> {
  await tx.named(
    'checklist.items',
    `insert into checklist_item (category, version, position, words_id, words_en)
     select $1, $2, place, id, en from unnest($3::text[], $4::text[]) with ordinality as item (id, en, place)`,
    [category, version, items.map(({ id }) => id), items.map(({ en }) => en)],
  )
}

async function insertVersion(tx: Tx, { category, at }: NewList, version: number, officerId: string | null): Promise<boolean> {
  const rows = await tx.named(
    'checklist.version',
    'insert into checklist_version (category, version, at, officer_id) values ($1, $2, $3, $4) on conflict do nothing returning version',
    [category, version, at, officerId],
  )
  return rows.length > 0
}

/** A list that comes with the program; nothing where the category has, or had, one. */
export async function installList(tx: Tx, list: NewList): Promise<void> {
  if (await insertVersion(tx, list, 1, null)) await insertItems(tx, list, 1)
}

/** The version after `before`; false when somebody else made it first. */
export async function saveList(tx: Tx, list: NewList, by: { readonly before: number; readonly officerId: string }): Promise<boolean> {
  const version = by.before + 1
  if (!(await insertVersion(tx, list, version, by.officerId))) return false
  await insertItems(tx, list, version)
  return true
}

export type NewTick = {
  readonly ticketId: string
  readonly category: string
  readonly version: number
  readonly position: number
  readonly ticked: boolean
  readonly at: Date
  readonly officer: { readonly id: string; readonly name: string }
}

/** Whoever ticked first stays: the second one changes nothing. False then. */
export async function saveTick(tx: Tx, tick: NewTick): Promise<boolean> {
  const { ticketId, category, version, position, ticked, at, officer } = tick
  const rows = await tx.named(
    'checklist.tick',
    `insert into checklist_tick as known (ticket_id, category, version, position, ticked, at, officer_id, officer_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (ticket_id, category, version, position) do update set ticked = excluded.ticked, at = excluded.at,
       officer_id = excluded.officer_id, officer_name = excluded.officer_name
     where known.ticked <> excluded.ticked
     returning position`,
    [ticketId, category, version, position, ticked, at, officer.id, officer.name],
  )
  return rows.length > 0
}

import type { Tx } from '../../platform/database/index.ts'
import { type ItemWords, listsFor } from './rules.ts'

export type Item = ItemWords & {
  readonly position: number
  /** Who ticked it, and when; null while it is open. */
  readonly ticked: { readonly by: string; readonly at: Date } | null
}
/** The list of one report. */
export type Checklist = { readonly category: string; readonly version: number; readonly items: readonly Item[] }

type Row = ItemWords & { category: string; version: number; position: number; ticked: boolean | null; by: string; at: Date }

/**
 * The list that a report of this category shows: of its own category before that of its family, in the version on which something is
 * ticked, else the newest. Null where there is none. Items in their order.
 */
export async function loadChecklist(tx: Tx, ticketId: string, category: string): Promise<Checklist | null> {
  const rows = await tx.named<Row>(
    'checklist.of',
    `select i.category, i.version, i.position, i.words_id as id, i.words_en as en, k.ticked, k.officer_name as by, k.at
     from (
       select f.category, f.version from (
         select v.category, coalesce(
           (select max(k.version) from checklist_tick k where k.ticket_id = $1 and k.category = v.category and k.ticked), max(v.version)) as version
         from checklist_version v where v.category = any ($2::text[]) group by v.category
       ) f
       where exists (select from checklist_item i where i.category = f.category and i.version = f.version)
       order by length(f.category) desc limit 1
     ) c
     join checklist_item i on i.category = c.category and i.version = c.version
     left join checklist_tick k on k.ticket_id = $1 and k.category = i.category and k.version = i.version and k.position = i.position
     order by i.position`,
    [ticketId, listsFor(category)],
  )
  const first = rows[0]
  if (first === undefined) return null
  const items = rows.map(({ position, id, en, ticked, by, at }) => ({ position, id, en, ticked: ticked === true ? { by, at } : null }))
  return { category: first.category, version: first.version, items }
}

export type NewestList = { readonly category: string; readonly version: number; readonly items: readonly ItemWords[] }

type ListRow = { category: string; version: number; id: string | null; en: string | null }

function gather(rows: readonly ListRow[]): readonly NewestList[] {
  const lists = new Map<string, { category: string; version: number; items: ItemWords[] }>()
  for (const { category, version, id, en } of rows) {
    const list = lists.get(category) ?? { category, version, items: [] }
    if (id !== null) list.items.push({ id, en: en ?? '' })
    lists.set(category, list)
  }
  return [...lists.values()]
}

/** The newest version of each list, or of that of one category; one without items is kept for its version. */
export async function loadLists(tx: Tx, category: string | null = null): Promise<readonly NewestList[]> {
  const rows = await tx.named<ListRow>(
    'checklist.newest',
    `select v.category, v.version, i.words_id as id, i.words_en as en
     from (select category, max(version) as version from checklist_version where $1::text is null or category = $1 group by category) v
     left join checklist_item i on i.category = v.category and i.version = v.version
     order by v.category, i.position`,
    [category],
  )
  return gather(rows)
}

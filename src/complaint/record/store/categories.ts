import type { Tx } from '../../../platform/database/index.ts'
import type { TicketClass } from '../events.ts'
import type { CategoryFacts } from '../rules/categories.ts'

export type Category = {
  readonly code: string
  readonly parent: string | null
  readonly nameId: string
  readonly nameEn: string
  readonly class: TicketClass
  readonly confidentiality: 'P' | 'R' | 'S'
  readonly owner: string
  readonly active: boolean
  readonly position: number
}

export async function installCategories(tx: Tx, categories: readonly Category[]): Promise<void> {
  for (const category of categories) {
    await tx.named(
      'record.install_category',
      `insert into record_category (code, parent, name_id, name_en, class, confidentiality, owner, position)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (code) do nothing`,
      [
        category.code,
        category.parent,
        category.nameId,
        category.nameEn,
        category.class,
        category.confidentiality,
        category.owner,
        category.position,
      ],
    )
  }
  tx.forget(categoriesName)
}

/** Under this name a process remembers the categories; who changes one forgets it. */
const categoriesName = 'record.categories'

type Tree = { readonly list: readonly Category[]; readonly byCode: ReadonlyMap<string, Category> }

/** Every page names categories, and they change a few times a year. */
function recallTree(tx: Tx): Promise<Tree> {
  return tx.recall(categoriesName, async () => {
    const list = await tx.named<Category>(
      categoriesName,
      'select code, parent, name_id as "nameId", name_en as "nameEn", class, confidentiality, owner, active, position from record_category order by position, code',
    )
    return { list, byCode: new Map(list.map((category) => [category.code, category])) }
  })
}

export async function loadCategories(tx: Tx): Promise<readonly Category[]> {
  return (await recallTree(tx)).list
}

export async function loadCategory(tx: Tx, code: string): Promise<Category | null> {
  return (await recallTree(tx)).byCode.get(code) ?? null
}

/** False when the code is taken: a code is never given to another matter. */
export async function insertCategory(tx: Tx, category: Category): Promise<boolean> {
  const { count } = await tx.query(
    `insert into record_category (code, parent, name_id, name_en, class, confidentiality, owner, active, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (code) do nothing`,
    [
      category.code,
      category.parent,
      category.nameId,
      category.nameEn,
      category.class,
      category.confidentiality,
      category.owner,
      category.active,
      category.position,
    ],
  )
  tx.forget(categoriesName)
  return count === 1
}

export async function updateCategory(tx: Tx, code: string, facts: CategoryFacts): Promise<void> {
  await tx.query('update record_category set name_id = $2, name_en = $3, class = $4, confidentiality = $5, active = $6 where code = $1', [
    code,
    facts.nameId,
    facts.nameEn,
    facts.class,
    facts.confidentiality,
    facts.active,
  ])
  tx.forget(categoriesName)
}

/** The place behind the last branch of a top, or behind the last top. */
export async function nextPosition(tx: Tx, parent: string | null): Promise<number> {
  const { rows } = await tx.query<{ next: number }>(
    `select case when $1::text is null then coalesce((select max(position) / 100 + 1 from record_category), 0) * 100
       else (select max(position) + 1 from record_category where code = $1 or parent = $1) end as next`,
    [parent],
  )
  return rows[0]?.next ?? 0
}

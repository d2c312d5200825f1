import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { type CategoryFacts, parentOf } from '../rules/categories.ts'
import { type Category, insertCategory, loadCategory, nextPosition, updateCategory } from '../store/categories.ts'

function factsOf(category: CategoryFacts): CategoryFacts {
  const { nameId, nameEn, class: grade, confidentiality, active } = category
  return { nameId, nameEn, class: grade, confidentiality, active }
}

/** Adds a category; a branch takes its owner from its top. */
export async function addCategory(ctx: Context, code: string, facts: CategoryFacts): Promise<Result<Category, 'code_taken' | 'no_parent'>> {
  const parent = parentOf(code)
  const top = parent === null ? null : await loadCategory(ctx.tx, parent)
  if (parent !== null && top === null) return err('no_parent')
  const category: Category = { ...factsOf(facts), code, parent, owner: top?.owner ?? '', position: await nextPosition(ctx.tx, parent) }
  return (await insertCategory(ctx.tx, category)) ? ok(category) : err('code_taken')
}

/** Changes how a category is called and dealt with from now on. Tickets that have it keep the class they were given. */
export async function editCategory(
  ctx: Context,
  code: string,
  facts: CategoryFacts,
): Promise<Result<{ readonly before: CategoryFacts; readonly after: CategoryFacts }, 'not_found'>> {
  const category = await loadCategory(ctx.tx, code)
  if (category === null) return err('not_found')
  await updateCategory(ctx.tx, code, facts)
  return ok({ before: factsOf(category), after: factsOf(facts) })
}

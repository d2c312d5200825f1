import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { loadCategory } from '../../record/index.ts'
import { type ItemsProblem, readItems } from '../rules.ts'
import { saveList } from '../store.ts'

export type ListText = { readonly wordsId: string; readonly wordsEn: string; readonly before: number }

/** Keeps a list as the version after the one that was read. Empty takes it out of use. Gives how many items it has. */
export async function editList(
  ctx: Context,
  category: string,
  { wordsId, wordsEn, before }: ListText,
): Promise<Result<number, ItemsProblem | 'category_unknown' | 'conflict'>> {
  if ((await loadCategory(ctx.tx, category)) === null) return err('category_unknown')
  const { items, problem } = readItems(wordsId, wordsEn)
  if (problem !== null) return err(problem)
  const saved = await saveList(ctx.tx, { category, items, at: ctx.now }, { before, officerId: requireOfficer(ctx).id })
  return saved ? ok(items.length) : err('conflict')
}

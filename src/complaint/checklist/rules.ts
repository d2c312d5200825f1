import { parentOf } from '../record/rules.ts'

export const mostItems = 20
export const longestItem = 200

/** An item of a list. `en` may be empty: then the Indonesian words stand in both languages. */
export type ItemWords = { readonly id: string; readonly en: string }

/** An item in the officer's language; in Indonesian where it has no other. */
export function sayItem({ id, en }: ItemWords, locale: string): string {
  return locale === 'id' ? id : en || id
}

/** The lists a report of this category may show, the nearest first. */
export function listsFor(category: string): readonly string[] {
  const family = parentOf(category)
  return family === null ? [category] : [category, family]
}

export type ItemsProblem = {
  readonly field: 'wordsId' | 'wordsEn'
  readonly code: 'too_many_items' | 'item_too_long' | 'items_unpaired' | 'items_twice'
}

function readLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function findProblem(field: ItemsProblem['field'], lines: readonly string[]): ItemsProblem | null {
  if (lines.length > mostItems) return { field, code: 'too_many_items' }
  if (lines.some((line) => line.length > longestItem)) return { field, code: 'item_too_long' }
  return new Set(lines).size < lines.length ? { field, code: 'items_twice' } : null
}

/** The items of two texts with a line for each, in Indonesian and, line by line the same or none at all, in English. */
export function readItems(
  wordsId: string,
  wordsEn: string,
): { readonly items: readonly ItemWords[]; readonly problem: ItemsProblem | null } {
  const [ids, ens] = [readLines(wordsId), readLines(wordsEn)]
  const unpaired: ItemsProblem | null = ens.length > 0 && ens.length !== ids.length ? { field: 'wordsEn', code: 'items_unpaired' } : null
  const problem = findProblem('wordsId', ids) ?? findProblem('wordsEn', ens) ?? unpaired
  return { items: ids.map((id, place) => ({ id, en: ens[place] ?? '' })), problem }
}

export function writeItems(items: readonly ItemWords[]): { readonly wordsId: string; readonly wordsEn: string } {
  const english = items.every(({ en }) => en === '') ? [] : items.map(({ id, en }) => en || id)
  return { wordsId: items.map(({ id }) => id).join('\n'), wordsEn: english.join('\n') }
}

/**
 * What somebody changed on a page that showed `before` as ticked and came back with `after`. What they did not touch is not theirs to
 * write: a colleague may have ticked it meanwhile.
 */
export function findChanges(
  before: readonly number[],
  after: readonly number[],
): readonly { readonly position: number; readonly ticked: boolean }[] {
  return [
    ...after.filter((position) => !before.includes(position)).map((position) => ({ position, ticked: true })),
    ...before.filter((position) => !after.includes(position)).map((position) => ({ position, ticked: false })),
  ]
}

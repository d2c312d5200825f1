import { describe, expect, test } from 'vitest'
import lists from './data/checklists.json' with { type: 'json' }
import { findChanges, listsFor, longestItem, mostItems, readItems, writeItems } from './rules.ts'

describe('lists of a category', () => {
  test('its own comes before that of its family', () => {
    expect(listsFor('PSP.06')).toEqual(['PSP.06', 'PSP'])
    expect(listsFor('PSP')).toEqual(['PSP'])
  })
})

describe('items typed a line each', () => {
  test('empty lines are none, and the two languages go side by side', () => {
    expect(readItems(' Satu \n\nDua', 'One\nTwo\n')).toEqual({
      items: [
        { id: 'Satu', en: 'One' },
        { id: 'Dua', en: 'Two' },
      ],
      problem: null,
    })
  })

  test('English may be left out, but not half', () => {
    expect(readItems('Satu\nDua', '').problem).toBeNull()
    expect(readItems('Satu\nDua', 'One').problem).toEqual({ field: 'wordsEn', code: 'items_unpaired' })
    expect(readItems('', 'One').problem).toEqual({ field: 'wordsEn', code: 'items_unpaired' })
  })

  test('bounds hold, and the same twice is refused', () => {
    const many = (count: number) => Array.from({ length: count }, (_, place) => `Langkah ${place}`).join('\n')
    expect(readItems(many(mostItems), '').problem).toBeNull()
    expect(readItems(many(mostItems + 1), '').problem).toEqual({ field: 'wordsId', code: 'too_many_items' })
    expect(readItems('x'.repeat(longestItem), '').problem).toBeNull()
    expect(readItems('x'.repeat(longestItem + 1), '').problem).toEqual({ field: 'wordsId', code: 'item_too_long' })
    expect(readItems('Satu\nSatu', '').problem).toEqual({ field: 'wordsId', code: 'items_twice' })
  })

  test('what is written out is read back the same', () => {
    for (const items of [[], [{ id: 'Satu', en: '' }], [{ id: 'Satu', en: 'One' }]]) {
      const { wordsId, wordsEn } = writeItems(items)
      expect(readItems(wordsId, wordsEn)).toEqual({ items, problem: null })
    }
  })
})

test('only what was touched is a change', () => {
  expect(findChanges([1, 2], [2, 3])).toEqual([
    { position: 3, ticked: true },
    { position: 1, ticked: false },
  ])
  expect(findChanges([1, 2], [2, 1])).toEqual([])
})

test('every list that comes with the program can be used as it is', () => {
  for (const { items } of lists.lists) {
    const { wordsId, wordsEn } = writeItems(items)
    expect(readItems(wordsId, wordsEn)).toEqual({ items, problem: null })
    expect(items.every(({ en }) => en !== '')).toBe(true)
  }
})

import { expect, test } from 'vitest'
import taxonomy from '../data/taxonomy.json' with { type: 'json' }
import { categoryCode, parentOf } from './categories.ts'

test('every code that is shipped is one that could be added, under the top it says', () => {
  for (const { code, subs } of taxonomy.categories) {
    expect([categoryCode.test(code), parentOf(code)]).toEqual([true, null])
    for (const sub of subs) expect([categoryCode.test(sub.code), parentOf(sub.code)]).toEqual([true, code])
  }
})

test.each(['psp', 'PSP.6', 'PSP.006', 'PSP-06', 'P', ''])('a code has its form: %s', (code) => {
  expect(categoryCode.test(code)).toBe(false)
})

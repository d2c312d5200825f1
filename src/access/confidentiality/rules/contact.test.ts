import { expect, test } from 'vitest'
import { normalizeEmail, normalizePhone } from './contact.ts'

test('an address is the same however it was capitalised', () => {
  expect(normalizeEmail('  Demo.Rina@Contoh.ID ')).toBe('demo.rina@contoh.id')
  expect(normalizeEmail('   ')).toBeNull()
})

test.each([
  '0812-3456-7890',
  '+62 812 3456 7890',
  '+62 (0)812 3456 7890',
  '0062 812 3456 7890',
  '812 3456 7890',
  '٠٨١٢٣٤٥٦٧٨٩٠',
  '６２８１２３４５６７８９０',
])('C3: the number %s is the same number', (written) => {
  expect(normalizePhone(written)).toBe('6281234567890')
})

test('a foreign number keeps its country', () => {
  expect(normalizePhone('+44 20 7946 0958')).toBe('442079460958')
  expect(normalizePhone('0044 20 7946 0958')).toBe('442079460958')
  expect(normalizePhone('tidak ada')).toBeNull()
})

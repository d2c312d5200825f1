import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMail } from '../../../platform/mail-rules.ts'
import { looksLikeEmail, normalizeEmail, normalizePhone } from './contact.ts'

test.each(['a@b.id', 'Demo.Kenari+x@contoh.co.id', 'péléh@contoh.id', 'a@b.c.museum'])('%s could be an address', (text) => {
  expect(looksLikeEmail(text)).toBe(true)
})

test.each([
  '',
  'a',
  'a@b',
  'a@b.c',
  'a@b.id.',
  'a b@c.id',
  'a@b@c.id',
  'Rina <a@b.id>',
  'a@b.id,c@d.id',
  `${'a'.repeat(65)}@b.id`,
  `a@${'b'.repeat(250)}.id`,
])('%s could not', (text) => expect(looksLikeEmail(text)).toBe(false))

test('whatever looks like an address, the mail adapter takes', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ab.@<>,;:"()[]\\\' \u0000\u200b') })
  const mail = { subject: 's', text: 't', html: 'h', messageId: '<a@b>', locale: 'id' }
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.tuple(letters, letters).map(([a, b]) => `${a}a@b${b}.id`),
      ),
      (to) => {
        fc.pre(looksLikeEmail(to))
        expect(checkMail({ ...mail, to })).toBeNull()
      },
    ),
  )
})

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

import { describe, expect, it } from 'vitest'
import { chooseLanguage, chooseLetter, letters, maskAddress, mayShowContent, mayWriteTo, neverLeaves, readProblem } from '../rules.ts'

describe('who is written to, and what', () => {
  it('C12: an anonymous or unidentified complainant gets no mail', () => {
    expect(mayWriteTo({ anonymous: false, unidentified: false })).toBe(true)
    expect(mayWriteTo({ anonymous: true, unidentified: false })).toBe(false)
    expect(mayWriteTo({ anonymous: false, unidentified: true })).toBe(false)
  })

  it('C12: of a secret or restricted ticket only the receipt and word that there is news go out', () => {
    for (const ticket of [
      { secret: true, restricted: false },
      { secret: false, restricted: true },
    ]) {
      expect(
        new Set(letters.filter((letter) => letter !== 'receipt' && letter !== 'split').map((letter) => chooseLetter(letter, ticket))),
      ).toEqual(new Set(['news']))
      expect(chooseLetter('receipt', ticket)).toBe('receipt')
    }
    expect(chooseLetter('answer', { secret: false, restricted: false })).toBe('answer')
  })

  it('C6: letters are in the language of the report, and in that of the law where there are none in it', () => {
    expect(['id', 'en', 'zh', ''].map(chooseLanguage)).toEqual(['id', 'en', 'id', 'id'])
  })

  it('puts every problem into one of a few kinds', () => {
    const codes = ['smtp_451', 'smtp_550', 'ESOCKET', 'ETIMEDOUT', 'unknown', 'mail_bad_recipient', 'expired', 'unreadable']
    expect(codes.map(readProblem)).toEqual([
      'later',
      'refused',
      'unreachable',
      'unreachable',
      'unreachable',
      'address',
      'expired',
      'unreadable',
    ])
  })

  it('keeps mails to made-up names in the house', () => {
    expect(['a@demo.example', 'a@x.TEST', 'a@example.org', 'a@contoh.go.id'].map(neverLeaves)).toEqual([true, true, false, false])
  })
})

it('L3: an administrator reads no recovery link and, in real use, no letter at all but those to made-up addresses', () => {
  const real = 'orang@surat.go.id'
  expect(mayShowContent({ letter: 'recovery', to: real, production: false })).toBe(false)
  expect(mayShowContent({ letter: 'answer', to: real, production: false })).toBe(true)
  expect(mayShowContent({ letter: 'answer', to: real, production: true })).toBe(false)
  expect(mayShowContent({ letter: 'recovery', to: 'a@demo.example', production: true })).toBe(true)
  expect(maskAddress(real)).toBe('o…@…')
})

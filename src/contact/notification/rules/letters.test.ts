import { describe, expect, it } from 'vitest'
import { checkText, defaultText, type LetterText, letterLanguages, letters } from '../rules.ts'

function check(change: Partial<LetterText>) {
  return checkText('moved', { subject: 'Laporan {number}', body: 'Laporan {number} ada di {office}.\n\nLihat {link}', ...change })
}

describe('texts of letters', () => {
  it('C6: every letter has a text in every language that says all it must', () => {
    for (const letter of letters) {
      for (const language of letterLanguages) {
        const text = defaultText(letter, language)
        expect(text.subject, `${letter} ${language}`).not.toBe('')
        expect(checkText(letter, text), `${letter} ${language}`).toEqual([])
      }
    }
  })

  it('accepts a text with its placeholders in place', () => {
    expect(check({})).toEqual([])
  })

  it('refuses a placeholder that the letter does not know, in subject and body', () => {
    expect(check({ subject: 'Halo {nama}' })).toEqual([{ field: 'subject', code: 'unknown', name: 'nama' }])
    expect(check({ body: '{number} {office} {link} {words}' })).toContainEqual({ field: 'body', code: 'unknown', name: 'words' })
  })

  it('refuses a text that leaves out number, link or what the letter is for', () => {
    expect(check({ body: 'Laporan Anda pindah ke {office}.' })).toEqual([
      { field: 'body', code: 'missing', name: 'number' },
      { field: 'body', code: 'missing', name: 'link' },
    ])
  })

  it('refuses a block inside a sentence or in the subject', () => {
    const subject = 'Laporan {number}: {words}'
    const body = 'Petugas bertanya: {words}\n\n{number} {link}'
    expect(checkText('question', { subject, body })).toEqual([
      { field: 'subject', code: 'misplaced', name: 'words' },
      { field: 'body', code: 'misplaced', name: 'words' },
    ])
  })

  it('refuses stray braces, which would go out as they stand', () => {
    expect(check({ subject: 'Laporan {number' })).toEqual([{ field: 'subject', code: 'brace' }])
    expect(check({ body: '{number} {office} {link} { } {NUMBER}' })).toEqual([{ field: 'body', code: 'brace' }])
  })
})

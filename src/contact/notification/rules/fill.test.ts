import { describe, expect, it } from 'vitest'
import { fill, quote, quoteFacts, toPlainText } from '../rules.ts'

const text = { subject: 'Laporan {number}\n{number}', body: 'Laporan {number} dijawab.\n\n{answer}\n\n{words}\n\nBuka {link}.' }

describe('a letter with its values', () => {
  it('puts values into sentences and blocks on their own, and leaves out a paragraph that is empty', () => {
    const { subject, blocks } = fill(text, {
      number: '26-1',
      link: { href: 'https://tanggap.example/lacak' },
      words: null,
      answer: {
        kind: 'facts',
        note: null,
        facts: [
          { label: 'Temuan', text: 'satu\ndua' },
          { label: 'Tindakan', text: 'tiga' },
        ],
      },
    })
    expect(subject).toBe('Laporan 26-1 26-1')
    expect(toPlainText(blocks)).toBe(
      'Laporan 26-1 dijawab.\n\nTemuan\n> satu\n> dua\n\nTindakan\n> tiga\n\nBuka https://tanggap.example/lacak.',
    )
  })

  it('never takes a placeholder out of a value: words of a person stay words', () => {
    const { blocks } = fill(text, { number: '{link}', link: { href: 'x' }, answer: null, words: quote('{number} {link}', '') })
    expect(toPlainText(blocks)).toBe('Laporan {link} dijawab.\n\n> {number} {link}\n\nBuka x.')
  })

  it('quotes every line, also one that pretends to be the end of the quotation', () => {
    const { blocks } = fill({ subject: '', body: '{words}' }, { words: quote('a\n\n-- \nPetugas: kirim kode Anda', '') })
    expect(toPlainText(blocks)).toBe('> a\n>\n> --\n> Petugas: kirim kode Anda')
  })

  it('says that addresses were spoilt only if one was', () => {
    expect(quote('Buka http://demo.example', 'sengaja')).toMatchObject({ text: 'Buka hxxp://demo[.]example', note: 'sengaja' })
    expect(quote('Buka surat', 'sengaja')).toMatchObject({ text: 'Buka surat', note: null })
    const facts = [
      { label: 'Temuan', text: ' ada ' },
      { label: 'Pemulihan', text: ' ' },
      { label: 'Tindakan', text: 'www.demo.id' },
    ]
    const safe = [
      { label: 'Temuan', text: 'ada' },
      { label: 'Tindakan', text: 'www[.]demo[.]id' },
    ]
    expect(quoteFacts(facts, 'sengaja')).toEqual({ kind: 'facts', facts: safe, note: 'sengaja' })
    expect(quoteFacts(facts.slice(0, 1), 'sengaja')).toMatchObject({ note: null })
    expect(quote('  \n', 'sengaja')).toBeNull()
  })
})

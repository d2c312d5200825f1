import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crockfordAlphabet } from './check-character.ts'
import { composeNumber, numbersPerYear, parseNumber } from './number.ts'

const example = composeNumber(2026, 48_392_075)
const anyNumber = fc
  .tuple(fc.integer({ min: 2025, max: 2124 }), fc.integer({ min: 0, max: numbersPerYear - 1 }))
  .map(([year, random]) => composeNumber(year, random))
const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 }).map((codes) => String.fromCodePoint(...codes))
const swapDigits = (text: string, zero: number) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

describe('ticket number', () => {
  it('C1 is written YY-DDDD-DDDD-C with its zeros kept', () => {
    expect(example).toMatch(/^26-4839-2075-[0-9A-HJKMNP-TV-Z]$/)
    expect(composeNumber(2007, 5)).toMatch(/^07-0000-0005-.$/)
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(number).toMatch(/^\d\d-\d{4}-\d{4}-[0-9A-HJKMNP-TV-Z]$/)
        expect(parseNumber(number)).toEqual({ ok: true, value: number })
      }),
    )
  })

  it.each([
    ['lower case', example.toLowerCase()],
    ['no dashes', example.replaceAll('-', '')],
    ['spaces for dashes', `  ${example.replaceAll('-', ' ')}\n`],
    ['other dashes', example.replaceAll('-', '\u2013')],
    ['minus signs', example.replaceAll('-', '\u2212')],
    ['dots', example.replaceAll('-', '.')],
    ['no-break spaces', example.replaceAll('-', '\u00a0')],
    ['right-to-left marks', `\u200f${example}\u200f`],
    ['isolates and a zero-width space', `\u2068${example}\u2069\u200b`],
    [
      'full-width',
      Array.from(example, (char) => (char === '-' ? char : String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0))).join(''),
    ],
    ['Arabic-Indic digits', swapDigits(example, 0x660)],
    ['Persian digits', swapDigits(example, 0x6f0)],
    ['Bengali digits', swapDigits(example, 0x9e6)],
    ['Burmese digits', swapDigits(example, 0x1040)],
    ['O for 0', example.replaceAll('0', 'O')],
    ['o for 0', example.replaceAll('0', 'o')],
  ])('reads %s', (_manner, typed) => {
    expect(parseNumber(typed)).toEqual({ ok: true, value: example })
  })

  it('reads the letters that the alphabet leaves out, I and L, as 1', () => {
    const ones = composeNumber(2011, 11_111_111)
    expect(parseNumber(ones.replaceAll('1', 'I'))).toEqual({ ok: true, value: ones })
    expect(parseNumber(ones.replaceAll('1', 'l'))).toEqual({ ok: true, value: ones })
  })

  it('C1 catches every wrong digit, exhaustively for a number, then on any', () => {
    const catchesAll = (number: string) => {
      for (let place = 0; place < number.length; place += 1)
        for (const other of crockfordAlphabet) {
          if (number.charAt(place) === '-' || number.charAt(place) === other) continue
          const result = parseNumber(number.slice(0, place) + other + number.slice(place + 1))
          const digitForDigit = place === number.length - 1 || /\d/.test(other)
          expect(result).toEqual({ ok: false, error: digitForDigit ? 'number_mistyped' : 'number_malformed' })
        }
    }
    catchesAll(example)
    fc.assert(fc.property(anyNumber, catchesAll), { numRuns: 50 })
  })

  it('C1 catches every swap of neighbours, also across a dash', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const bare = number.replaceAll('-', '')
        for (let place = 0; place + 1 < bare.length; place += 1) {
          const [one, two] = [bare.charAt(place), bare.charAt(place + 1)]
          if (one === two) continue
          expect(parseNumber(bare.slice(0, place) + two + one + bare.slice(place + 2)).ok).toBe(false)
        }
      }),
    )
  })

  it.each([
    '',
    ' ',
    '-',
    '26',
    '26-4839-2075',
    `${example}0`,
    `1${example}`,
    `AB-4839-2075-H`,
    '26-4839-2075-U',
    '26-4839-2075-!',
    '26/4839/2075/H',
    '\u0000',
    '<script>',
    '\u{1f600}'.repeat(11),
    '\ufdfa',
  ])('calls %j malformed', (typed) => {
    expect(parseNumber(typed)).toEqual({ ok: false, error: 'number_malformed' })
  })

  it('does not fold endless text', () => {
    for (const typed of ['1'.repeat(100_000), '-'.repeat(100_000) + example])
      expect(parseNumber(typed)).toEqual({ ok: false, error: 'number_malformed' })
  })

  it('never throws and gives back only the written form, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const result = parseNumber(typed)
        if (result.ok) expect(parseNumber(result.value)).toEqual(result)
      }),
      { numRuns: 500 },
    )
  })

  it.each([-1, 0.5, Number.NaN, Infinity, numbersPerYear, 1e21])('composes no readable number from %s', (random) => {
    expect(parseNumber(composeNumber(2026, random))).toEqual({ ok: false, error: 'number_malformed' })
  })
})

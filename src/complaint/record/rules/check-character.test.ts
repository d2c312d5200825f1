import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCharacter, crockfordAlphabet, endsWithItsCheck } from './check-character.ts'

const symbol = fc.constantFrom(...crockfordAlphabet)
const symbolsUpTo = (maxLength: number) => fc.array(symbol, { minLength: 1, maxLength }).map((list) => list.join(''))
const value = (char: string) => crockfordAlphabet.indexOf(char)
const xor = (a: string, b: string) => Array.from(a, (char, i) => crockfordAlphabet.charAt(value(char) ^ value(b.charAt(i)))).join('')
const alone = (char: string, place: number, length: number) => '0'.repeat(place) + char + '0'.repeat(length - place - 1)
const nonZero = Array.from(crockfordAlphabet.slice(1))

describe('check character over GF(32)', () => {
  it('knows the 32 symbols of Crockford, without I, L, O and U', () => {
    expect(new Set(crockfordAlphabet).size).toBe(32)
    expect(crockfordAlphabet).not.toMatch(/[ILOU]/)
  })

  it('agrees with powers of g = x modulo x^5 + x^2 + 1 worked out by hand', () => {
    // g^1..g^6 = 2, 4, 8, 16, 5 (x^2 + 1), 10
    expect(['1', '01', '001', '0001', '00001', '000001'].map(checkCharacter)).toEqual(['2', '4', '8', 'G', '5', 'A'])
    expect(checkCharacter('11')).toBe('6')
    expect(checkCharacter('0000')).toBe('0')
  })

  it('is linear, so that single errors and swaps need proof for zero words only', () => {
    const pair = fc.integer({ min: 1, max: 30 }).chain((length) => {
      const word = fc.array(symbol, { minLength: length, maxLength: length }).map((list) => list.join(''))
      return fc.tuple(word, word)
    })
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(checkCharacter(xor(a, b))).toBe(xor(checkCharacter(a), checkCharacter(b)))
      }),
    )
  })

  it('P5 no single error goes unseen: every place of words up to 30 symbols, every difference', () => {
    for (let length = 1; length <= 30; length += 1)
      for (let place = 0; place < length; place += 1)
        for (const difference of nonZero) expect(checkCharacter(alone(difference, place, length))).not.toBe('0')
  })

  it('P5 no exchange of two unlike symbols goes unseen, adjacent or far, the check itself included', () => {
    // By linearity an exchange adds d at both places, seen unless both change the sum alike; the check symbol's own place gives d itself.
    for (const difference of nonZero)
      for (let length = 1; length <= 30; length += 1) {
        const changes = Array.from({ length }, (_, place) => checkCharacter(alone(difference, place, length)))
        expect(new Set([difference, ...changes]).size).toBe(length + 1)
      }
  })

  it('P5 the same on real words, without leaning on linearity', () => {
    fc.assert(
      fc.property(symbolsUpTo(30), fc.nat(), symbol, (symbols, seed, other) => {
        const whole = symbols + checkCharacter(symbols)
        expect(endsWithItsCheck(whole)).toBe(true)
        const place = seed % whole.length
        if (whole.charAt(place) !== other) expect(endsWithItsCheck(whole.slice(0, place) + other + whole.slice(place + 1))).toBe(false)
        const next = (place + 1) % whole.length
        if (next > place && whole.charAt(place) !== whole.charAt(next))
          expect(endsWithItsCheck(whole.slice(0, place) + whole.charAt(next) + whole.charAt(place) + whole.slice(next + 1))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses a lone symbol and knows no check for a foreign one', () => {
    expect(endsWithItsCheck('')).toBe(false)
    expect(endsWithItsCheck('0')).toBe(false)
    expect(checkCharacter('12U')).toBe('')
    expect(checkCharacter('a')).toBe('')
    expect(endsWithItsCheck('U0')).toBe(false)
    expect(endsWithItsCheck('0U')).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessCodeSymbols, composeAccessCode, parseAccessCode } from './access-code.ts'
import { crockfordAlphabet } from './check-character.ts'

const bytes = fc.uint8Array({ minLength: accessCodeSymbols, maxLength: 32 })
const anyCode = bytes.map(composeAccessCode)
const ascending = composeAccessCode(Uint8Array.from({ length: 19 }, (_, i) => i))

describe('access code', () => {
  it('is written in five groups of four', () => {
    expect(ascending).toMatch(/^0123-4567-89AB-CDEF-GHJ.$/)
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(parseAccessCode(code)).toEqual({ ok: true, value: code })
      }),
    )
  })

  it('P5 holds 95 random bits: five of every byte, each telling', () => {
    expect(accessCodeSymbols * 5).toBeGreaterThanOrEqual(80)
    fc.assert(
      fc.property(bytes, fc.nat({ max: 18 }), fc.nat({ max: 4 }), (random, place, bit) => {
        const other = Uint8Array.from(random)
        other[place] = (other[place] ?? 0) ^ (1 << bit)
        expect(composeAccessCode(other)).not.toBe(composeAccessCode(random))
      }),
    )
    // Every symbol is equally likely: 256 is a multiple of 32.
    const seen = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const first = composeAccessCode(new Uint8Array(19).fill(byte)).charAt(0)
      seen.set(first, (seen.get(first) ?? 0) + 1)
    }
    expect([...seen.values()]).toEqual(Array.from({ length: 32 }, () => 8))
  })

  it('P5 catches every single wrong character', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let place = 0; place < code.length; place += 1)
          for (const other of crockfordAlphabet) {
            if (code.charAt(place) === '-' || code.charAt(place) === other) continue
            expect(parseAccessCode(code.slice(0, place) + other + code.slice(place + 1))).toEqual({ ok: false, error: 'code_mistyped' })
          }
      }),
      { numRuns: 30 },
    )
  })

  it('P5 catches every swap of neighbours, also across a dash and with the check character', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const bare = code.replaceAll('-', '')
        for (let place = 0; place + 1 < bare.length; place += 1) {
          const [one, two] = [bare.charAt(place), bare.charAt(place + 1)]
          if (one !== two)
            expect(parseAccessCode(bare.slice(0, place) + two + one + bare.slice(place + 2))).toEqual({ ok: false, error: 'code_mistyped' })
        }
      }),
    )
  })

  it('reads what people type for it', () => {
    const code = composeAccessCode(Uint8Array.from({ length: 19 }, (_, i) => (i % 2 ? 1 : 0)))
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' '),
      ` ${code}\t`,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      code.replaceAll('0', 'o').replaceAll('1', 'I'),
      code.replaceAll('0', '\uff10').replaceAll('1', '\uff11'),
      code.replaceAll('0', '\u0660').replaceAll('1', '\u0661'),
      code.replaceAll('0', '\u06f0').replaceAll('1', '\u06f1'),
      `\u200e${code}\u200e`,
    ])
      expect(parseAccessCode(typed)).toEqual({ ok: true, value: code })
  })

  it.each(['', ascending.slice(0, -1), `${ascending}0`, ascending.replace('0', 'U'), ascending.replace('0', '*'), '26-4839-2075-H'])(
    'calls %j malformed',
    (typed) => {
      expect(parseAccessCode(typed)).toEqual({ ok: false, error: 'code_malformed' })
    },
  )

  it('does not fold endless text', () => {
    expect(parseAccessCode('x'.repeat(100_000))).toEqual({ ok: false, error: 'code_malformed' })
  })

  it('P5 composes no readable code from too little randomness', () => {
    for (let length = 0; length < accessCodeSymbols; length += 1)
      expect(parseAccessCode(composeAccessCode(new Uint8Array(length)))).toEqual({ ok: false, error: 'code_malformed' })
  })
})

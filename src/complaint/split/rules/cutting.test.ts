import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCutFrom } from './cutting.ts'

const story = 'Paspor saya terlambat tiga minggu, dan petugas di loket 4 meminta uang. Tolong diperiksa!'

describe('K3: the words of a part', () => {
  it('of any text, whatever words are left out, the rest is cut from it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.boolean())), (words) => {
        const whole = words.map(([word]) => word).join(' ')
        const rest = words.filter(([, kept]) => kept).map(([word]) => word)
        expect(isCutFrom(rest.join(' '), whole)).toBe(true)
        expect(isCutFrom([...rest, 'UANG'].join(' '), whole)).toBe(false)
      }),
    )
  })

  it.each([
    ['Petugas di loket 4 meminta uang.', true],
    ['paspor saya terlambat tiga minggu. Tolong diperiksa', true],
    ['… petugas (di loket 4) meminta uang …', true],
    [story, true],
    ['Petugas di loket 5 meminta uang.', false],
    ['uang meminta petugas', false],
    ['Petugas di loket 4 meminta banyak uang.', false],
  ])('%s: %s', (part, expected) => {
    expect(isCutFrom(part, story)).toBe(expected)
  })

  it('a sentence without spaces can be cut, and not added to', () => {
    expect(isCutFrom('工作人员要钱', '我的护照晚了，窗口的工作人员要钱。')).toBe(true)
    expect(isCutFrom('工作人员没要钱', '我的护照晚了，窗口的工作人员要钱。')).toBe(false)
  })

  it('nothing is cut from anything', () => {
    expect(isCutFrom('', story)).toBe(true)
  })
})

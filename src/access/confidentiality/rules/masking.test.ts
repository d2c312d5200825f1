import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskIdentity } from './masking.ts'

describe('C12: a name is covered where it stands in the text', () => {
  it('however it is written, with its contact', () => {
    const text = 'Saya KENANGA  Demo, kenanga@contoh.example, 0812-3456. Tolong.'
    expect(maskIdentity(text, ['Kenanga Demo', 'kenanga@contoh.example', '0812-3456'])).toBe('Saya █████, █████, █████. Tolong.')
    expect(maskIdentity('Apa (adanya)?', ['', ' ', 'a', '(adanya)'])).toBe('Apa █████?')
  })

  it('whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), (name) => {
        fc.pre(name.trim().length > 2 && !/\s/.test(name.trim()) && !'█'.includes(name.trim()))
        expect(maskIdentity(`Saya ${name.trim()}.`, [name])).not.toContain(name.trim())
      }),
    )
  })
})

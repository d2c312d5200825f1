import { describe, expect, it } from 'vitest'
import { isDrawable } from './drawable.ts'

describe('what is taken out of the console', () => {
  it.each([
    ['Paspor saya “terlambat” – 3×', true],
    ['护照迟到', true],
    ['جواز السفر', false],
    ['Rp 1.000 ☎', true],
    ['ไทย', false],
  ])('%s can be drawn: %s', (text, fits) => {
    expect(isDrawable(text)).toBe(fits)
  })
})

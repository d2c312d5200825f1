import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endingOf, safeName } from './safe-name.ts'

describe('safeName', () => {
  it.each([
    ['../../x', 'x'],
    ['..\\..\\windows\\win.ini', 'win.ini'],
    ['/etc/passwd', 'passwd'],
    ['C:\\Users\\demo\\foto.jpg', 'foto.jpg'],
    ['..', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['folder/', 'file'],
    ['.jpg', 'file.jpg'],
    ['...jpg', 'file.jpg'],
    ['foto.jpg. . ', 'foto.jpg'],
  ])('U1 takes the path out of %j', (given, expected) => {
    expect(safeName(given)).toBe(expected)
  })

  it.each([
    ['CON', '_CON'],
    ['con.pdf', '_con.pdf'],
    ['CON .pdf', '_CON.pdf'],
    ['Aux.foto.jpg', '_Aux.foto.jpg'],
    ['COM1.png', '_COM1.png'],
    ['lpt9', '_lpt9'],
    ['console.pdf', 'console.pdf'],
    ['com10.png', 'com10.png'],
  ])('U1 keeps Windows devices from opening: %j', (given, expected) => {
    expect(safeName(given)).toBe(expected)
  })

  it.each([
    ['foto\u202egpj.exe', 'fotogpj.exe'],
    ['fo\u200bto\u200d.jpg\ufeff', 'foto.jpg'],
    ['foto.jpg\u0000.exe', 'foto.jpg.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie- x.pdf'],
    ['a\ud800b.pdf', 'ab.pdf'],
    ['<b>"x"|?*.png', '-b--x----.png'],
    ['\u202e\u200b', 'file'],
  ])('U1 removes what nobody sees or files cannot bear: %j', (given, expected) => {
    expect(safeName(given)).toBe(expected)
  })

  it('U1 keeps the letters of every script, composed', () => {
    for (const name of ['Surat keterangan – Jakarta.pdf', 'शिकायत.pdf', 'شكوى.jpg', '投诉信.png', 'ꦱꦸꦫꦠ꧀.pdf', '📷 foto.jpg'])
      expect(safeName(name)).toBe(name)
    expect(safeName('Cafe\u0301.pdf')).toBe('Café.pdf')
  })

  it('U1 shortens a name of 300 characters and keeps its ending', () => {
    const long = safeName(`${'a'.repeat(296)}.pdf`)
    expect(long).toHaveLength(120)
    expect(long).toMatch(/^a{116}\.pdf$/)
    expect(safeName('b'.repeat(300))).toHaveLength(120)
    expect(safeName(`x.${'c'.repeat(300)}`)).toHaveLength(120)
  })

  it('U1 never cuts through a visible character', () => {
    const family = '\u{1f469}\u{1f3fd}'
    expect(safeName(`${family.repeat(80)}.png`)).toBe(`${family.repeat(29)}.png`)
    expect(safeName(`a${'\u0301'.repeat(400)}.png`)).toBe('file.png')
  })

  it('U1 gives a harmless name for any text, and the same for that name again', () => {
    const parts = fc.constantFrom(
      '..',
      '/',
      '\\',
      '.',
      ' ',
      'CON',
      '\u202e',
      '\u0000',
      'é',
      'e\u0301',
      '\ud83d',
      'a'.repeat(60),
      '.jpg',
      ':',
      '\u200b',
      '\u00a0',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(parts, { maxLength: 12 }).map((each) => each.join('')),
        ),
        (given) => {
          const name = safeName(given)
          expect(name).not.toBe('')
          expect(name.length).toBeLessThanOrEqual(120)
          expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\<>:"|?*]|^[. ]|[. ]$/u)
          expect(name).toBe(name.normalize('NFC'))
          expect(safeName(name)).toBe(name)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('U1 reads the ending a person would see', () => {
    expect(endingOf('FOTO.JPG')).toBe('jpg')
    expect(endingOf('foto\u202egpj.exe')).toBe('exe')
    expect(endingOf('foto.jpg ')).toBe('jpg')
    expect(endingOf('foto')).toBeNull()
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeTitle } from './title.ts'

test('a title is the first sentence of the report', () => {
  expect(composeTitle('Paspor anak saya terlambat tiga minggu. Saya sudah tiga kali datang.')).toBe(
    'Paspor anak saya terlambat tiga minggu',
  )
  expect(composeTitle('Kenapa kuota selalu habis? Sejak Mei begitu.')).toBe('Kenapa kuota selalu habis?')
})

test('a greeting is no title, and a report that is only a greeting keeps it', () => {
  expect(composeTitle('Selamat pagi. Petugas di loket 4 membentak ibu saya. Kami malu.')).toBe('Petugas di loket 4 membentak ibu saya')
  expect(composeTitle('Assalamualaikum, mohon maaf sebelumnya. kuota selalu habis setiap Jumat.')).toBe('Kuota selalu habis setiap Jumat')
  expect(composeTitle('Yth. Bapak Kepala Kantor,\n\nSaya ingin melapor soal antrean')).toBe('Saya ingin melapor soal antrean')
  expect(composeTitle('Good morning, my visa is late')).toBe('My visa is late')
  expect(composeTitle('Halo. Paspor?')).toBe('Halo. Paspor?')
  expect(composeTitle('Selamat pagi')).toBe('Selamat pagi')
})

test('a long sentence is cut between words', () => {
  const text =
    'Saya datang ke kantor imigrasi pada pagi hari dan menunggu sampai sore tanpa ada seorang pun yang memberi tahu kapan giliran saya'
  expect(composeTitle(text)).toBe('Saya datang ke kantor imigrasi pada pagi hari dan menunggu sampai sore tanpa ada seorang…')
})

test('U1: any text gives a title of one line and at most 90 characters, never half a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).filter((text) => text.trim() !== ''),
      (text) => {
        const title = composeTitle(text)
        expect(Array.from(title).length).toBeLessThanOrEqual(90)
        expect(title).not.toMatch(/[\r\n]/)
        expect(title.isWellFormed()).toBe(text.isWellFormed())
        expect(title.trim()).not.toBe('')
      },
    ),
  )
})

import { Document } from 'mupdf'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { writeZip } from './zip.ts'

const at = new Date('2026-11-24T03:00:00Z')

test('a ZIP file is read by another program: each picture in it is a page of a comic book', async () => {
  const draw = (width: number, height: number): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: '#0b2447' } })
      .withMetadata({ density: 72 })
      .png()
      .toBuffer()
  const zip = writeZip(
    [
      { name: 'laporan.json', bytes: Buffer.from('{}') },
      { name: 'berkas/01 bükti.png', bytes: await draw(30, 20) },
      { name: 'berkas/02 foto.png', bytes: await draw(10, 40) },
    ],
    at,
  )
  const book = Document.openDocument(zip, 'application/vnd.comicbook+zip')
  expect(book.countPages()).toBe(2)
  const shapes = [0, 1].map((place) => book.loadPage(place).getBounds().map(Math.round))
  expect(shapes.map(([left = 0, top = 0, right = 0, bottom = 0]) => (right - left) / (bottom - top))).toEqual([1.5, 0.25])
})

test('an empty one is a ZIP file too', () => {
  expect(writeZip([], at)).toHaveLength(22)
})

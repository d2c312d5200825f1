import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import * as build from '../../../test/files.ts'
import { cleanFile } from './clean.ts'
import type { AllowedType } from './types.ts'

async function clean(bytes: Uint8Array, type: AllowedType): Promise<Buffer> {
  const cleaned = await cleanFile(bytes, type)
  if (!cleaned.ok) throw new Error(cleaned.error)
  expect(cleaned.value.type).toBe(type)
  return cleaned.value.bytes
}

describe('the copy of a picture', () => {
  it('U4 C7 has no place, person, camera or colour profile any more, and stands upright', async () => {
    const photo = await build.buildPhoto(64, 32)
    const before = await sharp(photo).metadata()
    expect(photo.includes('Demo Phone')).toBe(true)
    expect(photo.includes(build.demoAuthor)).toBe(true)
    expect(before).toMatchObject({ orientation: 6, width: 64, height: 32 })
    expect(readGps(before.exif)).toBe(true)

    const copy = await clean(photo, 'image/jpeg')
    const after = await sharp(copy).metadata()
    expect(after).toMatchObject({ format: 'jpeg', space: 'srgb', width: 32, height: 64 })
    for (const part of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const) expect(after[part], part).toBeUndefined()
    expect(readGps(copy)).toBe(false)
    for (const word of [build.demoAuthor, 'Demo Phone', 'Exif', 'xmpmeta']) expect(copy.includes(word), word).toBe(false)
  })

  it('U4 keeps PNG and WebP what they are, without their author', async () => {
    for (const [type, original] of [
      ['image/png', await build.buildPng()],
      ['image/webp', await build.buildWebp()],
    ] as const) {
      expect(original.includes(build.demoAuthor)).toBe(true)
      const copy = await clean(original, type)
      expect(copy.includes(build.demoAuthor)).toBe(false)
      expect(`image/${(await sharp(copy).metadata()).format}`).toBe(type)
    }
  })

  it('U4 keeps see-through parts of a PNG', async () => {
    const glass = await sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer()
    expect((await sharp(await clean(glass, 'image/png')).metadata()).hasAlpha).toBe(true)
  })

  it('C7 is at most 4096 pixels a side, and a smaller one keeps its size', async () => {
    expect(await sharp(await clean(await build.buildJpeg(5000, 1000), 'image/jpeg')).metadata()).toMatchObject({ width: 4096, height: 819 })
    expect(await sharp(await clean(await build.buildJpeg(300, 200), 'image/jpeg')).metadata()).toMatchObject({ width: 300, height: 200 })
  })

  it('C7 shows the same picture', async () => {
    const copy = await clean(await build.buildJpeg(), 'image/jpeg')
    const { dominant } = await sharp(copy).stats()
    expect(Math.abs(dominant.r - 180) + Math.abs(dominant.g - 40) + Math.abs(dominant.b - 40)).toBeLessThan(40)
  })

  it('U1 is not made from a broken or giant one', async () => {
    const noise = await build.buildNoise('jpeg')
    expect(await cleanFile(noise.subarray(0, 9000), 'image/jpeg')).toEqual({ ok: false, error: 'file_unreadable' })
    expect(await cleanFile(build.buildHugePng(), 'image/png')).toEqual({ ok: false, error: 'file_unreadable' })
    expect(await cleanFile(Buffer.alloc(0), 'image/png')).toEqual({ ok: false, error: 'file_empty' })
  })
})

describe('the copy of a PDF', () => {
  it('U4 names no author: not in the information, XMP, comments or an earlier revision', async () => {
    const original = build.buildSignedByAuthorPdf()
    expect(original.toString('latin1').split(build.demoAuthor)).toHaveLength(5)
    const copy = (await clean(original, 'application/pdf')).toString('latin1')
    for (const word of [build.demoAuthor, Buffer.from(build.demoAuthor).toString('hex'), 'Demo Writer', 'xmpmeta', 'D:2026'])
      expect(copy, word).not.toContain(word)
    expect(copy).toContain('Surat keterangan')
    expect(copy).toContain('catatan')
  })

  it('U4 keeps the names of form fields', async () => {
    const form = build.buildPdf({
      catalog: '/AcroForm<</Fields[5 0 R]>>',
      page: '/Annots[5 0 R]',
      objects: ['<</Type/Annot/Subtype/Widget/FT/Tx/T(nama_pelapor)/V(isi)/Rect[10 10 90 30]>>'],
    })
    expect((await clean(form, 'application/pdf')).toString('latin1')).toContain('nama_pelapor')
  })

  it('U4 C7 has no place or camera in the photos inside it, however they are wrapped', async () => {
    const photo = await build.buildPhoto()
    const wrapped = [
      ['/DCTDecode', photo],
      ['[/DCTDecode]/DecodeParms[<</ColorTransform 1>>]', photo],
      ['[/FlateDecode/DCTDecode]', deflateSync(photo)],
      ['[/FlateDecode/DCTDecode]/DecodeParms[null<</ColorTransform 1>>]', deflateSync(photo)],
      ['[/ASCIIHexDecode/DCTDecode]', Buffer.from(`${photo.toString('hex')}>`)],
    ] as const
    for (const [filter, content] of wrapped) {
      const picture = build.buildStream(
        `/Type/XObject/Subtype/Image/Width 64/Height 32/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter${filter}`,
        content,
      )
      const copy = await clean(build.buildPdf({ page: '/Shown 5 0 R', objects: [picture] }), 'application/pdf')
      for (const word of [build.demoAuthor, 'Demo Phone', 'Exif', 'xmpmeta']) expect(copy.includes(word), `${filter} ${word}`).toBe(false)
      const start = copy.indexOf(Buffer.from([0xff, 0xd8, 0xff]))
      expect(await sharp(copy.subarray(start, copy.indexOf('endstream', start))).metadata()).toMatchObject({
        format: 'jpeg',
        width: 64,
        height: 32,
      })
      if (filter.includes('ColorTransform')) expect(copy.toString('latin1')).toContain('/ColorTransform 1')
    }
  })

  it('U4 is readable without the password that only forbade printing', async () => {
    const copy = await clean(await build.buildLockedPdf(''), 'application/pdf')
    expect(copy.toString('latin1')).not.toContain('/Encrypt')
    expect(copy.toString('latin1')).toContain('Surat keterangan')
  })

  it('U1 is not made from one that can do more than be read', async () => {
    const scripted = build.buildPdf({ catalog: '/OpenAction 5 0 R', objects: ['<</S/JavaScript/JS(app.alert(1))>>'] })
    expect(await cleanFile(scripted, 'application/pdf')).toEqual({ ok: false, error: 'file_dangerous' })
  })
})

/** The tag 0x8825 of the first directory points to the place, in either byte order. */
function readGps(bytes: Buffer | undefined): boolean {
  return (
    bytes !== undefined && (bytes.includes(Buffer.from([0x88, 0x25, 0x00, 0x04])) || bytes.includes(Buffer.from([0x25, 0x88, 0x04, 0x00])))
  )
}

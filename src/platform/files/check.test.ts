import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as build from '../../../test/files.ts'
import { checkFile } from './check.ts'

async function problemOf(bytes: Uint8Array, name: string): Promise<string> {
  const checked = await checkFile(bytes, name)
  return checked.ok ? checked.value.type : checked.error
}

const script = '<</S/JavaScript/JS(app.alert(1))>>'

describe('a file that may be kept', () => {
  it('U1 is known by its content, and its ending must say the same', async () => {
    const kinds = [
      ['image/jpeg', await build.buildJpeg(), ['a.jpg', 'a.JPEG', 'a.jfif'], 'jpg'],
      ['image/png', await build.buildPng(), ['a.png'], 'png'],
      ['image/webp', await build.buildWebp(), ['a.webp'], 'webp'],
      ['application/pdf', build.buildPdf(), ['a.pdf'], 'pdf'],
    ] as const
    const all = ['a.jpg', 'a.png', 'a.webp', 'a.pdf', 'a.exe', 'a.jpg.html', 'a\u202egpj.exe']
    for (const [type, bytes, names, extension] of kinds) {
      for (const name of [...names, 'no ending'])
        expect(await checkFile(bytes, name), `${type} ${name}`).toEqual({ ok: true, value: { type, extension } })
      for (const name of all.filter((each) => !(names as readonly string[]).includes(each)))
        expect(await problemOf(bytes, name), `${type} ${name}`).toBe('file_name_disagrees')
    }
  })

  it('U1 is checked the same from the disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tanggap-check-'))
    await writeFile(join(folder, 'x'), await build.buildJpeg())
    await writeFile(join(folder, 'empty'), '')
    expect(await checkFile(join(folder, 'x'), 'a.jpg')).toMatchObject({ ok: true })
    expect(await checkFile(join(folder, 'empty'), 'a.jpg')).toEqual({ ok: false, error: 'file_empty' })
    expect(await checkFile(join(folder, 'x'), 'a.jpg', 10)).toEqual({ ok: false, error: 'file_too_large' })
    await rm(folder, { recursive: true })
  })

  it('C7 is within the limit of 10 MB to the byte', async () => {
    const jpeg = await build.buildJpeg()
    const padded = Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024 - jpeg.length)])
    expect(await problemOf(padded, 'a.jpg')).toBe('image/jpeg')
    expect(await problemOf(Buffer.concat([padded, Buffer.alloc(1)]), 'a.jpg')).toBe('file_too_large')
  })
})

describe('a file that is refused', () => {
  it.each([
    ['of 0 bytes', () => Buffer.alloc(0), 'a.jpg', 'file_empty'],
    ['HTML renamed .jpg', () => build.htmlPage, 'a.jpg', 'file_type_not_allowed'],
    ['SVG with a script', () => build.svgWithScript, 'a.svg', 'file_type_not_allowed'],
    ['SVG with a script renamed .png', () => build.svgWithScript, 'a.png', 'file_type_not_allowed'],
    ['a document with a macro', build.buildMacroDocument, 'a.docm', 'file_type_not_allowed'],
    ['a document with a macro renamed .pdf', build.buildMacroDocument, 'a.pdf', 'file_type_not_allowed'],
    ['a program renamed .jpg', () => Buffer.from('MZ\x90\x00'.padEnd(600, '\0'), 'latin1'), 'a.jpg', 'file_type_not_allowed'],
    ['plain text', () => Buffer.from('halo'), 'a.pdf', 'file_type_not_allowed'],
    ['a PDF behind HTML', build.buildPdfBehindHtml, 'a.pdf', 'file_dangerous'],
    ['HTML right behind the PDF header', build.buildPdfBeforeHtml, 'a.pdf', 'file_dangerous'],
    ['a PDF behind one byte', () => Buffer.concat([Buffer.from('x'), build.buildPdf()]), 'a.pdf', 'file_dangerous'],
    ['a PDF header and nothing more', () => Buffer.from('%PDF-1.7\n'), 'a.pdf', 'file_unreadable'],
    [
      'a PDF without pages',
      () => Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>'),
      'a.pdf',
      'file_unreadable',
    ],
    ['a picture of 50,000 x 50,000 pixels', build.buildHugePng, 'a.png', 'file_too_many_pixels'],
  ] as const)('U1 %s', async (_what, make, name, problem) => {
    expect(await problemOf(make(), name)).toBe(problem)
  })

  it('U1 a JPEG that begins like a page', async () => {
    const jpeg = await build.buildJpeg()
    const comment = Buffer.from('\xff\xfe\x00\x1c<script>alert(1)</script> ', 'latin1')
    expect(await problemOf(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]), 'a.jpg')).toBe('file_dangerous')
  })

  it('U1 a zip bomb of 1 GB in 1 MB, without unpacking it', async () => {
    const bomb = build.buildZipBomb()
    expect(bomb.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage().rss
    for (const name of ['a.zip', 'a.jpg', 'a.pdf']) expect(await problemOf(bomb, name)).toBe('file_type_not_allowed')
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })

  it('U1 a picture that is cut off anywhere', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const whole = await build.buildNoise(format)
      expect(await problemOf(whole, `a.${format}`)).toBe(`image/${format}`)
      for (const share of [0.2, 0.5, 0.98])
        expect(await problemOf(whole.subarray(0, whole.length * share), `a.${format}`), `${format} ${share}`).toBe('file_unreadable')
    }
  })
})

describe('a PDF that can do more than be read', () => {
  const embedded = ['<</Type/Filespec/F(x.exe)/EF<</F 6 0 R>>>>', build.buildStream('/Type/EmbeddedFile', Buffer.from('MZ'))]
  it.each([
    ['a script at opening', build.buildPdf({ catalog: '/OpenAction 5 0 R', objects: [script] })],
    [
      'a script with an escaped name',
      build.buildPdf({ catalog: '/OpenAction 5 0 R', objects: ['<</S/J#61vaScript/J#53(app.alert(1))>>'] }),
    ],
    ['a script on the page', build.buildPdf({ page: '/AA<</O 5 0 R>>', objects: [script] })],
    ['a script by name', build.buildPdf({ catalog: '/Names<</JavaScript<</Names[(a)5 0 R]>>>>', objects: [script] })],
    ['a script inside a compressed object stream', build.buildPackedPdf('/OpenAction 5 0 R', script)],
    ['a program to start', build.buildPdf({ catalog: '/OpenAction 5 0 R', objects: ['<</S/Launch/F(cmd.exe)>>'] })],
    ['a form that sends itself', build.buildPdf({ page: '/AA<</O 5 0 R>>', objects: ['<</S/SubmitForm/F(https://example.org)>>'] })],
    [
      'a link into a file elsewhere',
      build.buildPdf({ catalog: '/OpenAction 5 0 R', objects: ['<</S/GoToR/F(//example.org/x.pdf)/D[0/Fit]>>'] }),
    ],
    ['an embedded file', build.buildPdf({ catalog: '/Names<</EmbeddedFiles<</Names[(x)5 0 R]>>>>', objects: embedded })],
    [
      'an attached file on the page',
      build.buildPdf({ page: '/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 5 0 R>>]', objects: embedded }),
    ],
    ['a form in XFA', build.buildPdf({ catalog: '/AcroForm<</XFA(x)/Fields[]>>' })],
    ['a stream kept in another file', build.buildPdf({ page: '/X 5 0 R', objects: [build.buildStream('/F(other.bin)', Buffer.alloc(0))] })],
  ])('U1 is refused for %s', async (_what, pdf) => {
    expect(await problemOf(pdf, 'a.pdf')).toBe('file_dangerous')
  })

  it('U1 is accepted with links, packed objects, and words that only look like scripts', async () => {
    const harmless = build.buildPdf({
      page: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://imigrasi.go.id)>>>>]',
      objects: ['(this text says /JavaScript and /Launch)'],
      catalog: '/OpenAction[3 0 R/Fit]/Note 5 0 R',
    })
    expect(await problemOf(harmless, 'a.pdf')).toBe('application/pdf')
    expect(await problemOf(build.buildPackedPdf('', 'null'), 'a.pdf')).toBe('application/pdf')
  })

  it('U1 is refused when it asks for a password, not when it only forbids printing', async () => {
    expect(await problemOf(await build.buildLockedPdf('secret'), 'a.pdf')).toBe('file_locked')
    expect(await problemOf(await build.buildLockedPdf(''), 'a.pdf')).toBe('application/pdf')
  })

  it('U1 made to overwhelm its reader is given up, and the service lives on', async () => {
    const nested = build.buildPdf({ catalog: '/X 5 0 R', objects: ['['.repeat(500_000) + ']'.repeat(500_000)] })
    expect(await problemOf(nested, 'a.pdf')).toBe('application/pdf')
    const countless = build.buildPdf({ catalog: '/X 5 0 R', objects: [`[${'1 '.repeat(1_010_000)}]`] })
    expect(await problemOf(countless, 'a.pdf')).toBe('file_unreadable')
  }, 30_000)
})

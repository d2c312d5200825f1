import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/**
 * Files made in code, good and hostile, so that no binary file lies in the repository. The hostile ones are those of acceptance U1.
 */

/** A name in the metadata that must never come out again. */
export const demoAuthor = 'Demo Siti'

function paint(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r: 180, g: 40, b: 40 } } })
}

/** A photo as a phone makes it: camera, author, place on earth, XMP and a colour profile; stored lying, to be shown upright. */
export function buildPhoto(width = 64, height = 32): Promise<Buffer> {
  return paint(width, height)
    .jpeg()
    .withIccProfile('p3')
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description dc:creator="${demoAuthor}"/></rdf:RDF></x:xmpmeta>`,
    )
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Demo Phone', Artist: demoAuthor },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 10/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 49/1 0/1' },
    })
    .toBuffer()
}

export function buildJpeg(width = 16, height = 16): Promise<Buffer> {
  return paint(width, height).jpeg().toBuffer()
}

export function buildPng(width = 16, height = 16): Promise<Buffer> {
  return paint(width, height)
    .png()
    .withExif({ IFD0: { Artist: demoAuthor } })
    .toBuffer()
}

export function buildWebp(width = 16, height = 16): Promise<Buffer> {
  return paint(width, height)
    .webp()
    .withExif({ IFD0: { Artist: demoAuthor } })
    .toBuffer()
}

/** Noise does not compress: such a picture is long enough to be cut off in its middle. */
export function buildNoise(format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  return sharp({ create: { width: 200, height: 200, channels: 3, background: 'white', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
    .toFormat(format)
    .toBuffer()
}

/** A PNG of a few hundred bytes that says it has 50,000 × 50,000 pixels. */
export function buildHugePng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(50_000, 0)
  header.writeUInt32BE(50_000, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

type PdfPart = string | Buffer

/** One indirect object that is a stream; `entries` go into its dictionary. */
export function buildStream(entries: string, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`<<${entries}/Length ${content.length}>>\nstream\n`), content, Buffer.from('\nendstream')])
}

export type PdfChange = {
  /** Added to the catalog, such as `/OpenAction 5 0 R`. */
  readonly catalog?: string
  /** Added to the page. */
  readonly page?: string
  /** Objects 5, 6, … */
  readonly objects?: readonly PdfPart[]
  readonly trailer?: string
}

/** A correct PDF of one page, written by hand so that anything can be put into it. Objects 1 to 4 are catalog, pages, page and content. */
export function buildPdf(change: PdfChange = {}): Buffer {
  const parts: PdfPart[] = [
    `<</Type/Catalog/Pages 2 0 R${change.catalog ?? ''}>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R${change.page ?? ''}>>`,
    buildStream('', Buffer.from('BT /F1 18 Tf 20 200 Td (Surat keterangan) Tj ET')),
    ...(change.objects ?? []),
  ]
  const pieces = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = pieces[0]?.length ?? 0
  for (const [index, part] of parts.entries()) {
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(part), Buffer.from('\nendobj\n')])
    offsets.push(length)
    pieces.push(piece)
    length += piece.length
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pieces.push(
    Buffer.from(
      `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${parts.length + 1}/Root 1 0 R${change.trailer ?? ''}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(pieces)
}

/** A PDF that names its author in the document information, in XMP, in a comment and in an earlier revision. */
export function buildSignedByAuthorPdf(): Buffer {
  return buildPdf({
    catalog: '/Metadata 6 0 R',
    page: '/Annots[7 0 R]',
    objects: [
      `<</Author(${demoAuthor})/Creator(Demo Writer)/CreationDate(D:20261124)>>`,
      buildStream('/Type/Metadata/Subtype/XML', Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${demoAuthor}</x:xmpmeta>`)),
      `<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(catatan)/T(${demoAuthor})/M(D:20261124)>>`,
      `<</Note(${demoAuthor} from a revision nobody refers to)>>`,
    ],
    trailer: `/Info 5 0 R/ID[<${Buffer.from(demoAuthor).toString('hex')}><00>]`,
  })
}

/** The same objects packed into a compressed object stream, where no search over the bytes finds them. */
export function buildPackedPdf(catalog: string, object5: string): Buffer {
  const plain = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>',
    'null',
    object5,
  ]
  let at = 0
  const index = plain.map((each, n) => {
    const entry = `${n + 1} ${at}`
    at += each.length + 1
    return entry
  })
  const first = `${index.join(' ')} `
  const packed = deflateSync(Buffer.from(`${first}${plain.join('\n')}`))
  const head = Buffer.from('%PDF-1.7\n')
  const six = Buffer.concat([
    Buffer.from('6 0 obj\n'),
    buildStream(`/Type/ObjStm/N 5/First ${first.length}/Filter/FlateDecode`, packed),
    Buffer.from('\nendobj\n'),
  ])
  const table = head.length + six.length
  const row = (type: number, a: number, b: number) => Buffer.from([type, (a >> 24) & 255, (a >> 16) & 255, (a >> 8) & 255, a & 255, 0, b])
  const rows = [row(0, 0, 0), ...plain.map((_, n) => row(2, 6, n)), row(1, head.length, 0), row(1, table, 0)]
  const seven = Buffer.concat([
    Buffer.from('7 0 obj\n'),
    buildStream('/Type/XRef/Size 8/W[1 4 2]/Root 1 0 R', Buffer.concat(rows)),
    Buffer.from(`\nendobj\nstartxref\n${table}\n%%EOF\n`),
  ])
  return Buffer.concat([head, six, seven])
}

/** Valid PDF for a reader that searches for the header, a web page for a browser that guesses. */
export function buildPdfBehindHtml(): Buffer {
  return Buffer.concat([Buffer.from('<html><script>alert(1)</script></html>\n'), buildPdf()])
}

/** The other way round: PDF at once, and a page right behind the header. */
export function buildPdfBeforeHtml(): Buffer {
  const pdf = buildPdf()
  return Buffer.concat([pdf.subarray(0, 9), Buffer.from('%<html><script>alert(1)</script></html>\n'), pdf.subarray(9)])
}

type ZipEntry = { readonly name: string; readonly packed: Buffer; readonly size: number; readonly sum: number }

function buildZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, packed, size, sum } of entries) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(sum, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, Buffer.from(name)]))
    bodies.push(body)
    offset += body.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(
    directory.reduce((sum, each) => sum + each.length, 0),
    8,
  )
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

function pack(name: string, text: string): ZipEntry {
  return { name, packed: deflateRawSync(text), size: Buffer.byteLength(text), sum: crc32(text) }
}

/** A word processor document with a macro, as far as anybody looks at it. */
export function buildMacroDocument(): Buffer {
  return buildZip([
    pack(
      '[Content_Types].xml',
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    ),
    pack('word/document.xml', '<w:document/>'),
    pack('word/vbaProject.bin', 'Sub AutoOpen()'),
  ])
}

/** One gigabyte of nothing in one megabyte, in the entry that type detectors like to open. */
export function buildZipBomb(): Buffer {
  const tenMegabytes = deflateRawSync(Buffer.alloc(10_000_000), { finishFlush: constants.Z_FULL_FLUSH })
  const packed = Buffer.concat([...Array.from({ length: 100 }, () => tenMegabytes), deflateRawSync('')])
  return buildZip([{ name: '[Content_Types].xml', packed, size: 1_000_000_000, sum: 0 }])
}

export const svgWithScript = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const htmlPage = Buffer.from('<!doctype html><html><script>alert(1)</script></html>')

/** A PDF in AES-256 that opens only with `password`, or with none when that is empty: then only the owner's rights are locked. */
export async function buildLockedPdf(password: string): Promise<Buffer> {
  const { PDFDocument } = await import('mupdf')
  const user = password === '' ? '' : `,user-password=${password}`
  return Buffer.from(new PDFDocument(buildPdf()).saveToBuffer(`encrypt=aes-256,owner-password=owner${user}`).asUint8Array())
}

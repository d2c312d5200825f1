import { readFileSync, writeSync } from 'node:fs'
import { Document, DocumentWriter, Matrix, PDFDocument, Buffer as PdfBuffer } from 'mupdf'
import { isDangerous, stripObject, walkObjects } from './pdf-objects.ts'
import type { FileProblem } from './types.ts'

// A program of its own: reads one PDF from the standard input and answers on the standard output with one line of JSON,
// followed by the new PDF when asked to clean. It has no rights beyond reading its own code.

export type PdfVerb = 'check' | 'clean' | 'compose'
export type PdfAnswer = { readonly problem: FileProblem | null }

function work(verb: string | undefined, bytes: Uint8Array): { readonly problem: FileProblem | null; readonly cleaned?: Uint8Array } {
  if (verb === 'compose') return { problem: null, cleaned: compose(bytes) }
  const pdf = new PDFDocument(bytes)
  if (pdf.needsPassword()) return { problem: 'file_locked' }
  if (pdf.countPages() < 1) return { problem: 'file_unreadable' }
  if (walkObjects(pdf, (object) => (isDangerous(object) ? 'stop' : 'go on'))) return { problem: 'file_dangerous' }
  return verb === 'clean' ? { problem: null, cleaned: rewrite(pdf) } : { problem: null }
}

/** A4 in points. */
const paper = { width: 595, height: 842, letter: 10 }

/** A document of ours in plain HTML becomes a PDF, with only those letters of a font that stand in it. */
function compose(html: Uint8Array): Uint8Array {
  const document = Document.openDocument(html, 'text/html')
  document.layout(paper.width, paper.height, paper.letter)
  const written = new PdfBuffer()
  const writer = new DocumentWriter(written, 'pdf', '')
  for (let place = 0; place < document.countPages(); place += 1) {
    const page = document.loadPage(place)
    page.run(writer.beginPage(page.getBounds()), Matrix.identity)
    writer.endPage()
  }
  writer.close()
  const pdf = new PDFDocument(written.asUint8Array())
  pdf.subsetFonts()
  return pdf.saveToBuffer('garbage=3,compress').asUint8Array()
}

function rewrite(pdf: PDFDocument): Uint8Array {
  const trailer = pdf.getTrailer()
  trailer.delete('Info')
  trailer.delete('ID')
  walkObjects(pdf, (object) => {
    stripObject(pdf, object)
    return 'go on'
  })
  // Collected and renumbered from the trailer: what no page needs, and every earlier revision, is not written.
  return pdf.saveToBuffer('garbage=2,encrypt=none').asUint8Array()
}

function answer(): { readonly problem: FileProblem | null; readonly cleaned?: Uint8Array } {
  try {
    return work(process.argv[2], readFileSync(0))
  } catch {
    return { problem: 'file_unreadable' }
  }
}

function writeAll(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at)
}

const { problem, cleaned } = answer()
writeAll(Buffer.from(`${JSON.stringify({ problem } satisfies PdfAnswer)}\n`))
if (cleaned) writeAll(cleaned)

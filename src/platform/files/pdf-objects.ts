import type { PDFDocument, PDFObject } from 'mupdf'
import { stripJpeg } from './jpeg-segments.ts'

/** Actions that run something, send something or open something outside the file. */
const dangerousActions: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'GoToE',
  'GoToR',
  'Rendition',
  'RichMediaExecute',
  'Movie',
  'Sound',
])
/** Keys that hold scripts, other files, or forms with scripts. */
const dangerousKeys: readonly string[] = ['JS', 'JavaScript', 'EmbeddedFiles', 'EF', 'XFA', 'RichMediaContent', 'RichMediaSettings']
const dangerousSubtypes: ReadonlySet<string> = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D'])

/** More parts than this are not a document. Each costs 2 to 5 microseconds. */
const maxParts = 1_000_000

/**
 * Visits every dictionary, and stream with one, that can be reached from the trailer, each once, until a visit says stop; tells whether one did.
 * No recursion: files may nest as deep as they like. Throws when there are too many parts.
 */
export function walkObjects(pdf: PDFDocument, visit: (object: PDFObject) => 'go on' | 'stop'): boolean {
  const seen = new Set<number>()
  const open: PDFObject[] = [pdf.getTrailer()]
  let parts = 0
  for (let object = open.pop(); object; object = open.pop()) {
    if (isNew(object, seen)) {
      if (object.isDictionary() && visit(object) === 'stop') return true
      object.forEach((part) => {
        parts += 1
        if (parts > maxParts) throw new Error('too many parts')
        if (part.isIndirect() || part.isDictionary() || part.isArray()) open.push(part)
        else part.destroy()
      })
    }
    // The garbage collector does not run its clean-up inside one long turn, so the memory is given back by hand.
    object.destroy()
  }
  return false
}

function isNew(object: PDFObject, seen: Set<number>): boolean {
  if (!object.isIndirect()) return true
  const id = object.asIndirect()
  if (seen.has(id)) return false
  seen.add(id)
  return true
}

/** Decided by what the file can do, not by how it is spelled: names are already decoded and object streams unpacked here. */
export function isDangerous(object: PDFObject): boolean {
  if (dangerousActions.has(nameAt(object, 'S'))) return true
  if (dangerousSubtypes.has(nameAt(object, 'Subtype')) || nameAt(object, 'Type') === 'EmbeddedFile') return true
  if (dangerousKeys.some((key) => !object.get(key).isNull())) return true
  // A stream with /F takes its content from another file.
  return object.isStream() && !object.get('F').isNull()
}

/** Removes what tells about people and machines from one object. */
export function stripObject(pdf: PDFDocument, object: PDFObject): void {
  for (const key of ['Metadata', 'PieceInfo', 'LastModified']) object.delete(key)
  if (isComment(object)) for (const key of ['T', 'M', 'CreationDate', 'NM']) object.delete(key)
  if (object.isStream() && nameAt(object, 'Subtype') === 'Image') stripPicture(pdf, object)
}

/** In a form field /T is the field's name and must stay; in a comment it is the name of the person who wrote it. */
function isComment(object: PDFObject): boolean {
  return (
    object.get('Rect').isArray() && nameAt(object, 'Subtype') !== 'Widget' && !object.get('Subtype').isNull() && object.get('FT').isNull()
  )
}

/** Programs that turn photos into a PDF put the camera's file in whole, with the place it was taken. */
function stripPicture(pdf: PDFDocument, picture: PDFObject): void {
  const filters = listOf(picture.get('Filter'))
  if (filters.at(-1)?.asName() !== 'DCTDecode') return
  const jpeg = filters.length === 1 ? picture.readRawStream().asUint8Array() : undoFilters(pdf, picture, filters.slice(0, -1))
  const lastParameters = listOf(picture.get('DecodeParms'))[filters.length - 1]
  picture.put('Filter', pdf.newName('DCTDecode'))
  picture.delete('DecodeParms')
  if (lastParameters?.isDictionary() === true) picture.put('DecodeParms', lastParameters)
  picture.writeRawStream(stripJpeg(jpeg))
}

/** A photo may be wrapped once more, as text or compressed: a stream without the last filter unwraps just that. */
function undoFilters(pdf: PDFDocument, picture: PDFObject, filters: readonly PDFObject[]): Uint8Array {
  const wrapped = pdf.addRawStream(picture.readRawStream(), {})
  const list = pdf.newArray()
  for (const filter of filters) list.push(filter)
  wrapped.put('Filter', list)
  const parameters = picture.get('DecodeParms')
  if (parameters.isArray()) {
    const kept = pdf.newArray()
    for (const each of listOf(parameters).slice(0, filters.length)) kept.push(each)
    wrapped.put('DecodeParms', kept)
  }
  return wrapped.readStream().asUint8Array()
}

function listOf(value: PDFObject): PDFObject[] {
  if (value.isNull()) return []
  if (!value.isArray()) return [value]
  const list: PDFObject[] = []
  value.forEach((each) => void list.push(each))
  return list
}

function nameAt(object: PDFObject, key: string): string {
  const value = object.get(key)
  return value.isName() ? value.asName() : ''
}

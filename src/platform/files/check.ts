import { fileTypeFromBuffer } from 'file-type'
import { err, ok, type Result } from '../result.ts'
import { checkImage } from './images.ts'
import { load } from './load.ts'
import { checkPdf } from './pdf.ts'
import { endingOf } from './safe-name.ts'
import { type AllowedType, allowedTypes, extensions, type FileProblem, maxFileBytes } from './types.ts'

export type CheckedFile = { readonly type: AllowedType; readonly extension: string }

/** Names of one kind may end in several ways. A name without any ending claims nothing and is accepted: some phones send such. */
const endings: Readonly<Record<AllowedType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
}

/** What file-type needs at most for our four kinds. Giving it no more bounds what a hostile archive can make it unpack. */
const sampleLength = 4100
const headLength = 1024

/**
 * Decides by content what a file is and whether it may be kept. The declared name must agree; the declared MIME type is not even asked for.
 * Holds one whole file in memory.
 */
export async function checkFile(
  file: Uint8Array | string,
  declaredName: string,
  maxBytes = maxFileBytes,
): Promise<Result<CheckedFile, FileProblem>> {
  const loaded = await load(file, maxBytes)
  if (!loaded.ok) return loaded
  const bytes = loaded.value
  const type = await recognise(bytes)
  if (type === null) return err(hasLateHeader(bytes) ? 'file_dangerous' : 'file_type_not_allowed')
  const ending = endingOf(declaredName)
  if (ending !== null && !endings[type].includes(ending)) return err('file_name_disagrees')
  if (looksLikeMarkup(bytes)) return err('file_dangerous')
  const problem = type === 'application/pdf' ? await checkPdf(bytes) : await checkImage(bytes)
  return problem === null ? ok({ type, extension: extensions[type] }) : err(problem)
}

async function recognise(bytes: Uint8Array): Promise<AllowedType | null> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, sampleLength))
  return allowedTypes.find((type) => type === found?.mime) ?? null
}

function readHead(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, headLength)).toString('latin1').toLowerCase()
}

/** PDF readers accept a header that begins later; whatever stands before it makes the file two things at once. */
function hasLateHeader(bytes: Uint8Array): boolean {
  return readHead(bytes).includes('%pdf-')
}

/** Old browsers and mail programs guess at the beginning of a file: a picture or PDF that begins like a page is refused. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  return /<(!doctype|html|head|body|script|svg|iframe|\?php)/.test(readHead(bytes))
}

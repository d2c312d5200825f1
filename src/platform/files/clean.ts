import { err, ok, type Result } from '../result.ts'
import { cleanImage } from './images.ts'
import { load } from './load.ts'
import { cleanPdf } from './pdf.ts'
import { type AllowedType, extensions, type FileProblem, maxFileBytes } from './types.ts'

export type CleanFile = { readonly bytes: Buffer; readonly type: AllowedType; readonly extension: string }

/** Makes the copy that others get to see: same kind, nothing in it about who made it, where or with what. Give it only files that passed `checkFile`. */
export async function cleanFile(
  file: Uint8Array | string,
  type: AllowedType,
  maxBytes = maxFileBytes,
): Promise<Result<CleanFile, FileProblem>> {
  const loaded = await load(file, maxBytes)
  if (!loaded.ok) return loaded
  const cleaned = type === 'application/pdf' ? await cleanPdf(loaded.value) : await cleanImage(loaded.value, type)
  return cleaned.ok ? ok({ bytes: cleaned.value, type, extension: extensions[type] }) : err(cleaned.error)
}

import { err, ok, type Result } from '../result.ts'
import { checkFile } from './check.ts'
import { cleanFile } from './clean.ts'
import type { FileStore } from './file-store.ts'
import { safeName } from './safe-name.ts'
import type { FileProblem } from './types.ts'

/** A file as it came in: bytes, the name it claims, and whether it was cut off at the limit. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array; readonly tooLarge: boolean }
/** A file that was checked and cleaned and lies in the store. `sha256` is hexadecimal, `size` in bytes. */
export type KeptUpload = {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly storeKey: string
}
/** Why a file could not be kept. */
export type UploadProblem = FileProblem | 'disk_full' | 'upload_broken'

type Clean = { readonly name: string; readonly type: string; readonly bytes: Buffer }

/** The ending says what the content is, whatever the file was called. */
function composeName(name: string, extension: string): string {
  const safe = safeName(name)
  return `${safe.replace(/\.[^.]{1,11}$/, '')}.${extension}`
}

async function prepare(upload: Upload): Promise<Result<Clean, FileProblem>> {
  if (upload.tooLarge) return err('file_too_large')
  const checked = await checkFile(upload.bytes, upload.name)
  if (!checked.ok) return checked
  const cleaned = await cleanFile(upload.bytes, checked.value.type)
  return cleaned.ok
    ? ok({ name: composeName(upload.name, cleaned.value.extension), type: cleaned.value.type, bytes: cleaned.value.bytes })
    : cleaned
}

/** The one way of every channel from uploaded bytes to a kept file (acceptance U2): checked by content, cleaned, stored. */
export async function keepUpload(store: FileStore, upload: Upload): Promise<Result<KeptUpload, UploadProblem>> {
  const prepared = await prepare(upload)
  if (!prepared.ok) return prepared
  const { name, type, bytes } = prepared.value
  const stored = await store.put(bytes)
  if (!stored.ok) return stored
  return ok({ name, type, size: stored.value.size, sha256: stored.value.sha256, storeKey: stored.value.key })
}

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
/** What is wrong with one of the files, by its place in the list and a name fit to show. */
export type UploadProblem = { readonly place: number; readonly name: string; readonly problem: FileProblem | 'disk_full' | 'upload_broken' }

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

/**
 * The one way of every channel from uploaded bytes to kept files (acceptance U2): checked by content, cleaned, stored.
 * All or none: with a problem in any, nothing stays in the store. How many are allowed is the caller's rule.
 */
export async function keepUploads(
  store: FileStore,
  uploads: readonly Upload[],
): Promise<Result<readonly KeptUpload[], readonly UploadProblem[]>> {
  const clean: Clean[] = []
  const problems: UploadProblem[] = []
  for (const [place, upload] of uploads.entries()) {
    const prepared = await prepare(upload)
    if (prepared.ok) clean.push(prepared.value)
    else problems.push({ place, name: safeName(upload.name), problem: prepared.error })
  }
  if (problems.length > 0) return err(problems)
  const kept: KeptUpload[] = []
  for (const [place, { name, type, bytes }] of clean.entries()) {
    const stored = await store.put(bytes)
    if (!stored.ok) {
      for (const { storeKey } of kept) await store.remove(storeKey)
      return err([{ place, name, problem: stored.error }])
    }
    kept.push({ name, type, size: stored.value.size, sha256: stored.value.sha256, storeKey: stored.value.key })
  }
  return ok(kept)
}

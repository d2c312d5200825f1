import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { checkFile, cleanFile, extensions, type FileProblem, safeName } from '../../../platform/files/index.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { type Draft, type DraftFile, limits } from '../rules.ts'
import { deleteDraftFiles, insertDraftFile } from '../store.ts'
import { removeFilesLater } from './draft.ts'
import type { KeptFile } from './submit.ts'

/** `disk_full`: no file can be taken now; the text of a report still can. */
export type KeepProblem = FileProblem | 'disk_full' | 'upload_broken'

export type Upload = { readonly name: string; readonly bytes: Buffer; readonly tooLarge: boolean }

/** A name that ends as the kind of its content does, also when the device gave none. */
function composeName(name: string, extension: string): string {
  const safe = safeName(name)
  return /\.[A-Za-z0-9]{1,5}$/.test(safe) ? safe : `${safe}.${extension}`
}

/** The one way of a file into the store, for every channel: judged by content, cleaned of metadata, named safely. */
export async function keepFile(ctx: Pick<Context, 'files'>, upload: Upload): Promise<Result<KeptFile, KeepProblem>> {
  if (upload.tooLarge) return err('file_too_large')
  const checked = await checkFile(upload.bytes, upload.name)
  if (!checked.ok) return checked
  const cleaned = await cleanFile(upload.bytes, checked.value.type)
  if (!cleaned.ok) return cleaned
  const stored = await ctx.files.put(cleaned.value.bytes)
  if (!stored.ok) return stored
  const { key: storeKey, size, sha256 } = stored.value
  return ok({ name: composeName(upload.name, extensions[cleaned.value.type]), type: cleaned.value.type, size, sha256, storeKey })
}

export type RefusedFile = { readonly name: string; readonly problem: KeepProblem | 'too_many' }
export type Attached = { readonly draft: Draft; readonly refused: readonly RefusedFile[] }

/** Adds files to a draft as far as they may be kept; the good ones stay although others are refused. */
export async function attachFiles(ctx: Context, token: string, draft: Draft, uploads: readonly Upload[]): Promise<Attached> {
  const files: DraftFile[] = [...draft.files]
  const refused: RefusedFile[] = []
  for (const upload of uploads) {
    const kept: Result<KeptFile, RefusedFile['problem']> = files.length >= limits.files ? err('too_many') : await keepFile(ctx, upload)
    if (!kept.ok) {
      refused.push({ name: safeName(upload.name), problem: kept.error })
      continue
    }
    await insertDraftFile(ctx.tx, hashToken(token), kept.value.storeKey)
    files.push({ id: ctx.newId(), ...kept.value })
  }
  return { draft: { ...draft, files }, refused }
}

/** Takes a file out of a draft; one that is not there is no fault: buttons are pressed twice. */
export async function detachFile(ctx: Context, draft: Draft, id: string): Promise<Draft> {
  const storeKeys = draft.files.filter((file) => file.id === id).map(({ storeKey }) => storeKey)
  await deleteDraftFiles(ctx.tx, storeKeys)
  await removeFilesLater(ctx, storeKeys)
  return { ...draft, files: draft.files.filter((file) => file.id !== id) }
}

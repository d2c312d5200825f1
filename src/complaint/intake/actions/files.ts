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

/**
 * Adds files to a draft as far as they may be kept; the good ones stay although others are refused. They are judged side by side (the file
 * store's own gates keep that within bounds); no more are judged than there are places.
 */
export async function attachFiles(ctx: Context, token: string, draft: Draft, uploads: readonly Upload[]): Promise<Attached> {
  const places = limits.files - draft.files.length
  const judged = await Promise.all(uploads.slice(0, places).map(async (upload) => ({ upload, kept: await keepFile(ctx, upload) })))
  const files: DraftFile[] = []
  const refused: RefusedFile[] = []
  for (const { upload, kept } of judged) {
    if (!kept.ok) {
      refused.push({ name: safeName(upload.name), problem: kept.error })
      continue
    }
    await insertDraftFile(ctx.tx, hashToken(token), kept.value.storeKey)
    files.push({ id: ctx.newId(), ...kept.value })
  }
  refused.push(...uploads.slice(places).map(({ name }) => ({ name: safeName(name), problem: 'too_many' as const })))
  return { draft: { ...draft, files: [...draft.files, ...files] }, refused }
}

/** Takes a file out of a draft; one that is not there is no fault: buttons are pressed twice. */
export async function detachFile(ctx: Context, draft: Draft, id: string): Promise<Draft> {
  const storeKeys = draft.files.filter((file) => file.id === id).map(({ storeKey }) => storeKey)
  await deleteDraftFiles(ctx.tx, storeKeys)
  await removeFilesLater(ctx, storeKeys)
  return { ...draft, files: draft.files.filter((file) => file.id !== id) }
}

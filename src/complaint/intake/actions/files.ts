import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { safeName } from '../../../platform/files/index.ts'
import { keepUploads, type Upload, type UploadProblem } from '../../../platform/files/keep.ts'
import { type Draft, type DraftFile, limits } from '../rules.ts'
import { deleteDraftFiles, insertDraftFile } from '../store.ts'
import { removeFilesLater } from './draft.ts'

/** `disk_full`: no file can be taken now; the text of a report still can. */
export type RefusedFile = { readonly name: string; readonly problem: UploadProblem['problem'] | 'too_many' }
export type Attached = { readonly draft: Draft; readonly refused: readonly RefusedFile[] }

/**
 * Adds files to a draft as far as they may be kept; the good ones stay although others are refused. They are judged side by side (the gates
 * of platform/files keep that within bounds); no more are judged than there are places.
 */
export async function attachFiles(ctx: Context, token: string, draft: Draft, uploads: readonly Upload[]): Promise<Attached> {
  const places = limits.files - draft.files.length
  const judged = await Promise.all(uploads.slice(0, places).map((upload) => keepUploads(ctx.files, [upload])))
  const kept = judged.flatMap((result) => (result.ok ? result.value : []))
  for (const { storeKey } of kept) await insertDraftFile(ctx.tx, hashToken(token), storeKey)
  const files = kept.map((file): DraftFile => ({ id: ctx.newId(), ...file }))
  const surplus = uploads.slice(places).map(({ name }) => ({ name: safeName(name), problem: 'too_many' as const }))
  return {
    draft: { ...draft, files: [...draft.files, ...files] },
    refused: [...judged.flatMap((result) => (result.ok ? [] : result.error)), ...surplus],
  }
}

/** Takes a file out of a draft; one that is not there is no fault: buttons are pressed twice. */
export async function detachFile(ctx: Context, draft: Draft, id: string): Promise<Draft> {
  const storeKeys = draft.files.filter((file) => file.id === id).map(({ storeKey }) => storeKey)
  await deleteDraftFiles(ctx.tx, storeKeys)
  await removeFilesLater(ctx, storeKeys)
  return { ...draft, files: draft.files.filter((file) => file.id !== id) }
}

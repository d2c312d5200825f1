import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import type { KeptUpload, UploadProblem } from '../../../platform/files/keep.ts'
import { err, type Result } from '../../../platform/result.ts'
import { type Draft, type DraftFile, limits } from '../rules.ts'
import { deleteDraftFiles, insertDraftFile } from '../store.ts'
import { removeFilesLater } from './draft.ts'

/** `disk_full`: no file can be taken now; the text of a report still can. `too_many`: there was no place left. */
type FileRefusal = UploadProblem | 'too_many'
export type RefusedFile = { readonly name: string; readonly problem: FileRefusal }
/** A file that lies in the store, or why it does not. */
export type OfferedFile = { readonly name: string; readonly kept: Result<KeptUpload, FileRefusal> }
export type Attached = { readonly draft: Draft; readonly refused: readonly RefusedFile[]; readonly storeKeys: readonly string[] }

/** Adds files to a draft as far as there are places; the good ones stay although others are refused. `storeKeys`: those that are now the draft's. */
export async function attachFiles(ctx: Context, token: string, draft: Draft, offered: readonly OfferedFile[]): Promise<Attached> {
  const places = limits.files - draft.files.length
  const judged = offered.map(({ name, kept }, place) => ({ name, kept: place < places ? kept : err('too_many' as const) }))
  const kept = judged.flatMap((file) => (file.kept.ok ? [file.kept.value] : []))
  for (const { storeKey } of kept) await insertDraftFile(ctx.tx, hashToken(token), storeKey)
  const files = kept.map((file): DraftFile => ({ id: ctx.newId(), ...file }))
  return {
    draft: { ...draft, files: [...draft.files, ...files] },
    refused: judged.flatMap((file) => (file.kept.ok ? [] : [{ name: file.name, problem: file.kept.error }])),
    storeKeys: kept.map(({ storeKey }) => storeKey),
  }
}

/** Takes a file out of a draft; one that is not there is no fault: buttons are pressed twice. */
export async function detachFile(ctx: Context, draft: Draft, id: string): Promise<Draft> {
  const storeKeys = draft.files.filter((file) => file.id === id).map(({ storeKey }) => storeKey)
  await deleteDraftFiles(ctx.tx, storeKeys)
  await removeFilesLater(ctx, storeKeys)
  return { ...draft, files: draft.files.filter((file) => file.id !== id) }
}

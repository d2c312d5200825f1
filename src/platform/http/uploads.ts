import { type FileStore, safeName } from '../files/index.ts'
import { keepUpload, type UploadProblem } from '../files/keep.ts'
import { err } from '../result.ts'
import type { JudgedFile, UploadedFile } from './route.ts'

/** The files of one request while it is being answered: in the store already, but only those stay that somebody claims. */
export type Uploads = {
  readonly files: readonly JudgedFile[]
  /** Rows that know these keys have been written. */
  readonly claim: (storeKeys: readonly string[]) => void
  /** At the end: removes what nobody claimed, and everything when the transaction with those rows was undone. */
  readonly settle: (outcome: 'committed' | 'undone') => Promise<void>
}

/**
 * Checks, cleans and stores what came with a request, before its transaction opens: a picture takes seconds of work, and a
 * connection held meanwhile is one that nobody else has. They are judged side by side (the gates of platform/files keep that
 * within bounds); no more are judged than the route takes.
 */
export async function judgeUploads(store: FileStore, files: readonly UploadedFile[], most: number): Promise<Uploads> {
  const settled = await Promise.allSettled(files.slice(0, most).map((file) => keepUpload(store, file)))
  const claimed = new Set<string>()
  const stored = settled.flatMap((one) => (one.status === 'fulfilled' && one.value.ok ? [one.value.value.storeKey] : []))
  const settle: Uploads['settle'] = async (outcome) => {
    for (const key of stored) if (outcome === 'undone' || !claimed.has(key)) await store.remove(key)
  }
  const failure = settled.find((one) => one.status === 'rejected')
  if (failure) {
    await settle('undone')
    throw failure.reason
  }
  const judged = settled.map((one): JudgedFile['kept'] => (one.status === 'fulfilled' ? one.value : err<UploadProblem>('upload_broken')))
  return {
    files: files.map(({ name }, place) => ({ name: safeName(name), kept: judged[place] ?? err('too_many') })),
    claim: (storeKeys) => {
      for (const key of storeKeys) claimed.add(key)
    },
    settle,
  }
}

export const noUploads: Uploads = { files: [], claim: () => undefined, settle: async () => undefined }

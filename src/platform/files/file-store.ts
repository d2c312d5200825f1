import type { Readable } from 'node:stream'
import type { Result } from '../result.ts'

/** `key` is random, says nothing about the file and is the only way to it. `sha256` is hexadecimal, `size` in bytes. */
export type StoredFile = { readonly key: string; readonly size: number; readonly sha256: string }

/** Keeps bytes under random keys. On disk now; an object store fits the same shape. Names, types and rights live in the database, never here. */
export type FileStore = {
  /** Resolves only once the bytes would survive a power cut. */
  readonly put: (source: Readable | Uint8Array) => Promise<Result<StoredFile, 'disk_full' | 'upload_broken'>>
  /** The stream reads on even if the file is removed meanwhile. */
  readonly open: (key: string) => Promise<Result<{ readonly stream: Readable; readonly size: number }, 'file_missing'>>
  /** Removing what is not there is no fault: jobs repeat. */
  readonly remove: (key: string) => Promise<void>
  /**
   * Removes files written before `olderThan` that nobody keeps, and uploads that never ended. `keep` gets keys in batches and answers
   * which of them are still referred to. Choose `olderThan` well before the oldest open transaction: its rows are not visible yet.
   */
  readonly sweep: (
    olderThan: Date,
    keep: (keys: readonly string[]) => Promise<ReadonlySet<string>>,
  ) => Promise<{ readonly removed: number }>
}

/** Decides by content and name whether a file may be kept. */
export { type CheckedFile, checkFile } from './check.ts'
/** Makes the copy that others get to see, without metadata. */
export { type CleanFile, cleanFile } from './clean.ts'
/** The store on the local disk. */
export { createFileStore } from './disk-store.ts'
/** What any store offers, on disk or elsewhere. */
export type { FileStore, StoredFile } from './file-store.ts'
/** Streams an upload to a temporary file within limits. */
export { type ReceivedFile, type ReceiveLimits, type ReceiveProblem, receiveFile } from './receive.ts'
/** A name fit to show, store and offer for download. */
export { safeName } from './safe-name.ts'
/** The allowed kinds, their endings, the size limit, and the names of all problems. */
export { type AllowedType, allowedTypes, extensions, type FileProblem, fileProblems, maxFileBytes } from './types.ts'

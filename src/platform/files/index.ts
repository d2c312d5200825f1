/** The store on the local disk. */
export { createFileStore } from './disk-store.ts'
/** What any store offers, on disk or elsewhere. */
export type { FileStore } from './file-store.ts'
/** Paper out of a page. */
export { composePdf } from './pdf.ts'
/** A name fit to show, store and offer for download. */
export { safeName } from './safe-name.ts'
/** The size limit of one file. */
export { maxFileBytes } from './types.ts'
/** Several files in one. */
export { writeZip, type ZipEntry } from './zip.ts'

import { readFile, stat } from 'node:fs/promises'
import { err, ok, type Result } from '../result.ts'
import type { FileProblem } from './types.ts'

/** The size is looked at before anything is read. */
export async function load(file: Uint8Array | string, maxBytes: number): Promise<Result<Uint8Array, FileProblem>> {
  const size = typeof file === 'string' ? (await stat(file)).size : file.length
  if (size === 0) return err('file_empty')
  if (size > maxBytes) return err('file_too_large')
  return ok(typeof file === 'string' ? await readFile(file) : file)
}

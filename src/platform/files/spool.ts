import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { hasCode } from '../durable-file.ts'
import { err, ok, type Result } from '../result.ts'

/** Bytes safely on the disk, under a name that nobody asks for yet. `sha256` is hexadecimal. */
export type Spooled = { readonly tempPath: string; readonly size: number; readonly sha256: string }
export type SpoolProblem = 'upload_broken' | 'file_too_large'

class SourceBroken extends Error {}

async function* readFrom(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    // The stream is not ours to destroy: a multipart parser behind it must be able to go on.
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array
  } catch {
    throw new SourceBroken()
  }
}

async function write(stream: Readable, handle: FileHandle, maxBytes: number): Promise<Result<Omit<Spooled, 'tempPath'>, SpoolProblem>> {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of readFrom(stream)) {
      size += chunk.length
      if (size > maxBytes) return err('file_too_large')
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } catch (error) {
    if (error instanceof SourceBroken) return err('upload_broken')
    throw error
  } finally {
    // What was not taken is read and dropped.
    stream.resume()
  }
  // Parsers with a limit of their own cut the stream there and only mark it.
  if ('truncated' in stream && stream.truncated === true) return err('file_too_large')
  return ok({ size, sha256: hash.digest('hex') })
}

/** A stream may break while its folder is still being made; an 'error' that nobody listens to would end the whole service. */
export function listenToErrors(stream: Readable): void {
  stream.on('error', () => undefined)
}

/** Writes a stream to a new private file in an existing folder and waits until it is on the disk. Leaves nothing behind when it fails. */
export async function spool(stream: Readable, folder: string, maxBytes: number): Promise<Result<Spooled, SpoolProblem>> {
  const tempPath = join(folder, `${randomBytes(16).toString('hex')}.part`)
  const handle = await open(tempPath, 'wx', 0o600)
  let kept = false
  try {
    const written = await write(stream, handle, maxBytes)
    kept = written.ok
    return written.ok ? ok({ tempPath, ...written.value }) : written
  } finally {
    await handle.close()
    if (!kept) await rm(tempPath, { force: true })
  }
}

/** A full disk is an expected outcome, wherever in the work it shows. */
export async function orDiskFull<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | 'disk_full'>> {
  try {
    return await work()
  } catch (error) {
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) return err('disk_full')
    throw error
  }
}

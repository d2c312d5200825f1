import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { makePrivateFolder } from '../durable-file.ts'
import { err, type Result } from '../result.ts'
import { listenToErrors, orDiskFull, type Spooled, type SpoolProblem, spool } from './spool.ts'

/** A file on its way: outside the store, to be removed by whoever received it. `sha256` is hexadecimal. */
export type ReceivedFile = Spooled

/** `upload_broken`: the sender went away in the middle. */
export type ReceiveProblem = SpoolProblem | 'file_empty' | 'disk_full'

export type ReceiveLimits = {
  readonly maxBytes: number
  /** Where the temporary file goes; made private when it is not there. */
  readonly directory: string
}

/**
 * Streams an upload to a private temporary file; only a chunk at a time is in memory. What comes after the limit is read and dropped,
 * so that a multipart parser behind the stream can go on. Nothing is left behind when it fails.
 */
export async function receiveFile(stream: Readable, limits: ReceiveLimits): Promise<Result<ReceivedFile, ReceiveProblem>> {
  listenToErrors(stream)
  return orDiskFull(async (): Promise<Result<ReceivedFile, SpoolProblem | 'file_empty'>> => {
    await makePrivateFolder(limits.directory)
    const received = await spool(stream, limits.directory, limits.maxBytes)
    if (!received.ok || received.value.size > 0) return received
    await rm(received.value.tempPath, { force: true })
    return err('file_empty')
  })
}

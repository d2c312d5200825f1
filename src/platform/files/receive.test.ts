import { createHash } from 'node:crypto'
import { mkdtemp, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { receiveFile } from './receive.ts'

let folder: string
let directory: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tanggap-receive-'))
  directory = join(folder, 'incoming')
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const megabyte = 1024 * 1024

function streamOf(bytes: number): Readable {
  return Readable.from(
    (function* () {
      for (let left = bytes; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(left, 65_536), 7)
    })(),
  )
}

/** Makes every write of a file fail the way the disk would. */
async function breakWrites(code: string): Promise<void> {
  const handle = await open(join(folder, 'probe'), 'w')
  const prototype = Object.getPrototypeOf(handle) as { writeFile: (data: Uint8Array) => Promise<void> }
  await handle.close()
  await rm(join(folder, 'probe'))
  vi.spyOn(prototype, 'writeFile').mockRejectedValue(Object.assign(new Error(code), { code }))
}

describe('an upload', () => {
  it('C7 arrives on the disk whole, private, measured and hashed', async () => {
    const received = await receiveFile(streamOf(200_000), { maxBytes: 10 * megabyte, directory })
    if (!received.ok) throw new Error(received.error)
    const content = await readFile(received.value.tempPath)
    expect(content).toEqual(Buffer.alloc(200_000, 7))
    expect(received.value).toMatchObject({ size: 200_000, sha256: createHash('sha256').update(content).digest('hex') })
    expect((await stat(received.value.tempPath)).mode & 0o777).toBe(0o600)
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
  })

  it('C7 may be exactly as long as allowed, not one byte longer, and not empty', async () => {
    expect(await receiveFile(streamOf(megabyte), { maxBytes: megabyte, directory })).toMatchObject({ ok: true })
    await rm(directory, { recursive: true })
    expect(await receiveFile(streamOf(megabyte + 1), { maxBytes: megabyte, directory })).toEqual({ ok: false, error: 'file_too_large' })
    expect(await receiveFile(streamOf(0), { maxBytes: megabyte, directory })).toEqual({ ok: false, error: 'file_empty' })
    expect(await readdir(directory)).toEqual([])
  })

  it('C7 that is far too long is read away to its end, for the parser behind it, and not written', async () => {
    let given = 0
    const long = Readable.from(
      (function* () {
        for (; given < 300; given++) yield Buffer.alloc(megabyte)
      })(),
    )
    const ended = new Promise((resolve) => long.once('end', resolve))
    expect(await receiveFile(long, { maxBytes: megabyte, directory })).toEqual({ ok: false, error: 'file_too_large' })
    await ended
    expect(given).toBe(300)
    expect(await readdir(directory)).toEqual([])
  })

  it('C7 that the parser cut at its own limit is refused', async () => {
    const cut = Object.assign(streamOf(1000), { truncated: true })
    expect(await receiveFile(cut, { maxBytes: megabyte, directory })).toEqual({ ok: false, error: 'file_too_large' })
    expect(await readdir(directory)).toEqual([])
  })

  it('C7 that breaks off leaves nothing behind', async () => {
    for (const reason of [new Error('reset'), undefined]) {
      const broken = new PassThrough()
      broken.write(Buffer.alloc(1000))
      setTimeout(() => broken.destroy(reason), 20)
      expect(await receiveFile(broken, { maxBytes: megabyte, directory })).toEqual({ ok: false, error: 'upload_broken' })
    }
    expect(await readdir(directory)).toEqual([])
  })

  it('C7 that broke off before anybody looked is no fault of the service', async () => {
    const broken = new PassThrough()
    const receiving = receiveFile(broken, { maxBytes: megabyte, directory })
    broken.destroy(new Error('reset'))
    expect(await receiving).toEqual({ ok: false, error: 'upload_broken' })
    const gone = new PassThrough()
    gone.destroy()
    expect(await receiveFile(gone, { maxBytes: megabyte, directory })).toEqual({ ok: false, error: 'upload_broken' })
  })

  it('C7 to a full disk is a named problem, any other fault of the disk is not', async () => {
    for (const code of ['ENOSPC', 'EDQUOT']) {
      await breakWrites(code)
      expect(await receiveFile(streamOf(1000), { maxBytes: megabyte, directory })).toEqual({ ok: false, error: 'disk_full' })
      vi.restoreAllMocks()
    }
    await breakWrites('EIO')
    await expect(receiveFile(streamOf(1000), { maxBytes: megabyte, directory })).rejects.toThrow('EIO')
    vi.restoreAllMocks()
    expect(await readdir(directory)).toEqual([])
  })
})

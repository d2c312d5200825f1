import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { hasCode, makePrivateFolder, syncFolder } from '../durable-file.ts'
import { err, ok, type Result } from '../result.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import { listenToErrors, orDiskFull, spool } from './spool.ts'

const keyPattern = /^[0-9a-f]{40}$/

type Places = { readonly root: string; readonly incoming: string; readonly kept: string }

/** Two levels of folders keep each below a few thousand entries at a hundred million files. */
function folderOf(places: Places, key: string): string {
  return join(places.kept, key.slice(0, 2), key.slice(2, 4))
}

function pathOf(places: Places, key: string): string | null {
  return keyPattern.test(key) ? join(folderOf(places, key), key) : null
}

/** A store in one folder of the local disk. Files are 0600 and folders 0700. A file appears under its key whole or never, whenever the process is killed. */
export function createFileStore(settings: { readonly directory: string }): FileStore {
  const { directory } = settings
  const places: Places = { root: directory, incoming: join(directory, 'incoming'), kept: join(directory, 'kept') }
  return {
    put: (source) => put(places, source),
    open: (key) => openFile(places, key),
    async remove(key) {
      const path = pathOf(places, key)
      if (path !== null) await rm(path, { force: true })
    },
    sweep: (olderThan, keep) => sweep(places, olderThan, keep),
  }
}

function put(places: Places, source: Readable | Uint8Array): Promise<Result<StoredFile, 'disk_full' | 'upload_broken'>> {
  const key = randomBytes(20).toString('hex')
  const folder = folderOf(places, key)
  const stream = source instanceof Readable ? source : Readable.from([source])
  listenToErrors(stream)
  return orDiskFull(async () => {
    for (const each of [places.root, places.incoming, places.kept, join(places.kept, key.slice(0, 2)), folder])
      await makePrivateFolder(each)
    const spooled = await spool(stream, places.incoming, Number.POSITIVE_INFINITY)
    // A parser's own limit cut it: for the store, which has none, that is half a file.
    if (!spooled.ok) return err('upload_broken')
    const { tempPath, size, sha256 } = spooled.value
    await rename(tempPath, join(folder, key))
    await syncFolder(folder)
    return ok({ key, size, sha256 })
  })
}

async function openFile(places: Places, key: string): ReturnType<FileStore['open']> {
  const path = pathOf(places, key)
  if (path === null) return err('file_missing')
  try {
    const handle = await open(path, 'r')
    const { size } = await handle.stat()
    return ok({ stream: handle.createReadStream(), size })
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return err('file_missing')
    throw error
  }
}

async function sweep(places: Places, olderThan: Date, keep: Parameters<FileStore['sweep']>[1]): Promise<{ readonly removed: number }> {
  const unfinished = await listOld(places.incoming, olderThan)
  for (const name of unfinished) await rm(join(places.incoming, name), { force: true })
  let removed = unfinished.length
  for (const first of await list(places.kept)) {
    for (const second of await list(join(places.kept, first))) {
      const folder = join(places.kept, first, second)
      const old = (await listOld(folder, olderThan)).filter((name) => keyPattern.test(name))
      const kept = old.length === 0 ? new Set<string>() : await keep(old)
      const unused = old.filter((key) => !kept.has(key))
      for (const key of unused) await rm(join(folder, key), { force: true })
      removed += unused.length
    }
  }
  return { removed }
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

async function listOld(folder: string, olderThan: Date): Promise<string[]> {
  const old: string[] = []
  for (const name of await list(folder)) {
    // A file that vanished between listing and looking needs no sweeping.
    const found = await stat(join(folder, name)).catch(() => null)
    if (found && found.mtime < olderThan) old.push(name)
  }
  return old
}

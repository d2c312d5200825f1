import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileStore } from './disk-store.ts'
import type { FileStore, StoredFile } from './file-store.ts'

let folder: string
let directory: string
let store: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tanggap-store-'))
  directory = join(folder, 'files')
  store = createFileStore({ directory })
})
afterEach(async () => {
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true })
})

async function keep(content: string | Buffer): Promise<StoredFile> {
  const stored = await store.put(Buffer.from(content))
  if (!stored.ok) throw new Error(stored.error)
  return stored.value
}

async function read(key: string): Promise<string> {
  const opened = await store.open(key)
  return opened.ok ? (await buffer(opened.value.stream)).toString() : opened.error
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

async function listKept(): Promise<string[]> {
  const all = await readdir(join(directory, 'kept'), { recursive: true, withFileTypes: true })
  return all.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
}

describe('file store', () => {
  it('C7 gives back what it was given, from bytes and from a stream', async () => {
    const one = await keep('satu')
    expect(one).toMatchObject({ size: 4, sha256: sha256(Buffer.from('satu')) })
    expect(await read(one.key)).toBe('satu')
    const two = await store.put(Readable.from([Buffer.from('du'), Buffer.from('a')]))
    expect(two).toMatchObject({ ok: true, value: { size: 3, sha256: sha256(Buffer.from('dua')) } })
    const opened = await store.open(one.key)
    expect(opened.ok && opened.value.size).toBe(4)
    if (opened.ok) opened.value.stream.destroy()
  })

  it('C7 uses random keys in two levels of private folders', async () => {
    const [one, two] = [await keep('sama'), await keep('sama')]
    expect(one.key).toMatch(/^[0-9a-f]{40}$/)
    expect(two.key).not.toBe(one.key)
    const path = join(directory, 'kept', one.key.slice(0, 2), one.key.slice(2, 4), one.key)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    for (const each of [directory, join(directory, 'incoming'), join(directory, 'kept'), join(path, '../..'), join(path, '..')]) {
      expect((await stat(each)).mode & 0o777, each).toBe(0o700)
    }
  })

  it('U1 never follows a key out of its folder', async () => {
    for (const key of ['../../../etc/passwd', '', '.', 'a'.repeat(39), 'A'.repeat(40), `${'a'.repeat(40)}/../x`, `${'a'.repeat(40)}\0`]) {
      expect(await store.open(key)).toEqual({ ok: false, error: 'file_missing' })
      await store.remove(key)
    }
  })

  it('removes, as often as asked', async () => {
    const { key } = await keep('satu')
    await store.remove(key)
    await store.remove(key)
    expect(await read(key)).toBe('file_missing')
  })

  it('C7 keeps nothing of an upload that broke off', async () => {
    const broken = new PassThrough()
    broken.write('half')
    setTimeout(() => broken.destroy(new Error('reset')), 10)
    expect(await store.put(broken)).toEqual({ ok: false, error: 'upload_broken' })
    expect(await readdir(join(directory, 'incoming'))).toEqual([])
    expect(await listKept()).toEqual([])
  })

  it('sweeps what is old and not kept, and asks only about that', async () => {
    const [kept, unused, fresh] = [await keep('kept'), await keep('unused'), await keep('fresh')]
    const old = new Date('2026-01-01T00:00:00Z')
    for (const path of await listKept()) if (!path.endsWith(fresh.key)) await utimes(path, old, old)
    const asked: string[] = []
    const swept = await store.sweep(new Date('2026-06-01T00:00:00Z'), (keys) => {
      asked.push(...keys)
      return Promise.resolve(new Set([kept.key]))
    })
    expect(swept).toEqual({ removed: 1 })
    expect(asked.sort()).toEqual([kept.key, unused.key].sort())
    expect([await read(kept.key), await read(unused.key), await read(fresh.key)]).toEqual(['kept', 'file_missing', 'fresh'])
  })

  it('sweeps an empty store', async () => {
    expect(await store.sweep(new Date('2026-06-01T00:00:00Z'), () => Promise.resolve(new Set()))).toEqual({ removed: 0 })
  })
})

/** Stores files one after another in another process, says each key once it is promised, and is killed in the middle. */
async function storeUntilKilled(milliseconds: number): Promise<{ readonly key: string; readonly sha256: string }[]> {
  const program = `
    import { randomBytes } from 'node:crypto'
    import { createFileStore } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'disk-store.ts')).href)}
    const store = createFileStore({ directory: ${JSON.stringify(directory)} })
    const keepOn = async () => { for (;;) { const { value } = await store.put(randomBytes(400_000)); process.stdout.write(value.key + ' ' + value.sha256 + '\\n') } }
    await Promise.all([keepOn(), keepOn(), keepOn()])`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = buffer(child.stdout)
  await new Promise((resolve) => child.stdout.once('readable', resolve))
  setTimeout(() => child.kill('SIGKILL'), milliseconds)
  const lines = (await said).toString().split('\n').slice(0, -1)
  return lines.map((line) => ({ key: line.slice(0, 40), sha256: line.slice(41) }))
}

describe('kill -9 while files are stored', () => {
  it('C7 loses no promised file and leaves no half one under a key', async () => {
    const promised: { readonly key: string; readonly sha256: string }[] = []
    for (const milliseconds of [40, 75, 110]) promised.push(...(await storeUntilKilled(milliseconds)))
    expect(promised.length).toBeGreaterThan(3)
    for (const { key, sha256: expected } of promised) {
      const opened = await store.open(key)
      expect(opened.ok && sha256(await buffer(opened.value.stream))).toBe(expected)
    }
    for (const path of await listKept()) expect((await readFile(path)).length).toBe(400_000)
    await store.sweep(new Date(4e12), (keys) => Promise.resolve(new Set(keys)))
    expect(await readdir(join(directory, 'incoming'))).toEqual([])
    expect((await listKept()).length).toBeGreaterThanOrEqual(promised.length)
  }, 30_000)
})

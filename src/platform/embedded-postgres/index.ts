import { rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { locateBinaries, prepareBinaries } from './binaries.ts'
import { ensureCluster, ownerName } from './cluster.ts'
import { ensureDatabase, formatUrl } from './database.ts'
import { endLeftovers } from './leftovers.ts'
import { acquireLock, type Lock } from './lock.ts'
import { choosePlace, findSharedRoot, type Place, prepareSocketDirectory } from './place.ts'
import { type Server, startServer } from './server.ts'
import { listArguments } from './settings.ts'

export { EmbeddedPostgresError } from './problem.ts'

/** What `startEmbeddedPostgres` is told. */
export type EmbeddedPostgresOptions = {
  /** Where the data live, for example `<project>/var/postgres`. Made if missing. */
  readonly dataDirectory: string
  /** One line for the operator at a time; never a password, a statement or a value. */
  readonly log: (line: string) => void
  /** Settings of postgresql.conf by name, over those of settings.ts. */
  readonly settings?: Record<string, string>
  /** Created if missing; `tanggap` if not given. */
  readonly database?: string
}

/** A running PostgreSQL server that belongs to this process. */
export type EmbeddedPostgres = {
  /** Connection string of the database owner (a superuser), over the Unix socket. Holds the password: never log it. */
  readonly url: string
  readonly socketDirectory: string
  /** Process id of the postmaster. */
  readonly pid: number
  /** Settles with the reason when the server is gone, asked for or not. Never rejects. */
  readonly ended: Promise<string>
  /** Fast shutdown; after 20 s immediate, after 20 s more by force. May be called again. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on a data directory, which is created at the first start, and makes this process its owner.
 * As root the server runs as an unprivileged user, with data and programs moved to where that user can reach them.
 * What a killed predecessor left is cleared away. When this process dies, the server shuts down by itself.
 * Throws `EmbeddedPostgresError` with advice for the operator.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const begin = performance.now()
  const installed = await locateBinaries({ platform: process.platform, arch: process.arch })
  const place = await choosePlace(options.dataDirectory, options.log)
  const lock = acquireLock(join(place.home, 'owner.lock'))
  try {
    const binaries = await prepareBinaries(installed, place.account, () => findCopyRoot(place, options.log), options.log)
    await endLeftovers(place, options.log)
    const password = await ensureCluster(place, binaries, installed, options.log)
    const socketDirectory = await prepareSocketDirectory(place)
    const server = await startServer(place, binaries, listArguments(place, socketDirectory, options.settings ?? {}), options.log)
    const url = await openDatabase(server, password, socketDirectory, options.database ?? 'tanggap')
    const spent = Math.round(performance.now() - begin)
    options.log(`PostgreSQL ${binaries.version}: ready after ${spent} ms (process ${server.pid}, data in ${place.cluster})`)
    return own(server, lock, { url, socketDirectory }, options.log)
  } catch (error) {
    lock.release()
    throw error
  }
}

// Beside the data for an ordinary user, who has no other place that is surely theirs.
async function findCopyRoot(place: Place, log: (line: string) => void): Promise<string> {
  return place.account === undefined ? place.home : await findSharedRoot(place.account, log)
}

async function openDatabase(server: Server, password: string, socketDirectory: string, database: string): Promise<string> {
  const owner = { name: ownerName, password }
  try {
    await ensureDatabase(formatUrl(owner, socketDirectory, 'postgres'), database)
    return formatUrl(owner, socketDirectory, database)
  } catch (error) {
    await server.stop()
    throw error
  }
}

function own(server: Server, lock: Lock, address: { url: string; socketDirectory: string }, log: (line: string) => void): EmbeddedPostgres {
  let wanted = false
  const ended = server.ended.then(async (reason) => {
    lock.release()
    await rmdir(address.socketDirectory).catch(() => undefined)
    if (!wanted) log(`PostgreSQL: the server ended unexpectedly (${reason})`)
    return reason
  })
  return {
    ...address,
    pid: server.pid,
    ended,
    async stop() {
      wanted = true
      await server.stop()
      await ended
    },
  }
}

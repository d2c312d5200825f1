import { randomBytes } from 'node:crypto'
import { chown, lchown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runAs } from './account.ts'
import type { Binaries, InstalledBinaries } from './binaries.ts'
import type { Place } from './place.ts'
import { EmbeddedPostgresError } from './problem.ts'

/** The owner of the database. */
export const ownerName = 'tanggap_owner'

/** Makes the data directory if there is none yet; gives the owner's password. */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  installed: InstalledBinaries,
  log: (line: string) => void,
): Promise<string> {
  const known = await readPassword(place)
  const major = await readMajor(place.cluster)
  if (major === undefined) {
    const password = known ?? (await createPassword(place))
    await createCluster(place, binaries, password, log)
    return password
  }
  if (major !== installed.major) throw wrongVersion(place, major, installed.major)
  await giveToAccount(place)
  return known ?? (await resetPassword(place, binaries, log))
}

function wrongVersion(place: Place, found: number, expected: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'wrong-version',
    `The data in ${place.cluster} are of PostgreSQL ${found}, but this release brings PostgreSQL ${expected}. ` +
      'Make a backup with the release that wrote them, move the directory away, start again and restore the backup.',
  )
}

async function readMajor(cluster: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function createCluster(place: Place, binaries: Binaries, password: string, log: (line: string) => void): Promise<void> {
  const start = performance.now()
  // Under another name until it is whole, so that an interrupted first start leaves no half of a database.
  const unfinished = join(place.home, 'cluster.new')
  const passwordFile = join(place.home, 'initdb-password')
  await rm(unfinished, { recursive: true, force: true })
  await rm(passwordFile, { force: true })
  try {
    await mkdir(unfinished, { mode: 0o700 })
    await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' })
    if (place.account !== undefined) {
      await chown(unfinished, place.account.uid, place.account.gid)
      await chown(passwordFile, place.account.uid, place.account.gid)
    }
    const run = await runAs(place.account, [binaries.initdb, ...listInitArguments(unfinished, passwordFile)])
    if (run.code !== 0) {
      throw new EmbeddedPostgresError('start-failed', `PostgreSQL could not create its data in ${unfinished}: ${run.output.trim()}`)
    }
    await rename(unfinished, place.cluster)
  } finally {
    await rm(passwordFile, { force: true })
  }
  log(`PostgreSQL ${binaries.version}: created its data in ${place.cluster} (${Math.round(performance.now() - start)} ms)`)
}

// C.UTF-8 of the builtin provider: upper and lower case for all of Unicode, and an order that no system update changes.
function listInitArguments(directory: string, passwordFile: string): string[] {
  return [
    `--pgdata=${directory}`,
    `--username=${ownerName}`,
    `--pwfile=${passwordFile}`,
    '--auth-local=scram-sha-256',
    '--auth-host=reject',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ]
}

async function readPassword(place: Place): Promise<string | undefined> {
  try {
    return (await readFile(join(place.home, 'password'), 'utf8')).trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function createPassword(place: Place): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  const path = join(place.home, 'password')
  await rm(`${path}.new`, { force: true })
  await writeFile(`${path}.new`, `${password}\n`, { mode: 0o600, flag: 'wx' })
  await rename(`${path}.new`, path)
  return password
}

// A single-user server asks for no password; whoever can start one owns the files anyway.
async function resetPassword(place: Place, binaries: Binaries, log: (line: string) => void): Promise<string> {
  log(`PostgreSQL: the password file in ${place.home} is missing; setting a new password`)
  const password = await createPassword(place)
  const command = [binaries.postgres, '--single', '-D', place.cluster, '-c', 'log_min_error_statement=panic', 'postgres']
  const run = await runAs(place.account, command, `ALTER ROLE ${ownerName} PASSWORD '${password}'\n`)
  if (run.code === 0) return password
  await rm(join(place.home, 'password'), { force: true })
  throw new EmbeddedPostgresError('start-failed', `PostgreSQL could not set a new password for the data in ${place.cluster}.`)
}

// Data that root put there, such as a restored copy of the directory.
async function giveToAccount(place: Place): Promise<void> {
  const { account, cluster } = place
  if (account === undefined || (await stat(cluster)).uid === account.uid) return
  for (const entry of await readdir(cluster, { recursive: true })) {
    await lchown(join(cluster, entry), account.uid, account.gid)
  }
  await chown(cluster, account.uid, account.gid)
}

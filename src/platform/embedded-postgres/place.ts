import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, lstat, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Account, canEnter, canHoldDataOf, chooseAccount, isRoot } from './account.ts'
import { EmbeddedPostgresError } from './problem.ts'

/**
 * Where one PostgreSQL lives. `home` is ours and holds the password, the lock and perhaps the socket;
 * `cluster` inside it is PostgreSQL's own directory and belongs to `account`.
 */
export type Place = { readonly home: string; readonly cluster: string; readonly account: Account | undefined }

type Location = { readonly requested: string; readonly home: string }

const locationFile = 'location.json'

export async function choosePlace(dataDirectory: string, log: (line: string) => void): Promise<Place> {
  const requested = await makeHome(resolve(dataDirectory))
  const remembered = await recallHome(requested)
  const home = remembered ?? requested
  const cluster = join(home, 'cluster')
  const owner = await findOwner(cluster)
  if (!isRoot()) {
    requireOwnData(cluster, owner)
    return { home, cluster, account: undefined }
  }
  if (owner !== undefined && owner.uid !== 0) {
    await requireReachable(cluster, owner)
    return { home, cluster, account: owner }
  }
  const account = await chooseAccount()
  if (remembered !== undefined || (await canHoldDataOf(account, requested))) return { home, cluster, account }
  return await relocate(requested, account, log)
}

async function makeHome(path: string): Promise<string> {
  const created = await mkdir(path, { recursive: true })
  if (created !== undefined) await chmod(path, 0o755)
  return await realpath(path)
}

async function relocate(requested: string, account: Account, log: (line: string) => void): Promise<Place> {
  const home = join(await findSharedRoot(account, log), hashPath(requested))
  await makeHome(home)
  const cluster = join(home, 'cluster')
  const owner = await findOwner(cluster)
  log(`PostgreSQL: user ${account.name} cannot use ${requested}, so the data are kept in ${home}`)
  await rememberHome({ requested, home })
  return { home, cluster, account: owner === undefined || owner.uid === 0 ? account : owner }
}

/** A directory of root's that every user can enter, for data and programs that are out of reach where they are. */
export async function findSharedRoot(account: Account, log: (line: string) => void): Promise<string> {
  for (const candidate of ['/var/lib/tanggap', join(tmpdir(), 'tanggap-shared'), '/tmp/tanggap-shared']) {
    if (!(await claimSharedRoot(candidate, account))) continue
    if (!candidate.startsWith('/var/lib')) {
      log(`PostgreSQL: /var/lib is not writable; using ${candidate}, which the system may clear at any time`)
    }
    return candidate
  }
  throw new EmbeddedPostgresError(
    'unreachable-place',
    `No directory was found that user ${account.name} can use for PostgreSQL (tried /var/lib/tanggap and ${tmpdir()}). ` +
      'Put the project where other users may enter, start it as an ordinary user, or set DATABASE_URL.',
  )
}

async function claimSharedRoot(path: string, account: Account): Promise<boolean> {
  try {
    if ((await mkdir(path, { recursive: true })) !== undefined) await chmod(path, 0o755)
    const found = await lstat(path)
    // In a directory anyone may write to, somebody else could have made it first.
    return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0 && (await canEnter(account, path))
  } catch {
    return false
  }
}

async function recallHome(requested: string): Promise<string | undefined> {
  const location = await readLocation(requested)
  if (location === undefined || (await findOwner(join(location.home, 'cluster'))) === undefined) return undefined
  if (location.requested === requested) return location.home
  // The folder was moved or copied. A moved one takes its data along; a copy must not share them with the original.
  const original = await readLocation(location.requested)
  if (original?.home === location.home) return undefined
  await rememberHome({ requested, home: location.home })
  return location.home
}

async function readLocation(directory: string): Promise<Location | undefined> {
  try {
    return JSON.parse(await readFile(join(directory, locationFile), 'utf8')) as Location
  } catch {
    return undefined
  }
}

async function rememberHome(location: Location): Promise<void> {
  const path = join(location.requested, locationFile)
  await writeFile(`${path}.new`, `${JSON.stringify(location, undefined, 2)}\n`, { mode: 0o644 })
  await rename(`${path}.new`, path)
}

async function findOwner(cluster: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(cluster)
    return { uid, gid, name: `with id ${uid}` }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function requireOwnData(cluster: string, owner: Account | undefined): void {
  if (owner === undefined || owner.uid === process.getuid?.()) return
  throw new EmbeddedPostgresError(
    'wrong-owner',
    `The data in ${cluster} belong to the user ${owner.name}, because the service was started by another user before. ` +
      `Start it as that user or as root, or give the data to yourself with chown -R on ${dirname(cluster)}.`,
  )
}

async function requireReachable(cluster: string, owner: Account): Promise<void> {
  if (await canEnter(owner, cluster)) return
  throw new EmbeddedPostgresError(
    'unreachable-place',
    `The data in ${cluster} belong to the user ${owner.name}, who may no longer enter the directories above. ` +
      'Let that user enter them again (chmod o+x), or set DATABASE_URL.',
  )
}

export function hashPath(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

// Socket addresses are limited to 104 bytes (macOS) or 108 (Linux), and PostgreSQL reads the setting as a list.
const longestSocketDirectory = 99 - '/.s.PGSQL.5432'.length
const plainPath = /^[\w./-]+$/

/** A directory for the socket that only the account (and root) can enter. No server may be running. */
export async function prepareSocketDirectory(place: Place): Promise<string> {
  const name = `tanggap-${hashPath(place.home)}`
  for (const candidate of [join(place.home, 'socket'), join(tmpdir(), name), join('/tmp', name)]) {
    const fits = candidate.length <= longestSocketDirectory && plainPath.test(candidate)
    if (!fits || !(await claimSocketDirectory(candidate, place.account))) continue
    // A killed server leaves these; the process id in the second one may be a stranger's by now.
    for (const stale of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) await rm(join(candidate, stale), { force: true })
    return candidate
  }
  throw new EmbeddedPostgresError(
    'unreachable-place',
    `No directory with a short enough path was found for the PostgreSQL socket (tried ${place.home} and ${tmpdir()}).`,
  )
}

async function claimSocketDirectory(path: string, account: Account | undefined): Promise<boolean> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    // By handle, so that nobody can swap the directory for a link between the check and the change.
    const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
    try {
      const { uid } = await handle.stat()
      if (uid !== process.getuid?.() && uid !== account?.uid) return false
      if (account !== undefined) await handle.chown(account.uid, account.gid)
      await handle.chmod(0o700)
    } finally {
      await handle.close()
    }
    return await canEnter(account, path)
  } catch {
    return false
  }
}

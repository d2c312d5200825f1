import { spawn } from 'node:child_process'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './problem.ts'

/** The user a PostgreSQL process runs as. `undefined` wherever it is optional means: as ourselves. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string }

/** A finished child process: its exit code (-1 when it could not be started) and the end of what it wrote. */
export type Finished = { readonly code: number; readonly output: string }

// A dedicated user first: everything that runs as `nobody` can read what `nobody` owns.
const preferredNames = ['tanggap', 'postgres', '_postgres', 'nobody']

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** PostgreSQL refuses to run as root, and initdb wants its user to be listed in /etc/passwd. */
export async function chooseAccount(): Promise<Account> {
  const accounts = parsePasswd(await readFile('/etc/passwd', 'utf8'))
  for (const name of preferredNames) {
    const found = accounts.find((account) => account.name === name)
    if (found !== undefined) return found
  }
  throw new EmbeddedPostgresError(
    'unreachable-place',
    `PostgreSQL does not run as root, and /etc/passwd has none of the users ${preferredNames.join(', ')}. ` +
      'Create a user named tanggap, start the service as an ordinary user, or set DATABASE_URL.',
  )
}

function parsePasswd(text: string): Account[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    if (name === undefined || !(Number(uid) > 0)) return []
    return [{ name, uid: Number(uid), gid: Number(gid) }]
  })
}

export function asAccount(account: Account | undefined): { uid: number; gid: number } | Record<string, never> {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid }
}

// Nothing of our own environment may steer PostgreSQL (PGDATA, PGPORT, locale) or reach it (secrets).
export const bareEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export async function runAs(account: Account | undefined, command: string[], input = ''): Promise<Finished> {
  const [file = '', ...args] = command
  const child = spawn(file, args, { cwd: '/', env: bareEnvironment, stdio: 'pipe', ...asAccount(account) })
  let output = ''
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-4000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return await new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: -1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? -1, output }))
  })
}

// Asking the kernel beats reading mode bits: access lists, root squashing and noexec mounts count as well.
export async function canEnter(account: Account | undefined, directory: string): Promise<boolean> {
  return (await runAs(account, ['/bin/sh', '-c', 'cd "$1"', 'sh', directory])).code === 0
}

/** Whether a directory given to the account inside this one can be written by it. */
export async function canHoldDataOf(account: Account, directory: string): Promise<boolean> {
  const probe = await mkdtemp(join(directory, '.probe-'))
  try {
    await chown(probe, account.uid, account.gid)
    return (await runAs(account, ['/bin/sh', '-c', 'cd "$1" && : > probe', 'sh', probe])).code === 0
  } catch {
    return false
  } finally {
    await rm(probe, { recursive: true, force: true })
  }
}

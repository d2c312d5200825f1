import { readFileSync } from 'node:fs'
import { lchown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runAs } from './account.ts'
import { hashPath, type Place } from './place.ts'
import { waitUntil } from './waiting.ts'

/** What PostgreSQL itself says in postmaster.pid about the server of a data directory. */
export type PidFile = { readonly pid: number; readonly isReady: boolean }

export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  try {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** Shown by PostgreSQL in the titles of its processes, by which those of one directory are found again. */
export function nameCluster(cluster: string): string {
  return `tanggap-${hashPath(cluster)}`
}

/**
 * Ends what a killed predecessor left running in this data directory. The caller holds the lock,
 * so nobody is in charge of those processes any more.
 */
export async function endLeftovers(place: Place, log: (line: string) => void): Promise<void> {
  const pidFile = await readPidFile(place.cluster)
  if (pidFile === undefined) return
  const running = await listProcesses()
  const command = running.get(pidFile.pid)
  if (command?.includes(` -D ${place.cluster} `) === true) {
    log(`PostgreSQL: a server (process ${pidFile.pid}) outlived its service; stopping it`)
    await endServer(pidFile.pid)
    return
  }
  if (command !== undefined) await disownPidFile(place)
  const title = `postgres: ${nameCluster(place.cluster)}: `
  const orphans = [...running].filter(([, text]) => text.startsWith(title)).map(([pid]) => pid)
  if (orphans.length === 0) return
  log(`PostgreSQL: ${orphans.length} processes outlived their server; stopping them`)
  await endProcesses(orphans, ['SIGQUIT', 'SIGKILL'], 5_000)
}

/** Fast shutdown first (clients are cut off, everything is written), then immediate, then by force. */
export async function endServer(pid: number, patience = 20_000): Promise<void> {
  await endProcesses([pid], ['SIGINT', 'SIGQUIT', 'SIGKILL'], patience)
}

async function endProcesses(pids: number[], signals: NodeJS.Signals[], patience: number): Promise<void> {
  for (const signal of signals) {
    for (const pid of pids) send(pid, signal)
    if (await waitUntil(() => !pids.some(isAlive), patience)) return
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// A dead process that nobody reaps, as in a container without an init, still takes signals but has no command line.
function isAlive(pid: number): boolean {
  if (!send(pid, 0) || process.platform !== 'linux') return send(pid, 0)
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
  } catch {
    return send(pid, 0)
  }
}

/**
 * After a restart of the machine the recorded id may be that of a stranger, and PostgreSQL would refuse to start.
 * The file must stay, because it also leads PostgreSQL to shared memory that may be in use; so only the id changes,
 * to that of its parent (us), which PostgreSQL knows cannot be its rival.
 */
async function disownPidFile(place: Place): Promise<void> {
  const path = join(place.cluster, 'postmaster.pid')
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n')
  await rm(`${path}.new`, { force: true })
  await writeFile(`${path}.new`, [String(process.pid), ...rest].join('\n'), { mode: 0o600, flag: 'wx' })
  if (place.account !== undefined) await lchown(`${path}.new`, place.account.uid, place.account.gid)
  await rename(`${path}.new`, path)
}

// Command lines instead of working directories: the latter are hidden from root in an ordinary container.
async function listProcesses(): Promise<Map<number, string>> {
  return process.platform === 'linux' ? await listFromProc() : await listFromPs()
}

async function listFromProc(): Promise<Map<number, string>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid): Promise<[number, string]> => {
      const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return [Number(pid), raw.replaceAll('\0', ' ')]
    }),
  )
  return new Map(found)
}

async function listFromPs(): Promise<Map<number, string>> {
  const { output } = await runAs(undefined, ['/bin/ps', '-axww', '-o', 'pid=,command='])
  return new Map(
    output.split('\n').flatMap((line): [number, string][] => {
      const [, pid, command] = /^\s*(\d+) (.*)$/.exec(line) ?? []
      return pid === undefined ? [] : [[Number(pid), `${command} `]]
    }),
  )
}

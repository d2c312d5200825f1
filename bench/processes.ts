import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** The clock of /proc, in ticks a second; the kernel fixes it at 100 for everybody, but it can be asked. */
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).trim())

type Stat = { readonly pid: number; readonly parent: number; readonly own: number; readonly ended: number }

/** `own`: ticks of the process itself; `ended`: ticks of children that are gone and were waited for. */
export function parseStat(text: string): Stat {
  // The name stands in brackets and may hold spaces and brackets of its own.
  const after = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const field = (place: number): number => Number(after[place - 3])
  return { pid: Number(text.slice(0, text.indexOf(' '))), parent: field(4), own: field(14) + field(15), ended: field(16) + field(17) }
}

function readStats(): readonly Stat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [parseStat(readFileSync(`/proc/${name}/stat`, 'utf8'))]
      } catch {
        return [] // ended while we looked
      }
    })
}

function listFamily(stats: readonly Stat[], root: number): readonly Stat[] {
  const members = stats.filter(({ pid }) => pid === root)
  for (let place = 0; place < members.length; place += 1) members.push(...stats.filter(({ parent }) => parent === members[place]?.pid))
  return members
}

function sumTicks(root: number): number {
  return listFamily(readStats(), root).reduce((sum, { own, ended }) => sum + own + ended, 0)
}

/**
 * Processor time in milliseconds that a process and all it ever started have used. A child that ends while we look is
 * missed in its own line and in its parent's, so two looks in a row must agree within 20 ticks.
 */
export function readCpu(root: number): number {
  let before = sumTicks(root)
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const now = sumTicks(root)
    if (now >= before && now - before < 20) return (now * 1000) / ticksPerSecond
    before = now
  }
  return (before * 1000) / ticksPerSecond
}

function readKilobytes(path: string, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(path, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Resident memory of one process, in MB. */
export function readResident(pid: number): number {
  return readKilobytes(`/proc/${pid}/status`, 'VmRSS') / 1024
}

/** The most that one process ever had resident, in MB. */
export function readPeakResident(pid: number): number {
  return readKilobytes(`/proc/${pid}/status`, 'VmHWM') / 1024
}

/** Memory of a process and its children in MB, each shared page counted once. */
export function readProportional(root: number): number {
  return listFamily(readStats(), root).reduce((sum, { pid }) => sum + readKilobytes(`/proc/${pid}/smaps_rollup`, 'Pss'), 0) / 1024
}

/** The share of the machine that anybody used between two looks, as load average: a busy machine makes latencies, not processor times, worse. */
export function readLoad(): number {
  return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0])
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildProgram } from '../scripts/build-program.ts'
import { makeDataFolder, startProgram } from './program.ts'

// The command of the documents with its own PostgreSQL, ended as a supervisor ends it: by a signal to the one process that it knows.
let data: Awaited<ReturnType<typeof makeDataFolder>>
beforeAll(async () => {
  await buildProgram()
  data = await makeDataFolder()
})
afterAll(() => data.remove())

/** Processes that name the data folder in their command line or their environment: the program's and PostgreSQL's. */
function listProcesses(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const read = (file: string): string => {
        try {
          return readFileSync(`/proc/${name}/${file}`, 'utf8')
        } catch {
          // Gone since it was listed, or somebody else's.
          return ''
        }
      }
      const command = read('cmdline')
      return command.includes(data.path) || read('environ').includes(data.path) ? [command.replaceAll('\0', ' ')] : []
    })
}

test.skipIf(!existsSync('/proc')).each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s to `tanggap start` ends the service in order, and leaves no process behind, PostgreSQL included',
  async (signal) => {
    const program = await startProgram({ TANGGAP_DATA: data.path }, 'scripts/tanggap.mjs')
    const running = listProcesses()
    expect(running.some((command) => command.includes('tanggap.mjs'))).toBe(true)
    expect(running.some((command) => command.includes('build/tanggap.js'))).toBe(true)
    expect(running.some((command) => command.includes('postgres'))).toBe(true)
    expect(await program.stop(signal), program.output()).toBe(0)
    expect(program.output()).toContain('Stopped.')
    expect(listProcesses()).toEqual([])
    expect(existsSync(join(data.path, 'running.json'))).toBe(false)
    expect(existsSync(join(data.path, 'postgres', 'postmaster.pid'))).toBe(false)
  },
  120_000,
)

test.skipIf(!existsSync('/proc'))(
  '`tanggap` ends with the code of what it ran, and by the signal that ended it',
  async () => {
    const program = await startProgram({ TANGGAP_DATA: data.path }, 'scripts/tanggap.mjs')
    const service = /"pid":\s*(\d+)/.exec(readFileSync(join(data.path, 'running.json'), 'utf8'))?.[1]
    process.kill(Number(service), 'SIGKILL')
    expect(await program.ended()).toBe('SIGKILL')
  },
  120_000,
)

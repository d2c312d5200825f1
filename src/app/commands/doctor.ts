import { systemClock } from '../../platform/clock.ts'
import { readSettings } from '../../platform/config.ts'
import { openDatabaseServer } from '../database-server.ts'
import { examine } from '../doctor.ts'
import { say } from './session.ts'

const marks = { good: 'ok     ', warning: 'WARNING', wrong: 'WRONG  ' } as const

/** Says what is misconfigured and how to mend it. Exit code 1 when something is wrong. */
export async function doctor(): Promise<void> {
  const settings = readSettings()
  // Not through the opening of the service, which migrates: who asks what is wrong has not asked for a change.
  const server = await openDatabaseServer(settings, (line) => process.stderr.write(`  ${line}\n`), { join: true })
  try {
    const findings = await examine(settings, server.ownerUrl, systemClock.now())
    for (const { level, what, advice } of findings) {
      say(`${marks[level]} ${what}`)
      if (advice !== undefined) say(`        -> ${advice}`)
    }
    if (findings.some(({ level }) => level === 'wrong')) process.exitCode = 1
  } finally {
    await server.stop()
  }
}

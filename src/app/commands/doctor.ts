import { examine } from '../doctor.ts'
import { say, withService } from './session.ts'

const marks = { good: 'ok     ', warning: 'WARNING', wrong: 'WRONG  ' } as const

/** Says what is misconfigured and how to mend it. Exit code 1 when something is wrong. */
export async function doctor(): Promise<void> {
  await withService(async ({ services, server }, settings) => {
    const findings = await examine(settings, server.ownerUrl, services.clock.now())
    for (const { level, what, advice } of findings) {
      say(`${marks[level]} ${what}`)
      if (advice !== undefined) say(`        -> ${advice}`)
    }
    if (findings.some(({ level }) => level === 'wrong')) process.exitCode = 1
  })
}

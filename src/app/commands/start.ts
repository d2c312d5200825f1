import { readSettings } from '../../platform/config.ts'
import { describeDemoAccounts, ensureDemo } from '../demo/index.ts'
import { runService } from '../running.ts'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Ctrl-C reaches the whole group at once, and whoever started this one hands it on too: what comes so soon after the first is the same. */
const sameSignalMs = 1000

/** Starts the service and stays until it is told to stop. A second signal does not wait. */
export async function start(): Promise<void> {
  const settings = readSettings()
  const begun = performance.now()
  const running = await runService(
    settings,
    (line) => say(`  ${line}`),
    async ({ services, applied }) => {
      if (applied.length > 0) say(`  ${applied.length} migrations applied`)
      if (settings.demo) for (const line of await ensureDemo(services)) say(`  ${line}`)
    },
  )
  say('')
  say(`  Tanggap is running (after ${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  say(`  For the public    ${settings.publicUrl}/`)
  say(`  For officers      ${settings.publicUrl}/petugas`)
  if (settings.smtpUrl === null)
    say(`  Mails             no SMTP_URL: kept in the local outbox, ${settings.publicUrl}/petugas/admin/kotak-keluar`)
  if (settings.demo) for (const line of describeDemoAccounts()) say(`  ${line}`)
  say('')
  say('  Ctrl-C stops everything; the data stay.')
  const ended = new Promise<void>((resolve, reject) => {
    let askedAt: number | null = null
    const stop = (): void => {
      if (askedAt !== null) {
        if (performance.now() - askedAt > sameSignalMs) process.exit(130)
        return
      }
      askedAt = performance.now()
      say('  Stopping …')
      running.stop().then(resolve, reject)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    process.on('SIGHUP', stop)
  })
  await ended
  say('  Stopped.')
}

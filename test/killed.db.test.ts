import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildProgram } from '../scripts/build-program.ts'
import { startHangingServer, startMailServer } from './mail-server.ts'
import { makeDataFolder, type Program, startProgram, submitTo } from './program.ts'
import { createTestService, type TestService } from './service.ts'

// The real program, as a process of its own, killed by the kernel. Only the database outlives it.
let service: TestService
let data: Awaited<ReturnType<typeof makeDataFolder>>
const programs: Program[] = []
beforeAll(async () => {
  await buildProgram()
  service = await createTestService()
  data = await makeDataFolder()
})
afterAll(async () => {
  await Promise.all(programs.map((program) => program.kill()))
  await data.remove()
  await service.close()
})

async function start(smtpPort: number): Promise<Program> {
  const program = await startProgram({ DATABASE_URL: service.ownerUrl, TANGGAP_DATA: data.path, SMTP_URL: `smtp://127.0.0.1:${smtpPort}` })
  programs.push(program)
  return program
}

async function waitFor(isDone: () => boolean | Promise<boolean>): Promise<void> {
  const limit = performance.now() + 30_000
  while (!(await isDone())) {
    if (performance.now() > limit) throw new Error('did not come about in time')
    await sleep(25)
  }
}

async function countJobs(where: string): Promise<number> {
  const { rows } = await service.owner.query<{ count: number }>(
    `select count(*)::int as count from graphile_worker._private_jobs where ${where}`,
  )
  return rows[0]?.count ?? 0
}

/** Four programs are started here, and a busy machine takes its time for each. */
const patience = 180_000
const canary = 'canary.siti@example.org'

test(
  'C10 C14: kill -9 while the mail is being sent: another process, that was there all along, sends it once within seconds',
  async () => {
    const hanging = await startHangingServer()
    const server = await startMailServer()
    const [first, second] = await Promise.all([start(hanging.port), start(server.port)])
    // Only the first one can take the job, and it hangs at its mail server.
    second.pause()
    const { number, accessCode } = await submitTo(first, { email: canary, text: 'canary-words', name: 'Demo Canary' })
    await waitFor(() => hanging.callers() === 1)
    expect(await countJobs('locked_at is not null')).toBe(1)
    await first.kill()
    const killedAt = performance.now()
    second.resume()
    await waitFor(() => server.arrived.length > 0)
    expect(performance.now() - killedAt).toBeLessThan(15_000)
    await waitFor(async () => (await countJobs('true')) === 0)
    expect(server.arrived.map(({ parsed }) => parsed.subject)).toEqual([`Laporan ${number} sudah kami terima`])
    expect(server.arrived[0]?.source).not.toContain(accessCode)
    await second.stop()
    await Promise.all([server.close(), hanging.close()])
    const { rows } = await service.owner.query('select state, attempts from notification_mail')
    expect(rows).toEqual([{ state: 'sent', attempts: 1 }])
    const output = first.output() + second.output()
    expect(output).toContain('Tanggap is running')
    expect(output).not.toMatch(/canary/i)
    expect(output).not.toContain(accessCode)
    expect(output).not.toContain('DeprecationWarning')
  },
  patience,
)

test(
  'C10: kill -9 between commit and mail: after a restart there is exactly one',
  async () => {
    const server = await startMailServer()
    const first = await start(server.port)
    // Holds the listener up at its first write, so that the report is committed and nothing after it is.
    await service.owner.query('begin')
    await service.owner.query('lock table notification_mail in exclusive mode')
    const { number } = await submitTo(first)
    await waitFor(async () => (await countJobs('locked_at is not null')) === 1)
    await first.kill()
    await service.owner.query('commit')
    await sleep(300)
    const { rows } = await service.owner.query('select id from notification_mail where state <> $1', ['sent'])
    expect(rows).toEqual([])
    expect(server.arrived).toEqual([])
    const second = await start(server.port)
    await waitFor(() => server.arrived.length > 0)
    await waitFor(async () => (await countJobs('true')) === 0)
    expect(server.arrived.map(({ parsed }) => parsed.subject)).toEqual([`Laporan ${number} sudah kami terima`])
    await second.stop()
    await server.close()
  },
  patience,
)

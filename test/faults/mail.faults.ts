import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { buildProgram } from '../../scripts/build-program.ts'
import { type MailServer, startHangingServer, startMailServer } from '../mail-server.ts'
import { submitDemo } from '../mail-service.ts'
import { makeDataFolder, type Program, startProgram, submitTo } from '../program.ts'
import { createTestService, type TestService } from '../service.ts'

const mails = 1000
/** Mails that one process has in the air at once (JOB_CONCURRENCY): so many may go out again when it is killed. */
const inTheAir = 3

const toClose: (() => Promise<void>)[] = []
beforeAll(() => buildProgram())
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

async function waitFor(isDone: () => boolean | Promise<boolean>, seconds = 300): Promise<void> {
  const limit = performance.now() + seconds * 1000
  while (!(await isDone())) {
    if (performance.now() > limit) throw new Error('did not come about in time')
    await sleep(25)
  }
}

async function start(environment: Readonly<Record<string, string>>): Promise<Program> {
  const program = await startProgram(environment)
  toClose.push(program.kill)
  return program
}

async function openMailServer(port = 0): Promise<MailServer> {
  const server = await startMailServer(port)
  toClose.push(server.close)
  return server
}

type Ground = { readonly service: TestService; readonly server: MailServer; readonly startOne: () => Promise<Program> }

/** Reports are committed with nothing running that could send: their mails wait in the queue. */
async function prepareFlood(): Promise<Ground> {
  const service = await createTestService({ at: new Date().toISOString() })
  toClose.push(service.close)
  const server = await openMailServer()
  const data = await makeDataFolder()
  toClose.push(data.remove)
  for (let count = 0; count < mails; count += 1) await submitDemo(service.services)
  const environment = {
    DATABASE_URL: service.ownerUrl,
    TANGGAP_DATA: data.path,
    MASTER_SECRET_FILE: service.services.settings.masterSecretFile,
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
  }
  return { service, server, startOne: () => start(environment) }
}

async function waitUntilSent({ service }: Ground): Promise<void> {
  await waitFor(async () => (await service.owner.query('select from graphile_worker._private_jobs')).rowCount === 0)
  // A late second copy would still be on its way.
  await sleep(3000)
}

async function countStates({ service }: Ground): Promise<readonly unknown[]> {
  return (await service.owner.query('select state, count(*)::int as count from notification_mail group by state')).rows
}

/** How often each mail arrived, by its Message-ID, which is the same at every attempt. */
function countArrivals(server: MailServer): readonly number[] {
  const counts = new Map<string, number>()
  for (const { parsed } of server.arrived) counts.set(parsed.messageId ?? '', (counts.get(parsed.messageId ?? '') ?? 0) + 1)
  return [...counts.values()]
}

test('C10: a thousand waiting mails and two processes: each mail exactly once', async () => {
  const ground = await prepareFlood()
  await Promise.all([ground.startOne(), ground.startOne()])
  const begun = performance.now()
  await waitFor(() => ground.server.arrived.length >= mails)
  console.log(`${mails} mails in ${((performance.now() - begun) / 1000).toFixed(1)} s after two processes were up`)
  await waitUntilSent(ground)
  expect(ground.server.arrived).toHaveLength(mails)
  expect(countArrivals(ground.server)).toEqual(Array.from({ length: mails }, () => 1))
  expect(await countStates(ground)).toEqual([{ state: 'sent', count: mails }])
})

test('C10: the same with one process killed in the middle: none is lost, and what goes out twice was in the air and has one Message-ID', async () => {
  const ground = await prepareFlood()
  const [victim] = await Promise.all([ground.startOne(), ground.startOne()])
  await waitFor(() => ground.server.arrived.length > mails / 4)
  await victim.kill()
  const killedAt = ground.server.arrived.length
  await waitUntilSent(ground)
  const counts = countArrivals(ground.server)
  const twice = counts.filter((count) => count > 1)
  console.log(`killed after ${killedAt} mails; ${twice.length} went out twice`)
  expect(killedAt).toBeLessThan(mails)
  expect(counts).toHaveLength(mails)
  expect(twice.length).toBeLessThanOrEqual(inTheAir)
  expect(twice.every((count) => count === 2)).toBe(true)
  expect(await countStates(ground)).toEqual([{ state: 'sent', count: mails }])
})

test('C10: kill -9 between commit and send, the embedded database dying too: exactly one mail after the restart', async () => {
  const data = await makeDataFolder()
  toClose.push(data.remove)
  const hanging = await startHangingServer()
  const first = await start({ TANGGAP_DATA: data.path, SMTP_URL: `smtp://127.0.0.1:${hanging.port}` })
  const { number } = await submitTo(first)
  await waitFor(() => hanging.callers() === 1)
  await first.kill()
  await hanging.close()
  const server = await openMailServer(hanging.port)
  const begun = performance.now()
  const second = await start({ TANGGAP_DATA: data.path, SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  await waitFor(() => server.arrived.length > 0)
  console.log(`sent ${((performance.now() - begun) / 1000).toFixed(1)} s after the restart began`)
  await sleep(6000)
  expect(server.arrived.map(({ parsed }) => parsed.subject)).toEqual([`Laporan ${number} sudah kami terima`])
  await second.stop()
})

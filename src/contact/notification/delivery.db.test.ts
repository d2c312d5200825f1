import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../../../test/mail-server.ts'
import { demoAddress, startMailWorkers, submitDemo, withMailServer } from '../../../test/mail-service.ts'
import { createTestService, startJobs, type TestService } from '../../../test/service.ts'
import { createWork } from '../../platform/jobs.ts'
import { MailError } from '../../platform/mail.ts'
import { type Delivery, readDeliveries } from './index.ts'
import { recoverByMail, sendMail } from './jobs.ts'
import { mostAttempts } from './rules.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
})
afterAll(() => service.close())

const toClose: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

async function openServer(port = 0): Promise<MailServer> {
  const server = await startMailServer(port)
  toClose.push(server.close)
  return server
}

async function startWorkers(port: number): Promise<void> {
  toClose.push(await startMailWorkers(service, port))
}

async function readState(ticketId: string): Promise<Delivery | null> {
  return (await service.as(null, (ctx) => readDeliveries(ctx, ticketId)))[0] ?? null
}

async function waitFor<T>(look: () => Promise<T | false | null> | T | false | null, milliseconds = 20_000): Promise<T> {
  const end = performance.now() + milliseconds
  for (;;) {
    const found = await look()
    if (found !== false && found !== null) return found
    if (performance.now() > end) throw new Error('did not come about in time')
    await sleep(25)
  }
}

describe('over a real mail server', () => {
  test('C1 C6: a receipt arrives in the language of the report, as text and HTML, without the code', async () => {
    const server = await openServer()
    await startWorkers(server.port)
    const receipt = await submitDemo(service.services, { language: 'en' })
    await waitFor(() => server.arrived.length === 1)
    const { parsed, to, source } = server.arrived[0] ?? { parsed: null, to: [], source: '' }
    expect(to).toEqual([demoAddress])
    expect(parsed?.subject).toBe(`We have received your report ${receipt.number}`)
    expect(parsed?.headers.get('content-language')).toBe('en')
    expect(parsed?.text).toContain(receipt.number)
    expect(parsed?.html).toContain(receipt.number)
    expect(source).not.toContain(receipt.accessCode)
    // Nothing that tells anybody that the mail was opened, and no address but our own.
    expect(parsed?.html).not.toMatch(/<img|<script|background=|url\(/i)
    expect([...String(parsed?.html).matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'http://127.0.0.1:8080/lacak',
      'http://127.0.0.1:8080',
    ])
    expect(await waitFor(async () => ((await readState(receipt.id))?.state === 'sent' ? readState(receipt.id) : null))).toMatchObject({
      attempts: 1,
      problem: null,
    })
  })

  test('C14: once a mail is sent, its address and words are nowhere any more', async () => {
    const server = await openServer()
    await startWorkers(server.port)
    const receipt = await submitDemo(service.services)
    await waitFor(async () => (await readState(receipt.id))?.state === 'sent')
    const { rows } = await service.owner.query('select sealed from notification_mail where ticket_id = $1', [receipt.id])
    expect(rows).toEqual([{ sealed: null }])
  })

  test('a mail that is put off by the server is sent exactly once, by the queue’s own retry', async () => {
    const server = await openServer()
    server.refuse(451, 1)
    await startWorkers(server.port)
    const receipt = await submitDemo(service.services)
    await waitFor(() => server.refusals() === 1)
    const waiting = await waitFor(async () => {
      const state = await readState(receipt.id)
      return state?.attempts === 1 ? state : null
    })
    expect(waiting).toMatchObject({ state: 'queued', problem: 'smtp_451', sentAt: null })
    await waitFor(async () => (await readState(receipt.id))?.state === 'sent')
    expect(await readState(receipt.id)).toMatchObject({ attempts: 2, problem: null })
    expect(server.arrived).toHaveLength(1)
  })

  test('while the mail server is down the mail waits in sight, and goes out when it is back', async () => {
    const gone = await startMailServer()
    await gone.close()
    await startWorkers(gone.port)
    const receipt = await submitDemo(service.services)
    const waiting = await waitFor(async () => {
      const state = await readState(receipt.id)
      return state?.attempts === 1 ? state : null
    })
    expect(waiting).toMatchObject({ state: 'queued', problem: 'ESOCKET' })
    const back = await openServer(gone.port)
    await waitFor(async () => (await readState(receipt.id))?.state === 'sent')
    expect(back.arrived).toHaveLength(1)
  })

  test('a mail that the server will never take has failed at once, and is not tried again', async () => {
    const server = await openServer()
    server.refuse(550, 9)
    await startWorkers(server.port)
    const receipt = await submitDemo(service.services)
    await waitFor(async () => (await readState(receipt.id))?.state === 'failed')
    expect(await readState(receipt.id)).toMatchObject({ attempts: 1, problem: 'smtp_550' })
    await sleep(200)
    const { rows } = await service.owner.query('select from graphile_worker._private_jobs')
    expect(rows).toHaveLength(0)
    expect(server.refusals()).toBe(1)
  })

  test('C14: a failing mail leaves neither address nor words in log, queue or errors', async () => {
    const lines: string[] = []
    const services = {
      ...withMailServer(service.services, 1),
      log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    }
    const workers = await startJobs(services, service.ownerUrl)
    toClose.push(workers.stop)
    const receipt = await submitDemo(service.services, {
      contact: { name: 'Demo Canary', email: 'canary@example.org', phone: '0812-canary' },
      text: 'canary-words',
    })
    await waitFor(async () => (await readState(receipt.id))?.attempts === 1)
    await waitFor(
      async () => (await service.owner.query('select from graphile_worker._private_jobs where last_error is not null')).rowCount === 1,
    )
    const { rows } = await service.owner.query('select row_to_json(j)::text as text from graphile_worker._private_jobs j')
    await service.owner.query('delete from graphile_worker._private_jobs where locked_at is null')
    expect(lines.join('')).toContain('notification.send')
    expect(lines.join('') + JSON.stringify(rows)).not.toMatch(/canary/i)
    expect(lines.join('') + JSON.stringify(rows)).not.toContain(receipt.number)
  })
})

/** One attempt in this process, without the queue's timing. */
async function tryOnce(port: number, ticketId: string): Promise<unknown> {
  const services = withMailServer(service.services, port)
  const mailId = (await readState(ticketId))?.id
  try {
    return await sendMail.run(createWork(services, sendMail.name), { mailId })
  } catch (error) {
    return error
  } finally {
    services.mailer.close()
  }
}

async function writeMail(): Promise<string> {
  const receipt = await submitDemo(service.services)
  const { rows } = await service.owner.query<{ payload: Record<string, unknown> }>(
    'delete from graphile_worker._private_jobs returning payload',
  )
  const tell = service.services.publisher.jobs.find(({ name }) => name === 'notification.tell')
  for (const { payload } of rows) await tell?.run(createWork(service.services, 'notification.tell'), payload)
  await service.owner.query('delete from graphile_worker._private_jobs')
  return receipt.id
}

describe('attempts', () => {
  test('are counted, and after the last one the mail is given up', async () => {
    const server = await openServer()
    server.refuse(451, 99)
    const ticketId = await writeMail()
    await service.owner.query('update notification_mail set attempts = $2 where ticket_id = $1', [ticketId, mostAttempts - 2])
    expect(await tryOnce(server.port, ticketId)).toBeInstanceOf(MailError)
    expect(await readState(ticketId)).toMatchObject({ state: 'queued', attempts: mostAttempts - 1 })
    expect(await tryOnce(server.port, ticketId)).toBeUndefined()
    expect(await readState(ticketId)).toMatchObject({ state: 'failed', attempts: mostAttempts, problem: 'smtp_451' })
  })

  test('two processes that try the same mail at the same moment send it once', async () => {
    const server = await openServer()
    const ticketId = await writeMail()
    await Promise.all([1, 2, 3, 4].map(() => tryOnce(server.port, ticketId)))
    expect(server.arrived).toHaveLength(1)
    expect(await readState(ticketId)).toMatchObject({ state: 'sent', attempts: 1 })
  })

  test('a link that is too old is not sent any more', async () => {
    const server = await openServer()
    const receipt = await submitDemo(service.services)
    await service.owner.query('delete from graphile_worker._private_jobs')
    const sealedToken = service.services.keyring.seal('recovery-token', 'demo', receipt.id).toString('base64')
    await recoverByMail.run(createWork(service.services, 'demo'), { ticketId: receipt.id, sealedToken, language: 'id' })
    service.clock.advance(16 * 60_000)
    await tryOnce(server.port, receipt.id)
    expect(await readState(receipt.id)).toMatchObject({ state: 'failed', problem: 'expired' })
    expect(server.arrived).toHaveLength(0)
  })

  test('a mail that was moved to another row is not sent to the wrong person', async () => {
    const server = await openServer()
    const [first, second] = [await writeMail(), await writeMail()]
    await service.owner.query(
      'update notification_mail a set sealed = b.sealed from notification_mail b where a.ticket_id = $1 and b.ticket_id = $2',
      [first, second],
    )
    await tryOnce(server.port, first)
    expect(await readState(first)).toMatchObject({ state: 'failed', problem: 'unreadable' })
    expect(server.arrived).toHaveLength(0)
  })
})

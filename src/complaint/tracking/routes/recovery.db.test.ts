import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Client } from '../../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../../test/complainant.ts'
import { createTestService, type TestService } from '../../../../test/service.ts'
import { createWork } from '../../../platform/jobs.ts'
import { composeNumber } from '../../record/rules.ts'
import { openRecoveryToken, type RecoveryMail, type RecoveryRequest } from '../actions/recover.ts'
import { sendRecovery } from '../jobs.ts'

const email = 'demo.kenari@contoh.id'
let service: TestService
let report: SentReport
beforeAll(async () => {
  service = await createTestService()
  report = await sendReport(service, { contact: { name: 'Demo Kenari', email, phone: '' } })
})
beforeEach(async () => {
  await service.owner.query('delete from platform_limit')
  await service.owner.query('delete from graphile_worker._private_jobs')
})
afterAll(() => service.close())

type Queued = { readonly name: string; readonly payload: unknown }

async function queued(): Promise<Queued[]> {
  const { rows } = await service.owner.query<Queued>(
    'select t.identifier as name, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id',
  )
  return rows
}

async function ask(number: string, address: string): Promise<{ client: Client; status: number; body: string }> {
  const client = new Client(service.app)
  await client.get('/lacak/pemulihan')
  const { status, body } = await client.post('/lacak/pemulihan', { number, email: address })
  return { client, status, body }
}

/** Does the tracking job that is waiting, as often as told, and returns the mails it asks for. */
async function runRequest(times = 1): Promise<RecoveryMail[]> {
  const [request] = (await queued()).filter(({ name }) => name === 'tracking.send-recovery')
  for (let time = 0; time < times; time += 1)
    await sendRecovery.run(createWork(service.services, 'test'), request?.payload as RecoveryRequest)
  return (await queued()).filter(({ name }) => name === 'notification.recovery').map(({ payload }) => payload as RecoveryMail)
}

async function getLink(): Promise<string> {
  await ask(report.number, email)
  const [mail] = await runRequest()
  if (!mail) throw new Error('no mail')
  return `/lacak/pemulihan/${openRecoveryToken(service.services, mail)}`
}

function strip(body: string): string {
  return body.replace(/name="_csrf" value="[^"]+"/g, '').replace(/nonce="[^"]+"/g, '')
}

describe('P7: number and e-mail never open a report by themselves', () => {
  test('known or not, the page is the same to the byte and what is queued looks the same', async () => {
    const pages = []
    for (const [number, address] of [
      [report.number, email],
      [report.number, 'lain@contoh.id'],
      [composeNumber(2026, 1), email],
    ] as const) {
      const { status, body } = await ask(number, address)
      expect(status).toBe(200)
      pages.push(strip(body))
      await service.owner.query('delete from platform_limit')
    }
    expect(new Set(pages).size).toBe(1)
    const jobs = await queued()
    expect(jobs.map(({ name }) => name)).toEqual(['tracking.send-recovery', 'tracking.send-recovery', 'tracking.send-recovery'])
    expect(JSON.stringify(jobs)).not.toMatch(/kenari|contoh|26-/i)
  })

  test('only the right address of the right number gets a link, and one however often the job runs', async () => {
    await ask(report.number, 'lain@contoh.id')
    expect(await runRequest()).toEqual([])
    await service.owner.query('delete from graphile_worker._private_jobs')
    await ask(report.number, ` Demo.Kenari@CONTOH.id `)
    const mails = await runRequest(3)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ ticketId: report.id, language: 'id' })
    const token = mails[0] ? openRecoveryToken(service.services, mails[0]) : ''
    expect(JSON.stringify(await queued())).not.toContain(token)
  })

  test('a report without identity has no such way', async () => {
    const unidentified = await sendReport(service, { unidentified: true, contact: { name: '', email, phone: '' } })
    await ask(unidentified.number, email)
    expect(await runRequest()).toEqual([])
  })

  test('opening the link does nothing, pressing the button opens the report, once', async () => {
    const link = await getLink()
    const client = new Client(service.app)
    for (let look = 0; look < 3; look += 1) expect((await client.get(link)).body).toContain('Buka laporan sekarang')
    expect((await client.get('/lacak/laporan')).location).toBe('/lacak')
    await client.get(link)
    expect((await client.post(link)).location).toBe('/lacak/laporan')
    expect((await client.get('/lacak/laporan')).body).toContain(report.number)
    const other = new Client(service.app)
    await other.get(link)
    const again = await other.post(link)
    expect([again.status, again.body.includes('tidak berlaku lagi')]).toEqual([410, true])
    expect((await other.get('/lacak/laporan')).location).toBe('/lacak')
  })

  test('of two who press at once, one gets in', async () => {
    const link = await getLink()
    const clients = [new Client(service.app), new Client(service.app)]
    for (const client of clients) await client.get(link)
    const answers = await Promise.all(clients.map((client) => client.post(link)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  })

  test('after fifteen minutes it is too late', async () => {
    const link = await getLink()
    const client = new Client(service.app)
    await client.get(link)
    service.clock.advance(15 * 60_000)
    expect((await client.post(link)).status).toBe(410)
  })

  test('only a hash of the link is stored', async () => {
    const link = await getLink()
    const { rows } = await service.owner.query('select token_hash from tracking_recovery')
    expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1))
    expect((await new Client(service.app).get('/lacak/pemulihan/zu-kurz')).status).toBe(404)
  })
})

describe('a new access code', () => {
  test('can be made once after a link; the old code and every other session stop working', async () => {
    const own = await sendReport(service, { contact: { name: '', email: 'dua@contoh.id', phone: '' } })
    const thief = new Client(service.app)
    await enterReport(thief, own)
    await ask(own.number, 'dua@contoh.id')
    const [mail] = await runRequest()
    const link = `/lacak/pemulihan/${mail ? openRecoveryToken(service.services, mail) : ''}`
    const client = new Client(service.app)
    await client.get(link)
    await client.post(link)
    expect((await client.get('/lacak/laporan')).body).toContain('Buat kode akses baru')
    const made = await client.post('/lacak/laporan/kode')
    expect(made.status).toBe(200)
    const accessCode =
      /id="code"[^>]*>(.*?)<\/p>/s
        .exec(made.body)?.[1]
        ?.replace(/<[^>]+>/g, '')
        .trim() ?? ''
    expect(accessCode).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    expect((await thief.get('/lacak/laporan')).location).toBe('/lacak')
    const after = await client.get('/lacak/laporan')
    expect(after.body).not.toContain('Buat kode akses baru')
    expect(after.body).toContain('Kode akses diganti')
    expect((await client.post('/lacak/laporan/kode')).status).toBe(409)
    await enterReport(new Client(service.app), { ...own, accessCode })
    await expect(enterReport(new Client(service.app), own)).rejects.toThrow('422')
  })

  test('cannot be made by somebody who came in with the code', async () => {
    const client = new Client(service.app)
    await enterReport(client, report)
    await client.get('/lacak/laporan')
    expect((await client.post('/lacak/laporan/kode')).status).toBe(409)
  })
})

describe('B5: asking', () => {
  test('three times an hour by address and by number; then 429 with Retry-After', async () => {
    const statuses = []
    for (let time = 0; time < 4; time += 1) statuses.push((await ask(composeNumber(2026, 100 + time), email)).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    service.clock.advance(60 * 60_000)
    expect((await ask(report.number, email)).status).toBe(200)
  })

  test('slips are told by field and kept', async () => {
    const { status, body } = await ask('26-1111', 'tanpa-at')
    expect(status).toBe(422)
    for (const words of ['26-4839-2075-C', 'nama@contoh.id', 'value="26-1111"', 'value="tanpa-at"']) expect(body).toContain(words)
    expect(await queued()).toEqual([])
  })
})

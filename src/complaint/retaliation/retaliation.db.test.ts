import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client, openSession } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { composeKeyholder } from '../../access/accounts/rules.ts'
import { createWork } from '../../platform/jobs.ts'
import { ok } from '../../platform/result.ts'
import { changeInTime } from '../deadlines/index.ts'
import { askPage } from './actions/ask.ts'

const day = 86_400_000
const worse = { treated: 'worse', pressed: 'no', words: 'Paspor saya ditahan karena kanarimerah.' }

let service: TestService
let patnal: string
let bitung: string
let tarakan: string
let dian: Console
let colleague: Console
let rani: Console

beforeAll(async () => {
  service = await createTestService()
  patnal = await findOffice(service, 'PATNAL')
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  const helping = { role: 'compliance', officeId: patnal }
  dian = await openConsole(service, [helping], 'Demo Dian')
  colleague = await openConsole(service, [helping], 'Demo Dewi')
  rani = await openConsole(service, [{ role: 'handler', officeId: tarakan }, helping], 'Demo Rani')
  await openConsole(service, [{ role: 'compliance', officeId: await findOffice(service, 'DITJEN') }], 'Demo Indah')
})
afterAll(() => service.close())

/** Months pass here, and no session outlives a day. */
async function signIn({ officer }: Console): Promise<Client> {
  const client = new Client(service.app)
  await openSession(service, client, officer.id)
  await client.get('/petugas')
  return client
}

type Changes = Parameters<typeof sendReport>[1]

const withdraw = ({ id }: SentReport) =>
  service.as(composeKeyholder(id), (ctx) => changeInTime<never>(ctx, id, () => ok([{ type: 'ticket.withdrawn', payload: { words: '' } }])))

/** A report about staff that its complainant took back: the shortest way to an end. */
async function endReport(changes: Changes = {}): Promise<SentReport> {
  const report = await sendReport(service, {
    category: 'INT.01',
    officeId: bitung,
    text: 'Petugas loket meminta uang.',
    contact: { name: 'Demo Kenanga', email: 'kenanga@contoh.example', phone: '' },
    ...changes,
  })
  const named = await (await signIn(dian)).post(`/petugas/laporan/${report.id}/terlapor`, {
    officers: rani.officer.id,
    office: tarakan,
    name: 'Petugas R',
  })
  expect(named.status).toBe(303)
  await withdraw(report)
  await service.runJobs()
  return report
}

async function ask(days: number): Promise<void> {
  service.clock.advance(days * day)
  await service.runJob('retaliation.ask')
  await service.runJobs()
}

async function readMails(ticketId: string): Promise<string[]> {
  const { rows } = await service.owner.query<{ template: string }>('select template from notification_mail where ticket_id = $1', [
    ticketId,
  ])
  return rows.map(({ template }) => template).filter((template) => template === 'treatment')
}

async function readOpened(ticketId: string) {
  const { rows } = await service.owner.query<{ id: string; number: string; office_id: string; restricted: boolean; body: string }>(
    `select t.id, t.number, t.office_id, t.restricted, t.body from retaliation_answer a join record_ticket t on t.id = a.opened_ticket_id
     where a.ticket_id = $1`,
    [ticketId],
  )
  return rows
}

async function enter(report: Pick<SentReport, 'number' | 'accessCode'>): Promise<Client> {
  const browser = new Client(service.app)
  await enterReport(browser, { id: '', ...report })
  return browser
}

async function openQuestions(report: SentReport): Promise<Client> {
  const browser = await enter(report)
  await browser.get('/lacak/laporan/keadaan')
  return browser
}

describe('C23: the questions after a report about staff', () => {
  test('come on the 30th and 90th day, and a mail says so without a word of the matter', async () => {
    const report = await endReport()
    await ask(29)
    expect(await readMails(report.id)).toEqual([])
    expect((await (await enter(report)).get('/lacak/laporan')).body).not.toContain('/lacak/laporan/keadaan')
    await ask(1)
    await ask(0)
    expect(await readMails(report.id)).toEqual(['treatment'])
    const browser = await enter(report)
    expect((await browser.get('/lacak/laporan')).body).toContain('/lacak/laporan/keadaan')
    await browser.get('/lacak/laporan/keadaan')
    const answered = await browser.post('/lacak/laporan/keadaan', { treated: 'same', pressed: 'no' })
    expect([answered.status, answered.location]).toEqual([303, '/lacak/laporan'])
    expect((await browser.get('/lacak/laporan')).body).not.toContain('/lacak/laporan/keadaan')
    expect(await readOpened(report.id)).toEqual([])
    await ask(60)
    expect(await readMails(report.id)).toEqual(['treatment', 'treatment'])
    expect((await (await enter(report)).get('/lacak/laporan')).body).toContain('/lacak/laporan/keadaan')
  })

  test('C12: go by mail to nobody who is anonymous or unknown, and wait for them on their page', async () => {
    const reports = [await endReport({ anonymous: true }), await endReport({ unidentified: true })]
    await ask(30)
    for (const report of reports) {
      expect(await readMails(report.id)).toEqual([])
      expect((await (await enter(report)).get('/lacak/laporan')).body).toContain('/lacak/laporan/keadaan')
    }
  })

  test('are not put after an ordinary report, nor while the matter is open again', async () => {
    const ordinary = await sendReport(service, { category: 'PSP.01', officeId: bitung })
    await withdraw(ordinary)
    const opened = await endReport()
    await service.owner.query(`update record_ticket set state = 'investigating', closed_at = null where id = $1`, [opened.id])
    await ask(30)
    const { rows } = await service.owner.query('select from retaliation_check where ticket_id = any ($1) and asked_at is not null', [
      [ordinary.id, opened.id],
    ])
    expect(rows).toHaveLength(0)
  })

  test('T7: are put exactly once by two workers at once', async () => {
    const reports: SentReport[] = []
    for (let turn = 0; turn < 8; turn += 1) reports.push(await endReport())
    service.clock.advance(30 * day)
    const other = await service.another()
    const works = [createWork(service.services, 'one'), createWork(other, 'two'), createWork(service.services, 'three')]
    await Promise.all(works.map((work) => work.transaction(askPage)))
    await other.database.close()
    const { rows } = await service.owner.query(
      `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'notification.tell_of_check' and j.payload ->> 'objectId' = any ($1)`,
      [reports.map(({ id }) => id)],
    )
    expect(rows).toHaveLength(reports.length)
    await service.runJobs()
    for (const { id } of reports) expect(await readMails(id)).toEqual(['treatment'])
  })
})

describe('C23 C11: treated worse', () => {
  test('opens a shielded report at once, with a number and a code of its own, shown to this browser only', async () => {
    const report = await endReport()
    await ask(30)
    const browser = await openQuestions(report)
    const sent = await browser.post('/lacak/laporan/keadaan', worse)
    expect([sent.status, sent.location]).toEqual([303, '/lacak/laporan/keadaan'])
    const again = await browser.post('/lacak/laporan/keadaan', worse)
    expect([again.status, again.location]).toEqual([303, '/lacak/laporan/keadaan'])
    const opened = await readOpened(report.id)
    expect(opened).toMatchObject([{ office_id: patnal, restricted: true }])
    const { id = '', number = '' } = opened[0] ?? {}
    const shown = (await browser.get('/lacak/laporan/keadaan')).body
    expect(shown).toContain(number)
    const accessCode = (/id="code"[^>]*>(.*?)<\/p>/s.exec(shown)?.[1] ?? '').replace(/<[^>]*>/g, '')
    expect(accessCode).not.toBe(report.accessCode)
    expect((await (await enter({ number, accessCode })).get('/lacak/laporan')).body).toContain('kanarimerah')
    const elsewhere = await enter(report)
    expect((await elsewhere.get('/lacak/laporan/keadaan')).location).toBe('/lacak/laporan')
    expect((await elsewhere.get('/lacak/laporan')).body).not.toContain(number)
    service.clock.advance(31 * 60_000)
    await service.runJob('retaliation.ask')
    expect((await (await enter(report)).get('/lacak/laporan/keadaan')).location).toBe('/lacak/laporan')
    const { rows } = await service.owner.query('select from retaliation_answer where ticket_id = $1 and sealed_code is not null', [
      report.id,
    ])
    expect(rows).toHaveLength(0)
    expect((await (await signIn(dian)).get(`/petugas/laporan/${id}`)).status).toBe(200)
  })

  test('is kept from everybody the first one is kept from, who do not see that there was an answer either', async () => {
    const report = await endReport()
    await ask(30)
    await (await openQuestions(report)).post('/lacak/laporan/keadaan', { treated: 'same', pressed: 'yes' })
    const [opened] = await readOpened(report.id)
    const id = opened?.id ?? ''
    expect((await (await signIn(rani)).get(`/petugas/laporan/${id}`)).status).toBe(404)
    const client = await signIn(dian)
    const [first, second] = [await client.get(`/petugas/laporan/${report.id}`), await client.get(`/petugas/laporan/${id}`)]
    expect([first.body.includes(id), second.body.includes(report.id)]).toEqual([true, true])
    expect((await client.get(`/petugas/laporan/${id}/terlapor`)).body).toContain('Petugas R')
    // Named about the second one alone: the first one reads as if nobody had answered.
    await client.post(`/petugas/laporan/${id}/terlapor`, { officers: colleague.officer.id, office: patnal })
    const seen = (await (await signIn(colleague)).get(`/petugas/laporan/${report.id}`)).body
    expect([seen.includes(id), seen.includes('belum dijawab')]).toEqual([false, true])
  })

  test('goes to headquarters where nobody of compliance is left', async () => {
    const report = await endReport()
    const { rows } = await service.owner.query<{ id: string }>('select distinct officer_id as id from accounts_role where office_id = $1', [
      patnal,
    ])
    await service.owner.query(
      `insert into conduct_subject (id, ticket_id, officer_id, named_at) select gen_random_uuid(), $1, o.id, now() from unnest($2::uuid[]) o(id)`,
      [report.id, rows.map(({ id }) => id)],
    )
    await ask(30)
    await (await openQuestions(report)).post('/lacak/laporan/keadaan', worse)
    const [opened] = await readOpened(report.id)
    expect(opened?.office_id).toBe(await findOffice(service, 'DITJEN'))
  })

  test('L1: nothing in the trail leads from the first report to the second', async () => {
    const report = await endReport()
    await ask(30)
    await (await openQuestions(report)).post('/lacak/laporan/keadaan', worse)
    const [opened] = await readOpened(report.id)
    const { rows } = await service.owner.query(
      `select from trail_entry a join trail_entry b on a.request_id = b.request_id or a.actor_id = b.object_id or b.actor_id = a.object_id
       where a.object_id = $1 and b.object_id = $2`,
      [report.id, opened?.id],
    )
    expect(rows).toHaveLength(0)
  })
})

test('C23: a form without its answers comes back and says what is missing', async () => {
  const report = await endReport()
  await ask(30)
  const browser = await openQuestions(report)
  const answer = await browser.post('/lacak/laporan/keadaan', { words: 'Saya takut.' })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('Saya takut.')
  expect(answer.body).toContain('#field-treated')
})

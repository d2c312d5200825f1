import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let ditjen: string
let patnal: string
let rani: Console
let sari: Console
/** Handles in Bitung, and is a manager of headquarters too. */
let both: Console
let head: Console
let dian: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  ditjen = await findOffice(service, 'DITJEN')
  patnal = await findOffice(service, 'PATNAL')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  sari = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  const managing = { role: 'manager', officeId: ditjen }
  both = await openConsole(service, [{ role: 'handler', officeId: bitung }, managing], 'Demo Bayu')
  head = await openConsole(service, [managing], 'Demo Indah')
  dian = await openConsole(service, [{ role: 'compliance', officeId: patnal }], 'Demo Dian')
})
afterAll(() => service.close())

const parts = { finding: 'Berkas lengkap.', action: 'Diperiksa.', remedy: 'Tidak ada biaya.', nextStep: 'Ambil besok.' }

async function readTicket({ id }: SentReport) {
  const { rows } = await service.owner.query<{
    office_id: string
    assignee_id: string | null
    version: number
    state: string
    due_at: Date
  }>('select office_id, assignee_id, version, state, due_at from record_ticket where id = $1', [id])
  const row = rows[0]
  if (row === undefined) throw new Error('the ticket is gone')
  return row
}

async function answer(who: Console, report: SentReport, outcome = 'partly'): Promise<number> {
  const { version } = await readTicket(report)
  return (await who.client.post(`/petugas/laporan/${report.id}/jawab`, { ...parts, outcome, version: String(version) })).status
}

async function enter(report: SentReport): Promise<Client> {
  const client = new Client(service.app)
  await enterReport(client, report)
  return client
}

async function answered(who: Console, changes: Parameters<typeof sendReport>[1] = {}): Promise<SentReport> {
  const report = await sendReport(service, { officeId: bitung, ...changes })
  expect(await answer(who, report)).toBe(303)
  return report
}

const ask = '/lacak/laporan/peninjauan'
const assignHref = ({ id }: SentReport): string => `/petugas/laporan/${id}/peninjauan`
const seen = async ({ client }: Console, { id }: SentReport): Promise<number> => (await client.get(`/petugas/laporan/${id}`)).status

describe('C17: a second look by somebody who was not involved', () => {
  test('goes to the unit above, out of the hand and sight of who answered, and is owed by a date that both sides see', async () => {
    const report = await answered(rani)
    const client = await enter(report)
    const offered = await client.get('/lacak/laporan')
    // Thirty days after the 24th of November, in the sentence under the answer and on the card.
    expect(offered.body.match(/24 Desember 2026/g)).toHaveLength(2)
    expect((await client.get(ask)).body).toContain('24 Desember 2026')
    const trail = await watchTrail(service)
    expect(await client.post(ask, { words: 'Tanggalnya tidak disebut.' })).toMatchObject({ status: 303, location: '/lacak/laporan' })
    expect(await trail()).toMatchObject([{ event: 'review.asked', outcome: 'done', object_id: report.id }])
    const ticket = await readTicket(report)
    expect(ticket).toMatchObject({ state: 'in_review', office_id: ditjen, assignee_id: null })
    expect(ticket.due_at.toISOString()).toBe('2026-12-24T16:59:59.999Z')
    expect([await seen(rani, report), await seen(sari, report), await seen(head, report)]).toEqual([404, 404, 200])
    const { body } = await client.get('/lacak/laporan')
    expect(body).toContain('Sedang ditinjau oleh Direktorat Jenderal Imigrasi')
    expect(body).toContain('Tanggalnya tidak disebut.')
    expect(body).toContain('paling lambat 24 Desember 2026')
    expect((await head.client.get('/petugas/peninjauan')).body).toContain(report.number)
    expect((await sari.client.get('/petugas/peninjauan')).body).not.toContain(report.number)
  })

  test('asked for twice by an impatient finger it is one', async () => {
    const report = await answered(rani)
    const client = await enter(report)
    await client.post(ask, { words: '' })
    const { version } = await readTicket(report)
    expect((await client.post(ask, { words: '' })).status).toBe(303)
    expect((await readTicket(report)).version).toBe(version)
  })

  test('is refused to who answered first, with the reason and somebody else; nobody answers it without having it', async () => {
    const report = await answered(both)
    await (await enter(report)).post(ask, { words: '' })
    const shown = await head.client.get(assignHref(report))
    expect(shown.body).toContain('menulis jawaban pertama')
    const refused = await head.client.post(assignHref(report), { officer: both.officer.id })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Orang itu menulis jawaban pertama. Demo Indah dapat meninjaunya.')
    expect((await head.client.post(assignHref(report), { officer: rani.officer.id })).status).toBe(409)
    expect((await readTicket(report)).assignee_id).toBeNull()
    expect([await answer(both, report), await answer(head, report)]).toEqual([409, 409])
    expect((await head.client.post(assignHref(report), { officer: head.officer.id })).location).toBe(`/petugas/laporan/${report.id}`)
    expect(await answer(both, report)).toBe(409)
    expect((await readTicket(report)).state).toBe('in_review')
  })

  test('ends as upheld, partly or not, as the last word of the service, and once', async () => {
    const report = await answered(rani)
    const client = await enter(report)
    await client.post(ask, { words: '' })
    // Two answers of one moment have no order.
    service.clock.advance(60_000)
    await head.client.post(assignHref(report), { officer: head.officer.id })
    expect((await head.client.get(`/petugas/laporan/${report.id}`)).body).toContain('Hasil peninjauan')
    expect(await answer(head, report, 'no_finding')).toBe(422)
    expect(await answer(head, report, 'substantiated')).toBe(303)
    expect(await readTicket(report)).toMatchObject({ state: 'answered', office_id: ditjen })
    const { body } = await client.get('/lacak/laporan')
    expect(body).toContain('Jawaban setelah peninjauan')
    expect(body).toContain('Keberatan Anda diterima')
    expect(body).toContain('Ombudsman')
    expect(body).not.toContain(`href="${ask}"`)
    expect((await client.post(ask, { words: '' })).status).toBe(409)
    expect(body).toContain('href="/lacak/laporan/jalan-lain"')
  })
})

describe('C23: what is not solved does something', () => {
  test('"not solved" opens it again, and one press gives it to somebody else with the same words', async () => {
    const report = await answered(rani)
    // What was written at one moment has no order.
    service.clock.advance(60_000)
    const client = await enter(report)
    const rated = await client.post('/lacak/laporan/nilai', { solved: 'no', treated: '2', missing: 'Paspor belum ada.' })
    expect(rated.location).toBe('/lacak/laporan#peninjauan')
    expect((await readTicket(report)).state).toBe('investigating')
    const { body } = await client.get('/lacak/laporan')
    const form = body.slice(body.indexOf(`action="${ask}"`))
    const words = /name="words" value="([^"]*)"/.exec(form)?.[1]
    expect(words).toBe('Paspor belum ada.')
    expect((await client.post(ask, { words: words ?? '' })).status).toBe(303)
    expect(await readTicket(report)).toMatchObject({ state: 'in_review', office_id: ditjen })
    expect((await head.client.get(assignHref(report))).body).toContain('Paspor belum ada.')
  })
})

describe('C17 C11: a second look at a report about staff', () => {
  test('leaves whoever is named while it is under way, and goes on elsewhere', async () => {
    const report = await sendReport(service, { category: 'INT.01', officeId: bitung, text: 'Petugas meminta uang.' })
    expect((await readTicket(report)).office_id).toBe(patnal)
    // Two have to approve: put there as an approved answer would be.
    await service.owner.query(`update record_ticket set state = 'answered', answered_at = $2, owed = false, version = 2 where id = $1`, [
      report.id,
      service.clock.now(),
    ])
    await service.owner.query(
      `insert into record_event (id, at, ticket_id, version, type, visible, actor_kind, actor_id, payload)
       values (gen_random_uuid(), $2, $1, 2, 'ticket.answered', true, 'officer', $3, '{"messageId":"00000000-0000-0000-0000-000000000000","outcome":"partly"}')`,
      [report.id, service.clock.now(), dian.officer.id],
    )
    await (await enter(report)).post(ask, { words: '' })
    expect((await readTicket(report)).office_id).toBe(ditjen)
    await head.client.post(assignHref(report), { officer: head.officer.id })
    const chief = await openConsole(service, [{ role: 'compliance', officeId: ditjen }], 'Demo Ratna')
    const named = await chief.client.post(`/petugas/laporan/${report.id}/terlapor`, { officers: head.officer.id })
    expect(named.status).toBe(303)
    expect(await readTicket(report)).toMatchObject({ state: 'in_review', office_id: patnal, assignee_id: null })
    expect(await seen(head, report)).toBe(404)
    // Who answered first does not look again, also where it came back to their unit.
    const back = await dian.client.post(assignHref(report), { officer: dian.officer.id })
    expect(back.status).toBe(409)
    expect(back.body).toContain('Di unit ini tidak ada orang lain')
  })
})

describe('R26: ways outside, asked plainly and kept nowhere', () => {
  const outside = '/lacak/laporan/jalan-lain'

  test('a tourist is not offered the Ombudsman, and what happened 25 months ago is warned of', async () => {
    const report = await answered(rani, { happenedOn: '2024-10-20' })
    const client = await enter(report)
    const asked = await client.get(outside)
    // The day of the report is filled in: before the 24th of November two years ago.
    expect(asked.body).toMatch(/value="older" checked/)
    expect(asked.body).not.toContain('tel:137')
    const trail = await watchTrail(service)
    const tourist = await client.post(outside, { residence: 'visitor', age: 'recent' })
    expect(tourist.status).toBe(200)
    expect(tourist.body).not.toContain('tel:137')
    expect(tourist.body).toContain('Kedutaan besar')
    const citizen = await client.post(outside, { residence: 'citizen', age: 'older' })
    expect(citizen.body).toContain('tel:137')
    expect(citizen.body).toContain('lebih dari dua tahun yang lalu')
    expect((await client.post(outside, { residence: 'resident', age: 'recent' })).body).not.toContain('lebih dari dua tahun yang lalu')
    expect((await client.post(outside, { age: 'recent' })).status).toBe(422)
    // Nothing of it is on record: not even that somebody asked, but for the refusal.
    expect((await trail()).map(({ details, outcome }) => ({ details, outcome }))).not.toContainEqual({ details: {}, outcome: 'done' })
  })
})

// Last, because officers are signed out by then.
describe('C17: the window', () => {
  test('is not moved by messages, a rating or the time of the browser', async () => {
    const report = await answered(rani)
    service.clock.advance(20 * 86_400_000)
    let client = await enter(report)
    await client.post('/lacak/laporan/nilai', { solved: 'partly', treated: '3' })
    expect((await client.get(ask)).body).toContain('24 Desember 2026')
    service.clock.advance(11 * 86_400_000)
    client = await enter(report)
    const late = await client.post(ask, { words: 'Terlambat.', at: '2026-11-25T00:00:00Z' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('sudah lewat: 24 Desember 2026')
    expect((await client.get('/lacak/laporan')).body).not.toContain(`href="${ask}"`)
  })
})

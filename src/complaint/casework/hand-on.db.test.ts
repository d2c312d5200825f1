import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let manager: Console
let rani: Console
let bayu: Console
let desk: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  bayu = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Bayu')
  desk = await openConsole(service, [{ role: 'intake', officeId: bitung }], 'Demo Wati')
})
afterAll(() => service.close())

const send = () => sendReport(service, { officeId: bitung })

type Row = { readonly assignee_id: string | null; readonly state: string; readonly version: number }

async function readTicket(id: string): Promise<Row> {
  const { rows } = await service.owner.query<Row>('select assignee_id, state, version from record_ticket where id = $1', [id])
  if (rows[0] === undefined) throw new Error('the ticket is gone')
  return rows[0]
}

async function giveTo(giver: Console, id: string, receiver: Console, words = '') {
  const version = String((await readTicket(id)).version)
  return giver.client.post(`/petugas/laporan/${id}/tugaskan`, { officer: receiver.officer.id, version, words })
}

describe('A1: a ticket goes from hand to hand', () => {
  test('the desk gives what nobody has to a colleague, with a word; the colleague finds it among their own', async () => {
    const { id } = await send()
    const page = await desk.client.get(`/petugas/laporan/${id}/tugaskan`)
    expect(page.body).toContain('Demo Rani')
    expect(page.body).not.toContain('>Demo Wati</option>')
    const since = await watchTrail(service)
    expect((await giveTo(desk, id, rani, 'Pelapor menelepon dua kali.')).status).toBe(303)
    expect(await since()).toMatchObject([{ event: 'ticket.assigned', outcome: 'done', object_id: id, actor_id: desk.officer.id }])
    expect(await readTicket(id)).toMatchObject({ assignee_id: rani.officer.id, state: 'assigned' })
    expect((await rani.client.get('/petugas?petugas=me')).body).toContain(id)
    const seen = (await rani.client.get(`/petugas/laporan/${id}`)).body
    expect(seen).toContain('Ditugaskan kepada Demo Rani')
    expect(seen).toContain('Pelapor menelepon dua kali.')
  })

  test('a handler gives their own away, and what a colleague has stays there', async () => {
    const { id } = await send()
    await rani.client.post(`/petugas/laporan/${id}/ambil`, {})
    expect((await giveTo(rani, id, bayu)).status).toBe(303)
    expect((await readTicket(id)).assignee_id).toBe(bayu.officer.id)
    expect((await rani.client.get(`/petugas/laporan/${id}`)).body).not.toContain(`/petugas/laporan/${id}/tugaskan`)
    expect((await giveTo(rani, id, rani)).status).toBe(409)
    expect((await giveTo(desk, id, rani)).status).toBe(409)
    expect((await readTicket(id)).assignee_id).toBe(bayu.officer.id)
    expect((await giveTo(manager, id, rani)).status).toBe(303)
    const { rows } = await service.owner.query<{ by: string }>(
      `select payload->>'by' as by from record_event where ticket_id = $1 and type = 'ticket.assigned' order by version`,
      [id],
    )
    expect(rows.map(({ by }) => by)).toEqual(['self', 'colleague', 'manager'])
  })

  test('K4: who lost the ticket meanwhile is told what happened, keeps the words, and overwrites nothing', async () => {
    const { id } = await send()
    await rani.client.post(`/petugas/laporan/${id}/ambil`, {})
    const version = String((await readTicket(id)).version)
    await giveTo(manager, id, bayu)
    const since = await watchTrail(service)
    const late = await rani.client.post(`/petugas/laporan/${id}/lepaskan`, { words: 'Saya cuti mulai besok.', version })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Laporan ini berubah sejak Anda membukanya')
    expect(late.body).toContain('Ditugaskan kepada Demo Bayu')
    expect(late.body).toContain('Saya cuti mulai besok.')
    expect(await since()).toMatchObject([{ event: 'ticket.released', outcome: 'refused', reason: 'stale' }])
    expect((await readTicket(id)).assignee_id).toBe(bayu.officer.id)
  })
})

describe('A1: a ticket goes back to the queue', () => {
  test('by whose it is, with a reason that the complainant does not read', async () => {
    const report = await send()
    await rani.client.post(`/petugas/laporan/${report.id}/ambil`, {})
    await rani.client.post(`/petugas/laporan/${report.id}/teliti`, {})
    const version = String((await readTicket(report.id)).version)
    expect((await rani.client.post(`/petugas/laporan/${report.id}/lepaskan`, { version, words: '' })).status).toBe(422)
    expect((await bayu.client.post(`/petugas/laporan/${report.id}/lepaskan`, { version, words: 'Bukan saya.' })).status).toBe(409)
    expect((await desk.client.post(`/petugas/laporan/${report.id}/lepaskan`, { version, words: 'Bukan saya.' })).status).toBe(403)
    expect((await rani.client.post(`/petugas/laporan/${report.id}/lepaskan`, { version, words: 'Saya kenal pelapornya.' })).status).toBe(
      303,
    )
    expect(await readTicket(report.id)).toMatchObject({ assignee_id: null, state: 'checking' })
    expect((await bayu.client.get(`/petugas/laporan/${report.id}`)).body).toContain('Saya kenal pelapornya.')
    const complainant = new Client(service.app)
    await enterReport(complainant, report)
    const own = (await complainant.get('/lacak/laporan')).body
    expect(own).toContain('Laporan menunggu petugas lain')
    expect(own).not.toContain('Saya kenal pelapornya.')
    expect((await bayu.client.post(`/petugas/laporan/${report.id}/ambil`, {})).status).toBe(303)
  })

  test('while the complainant is asked something, the question stays open', async () => {
    const { id } = await send()
    await rani.client.post(`/petugas/laporan/${id}/tanya`, { body: 'Kapan Anda datang?' })
    await rani.client.post(`/petugas/laporan/${id}/ambil`, {})
    const version = String((await readTicket(id)).version)
    expect((await manager.client.post(`/petugas/laporan/${id}/lepaskan`, { version, words: 'Dibagi ulang.' })).status).toBe(303)
    expect(await readTicket(id)).toMatchObject({ assignee_id: null, state: 'waiting_complainant' })
  })

  test('A2: a restricted ticket leaves the sight of whose hand it leaves, and they come to their inbox', async () => {
    const { id } = await send()
    await rani.client.post(`/petugas/laporan/${id}/ambil`, {})
    await service.owner.query('update record_ticket set restricted = true where id = $1', [id])
    const version = String((await readTicket(id)).version)
    const done = await rani.client.post(`/petugas/laporan/${id}/lepaskan`, { version, words: 'Dibagi ulang.' })
    expect(done).toMatchObject({ status: 303, location: '/petugas' })
    expect((await rani.client.get(`/petugas/laporan/${id}`)).status).toBe(404)
    expect((await manager.client.get(`/petugas/laporan/${id}`)).status).toBe(200)
  })
})

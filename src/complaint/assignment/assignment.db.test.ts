import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { expectFolded } from '../../../test/folded.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let tarakan: string
let admin: Console
let manager: Console
let rani: Console
let sari: Console

const rules = '/petugas/admin/pembagian'

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  admin = await openConsole(service, [{ role: 'administrator', officeId: await findOffice(service, 'DITJEN') }], 'Demo Endah')
  manager = await openConsole(service, [{ role: 'manager', officeId: tarakan }], 'Demo Wati')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  sari = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Sari')
})
afterAll(() => service.close())
beforeEach(async () => {
  const list = (await admin.client.get(rules)).body
  for (const [, id] of list.matchAll(/pembagian\/([0-9a-f-]{36})"/g)) await admin.client.post(`${rules}/${id}/hapus`)
})

const addRule = async (fields: Readonly<Record<string, string>>) => {
  const added = await admin.client.post(`${rules}/baru`, { name: 'aturan', position: '10', active: '1', target: 'people', ...fields })
  expect(added.status).toBe(303)
}

async function receive(changes: Parameters<typeof sendReport>[1] = {}) {
  const report = await sendReport(service, { officeId: bitung, ...changes })
  await service.runJobs()
  return report
}

async function readTicket(id: string) {
  const { rows } = await service.owner.query<{ assignee_id: string | null; queue_id: string | null; state: string }>(
    'select assignee_id, queue_id, state from record_ticket where id = $1',
    [id],
  )
  return rows[0]
}

async function beAway(who: Console, deputy = '') {
  const day = { fromDay: '24', fromMonth: '11', fromYear: '2026', untilDay: '30', untilMonth: '11', untilYear: '2026' }
  expect((await who.client.post('/petugas/akun/ketidakhadiran', { ...day, deputy })).status).toBe(303)
}

async function beBack(who: Console) {
  const { body } = await who.client.get('/petugas/akun/ketidakhadiran')
  for (const [, id] of body.matchAll(/ketidakhadiran\/([0-9a-f-]{36})\/hapus/g))
    expect((await who.client.post(`/petugas/akun/ketidakhadiran/${id}/hapus`)).status).toBe(303)
}

describe('rules of assignment', () => {
  test('without a rule a report stays in the queue of its unit', async () => {
    const { id } = await receive()
    expect(await readTicket(id)).toEqual({ assignee_id: null, queue_id: null, state: 'submitted' })
  })

  test('a report in English goes to who speaks it, with the rule on the ticket and nothing of it for the complainant', async () => {
    const home = `/petugas/admin/petugas/${sari.officer.id}/kerja`
    expect((await admin.client.post(home, { languages: ['id', 'en'], skills: ['passports'] })).status).toBe(303)
    expect((await admin.client.get(home)).body).toMatch(/value="passports" checked/)
    await addRule({ name: 'paspor berbahasa Inggris', category: 'PSP', language: 'en', skill: 'passports', speaks: '1' })
    const report = await receive({ language: 'en', text: 'My passport is late.' })
    expect(await readTicket(report.id)).toMatchObject({ assignee_id: sari.officer.id, state: 'assigned' })
    await expectFolded(service, report.id)
    const { body } = await rani.client.get(`/petugas/laporan/${report.id}`)
    expect(body).toContain('Menurut aturan “paspor berbahasa Inggris”: paling sedikit laporan terbuka')
    const client = new Client(service.app)
    await enterReport(client, report)
    expect((await client.get('/lacak/laporan')).body).not.toContain('paspor berbahasa Inggris')
    expect(await readTicket((await receive()).id)).toMatchObject({ assignee_id: null })
  })

  test('of equals the one with less to do; never one who is away, whose deputy takes what was theirs', async () => {
    await addRule({ name: 'semua' })
    const before = await readTicket((await receive()).id)
    expect(before?.assignee_id).toBe(rani.officer.id)
    await beAway(rani, sari.officer.id)
    expect((await readTicket((await receive()).id))?.assignee_id).toBe(sari.officer.id)
    expect((await readTicket((await receive()).id))?.assignee_id).toBe(sari.officer.id)
    await addRule({ name: 'Rani', position: '1', target: 'person', officer: rani.officer.id })
    const { id } = await receive()
    expect((await readTicket(id))?.assignee_id).toBe(sari.officer.id)
    expect((await sari.client.get(`/petugas/laporan/${id}`)).body).toContain('pengganti dari yang sedang tidak ada')
    await beBack(rani)
    expect((await readTicket((await receive()).id))?.assignee_id).toBe(rani.officer.id)
  })

  test('A4: never to somebody a ticket is kept from', async () => {
    await addRule({ name: 'Rani', target: 'person', officer: rani.officer.id })
    const { id } = await sendReport(service, { officeId: bitung })
    await service.owner.query(
      `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, 'named', now())`,
      [id, rani.officer.id],
    )
    await service.runJobs()
    expect((await readTicket(id))?.assignee_id).toBeNull()
  })

  test('what comes from another unit is placed there, and what is restricted is left to a manager', async () => {
    await addRule({ name: 'Bitung', office: bitung })
    const moved = await receive({ officeId: tarakan })
    expect((await readTicket(moved.id))?.assignee_id).toBeNull()
    const { rows } = await service.owner.query<{ version: number }>('select version from record_ticket where id = $1', [moved.id])
    const fields = { office: bitung, words: 'Terjadi di Bitung.', version: String(rows[0]?.version) }
    expect((await manager.client.post(`/petugas/laporan/${moved.id}/pindahkan`, fields)).status).toBe(303)
    await service.runJobs()
    expect((await readTicket(moved.id))?.assignee_id).not.toBeNull()
    const secret = await receive({ secret: true })
    expect((await readTicket(secret.id))?.assignee_id).toBeNull()
  })
})

describe('teams', () => {
  test('a rule puts it into a team’s heap; its members find it under their teams, others do not', async () => {
    const made = await admin.client.post('/petugas/admin/antrean/baru', { name: 'Tim paspor', office: bitung })
    expect(made.status).toBe(303)
    const queue = made.location ?? ''
    const queueId = queue.split('/').at(-1) ?? ''
    expect((await admin.client.post(queue, { name: 'Tim paspor', active: '1', members: [rani.officer.id] })).status).toBe(303)
    expect((await admin.client.post('/petugas/admin/antrean/baru', { name: 'Tim paspor', office: bitung })).status).toBe(422)
    expect((await admin.client.post(queue, { name: 'X', active: '1', members: [manager.officer.id] })).status).toBe(422)
    await addRule({ name: 'ke tim', target: 'queue', queue: queueId })
    const { id } = await receive()
    expect(await readTicket(id)).toMatchObject({ assignee_id: null, queue_id: queueId, state: 'submitted' })
    await expectFolded(service, id)
    expect((await rani.client.get('/petugas?antrean=mine')).body).toContain(id)
    expect((await sari.client.get('/petugas?antrean=mine')).body).not.toContain(id)
    expect((await sari.client.get(`/petugas?antrean=${queueId}`)).body).toContain(id)
    expect((await rani.client.get(`/petugas/laporan/${id}`)).body).toContain('Tim paspor')
  })
})

describe('trying the rules', () => {
  test('each rule tells what it would do, and nothing is saved', async () => {
    await addRule({ name: 'lain', position: '1', language: 'fa' })
    await addRule({ name: 'semua', position: '2' })
    const { body } = await admin.client.get(`${rules}?kantor=${bitung}&kategori=PSP.06&bahasa=id&jenis=complaint`)
    expect(body).toMatch(/Aturan “semua” memberikannya kepada Demo (Rani|Sari)\./)
    expect(body).toContain('tidak cocok')
  })

  test('a rule that names nobody is refused with what is missing', async () => {
    const fields = { name: 'x', position: '1', active: '1', target: 'person' }
    expect((await admin.client.post(`${rules}/baru`, fields)).status).toBe(422)
    expect((await admin.client.post(`${rules}/baru`, { ...fields, target: 'queue' })).status).toBe(422)
    expect((await admin.client.post(`${rules}/baru`, { ...fields, target: 'people', name: '' })).status).toBe(422)
  })
})

describe('own absence', () => {
  test('what cannot be is refused with its reason', async () => {
    const day = (day: string, month: string) => ({ untilDay: day, untilMonth: month, untilYear: '2026' })
    const from = { fromDay: '30', fromMonth: '11', fromYear: '2026' }
    const send = (fields: Readonly<Record<string, string>>) => rani.client.post('/petugas/akun/ketidakhadiran', fields)
    expect((await send({ ...from, ...day('29', '11') })).body).toContain('Hari terakhir lebih awal')
    expect((await send({ ...from, ...day('31', '11') })).body).toContain('tanggal yang ada')
    expect((await send({ ...from, ...day('30', '11'), deputy: manager.officer.id })).body).toContain('Pilih rekan dari daftar')
  })
})

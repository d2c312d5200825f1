import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { buildPhoto } from '../../../test/files.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let desk: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  desk = await openConsole(service, [{ role: 'intake', officeId: bitung }], 'Demo Wati')
})
afterAll(() => service.close())

const call = {
  channel: 'phone',
  kind: 'complaint',
  category: 'PSP.06',
  text: 'Ibu ini mengeluh paspornya belum jadi.',
  language: 'id',
  name: 'Demo Ibu Pelapor',
  phone: '0812-0000-1111',
}
let forms = 0
function fields(changes: Readonly<Record<string, string | readonly string[]>> = {}) {
  forms += 1
  return { ...call, office: bitung, idempotencyKey: `form-${forms}`, ...changes }
}

async function readTicket(number: string) {
  const { rows } = await service.owner.query(
    'select id, state, assignee_id, office_id, channel, class, due_at, anonymous, secret, unidentified, severity, version from record_ticket where number = $1',
    [number],
  )
  return rows[0] as Record<string, unknown>
}

const readNumber = (body: string): string => /id="confirmation-number">([^<]+)</.exec(body)?.[1] ?? ''
const readCode = (body: string): string => (/id="code"[^>]*>([\s\S]*?)<\/p>/.exec(body)?.[1] ?? '').replace(/<[^>]+>/g, '').trim()

describe('a report by phone, letter or over the counter', () => {
  test.each(['phone', 'letter', 'counter'])('%s: one page, one press; number and code to hand over open it', async (channel) => {
    const form = await desk.client.get('/petugas/laporan/baru')
    expect(form.status).toBe(200)
    expect(form.body).toContain(`value="${bitung}" selected`)
    const since = await watchTrail(service)
    const paper = await desk.client.post('/petugas/laporan/baru', fields({ channel }))
    expect(paper.status).toBe(200)
    const number = readNumber(paper.body)
    const ticket = await readTicket(number)
    expect(ticket).toMatchObject({ state: 'submitted', channel, office_id: bitung, assignee_id: null })
    expect(paper.body).toContain('Dijawab paling lambat 14 Desember 2026')
    expect(await since()).toMatchObject([
      { event: 'ticket.registered', outcome: 'done', object_id: ticket['id'], actor_id: desk.officer.id },
    ])
    expect(JSON.stringify(await since())).not.toContain(readCode(paper.body))
    await desk.client.get('/lacak')
    const tracked = await desk.client.post('/lacak', { number, accessCode: readCode(paper.body) })
    expect(tracked.location).toBe('/lacak/laporan')
  })

  test('C1: the same form sent twice makes one ticket, and the code is not shown again', async () => {
    const sent = fields()
    const first = await desk.client.post('/petugas/laporan/baru', sent)
    const second = await desk.client.post('/petugas/laporan/baru', sent)
    expect(readNumber(second.body)).toBe(readNumber(first.body))
    expect(second.body).not.toContain(readCode(first.body))
    expect(second.body).toContain('sudah dicatat sebelumnya')
    // The same form with other words is another report, and says so before it becomes one.
    const other = await desk.client.post('/petugas/laporan/baru', { ...sent, text: 'Laporan yang lain.' })
    expect(other.status).toBe(422)
    expect(other.body).toContain('sudah dipakai untuk laporan lain')
    expect(other.body).toContain('Laporan yang lain.')
    expect(other.body).not.toContain(`value="${sent.idempotencyKey}"`)
  })

  test('T1: the times of a letter count from the day it came, and everybody sees that it was put down later', async () => {
    const since = await watchTrail(service)
    const came = { receivedDay: '20', receivedMonth: '11', receivedYear: '2026' }
    const paper = await desk.client.post('/petugas/laporan/baru', fields({ channel: 'letter', ...came }))
    expect(paper.body).toContain('Diterima 20 November 2026; tenggat dihitung sejak hari itu.')
    expect(paper.body).toContain('Dijawab paling lambat 10 Desember 2026')
    const number = readNumber(paper.body)
    const { id } = await readTicket(number)
    expect(await since()).toMatchObject([{ event: 'ticket.registered', details: { receivedOn: '2026-11-20' } }])
    const { rows } = await service.owner.query('select distinct started_at from deadlines_clock where ticket_id = $1', [id])
    expect(rows).toEqual([{ started_at: new Date('2026-11-19T16:00:00Z') }])
    const handler = await openConsole(service, [{ role: 'handler', officeId: bitung }])
    expect((await handler.client.get(`/petugas/laporan/${String(id)}`)).body).toContain(
      '20 November 2026 · Surat · dicatat 24 November 2026',
    )
    await desk.client.get('/lacak')
    await desk.client.post('/lacak', { number, accessCode: readCode(paper.body) })
    expect((await desk.client.get('/lacak/laporan')).body).toContain('Diterima 20 November 2026. Ditangani')
  })

  test('today as the day of receipt is now, not midnight', async () => {
    const today = { receivedDay: '24', receivedMonth: '11', receivedYear: '2026' }
    const { id } = await readTicket(readNumber((await desk.client.post('/petugas/laporan/baru', fields(today))).body))
    const { rows } = await service.owner.query('select distinct started_at from deadlines_clock where ticket_id = $1', [id])
    expect(rows).toEqual([{ started_at: service.clock.now() }])
  })

  test('A9: state, assignee, urgency and deadline sent along are ignored', async () => {
    const { body } = await desk.client.post(
      '/petugas/laporan/baru',
      fields({
        state: 'closed',
        assigneeId: desk.officer.id,
        assignee_id: desk.officer.id,
        class: 'INFO',
        dueAt: '2030-01-01',
        due_at: '2030-01-01',
        version: '9',
        restricted: 'true',
        severity: 'very_high',
      }),
    )
    expect(await readTicket(readNumber(body))).toMatchObject({
      state: 'submitted',
      assignee_id: null,
      class: 'NON',
      version: 1,
      severity: 2,
    })
    expect(body).toContain('14 Desember 2026')
  })

  test('A4: an allegation against staff goes to internal compliance, out of this desk’s sight', async () => {
    const { body } = await desk.client.post('/petugas/laporan/baru', fields({ category: 'INT.01' }))
    expect((await readTicket(readNumber(body)))['office_id']).toBe(await findOffice(service, 'PATNAL'))
    expect(body).toContain('ditangani unit lain')
    expect(body).not.toMatch(/href="\/petugas\/laporan\/[0-9a-f-]{36}"/)
  })

  test('the three wishes are three things', async () => {
    const { body } = await desk.client.post('/petugas/laporan/baru', fields({ wishes: ['anonymous', 'secret'] }))
    expect(await readTicket(readNumber(body))).toMatchObject({ anonymous: true, secret: true, unidentified: false })
  })

  test.each([
    ['text', { text: ' ' }, 'Tulis apa yang terjadi.'],
    ['channel', { channel: 'web' }, 'Pilih salah satu.'],
    ['category', { category: 'NONE.99' }, 'Kategori itu tidak dikenal.'],
    ['happened', { happenedDay: '31', happenedMonth: '2', happenedYear: '2026' }, 'Tanggal itu tidak ada.'],
    ['happened', { happenedDay: '1', happenedMonth: '1', happenedYear: '2031' }, 'Tanggal itu belum terjadi.'],
    ['received', { receivedDay: '25', receivedMonth: '11', receivedYear: '2026' }, 'Tanggal itu belum terjadi.'],
    ['received', { receivedDay: '20', receivedMonth: '11', receivedYear: '2024' }, 'lebih dari setahun yang lalu'],
    ['received', { receivedDay: '20' }, 'Isi tanggal, bulan, dan tahun.'],
    ['office', { office: '01a20c62-6a80-7401-b776-21e936259c9b' }, 'Kantor itu tidak dikenal.'],
  ])('a problem with %s is named beside its field, and nothing typed is lost', async (field, changes, sentence) => {
    const { rows } = await service.owner.query('select count(*)::int as count from record_ticket')
    const refused = await desk.client.post('/petugas/laporan/baru', fields(changes))
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(`href="#field-${field}"`)
    expect(refused.body).toContain(sentence)
    expect(refused.body).toContain(call.name)
    expect((await service.owner.query('select count(*)::int as count from record_ticket')).rows).toEqual(rows)
  })
})

describe('U2: files of a letter', () => {
  const upload = (name: string, bytes: Buffer, key: string) =>
    desk.client.upload('/petugas/laporan/baru', { ...call, channel: 'letter', office: bitung, idempotencyKey: key }, [
      { field: 'files', name, bytes },
    ])

  test('a scan goes with the report, once however often it is sent', async () => {
    const photo = await buildPhoto()
    const first = await upload('surat.jpg', photo, 'letter-1')
    expect(first.status).toBe(200)
    const second = await upload('surat.jpg', photo, 'letter-1')
    expect(readNumber(second.body)).toBe(readNumber(first.body))
    const { id } = await readTicket(readNumber(first.body))
    const { rows } = await service.owner.query<{ id: string; name: string }>('select id, name from record_file where ticket_id = $1', [id])
    expect(rows).toMatchObject([{ name: 'surat.jpg' }])
    const rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
    expect((await rani.client.get(`/petugas/laporan/${id}/berkas/${rows[0]?.id}`)).status).toBe(200)
  })

  test('what may not be kept is named beside the field, and what was typed stays', async () => {
    const refused = await upload('surat.pdf', Buffer.from('MZ no letter at all'), 'letter-2')
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('“surat.pdf”')
    expect(refused.body).toContain(call.text)
    const { rows } = await service.owner.query(`select 1 from record_file where name = 'surat.pdf'`)
    expect(rows).toEqual([])
  })
})

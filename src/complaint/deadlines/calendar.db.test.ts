import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { expectFolded } from '../../../test/folded.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { countMoving, movePart, planMovingParts } from './actions/calendar.ts'
import { loadCalendar } from './index.ts'

let service: TestService
let jakarta: string
let bitung: string
let admin: Console
let manager: Console

beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T02:00:00Z' })
  jakarta = await findOffice(service, 'KANIM-JAKARTA-PUSAT')
  bitung = await findOffice(service, 'KANIM-BITUNG')
  admin = await openConsole(service, [{ role: 'administrator', officeId: await findOffice(service, 'DITJEN') }])
  manager = await openConsole(service, [{ role: 'manager', officeId: jakarta }])
  await admin.client.get('/petugas/admin/kalender')
})
afterAll(() => service.close())

async function readDue(id: string): Promise<string> {
  const { rows } = await service.owner.query<{ due: string }>(
    `select to_char(due_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as due from record_ticket where id = $1`,
    [id],
  )
  return rows[0]?.due ?? ''
}

const day = (change: Record<string, string> = {}) => ({
  change: 'add',
  dateDay: '30',
  dateMonth: '11',
  dateYear: '2026',
  scope: '',
  type: 'libur_nasional',
  name: 'Hari libur baru',
  source: 'Keppres uji 1/2026',
  hours: '',
  ...change,
})
const post = (form: Record<string, string>, path = '') => admin.client.post(`/petugas/admin/kalender${path}`, form)
/** Saved, and everything behind it moved. */
async function save(form: Record<string, string>): Promise<number> {
  const { status } = await post(form)
  await service.runJobs()
  return status
}

test('C9: a day off is looked at before it is saved, then moves open tickets, their events and the inbox', async () => {
  const { id } = await sendReport(service, { officeId: jakarta })
  const asked = await sendReport(service, { officeId: jakarta })
  await manager.client.post(`/petugas/laporan/${asked.id}/tanya`, { body: 'Nomor?', pause: 'documents_awaited' })
  const before = await readDue(id)
  const askedBefore = await readDue(asked.id)
  const preview = await post(day(), '/periksa')
  expect(preview.status).toBe(200)
  expect(preview.body).toContain('batas waktu laporan terbuka bergeser')
  expect(await readDue(id)).toBe(before)
  const trail = await watchTrail(service)
  const saved = await post(day())
  expect((await admin.client.get(saved.location ?? '')).body).toContain('batas waktu laporan terbuka masih digeser')
  expect(await readDue(id)).toBe(before)
  await service.runJobs()
  expect((await admin.client.get(saved.location ?? '')).body).toContain('Semua laporan terbuka sudah mengikuti kalender baru.')
  expect((await trail()).filter(({ event }) => /^calendar.(changed|moved)/.test(event))).toMatchObject([
    { event: 'calendar.changed', outcome: 'done', details: { kind: 'add' } },
    { event: 'calendar.moved', outcome: 'done', details: { moved: 1 } },
  ])
  expect(await readDue(id)).not.toBe(before)
  // The day lies in the pause: it would have stood still on it anyway, and the latest possible day stays what it was.
  expect(await readDue(asked.id)).toBe(askedBefore)
  await expectFolded(service, id)
  await expectFolded(service, asked.id)
  const inbox = await manager.client.get('/petugas')
  expect(inbox.status).toBe(200)
  const ticket = await manager.client.get(`/petugas/laporan/${id}`)
  expect(ticket.body).toContain('Dihitung ulang setelah kalender berubah')
  // Taken away again everything is as it was.
  expect(await save({ change: 'remove', day: '2026-11-30', scope: '' })).toBe(303)
  expect([await readDue(id), await readDue(asked.id)]).toEqual([before, askedBefore])
  await expectFolded(service, id)
})

test('C9 domain rule 42: a regional day moves its own units alone, and a half day moves no due day', async () => {
  const here = await sendReport(service, { officeId: jakarta })
  const there = await sendReport(service, { officeId: bitung })
  const before = [await readDue(here.id), await readDue(there.id)]
  expect(await save(day({ scope: `o:${bitung}`, type: 'libur_daerah' }))).toBe(303)
  expect(await readDue(here.id)).toBe(before[0])
  expect(await readDue(there.id)).not.toBe(before[1])
  expect((await post({ change: 'remove', day: '2026-11-30', scope: `o:${bitung}` })).status).toBe(303)
  expect(await save(day({ type: 'jam_khusus', hours: '07.30-12.00' }))).toBe(303)
  expect([await readDue(here.id), await readDue(there.id)]).toEqual(before)
  expect((await admin.client.get('/petugas/admin/kalender?tahun=2026')).body).toContain('07.30–12.00')
  expect(await save({ change: 'remove', day: '2026-11-30', scope: '' })).toBe(303)
})

test('T6: a change moves its tickets in parts, whoever dies in between, and two changes meet in the calendar in force', async () => {
  const ids: string[] = []
  for (let count = 0; count < 6; count += 1) ids.push((await sendReport(service, { officeId: count % 2 === 0 ? jakarta : bitung })).id)
  const before = await Promise.all(ids.map(readDue))
  await post(day())
  const parts = await service.as(null, planMovingParts)
  expect(parts.flat().reduce((sum, { tickets }) => sum + tickets, 0)).toBeGreaterThanOrEqual(6)
  // One part is moved by a process that ends there; what is left is found again, and a part done twice changes nothing.
  const [first = []] = parts
  await service.as(null, (ctx) => movePart(ctx, first.slice(0, 1)))
  expect(await service.as(null, (ctx) => movePart(ctx, first.slice(0, 1)))).toEqual({ touched: 0, moved: 0 })
  await post(day({ dateDay: '1', dateMonth: '12' }))
  await post({ change: 'remove', day: '2026-11-30', scope: '' })
  const other = await service.another()
  await Promise.all([service.runJob('deadlines.move'), service.runJob('deadlines.move', other)])
  await other.database.close()
  expect(await service.as(null, countMoving)).toBe(0)
  for (const id of ids) await expectFolded(service, id)
  expect(await save({ change: 'remove', day: '2026-12-01', scope: '' })).toBe(303)
  expect(await Promise.all(ids.map(readDue))).toEqual(before)
})

test('C9: an unknown year is not taken for complete before its days are entered, and says so', async () => {
  const page = await admin.client.get('/petugas/admin/kalender?tahun=2028')
  expect(page.body).toContain('2028 belum diketahui')
  expect((await post({ change: 'year', year: '2028', source: 'SKB uji' }, '/periksa')).status).toBe(422)
  for (const [field, form] of [
    ['date', day({ dateDay: '31', dateMonth: '2' })],
    ['date', day({ dateDay: 'x' })],
    ['name', day({ name: ' ' })],
    ['source', day({ source: '' })],
    ['hours', day({ hours: '12.00-07.30' })],
    ['hours', day({ hours: 'pagi' })],
    ['type', day({ type: 'libur_saya' })],
    ['scope', day({ scope: 'x' })],
  ] as const) {
    const sent = await post(form, '/periksa')
    expect([field, sent.status]).toEqual([field, 422])
    expect(sent.body).toContain('Keppres uji 1/2026'.slice(0, form.source === '' ? 0 : 7))
  }
})

test('T1: a unit has hours of its own, and wrong ones are refused with what was typed', async () => {
  const week = {
    scope: `o:${bitung}`,
    source: 'SK uji',
    day1: '08.00-12.00, 13.00-16.00',
    day2: '',
    day3: '08.00-12.00',
    day4: '08.00-12.00',
    day5: '08.00-11.00',
  }
  const path = '/petugas/admin/kalender/jam'
  for (const wrong of [
    { day1: '16.00-08.00' },
    { day5: 'siang' },
    { source: '' },
    { scope: 'p:Bali' },
    { scope: 'o:00000000-0000-0000-0000-000000000000' },
  ]) {
    const sent = await admin.client.post(path, { ...week, ...wrong })
    expect([wrong, sent.status]).toEqual([wrong, 422])
    expect(sent.body).toContain('08.00-12.00')
  }
  expect((await admin.client.post(path, week)).status).toBe(303)
  const hours = await service.as(null, async (ctx) => {
    const place = { timeZone: 'Asia/Makassar', province: 'Sulawesi Utara' }
    return [await loadCalendar(ctx, { id: bitung, ...place }), await loadCalendar(ctx, { id: jakarta, ...place })].map(
      (calendar) => calendar.hours[1],
    )
  })
  expect(hours).toEqual([
    [],
    [
      { from: 450, until: 720 },
      { from: 780, until: 960 },
    ],
  ])
})

test('A1: nobody but an administrator changes the calendar', async () => {
  for (const path of ['/petugas/admin/kalender', '/petugas/admin/kalender/periksa', '/petugas/admin/kalender/jam'])
    expect((await manager.client.post(path, day())).status).toBe(403)
})

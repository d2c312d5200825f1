import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

const lists = '/petugas/admin/daftar-periksa'

let service: TestService
let bitung: string
let rani: Console
let sari: Console
let admin: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  sari = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Sari')
  admin = await openConsole(service, [{ role: 'administrator', officeId: bitung }], 'Demo Admin')
  await admin.client.get(lists)
})
afterAll(() => service.close())

const late = { category: 'PSP.06' }
const send = (changes: Parameters<typeof sendReport>[1] = {}) => sendReport(service, { officeId: bitung, ...late, ...changes })
const href = ({ id }: SentReport) => `/petugas/laporan/${id}`
const show = async (one: SentReport, by = rani) => (await by.client.get(href(one))).body
type Shown = { readonly version?: number; readonly category?: string; readonly before?: readonly string[] }
const tick = (one: SentReport, after: readonly string[], { version = 1, category = 'PSP.06', before = [] }: Shown = {}, by = rani) =>
  by.client.post(`${href(one)}/daftar-periksa`, { category, version: String(version), before: [...before], after: [...after] })
const save = (code: string, wordsId: string, before: number, wordsEn = '') =>
  admin.client.post(`${lists}/${code}`, { wordsId, wordsEn, before: String(before) })

describe('checklists of reports', () => {
  test('a report shows the list of its category, and who ticked what', async () => {
    const one = await send()
    const before = await show(one)
    expect(before).toContain('Tahap tempat permohonan berhenti ditemukan')
    expect(before).toContain('0 dari 5 sudah diperiksa')
    const since = await watchTrail(service)
    const ticked = await tick(one, ['1', '3'])
    expect([ticked.status, ticked.location]).toEqual([303, `${href(one)}#daftar-periksa`])
    expect((await since()).map(({ event, object_id, details }) => ({ event, object_id, details }))).toEqual([
      { event: 'checklist.ticked', object_id: one.id, details: { category: 'PSP.06', version: 1, changed: [1, 3] } },
    ])
    const after = await show(one)
    expect(after).toContain('2 dari 5 sudah diperiksa')
    expect(after).toContain('Demo Rani, ')
  })

  test('it moves no clock and is no event of the report', async () => {
    const one = await send()
    const stand = async () =>
      (await service.owner.query('select version, state, due_at from record_ticket where id = $1', [one.id])).rows[0]
    const before = await stand()
    await tick(one, ['1'])
    expect(await stand()).toEqual(before)
  })

  test('two who tick at the same time keep what each ticked', async () => {
    const one = await send()
    await tick(one, ['1'])
    // Sari's page was shown before that.
    await tick(one, ['2'], {}, sari)
    expect(await show(one)).toContain('2 dari 5 sudah diperiksa')
    await tick(one, ['2'], { before: ['1', '2'] })
    expect(await show(one)).toContain('1 dari 5 sudah diperiksa')
  })

  test('an open item warns in front of the answer and stops none', async () => {
    const one = await send()
    await rani.client.post(`${href(one)}/ambil`, { version: '1' })
    await tick(one, ['1', '2', '3', '4'])
    const form = (await rani.client.get(`${href(one)}/jawab`)).body
    expect(form).toContain('1 butir daftar periksa belum dicentang')
    expect(form).toContain('Sebab keterlambatan dicatat untuk perbaikan')
    await tick(one, ['1', '2', '3', '4', '5'], { before: ['1', '2', '3', '4'] })
    expect((await rani.client.get(`${href(one)}/jawab`)).body).not.toContain('belum dicentang')
  })

  test('C19: whoever does not see the report ticks nothing in it, and nothing says that it is there', async () => {
    const tarakan = await findOffice(service, 'KANIM-TARAKAN')
    const far = await openConsole(service, [{ role: 'handler', officeId: tarakan }])
    const one = await send()
    expect((await tick(one, ['1'], {}, far)).status).toBe(404)
    const none = await far.client.post(`/petugas/laporan/${crypto.randomUUID()}/daftar-periksa`, { category: 'PSP.06', version: '1' })
    expect(none.status).toBe(404)
    expect(await show(one)).toContain('0 dari 5')
  })

  test('an item that is not on the list is none', async () => {
    const one = await send()
    expect((await tick(one, ['6'])).status).toBe(409)
    expect((await tick(one, ['1'], { category: 'PSP' })).status).toBe(409)
    expect((await tick(one, ['x'])).status).toBe(422)
  })
})

describe('lists of categories', () => {
  test('a category without a list shows that of its family, and its own once there is one', async () => {
    const one = await send({ category: 'PSP.07' })
    expect(await show(one)).toContain('Riwayat permohonan di kantor lain diperiksa')
    expect((await save('PSP.07', 'Data di akta dicocokkan', 0)).location).toContain(lists)
    const own = await show(one)
    expect(own).toContain('Data di akta dicocokkan')
    expect(own).not.toContain('Riwayat permohonan di kantor lain diperiksa')
    await save('PSP.07', '', 1)
    expect(await show(one)).toContain('Riwayat permohonan di kantor lain diperiksa')
  })

  test('what is ticked keeps its words; the others show the newest', async () => {
    const [ticked, open] = [await send({ category: 'PSP.12' }), await send({ category: 'PSP.12' })]
    await save('PSP.12', 'Langkah lama', 0)
    await tick(ticked, ['1'], { category: 'PSP.12' })
    await save('PSP.12', 'Langkah baru\nLangkah kedua', 1)
    expect(await show(ticked)).toContain('Langkah lama')
    expect(await show(open)).toContain('Langkah kedua')
    expect((await tick(open, ['1'], { category: 'PSP.12' })).status).toBe(409)
  })

  test('the second of two changes is told, and its words stay', async () => {
    await save('PSP.13', 'Satu', 0)
    const second = await save('PSP.13', 'Dua', 0)
    expect([second.status, second.body.includes('baru saja diubah orang lain'), second.body.includes('Dua')]).toEqual([422, true, true])
  })

  test('what is wrong is said beside its field', async () => {
    const unpaired = await save('VSA.02', 'Satu\nDua', 0, 'One')
    expect([unpaired.status, unpaired.body.includes('Jumlah baris bahasa Inggris')]).toEqual([422, true])
    expect((await save('XXX', 'Satu', 0)).status).toBe(404)
    expect((await admin.client.get(lists)).body).toContain('PSP.06')
  })
})

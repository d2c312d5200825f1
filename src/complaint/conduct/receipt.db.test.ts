import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let patnal: string
let bitung: string
let tarakan: string
let dian: Console
/** Handles in Tarakan, and helps compliance: only the shield can keep a report from her. */
let rani: Console
let bayu: Console

beforeAll(async () => {
  service = await createTestService()
  patnal = await findOffice(service, 'PATNAL')
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  const helping = { role: 'compliance', officeId: patnal }
  dian = await openConsole(service, [helping], 'Demo Dian')
  rani = await openConsole(service, [{ role: 'handler', officeId: tarakan }, helping], 'Demo Rani')
  bayu = await openConsole(service, [{ role: 'manager', officeId: tarakan }, helping], 'Demo Bayu')
})
afterAll(() => service.close())
/** Ids carry the moment, so that the newest is found by them. */
beforeEach(() => service.clock.advance(1000))

const statusFor = async ({ client }: Console, id: string) => (await client.get(`/petugas/laporan/${id}`)).status
const sights = async (id: string) => [await statusFor(dian, id), await statusFor(rani, id), await statusFor(bayu, id)]

async function readNewest() {
  const { rows } = await service.owner.query<{ id: string; office_id: string; category: string }>(
    'select id, office_id, category from record_ticket order by id desc limit 1',
  )
  return rows[0] ?? { id: '', office_id: '', category: '' }
}

const call = { channel: 'phone', kind: 'complaint', category: 'INT.01', text: 'Petugas meminta uang.', language: 'id' }

test('C11 A4: whoever is named at the desk, and their unit, are kept away from the receipt on', async () => {
  const desk = await openConsole(service, [{ role: 'intake', officeId: bitung }])
  const form = await desk.client.get('/petugas/laporan/baru')
  expect(form.body).toContain('name="accused"')
  const fields = { ...call, office: bitung, accusedOffice: tarakan, accused: 'demo rani, petugas berkumis', idempotencyKey: 'meja-1' }
  expect((await desk.client.post('/petugas/laporan/baru', fields)).status).toBe(200)
  const { id } = await readNewest()
  expect(await sights(id)).toEqual([200, 404, 404])
  const shown = (await dian.client.get(`/petugas/laporan/${id}/terlapor`)).body
  expect(shown).toContain('Demo Rani · demo rani, petugas berkumis')
})

test('C11: naming somebody about a matter of another category brings it to compliance at once', async () => {
  const desk = await openConsole(service, [{ role: 'intake', officeId: tarakan }])
  await desk.client.get('/petugas/laporan/baru')
  const fields = { ...call, category: 'PSP.01', office: tarakan, accused: 'Demo Rani', idempotencyKey: 'meja-2' }
  expect((await desk.client.post('/petugas/laporan/baru', fields)).status).toBe(200)
  const ticket = await readNewest()
  expect(ticket).toMatchObject({ office_id: patnal, category: 'PSP.01' })
  expect(await sights(ticket.id)).toEqual([200, 404, 404])
  expect(await statusFor(desk, ticket.id)).toBe(404)
})

test('C11: praise that names somebody is not a complaint of them', async () => {
  const { id } = await sendReport(service, { kind: 'compliment', category: 'PSP.01', officeId: tarakan, accused: 'Demo Rani' })
  expect(await statusFor(rani, id)).toBe(200)
})

test('C11: by the API the same; a code of no unit is told', async () => {
  const send = (fields: object) =>
    rani.client.request('POST', '/api/v1/tickets', {
      payload: JSON.stringify({ kind: 'complaint', category: 'INT.01', text: 'Petugas meminta uang.', ...fields }),
      headers: { 'content-type': 'application/json' },
    })
  const wrong = await send({ accusedOffice: 'KANIM-ENTAH', idempotencyKey: 'kunci-api-00000001' })
  expect([wrong.status, wrong.body.includes('accusedOffice')]).toEqual([422, true])
  const sent = await send({
    office: 'KANIM-BITUNG',
    accused: 'Demo Rani',
    accusedOffice: 'KANIM-TARAKAN',
    idempotencyKey: 'kunci-api-00000002',
  })
  expect(sent.status).toBe(201)
  const { id } = await readNewest()
  expect(await sights(id)).toEqual([200, 404, 404])
})

test('C11: the public form needs no unit: a name of the office concerned is recognised', async () => {
  const { id } = await sendReport(service, { category: 'INT.01', officeId: tarakan, accused: 'Demo Rani' })
  const { rows } = await service.owner.query('select reason from conduct_excluded_officer where ticket_id = $1 and officer_id = $2', [
    id,
    rani.officer.id,
  ])
  expect(rows).toEqual([{ reason: 'named' }])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../../../../test/client.ts'
import { openConsole } from '../../../../test/console.ts'
import { answerForm, walkForm } from '../../../../test/report-form.ts'
import { createTestService, findOffice, type TestService } from '../../../../test/service.ts'

let service: TestService
let bitung: string
beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
})
afterAll(() => service.close())

const looks = 'Petugas berkumis di loket tiga'
const staff = {
  '/lapor/topik': { topic: 'staff' },
  '/lapor/hal': { reason: 'INT.01' },
  '/lapor/waktu': { happenedRoughly: 'pagi', accused: looks },
}

async function countSubjects(): Promise<number> {
  return Number((await service.owner.query<{ count: string }>('select count(*) as count from conduct_subject')).rows[0]?.count)
}

test('C11: who alleges something of staff may say who it was, on no further screen; compliance reads it and nobody else', async () => {
  const client = new Client(service.app)
  const passed = await walkForm(client, answerForm(bitung, staff))
  expect(passed.length).toBeLessThanOrEqual(12)
  expect((await client.get('/lapor/waktu')).body).toContain('name="accused"')
  expect((await client.get('/lapor/periksa')).body).toContain(looks)
  expect((await client.post('/lapor/kirim')).status).toBe(303)
  const { rows } = await service.owner.query<{ id: string; row: string }>('select id, to_jsonb(t)::text as row from record_ticket t')
  const [ticket] = rows
  expect(ticket?.row).not.toContain(looks)
  const office = await findOffice(service, 'PATNAL')
  const compliance = await openConsole(service, [{ role: 'compliance', officeId: office }])
  expect((await compliance.client.get(`/petugas/laporan/${ticket?.id}/terlapor`)).body).toContain(looks)
  const handler = await openConsole(service, [{ role: 'handler', officeId: office }])
  expect((await handler.client.get(`/petugas/laporan/${ticket?.id}`)).body).not.toContain(looks)
})

test('C11 U2: what was said of somebody goes, and is named, when the report is about staff no more', async () => {
  const client = new Client(service.app)
  const before = await countSubjects()
  await walkForm(client, answerForm(bitung, staff))
  await client.post('/lapor/topik', { topic: 'passport' })
  const next = await client.get('/lapor/hal')
  expect(next.body).toContain('Petugas yang dilaporkan')
  await client.post('/lapor/hal', { reason: 'PSP.06' })
  expect((await client.get('/lapor/waktu')).body).not.toContain('name="accused"')
  expect((await client.get('/lapor/periksa')).body).not.toContain(looks)
  await client.post('/lapor/kirim')
  expect(await countSubjects()).toBe(before)
})

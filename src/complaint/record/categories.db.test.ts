import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client, openSession } from '../../../test/client.ts'
import { addOfficer, createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { openTicket } from './index.ts'

let service: TestService
let client: Client
let ditjen: string
const list = '/petugas/admin/kategori'

beforeAll(async () => {
  service = await createTestService()
  ditjen = await findOffice(service, 'DITJEN')
  client = new Client(service.app)
  await openSession(service, client, (await addOfficer(service, [{ role: 'administrator', officeId: ditjen }])).id)
  await client.get(`${list}/baru`)
})
afterAll(() => service.close())

const facts = { nameId: 'uji coba', nameEn: 'trial', class: 'OVR', confidentiality: 'S', active: '1' }

async function lastDetails(event: string): Promise<unknown> {
  service.clock.advance(1000)
  return (
    await service.owner.query(`select details from trail_entry where event = $1 and outcome = 'done' order by at desc limit 1`, [event])
  ).rows[0]?.details
}

test('L1: categories are listed in both languages by their tops', async () => {
  const page = await client.get(list)
  expect(page.body).toContain('keterlambatan penerbitan')
  expect(page.body).toContain('late issue')
})

test('L1: a category is added under its top, and the trail says what it is', async () => {
  expect((await client.post(`${list}/baru`, { ...facts, code: 'psp.99' })).body).toContain('Tulis kode seperti')
  expect((await client.post(`${list}/baru`, { ...facts, code: 'XYZ.01' })).body).toContain('Kategori induknya belum ada')
  expect((await client.post(`${list}/baru`, { ...facts, code: 'PSP.06' })).body).toContain('Kode ini sudah dipakai')
  expect((await client.post(`${list}/baru`, { ...facts, code: 'PSP.99' })).status).toBe(303)
  service.clock.advance(1000)
  expect((await client.post(`${list}/baru`, { ...facts, code: 'XYZ' })).status).toBe(303)
  const { rows } = await service.owner.query<{ code: string; parent: string | null; last: boolean }>(
    `select code, parent, position = (select max(position) from record_category o where coalesce(o.parent, '') = coalesce(c.parent, '')) as last from record_category c where code in ('PSP.99', 'XYZ') order by code`,
  )
  expect(rows).toEqual([
    { code: 'PSP.99', parent: 'PSP', last: true },
    { code: 'XYZ', parent: null, last: true },
  ])
  expect(await lastDetails('record.add_category')).toMatchObject({
    code: 'XYZ',
    before: null,
    after: { class: 'OVR', confidentiality: 'S' },
  })
})

test('L1: a change counts for new reports; those that are in keep their class', async () => {
  const ticket = await service.as(null, (ctx) =>
    openTicket(ctx, {
      kind: 'complaint',
      category: 'PSP.06',
      class: 'NON',
      channel: 'web',
      language: 'id',
      officeId: ditjen,
      concernedOfficeId: null,
      anonymous: false,
      secret: false,
      unidentified: false,
      restricted: false,
      dueAt: '2026-12-14T16:59:59.999Z',
      lateFiled: false,
      title: 'Uji',
      body: 'Uji',
      wish: '',
      happenedOn: null,
      happenedAt: '',
      relation: null,
    }),
  )
  expect((await client.post(`${list}/PSP.06`, { ...facts, active: '' })).status).toBe(303)
  expect(await lastDetails('record.edit_category')).toMatchObject({
    code: 'PSP.06',
    before: { class: 'NON', active: true },
    after: { class: 'OVR', active: false },
  })
  const { rows } = await service.owner.query('select class from record_ticket where id = $1', [ticket.id])
  expect(rows[0]).toEqual({ class: 'NON' })
  expect((await client.post(`${list}/PSP.06`, { ...facts, class: 'SLOW' })).status).toBe(422)
  expect((await client.post(`${list}/ABC.01`, facts)).status).toBe(404)
})

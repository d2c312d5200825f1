import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTicket } from '../src/complaint/record/index.ts'
import { fold } from '../src/complaint/record/rules.ts'
import { addOfficer, createTestService, findOffice, type TestService } from './service.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
})
afterAll(() => service.close())

const report = {
  kind: 'complaint',
  category: 'PSP.06',
  class: 'NON',
  channel: 'web',
  language: 'id',
  concernedOfficeId: null,
  anonymous: false,
  secret: false,
  unidentified: false,
  restricted: false,
  dueAt: '2026-12-14T16:59:59.999Z',
  lateFiled: false,
  title: 'Paspor anak terlambat',
  body: 'Sudah tiga minggu.',
  wish: '',
  happenedOn: null,
  happenedAt: '',
  relation: null,
} as const

test('A1 A2: row-level security shows an officer only the tickets of the own office, and nobody anything', async () => {
  const [bitung, tarakan] = [await findOffice(service, 'KANIM-BITUNG'), await findOffice(service, 'KANIM-TARAKAN')]
  const [first, second] = await Promise.all(
    [bitung, tarakan].map((officeId) => service.as(null, (ctx) => openTicket(ctx, { ...report, officeId }))),
  )
  const officer = await addOfficer(service, [{ role: 'handler', officeId: bitung }])
  const seen = await service.as(officer.actor, (ctx) => ctx.tx.query<{ id: string }>('select id from record_ticket'))
  expect(seen.rows.map(({ id }) => id)).toEqual([first?.id])
  const events = await service.as(officer.actor, (ctx) => ctx.tx.query<{ ticket_id: string }>('select ticket_id from record_event'))
  expect(events.rows.map((row) => row.ticket_id)).toEqual([first?.id])
  const found = await service.as(officer.actor, (ctx) =>
    ctx.tx.query('select id from record_search_page($1, $2, null, null, null, false, 10) where id is not null', ['paspor', tarakan]),
  )
  expect(found.rows).toEqual([])
  // No part of a number is a part of every number.
  const byNumber = async (officeId: string) => {
    const { rows } = await service.as(officer.actor, (ctx) =>
      ctx.tx.query<{ id: string }>(`select record_find_number('', $1) as id`, [officeId]),
    )
    return rows.map(({ id }) => id)
  }
  expect(await byNumber(tarakan)).toEqual([])
  await service.as(null, (ctx) => openTicket(ctx, { ...report, officeId: bitung, secret: true, restricted: true }))
  expect(await byNumber(bitung)).toEqual([first?.id])
  const visitor = {
    kind: 'visitor',
    id: null,
    name: null,
    assignments: [],
    permissions: new Set<string>(),
    reach: { offices: [], supervised: [] },
  } as const
  expect((await service.as(visitor, (ctx) => ctx.tx.query('select id from record_ticket'))).rows).toEqual([])
  expect((await service.as(visitor, (ctx) => ctx.tx.query('select record_find_number($1, $2)', ['', bitung]))).rows).toEqual([])
  expect(second?.number).toMatch(/^26-\d{4}-\d{4}-[0-9A-Z]$/)
  expect(fold([])).toBeNull()
})

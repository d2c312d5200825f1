import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeManyTickets } from '../../../test/many-tickets.ts'
import { addOfficer, createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let patnal: string
beforeAll(async () => {
  service = await createTestService()
  patnal = await findOffice(service, 'PATNAL')
})
afterAll(() => service.close())

test('A2: counts beside an inbox read their indexes alone, however many tickets are kept from the officer', async () => {
  const { id, actor } = await addOfficer(service, [{ role: 'compliance', officeId: patnal }])
  await makeManyTickets(service, { count: 6000, offices: [patnal, await findOffice(service, 'KANIM-BITUNG')], officers: [id] })
  const { rows: kept } = await service.owner.query<{ owed: boolean }>(
    `with kept as (insert into conduct_excluded_officer (ticket_id, officer_id, reason, since)
       select id, $1, 'named', now() from record_ticket where office_id = $2 order by id limit 1000 returning ticket_id)
     select t.owed from kept join record_ticket t on t.id = kept.ticket_id`,
    [id, patnal],
  )
  await service.owner.query('analyze')
  const all = await service.owner.query<{ count: number }>(
    'select count(*)::int as count from record_ticket where office_id = $1 and owed',
    [patnal],
  )
  const question = 'from record_ticket where office_id = $1 and owed'
  const { count, plan } = await service.as(actor, async ({ tx }) => ({
    count: (await tx.query<{ count: number }>(`select count(*)::int as count ${question}`, [patnal])).rows[0]?.count,
    plan: (await tx.query<Record<'QUERY PLAN', string>>(`explain (costs off) select count(*) ${question}`, [patnal])).rows
      .map((line) => line['QUERY PLAN'])
      .join('\n'),
  }))
  expect(count).toBe((all.rows[0]?.count ?? 0) - kept.filter(({ owed }) => owed).length)
  expect(plan).toContain('Index Only Scan using record_ticket_inbox')
  expect(plan).toMatch(/hashed SubPlan|any_hashed|hashed/)
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeManyTickets } from '../../../test/many-tickets.ts'
import { addOfficer, createTestService, findOffice, type TestOfficer, type TestService } from '../../../test/service.ts'
import { createSystemActor } from '../../platform/context.ts'
import { countOffice } from './index.ts'

let service: TestService
let offices: readonly [string, string]
let handler: TestOfficer
let manager: TestOfficer
let ids: string[]

beforeAll(async () => {
  service = await createTestService()
  offices = [await findOffice(service, 'KANIM-BITUNG'), await findOffice(service, 'KANIM-TARAKAN')]
  handler = await addOfficer(service, [{ role: 'handler', officeId: offices[0] }], 'Demo Rani')
  manager = await addOfficer(service, [{ role: 'manager', officeId: offices[0] }], 'Demo Sari')
  await makeManyTickets(service, { count: 60, offices: [...offices], officers: [handler.id], minutesApart: 150 })
  ids = (await service.owner.query<{ id: string }>('select id from record_ticket order by number')).rows.map(({ id }) => id)
})
afterAll(() => service.close())

/** What is shown, and what row-level security lets the same officer count one by one. */
async function compare(officer: TestOfficer): Promise<{ shown: number; counted: number }> {
  const now = service.clock.now()
  return service.as(officer.actor, async (ctx) => {
    const { closed } = await countOffice(ctx.tx, offices[0], { now, endOfToday: now, soonUntil: now, officerId: officer.id })
    const { rows } = await ctx.tx.query<{ count: number }>(
      `select count(*)::int as count from record_ticket where office_id = $1 and not owed and state <> 'answered'`,
      [offices[0]],
    )
    return { shown: closed, counted: rows[0]?.count ?? -1 }
  })
}

const change = fc.record({
  place: fc.nat(59),
  state: fc.constantFrom('closed', 'archived', 'withdrawn', 'transferred', 'merged', 'answered', 'investigating', 'submitted'),
  office: fc.nat(1),
  restricted: fc.boolean(),
  mine: fc.boolean(),
  hidden: fc.boolean(),
  summed: fc.boolean(),
})

test('A2 C20: what is over is counted exactly as far as each officer may see it, whatever happens to reports', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      for (const { place, state, office, restricted, mine, hidden, summed } of changes) {
        const id = ids[place]
        await service.owner.query('delete from conduct_excluded_officer where ticket_id = $1', [id])
        await service.owner.query(
          `update record_ticket set state = $2, owed = $3, office_id = $4, restricted = $5, assignee_id = $6 where id = $1`,
          [id, state, ['investigating', 'submitted'].includes(state), offices[office], restricted, mine ? handler.id : null],
        )
        if (hidden)
          await service.owner.query(
            `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) select $1, unnest($2::uuid[]), 'named', now()`,
            [id, [handler.id, manager.id]],
          )
        if (summed) await service.runJob('record.sum-closed')
      }
      for (const officer of [handler, manager]) {
        const { shown, counted } = await compare(officer)
        expect(shown).toBe(counted)
      }
    }),
    { numRuns: 40 },
  )
  const { counted } = await compare(manager)
  expect(counted).toBeGreaterThan(0)
})

test('A2: of another unit nothing is told', async () => {
  const other = await addOfficer(service, [{ role: 'manager', officeId: offices[1] }], 'Demo Bayu')
  expect(await compare(other)).toEqual({ shown: 0, counted: 0 })
})

test('two closings of one unit do not wait for each other', async () => {
  const close = `update record_ticket set state = 'closed', owed = false where id = $1`
  const second = await service.another()
  await service.as(null, async (ctx) => {
    await ctx.tx.query(close, [ids[0]])
    await second.database.transaction(createSystemActor('test'), (tx) => tx.query(close, [ids[3]]))
  })
  await second.database.close()
})

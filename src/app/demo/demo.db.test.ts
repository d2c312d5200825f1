import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectFolded } from '../../../test/folded.ts'
import { createTestService, type TestService } from '../../../test/service.ts'
import { isConduct } from '../../complaint/intake/rules.ts'
import type { Kind } from '../../complaint/record/events.ts'
import { isTicketState } from '../../complaint/record/rules.ts'
import { ensureDemo } from './index.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
  await ensureDemo(service.services, 140)
}, 120_000)
afterAll(() => service.close())

test('the row of every ticket is the sum of its events', async () => {
  const tickets = (await service.owner.query<{ id: string }>('select id from record_ticket')).rows
  expect(tickets).toHaveLength(140)
  for (const { id } of tickets) await expectFolded(service, id)
})

test('K4: the demo shows every state a ticket can be in, and no other', async () => {
  const { rows } = await service.owner.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from record_ticket group by state',
  )
  expect(rows.every(({ state }) => isTicketState(state))).toBe(true)
  const states = new Set(rows.map(({ state }) => state))
  for (const state of [
    'submitted',
    'checking',
    'assigned',
    'investigating',
    'answered',
    'closed',
    'archived',
    'withdrawn',
    'merged',
    'referred',
    'transferred',
    'in_review',
  ])
    expect(states).toContain(state)
})

test('A4: no conduct report lies with the office complained of', async () => {
  const { rows } = await service.owner.query<{ kind: Kind; category: string; type: string }>(
    `select t.kind, t.category, f.type from record_ticket t join accounts_office f on f.id = t.office_id`,
  )
  const conduct = rows.filter(({ kind, category }) => isConduct(kind, category))
  expect(new Set(conduct.map(({ category }) => category.split('.')[0]))).toEqual(new Set(['INT', 'SVC']))
  expect(conduct.filter(({ type }) => type !== 'compliance')).toEqual([])
})

test('the demo is believable: offices work while they are open, what is answered was opened, questions are answered about in time', async () => {
  const { rows: nights } = await service.owner.query(
    `select e.type, e.at at time zone o.time_zone as local from record_event e join record_ticket t on t.id = e.ticket_id join accounts_office o on o.id = t.office_id
     where e.actor_kind = 'officer' and e.type <> 'ticket.office_changed'
       and t.id not in (select ticket_id from record_event where type = 'ticket.office_changed')
       and (extract(isodow from e.at at time zone o.time_zone) > 5 or extract(hour from e.at at time zone o.time_zone) not between 8 and 15)`,
  )
  expect(nights).toEqual([])
  const { rows: unopened } = await service.owner.query(
    `select t.number from record_ticket t where t.answered_at is not null
       and not exists (select from trail_entry e where e.object_id = t.id and e.event = 'ticket.viewed')`,
  )
  expect(unopened).toEqual([])
  const { rows: late } = await service.owner.query<{ days: number }>(
    `select number, state, class, office_id, submitted_at, extract(day from coalesce(answered_at, $1) - due_at)::int as days from record_ticket where (owed or answered_at is not null) and coalesce(answered_at, $1) > due_at`,
    [service.clock.now()],
  )
  expect(late.filter(({ days }) => days > 21)).toEqual([])
  expect(late.length / 140).toBeLessThan(0.15)
  // The unit of the demo's accounts has something to show on the manager's page.
  const own = await service.owner.query(
    `select from record_ticket where owed and due_at < $1 and office_id = (select id from accounts_office where code = 'KANIM-JAKARTA-SELATAN')`,
    [service.clock.now()],
  )
  expect(own.rowCount).toBeGreaterThanOrEqual(2)
})

test('a second start adds nothing', async () => {
  expect(await ensureDemo(service.services, 140)).toEqual([])
})

test('C22: the demo shows what is changed, late and waiting for evidence', async () => {
  const { rows } = await service.owner.query<{ late: number; done: number }>(
    `select (select count(*)::int from cause_action where done_at is null and due_on < $1::date) as late,
       (select count(*)::int from cause_action where done_at is not null) as done`,
    [service.clock.now()],
  )
  expect(rows[0]).toMatchObject({ late: 1, done: 1 })
})

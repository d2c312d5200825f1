import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestService, type TestService } from '../../../test/service.ts'
import { isConduct } from '../../complaint/intake/rules.ts'
import type { Kind, TicketEvent } from '../../complaint/record/events.ts'
import { fold, isTicketState } from '../../complaint/record/rules.ts'
import { ensureDemo } from './index.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
  await ensureDemo(service.services, 140)
}, 120_000)
afterAll(() => service.close())

type Row = {
  id: string
  state: string
  category: string
  class: string
  office_id: string
  assignee_id: string | null
  restricted: boolean
  due_at: Date
  answered_at: Date | null
  closed_at: Date | null
  outcome: string | null
  resume_state: string | null
  owed: boolean
  version: number
}
type EventRow = { ticket_id: string; type: string; payload: unknown; at: Date }

test('the row of every ticket is the sum of its events', async () => {
  const tickets = (await service.owner.query<Row>('select * from record_ticket')).rows
  const events = (await service.owner.query<EventRow>('select ticket_id, type, payload, at from record_event order by ticket_id, version'))
    .rows
  expect(tickets).toHaveLength(140)
  for (const row of tickets) {
    const own = events
      .filter((event) => event.ticket_id === row.id)
      .map(({ type, payload, at }) => ({ event: { type, payload } as TicketEvent, at }))
    expect(fold(own), row.id).toEqual({
      state: row.state,
      category: row.category,
      class: row.class,
      officeId: row.office_id,
      assigneeId: row.assignee_id,
      restricted: row.restricted,
      dueAt: row.due_at,
      answeredAt: row.answered_at,
      closedAt: row.closed_at,
      outcome: row.outcome,
      resumeState: row.resume_state,
      owed: row.owed,
      version: row.version,
    })
  }
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

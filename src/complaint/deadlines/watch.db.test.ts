import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { createWork } from '../../platform/jobs.ts'
import { watchPage } from './actions/watch.ts'

let service: TestService
let office: string
let ditjen: string
let manager: Console
let handler: Console
let intake: Console
let chief: Console

beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T02:00:00Z' })
  office = await findOffice(service, 'KANIM-JAKARTA-PUSAT')
  ditjen = await findOffice(service, 'DITJEN')
  manager = await openConsole(service, [{ role: 'manager', officeId: office }], 'Demo Kepala')
  handler = await openConsole(service, [{ role: 'handler', officeId: office }])
  intake = await openConsole(service, [{ role: 'intake', officeId: office }])
  chief = await openConsole(service, [{ role: 'manager', officeId: ditjen }], 'Demo Direktur')
})
afterAll(() => service.close())

const watch = () => service.runJob('deadlines.watch')

type Told = { milestone: string; rule_id: string; office_id: string; officer_id: string }
async function readTold(ticketId: string): Promise<Told[]> {
  const { rows } = await service.owner.query<Told>(
    `select w.milestone, w.rule_id, w.office_id, n.officer_id from deadlines_warning w left join deadlines_notice n on n.warning_id = w.id
     where w.ticket_id = $1 and w.rule_id like 'CLASS%' order by w.at, w.milestone`,
    [ticketId],
  )
  return rows
}
const milestonesOf = (told: readonly Told[]) => [...new Set(told.map(({ milestone }) => milestone))]
const toldOf = (told: readonly Told[], milestone: string) =>
  told.filter((each) => each.milestone === milestone).map(({ officer_id }) => officer_id)

/** From Tuesday to a day later, looking every two hours as the job does every minute. */
async function pass(until: string): Promise<void> {
  const end = new Date(until)
  while (service.clock.now() < end) {
    service.clock.advance(2 * 3_600_000)
    await watch()
  }
}

describe('T5: what a clock passes is told', () => {
  test('half to the officer, then the manager, then level after level, each once, until somebody answers', async () => {
    service.clock.set('2026-11-24T02:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    await service.owner.query(`update record_ticket set assignee_id = $2, state = 'assigned' where id = $1`, [id, handler.officer.id])
    await watch()
    expect(await readTold(id)).toEqual([])
    await pass('2026-12-18T09:00:00Z')
    const told = await readTold(id)
    expect(milestonesOf(told)).toEqual(['half', 'three_quarters', 'nine_tenths', 'breach', 'regional', 'directorate'])
    expect(toldOf(told, 'half')).toEqual([handler.officer.id])
    expect(toldOf(told, 'breach').sort()).toEqual([handler.officer.id, manager.officer.id].sort())
    // This province has no Kanwil, so both levels above are the directorate.
    expect(toldOf(told, 'regional')).toEqual([chief.officer.id])
    expect(told.find(({ milestone }) => milestone === 'regional')?.office_id).toBe(ditjen)
    expect(new Set(told.map(({ milestone, officer_id }) => `${milestone} ${officer_id}`)).size).toBe(told.length)
  })

  test('what nobody has is told to intake and manager', async () => {
    service.clock.set('2026-11-24T02:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    await pass('2026-12-04T09:00:00Z')
    expect(toldOf(await readTold(id), 'half')).toEqual(expect.arrayContaining([intake.officer.id, manager.officer.id]))
    const restricted = await sendReport(service, { officeId: office, secret: true })
    await pass('2026-12-16T09:00:00Z')
    const told = await readTold(restricted.id)
    expect(told.length).toBeGreaterThan(0)
    expect(told.map(({ officer_id }) => officer_id)).not.toContain(intake.officer.id)
  })

  test('what was answered, or waits for the complainant, is told to nobody', async () => {
    service.clock.set('2026-11-24T02:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    const waiting = await sendReport(service, { officeId: office })
    await watch()
    await service.owner.query(`update record_ticket set state = 'answered', owed = false where id = $1`, [id])
    await manager.client.get('/petugas')
    const asked = await manager.client.post(`/petugas/laporan/${waiting.id}/tanya`, { body: 'Nomor?', pause: 'documents_awaited' })
    expect(asked.status).toBe(303)
    await pass('2026-12-20T09:00:00Z')
    expect(await readTold(id)).toEqual([])
    expect(await readTold(waiting.id)).toEqual([])
    // The longest pause is over after thirty days, and then the clock runs on by itself.
    await pass('2027-01-20T09:00:00Z')
    const { rows } = await service.owner.query<{ because: string }>(
      `select payload->>'because' as because from record_event where ticket_id = $1 and type = 'ticket.clock_resumed'`,
      [waiting.id],
    )
    expect(rows).toEqual([{ because: 'longest' }])
    expect((await readTold(waiting.id)).length).toBeGreaterThan(0)
  })

  test('taking note holds the next level back, and nobody below the level can do it', async () => {
    service.clock.set('2026-11-24T02:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    service.clock.set('2026-12-15T01:00:00Z')
    await watch()
    manager = await openConsole(service, [{ role: 'manager', officeId: office }], 'Demo Kepala Dua')
    await service.owner.query(
      `insert into deadlines_notice (warning_id, officer_id, at) select id, $2, at from deadlines_warning where ticket_id = $1`,
      [id, manager.officer.id],
    )
    const page = await manager.client.get('/petugas/peringatan')
    const { rows } = await service.owner.query<{ id: string; number: string }>(
      `select id, number from deadlines_warning where ticket_id = $1 and milestone = 'breach' and rule_id like 'CLASS%'`,
      [id],
    )
    const warning = rows[0]
    if (warning === undefined) throw new Error('nothing was told')
    expect(page.body).toContain(warning.number)
    const desk = await openConsole(service, [{ role: 'manager', officeId: await findOffice(service, 'KANIM-BITUNG') }])
    expect((await desk.client.post(`/petugas/peringatan/${warning.id}/catat`, {})).status).toBe(404)
    expect((await desk.client.get('/petugas/peringatan')).body).not.toContain(warning.number)
    expect((await manager.client.post(`/petugas/peringatan/${warning.id}/catat`, {})).status).toBe(303)
    await pass('2026-12-17T01:00:00Z')
    expect(milestonesOf(await readTold(id))).not.toContain('regional')
    await pass('2026-12-21T09:00:00Z')
    expect(milestonesOf(await readTold(id))).toContain('regional')
  })
})

describe('C11 A2: whoever a ticket is kept from is told nothing of its time', () => {
  test('neither before nor after somebody was named, and the mail of its end goes to the others alone', async () => {
    service.clock.set('2026-11-24T02:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    await service.owner.query(`update record_ticket set assignee_id = $2, state = 'assigned' where id = $1`, [id, handler.officer.id])
    await pass('2026-12-04T09:00:00Z')
    handler = { ...handler, ...(await openConsole(service, [{ role: 'handler', officeId: office }])), officer: handler.officer }
    const seen = () =>
      service.as(
        handler.officer.actor,
        async (ctx) => (await ctx.tx.query('select from deadlines_warning where ticket_id = $1', [id])).count,
      )
    expect(await seen()).toBeGreaterThan(0)
    // What was told before somebody was named is on its way already.
    await service.runJobs()
    await service.owner.query(
      `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, 'named', now())`,
      [id, handler.officer.id],
    )
    expect(await seen()).toBe(0)
    await pass('2026-12-16T09:00:00Z')
    const later = (await readTold(id)).filter(({ milestone }) => milestone === 'breach')
    expect(later.map(({ officer_id }) => officer_id)).not.toContain(handler.officer.id)
    expect(later.length).toBeGreaterThan(0)
    const { rows } = await service.owner.query<{ officers: string[] }>(
      `select j.payload->'payload'->'officerIds' as officers from graphile_worker._private_jobs j where j.payload->'payload'->>'milestone' = 'breach'
       and j.payload->'payload'->>'number' = (select number from record_ticket where id = $1)`,
      [id],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { officers } of rows) expect(officers).not.toContain(handler.officer.id)
  })
})

test('a new report waits for its first warning at once, without having been looked at', async () => {
  service.clock.set('2026-11-24T02:00:00Z')
  const { id } = await sendReport(service, { officeId: office })
  const planned = async (): Promise<unknown[]> =>
    (await service.owner.query('select rule_id, next_milestone, next_at from deadlines_clock where ticket_id = $1 order by 1', [id])).rows
  const before = await planned()
  expect(before).toContainEqual(expect.objectContaining({ rule_id: expect.stringMatching(/^CLASS/), next_milestone: 'half' }))
  await service.owner.query('update deadlines_clock set next_milestone = null, next_at = started_at where ticket_id = $1', [id])
  await watch()
  // The watch would have come to the same.
  expect(await planned()).toEqual(before)
})

describe('C10 T7: nobody is passed over', () => {
  test('1,200 late tickets of which the first 300 are nobody’s are all told of in one run, by two workers and a killed one, each once', async () => {
    service.clock.set('2026-11-24T02:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    await service.owner.query(
      `insert into record_ticket select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'X' || n,
         'assignee_id', case when n <= 300 then null else $2::uuid end))).*
       from record_ticket t, generate_series(1, 1200) n where t.id = $1`,
      [id, handler.officer.id],
    )
    await service.owner.query(
      `insert into deadlines_clock select (jsonb_populate_record(c, jsonb_build_object('ticket_id', t.id))).*
       from deadlines_clock c, record_ticket t where c.ticket_id = $1 and c.rule_id like 'CLASS%' and t.number like 'X%'`,
      [id],
    )
    service.clock.set('2026-12-15T02:00:00Z')
    // One dies in the middle: its transaction is gone with all it told.
    await expect(
      createWork(service.services, 'deadlines.watch').transaction(async (ctx) => {
        expect(await watchPage(ctx)).toBeGreaterThan(0)
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    const other = await service.another()
    await Promise.all([watch(), service.runJob('deadlines.watch', other)])
    await watch()
    await other.database.close()
    const { rows } = await service.owner.query<{ told: string; tickets: string; unassigned: string }>(
      `select count(*) as told, count(distinct w.ticket_id) as tickets, count(distinct w.ticket_id) filter (where t.assignee_id is null) as unassigned
       from deadlines_warning w join record_ticket t on t.id = w.ticket_id where w.milestone = 'breach' and t.number like 'X%'`,
    )
    expect(rows).toEqual([{ told: '1200', tickets: '1200', unassigned: '300' }])
    const notices = await service.owner.query(
      `select from deadlines_notice n join deadlines_warning w on w.id = n.warning_id where w.number like 'X%' and w.milestone = 'breach' and n.officer_id = $1`,
      [handler.officer.id],
    )
    expect(notices.rowCount).toBe(900)
  })
})

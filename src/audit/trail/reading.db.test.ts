import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client, openSession } from '../../../test/client.ts'
import { addOfficer, createTestService, findOffice, type TestOfficer, type TestService } from '../../../test/service.ts'
import type { Tx } from '../../platform/database/index.ts'
import { linkPending, record } from './actions/chain.ts'
import { findActors, loadEntries, loadEventNames } from './read/entries.ts'
import { readFilter, type TrailQuery } from './rules/filter.ts'

let service: TestService
let auditor: TestOfficer
let client: Client
let ditjen: string
const home = '/petugas/jejak'

beforeAll(async () => {
  service = await createTestService()
  ditjen = await findOffice(service, 'DITJEN')
  auditor = await addOfficer(service, [{ role: 'auditor', officeId: ditjen }], 'Demo Auditor')
  client = new Client(service.app)
  await openSession(service, client, auditor.id)
})
afterAll(() => service.close())

const ticket = '0199f1f2-0000-7000-8000-0000000000ab'

async function write(officer: TestOfficer, event: string, more: Partial<Parameters<typeof record>[1]> = {}): Promise<void> {
  service.clock.advance(60_000)
  await service.as(officer.actor, (ctx) => record(ctx, { event, ...more }))
}

test('L4: the trail is filtered by day, person, event, object, outcome and address, newest first', async () => {
  const siti = await addOfficer(service, [{ role: 'handler', officeId: ditjen }], 'Demo Siti')
  const sinta = await addOfficer(service, [{ role: 'handler', officeId: ditjen }], 'Demo Sinta')
  await write(siti, 'ticket.read', { objectType: 'ticket', objectId: ticket, address: '203.0.113.7' })
  await write(sinta, 'ticket.answer', { objectType: 'ticket', objectId: ticket, outcome: 'refused', reason: 'permission' })
  await write(sinta, 'ticket.read', { objectType: 'ticket', objectId: ditjen })
  const events = async (query: string): Promise<string[]> => {
    const answer = await client.get(`${home}${query}`)
    expect(answer.status).toBe(200)
    return [...answer.body.matchAll(/<time datetime="[^"]+">[\s\S]*?<\/tr>/gi)].map(
      ([row]) => `${/Demo \w+/.exec(row)?.[0] ?? ''} ${row.includes('Ditolak') ? 'refused' : 'done'}`,
    )
  }
  expect(await events(`?objek=${ticket}`)).toEqual(['Demo Sinta refused', 'Demo Siti done'])
  expect(await events(`?objek=${ticket}&hasil=refused`)).toEqual(['Demo Sinta refused'])
  expect(await events('?pelaku=demo+si')).toEqual(['Demo Sinta done', 'Demo Sinta refused', 'Demo Siti done'])
  expect(await events(`?pelaku=${siti.id}`)).toEqual(['Demo Siti done'])
  expect(await events('?pelaku=demo+s_')).toEqual([])
  expect(await events('?peristiwa=ticket.answer')).toEqual(['Demo Sinta refused'])
  expect(await events('?alamat=203.0.113.7')).toEqual(['Demo Siti done'])
  expect(await events('?dari=2026-11-24&sampai=2026-11-24')).toHaveLength(3)
  expect(await events('?dari=2026-11-25')).toEqual([])
  expect((await client.get(`${home}?objek=26-1234`)).status).toBe(422)
})

test('L4: pages follow each other without a gap, also where many entries share one moment', async () => {
  const busy = await addOfficer(service, [{ role: 'handler', officeId: ditjen }], 'Demo Rajin')
  await service.as(busy.actor, async (ctx) => {
    for (let n = 0; n < 120; n += 1) await record(ctx, { event: 'ticket.read', details: { n } })
  })
  const seen: string[] = []
  let next: string | undefined = `${home}?pelaku=${busy.id}`
  while (next !== undefined) {
    const answer = await client.get(next)
    seen.push(...[...answer.body.matchAll(/&quot;n&quot;: (\d+)/g)].map((match) => match[1] ?? ''))
    next = /href="([^"]+)" rel="next"/.exec(answer.body)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(120)
  expect(new Set(seen).size).toBe(120)
})

test('L3: whoever administers the service cannot open the trail, and the auditor cannot open a case', async () => {
  const admin = await addOfficer(service, [{ role: 'administrator', officeId: ditjen }], 'Demo Administrator')
  const browser = new Client(service.app)
  await openSession(service, browser, admin.id)
  for (const path of ['', '/ekspor']) expect((await browser.get(`${home}${path}`)).status).toBe(403)
  expect((await client.get(`/petugas/laporan/${ticket}`)).status).not.toBe(200)
})

test('A7 L1: an export is one line of its own, disarms formulas and obeys the filter', async () => {
  const odd = await addOfficer(service, [{ role: 'handler', officeId: ditjen }], '=HYPERLINK("http://evil.example")')
  await write(odd, 'ticket.read', { objectType: 'ticket', objectId: ticket })
  const answer = await client.get(`${home}/ekspor?pelaku=${odd.id}`)
  expect([answer.status, answer.headers['content-type'], String(answer.headers['content-disposition'])]).toEqual([
    200,
    'text/csv; charset=utf-8',
    'attachment; filename="jejak-2026-11-24.csv"',
  ])
  const lines = answer.body.trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('at,event,outcome,actorKind')
  expect(lines[1]).toContain(`"'=HYPERLINK`)
  const { rows } = await service.owner.query<{ details: { filter: string; entries: number } }>(
    `select details from trail_entry where event = 'trail.export' and outcome = 'done'`,
  )
  expect(rows).toEqual([{ details: { filter: `pelaku=${odd.id}`, entries: 1 } }])
})

test('C13 L2: a check asked for on the page walks the chain as a job and shows the first broken link', async () => {
  await client.get(home)
  while ((await service.as(null, (ctx) => linkPending(ctx))) > 0);
  const check = async () => {
    service.clock.advance(1000)
    expect((await client.post(`${home}/periksa`)).status).toBe(303)
    const waiting = await client.get(home)
    expect(waiting.body).toContain('Sedang diperiksa')
    await service.runJobs()
    return (await client.get(home)).body
  }
  expect(await check()).toContain('Rantai utuh')
  // Asking twice starts one.
  await client.post(`${home}/periksa`)
  await client.post(`${home}/periksa`)
  expect((await service.owner.query('select from trail_check where finished_at is null')).rowCount).toBe(1)
  await service.runJobs()
  await service.owner.query('set session_replication_role = replica')
  await service.owner.query(`update trail_entry set reason = 'x' where id = (select entry_id from trail_link where position = 5)`)
  expect(await check()).toContain('Rantai putus di catatan ke-5')
  await service.owner.query(
    `insert into trail_entry (id, at, event, outcome, actor_kind, request_id) values (gen_random_uuid(), now(), 'x.y', 'done', 'system', 'x')`,
  )
  await service.owner.query(`update trail_entry set reason = null where id = (select entry_id from trail_link where position = 5)`)
  expect(await check()).toContain('di luar rantai')
  await service.owner.query(`delete from trail_entry where event = 'x.y'`)
  await service.owner.query('set session_replication_role = origin')
})

test('L4: every filter reads its index in order, whatever the size of the trail', async () => {
  await service.owner.query('set session_replication_role = replica')
  await service.owner.query(`insert into trail_entry (id, at, event, outcome, actor_kind, actor_id, actor_name, address, object_type, object_id, request_id)
    select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '10 seconds', 'event.n' || n % 30, case when n % 50 = 0 then 'refused' else 'done' end, 'officer',
      ('0199f1f2-0000-7000-8000-' || lpad((n % 500)::text, 12, '0'))::uuid, 'Demo Nomor ' || n % 500, '10.0.' || n % 200 || '.1', 'ticket',
      ('0199f1f2-0000-7000-9000-' || lpad((n % 5000)::text, 12, '0'))::uuid, 'x' from generate_series(1, 60000) n`)
  await service.owner.query('set session_replication_role = origin')
  await service.owner.query('analyze trail_entry')
  const explain = async (query: TrailQuery): Promise<string> =>
    service.as(auditor.actor, async (ctx) => {
      const filter = readFilter(query)
      if (!filter.ok) throw new Error('a filter of this test is wrong')
      const plans: string[] = []
      const tx: Tx = {
        ...ctx.tx,
        async query(text, values) {
          const plan = await ctx.tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)
          plans.push(plan.rows.map((row) => row['QUERY PLAN']).join('\n'))
          return ctx.tx.query(text, values)
        },
      }
      const { actor } = filter.value
      const ids = actor === null ? null : 'id' in actor ? [actor.id] : await findActors(tx, actor.name)
      await loadEntries(tx, filter.value, ids, 51)
      await loadEventNames(tx)
      return plans.join('\n')
    })
  const queries: readonly TrailQuery[] = [
    {},
    { dari: '2026-01-02', sampai: '2026-01-03' },
    { pelaku: '0199f1f2-0000-7000-8000-000000000007' },
    { pelaku: 'demo nomor 12' },
    { peristiwa: 'event.n7' },
    { objek: '0199f1f2-0000-7000-9000-000000000123' },
    { hasil: 'refused' },
    { alamat: '10.0.9.1' },
    { sebelum: '2026-01-05T00:00:00.000Z~0199f1f2-0000-7000-9000-000000000123' },
  ]
  for (const query of queries) expect(await explain(query), JSON.stringify(query)).not.toContain('Seq Scan on trail_entry')
  // The search by name is a function, whose plan is not shown: it reads some pages of the index, not the table.
  const walk = `explain (analyze, buffers, costs off) select trail_find_actors('demo nomor 12', 40)`
  await service.owner.query(`set tanggap.actor = 'officer'`)
  await service.owner.query(walk)
  const plan = (await service.owner.query<{ 'QUERY PLAN': string }>(walk)).rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(Number(/shared hit=(\d+)/.exec(plan)?.[1])).toBeLessThan(300)
  expect(plan).toContain('rows=11')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeKeyholder } from '../src/access/accounts/rules.ts'
import { visitor } from '../src/platform/context.ts'
import { hashToken } from '../src/platform/crypto.ts'
import { Client } from './client.ts'
import { enterReport, sendReport } from './complainant.ts'
import { addOfficer, createTestService, findOffice, type TestService } from './service.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
})
afterAll(() => service.close())

/** Tables on which everybody's sight is the same, each with its reason. A new table gets row-level security or a line here. */
const open: Readonly<Record<string, string>> = {
  accounts_absence: 'who is away; colleagues and rules of assignment ask for it',
  accounts_api_key: 'read before it is known who calls',
  accounts_challenge: 'read before it is known who signs in',
  accounts_device: 'read before it is known who signs in',
  accounts_office: 'the public list of units',
  accounts_officer: 'read before it is known who signs in; names of officers stand on every console page',
  accounts_password_history: 'read by who sets a password through a link',
  accounts_role: 'decides what row-level security shows',
  accounts_session: 'read before it is known who is there',
  accounts_training: 'who trains whom; the circle of a shield asks for it',
  accounts_work: 'what officers can do; rules of assignment ask for it',
  assignment_member: 'who works in which team',
  assignment_queue: 'names of teams',
  assignment_rule: 'rules of assignment, without anybody in them who complained',
  checklist_item: 'what is looked at in reports of a category, without any report in it',
  checklist_version: 'when such a list was changed, and by whom',
  conduct_relations: 'which relations the shield goes by, without anybody in them',
  deadlines_day_off: 'the calendar',
  deadlines_hours: 'the calendar',
  deadlines_rule: 'the law',
  deadlines_year: 'the calendar',
  notification_text: 'texts of mails without anybody in them',
  platform_instance: 'processes of the service; the application role has no right on it',
  platform_limit: 'counters under keyed hashes, counted before anybody is known',
  platform_migration: 'names of migrations; the application role has no right on it',
  record_category: 'the public tree of categories',
  scope_body: 'the public register of other bodies',
}

test('A1: every table has row-level security or a reason to have none, partitions included', async () => {
  const { rows } = await service.owner.query<{ name: string }>(
    `select relname::text as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relrowsecurity`,
  )
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(open))
})

test('A1: copies are complete: no table holds its owner to its policies', async () => {
  const { rows } = await service.owner.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  )
  expect(rows).toEqual([])
})

const traces = [
  'intake_draft',
  'intake_draft_file',
  'intake_submission',
  'tracking_session',
  'tracking_recovery',
  'trail_entry',
  'trail_link',
]

test('A1 S2: what belongs to a secret is seen by who shows it, and by nobody else', async () => {
  const officeId = await findOffice(service, 'KANIM-BITUNG')
  const handler = await addOfficer(service, [{ role: 'handler', officeId }])
  const [report, other] = [await sendReport(service, { officeId, idempotencyKey: 'k1' }), await sendReport(service, { officeId })]
  const browser = new Client(service.app)
  await browser.get('/lapor')
  await browser.post('/lapor', { kind: 'complaint' })
  for (const one of [report, other]) await enterReport(new Client(service.app), one)
  await service.owner.query(`insert into tracking_recovery (token_hash, ticket_id, expires_at) values ('\\x01', $1, now())`, [report.id])
  await service.owner.query(`insert into intake_draft_file (store_key, token_hash) select 'x', token_hash from intake_draft`)
  await service.owner.query(`insert into trail_link (position, entry_id, hash) values (1, gen_random_uuid(), '\\x00')`)
  const count = (actor: Parameters<TestService['as']>[0], shown: Buffer | null = null) =>
    service.as(actor, async (ctx) => {
      if (shown !== null) ctx.tx.present(shown)
      const counts = await Promise.all(traces.map((name) => ctx.tx.query(`select from ${name}`)))
      return Object.fromEntries(traces.map((name, place) => [name, counts[place]?.count ?? -1]))
    })
  const nothing = Object.fromEntries(traces.map((name) => [name, 0]))
  expect(await count(visitor)).toEqual(nothing)
  for (const seen of Object.values(await count(null))) expect(seen).toBeGreaterThan(0)
  const { trail_entry: read, trail_link: links, ...rest } = await count(handler.actor)
  expect([rest, links, (read ?? 0) > 0]).toEqual([{ ...nothing, trail_entry: undefined, trail_link: undefined }, 1, true])
  const draft = hashToken(browser.cookies.get('__Host-isian') ?? '')
  expect(await count(visitor, draft)).toEqual({ ...nothing, intake_draft: 1, intake_draft_file: 1 })
  expect(await count(visitor, Buffer.from([1]))).toEqual({ ...nothing, tracking_recovery: 1 })
  const own = await count(composeKeyholder(report.id))
  expect(own).toEqual({ ...nothing, tracking_session: 1, trail_entry: own['trail_entry'] })
  expect(own['trail_entry']).toBeGreaterThan(0)
  expect(own['trail_entry']).toBeLessThan((await count(null))['trail_entry'] ?? 0)
})

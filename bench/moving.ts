import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildAssets } from '../scripts/build-assets.ts'
import { buildProgram } from '../scripts/build-program.ts'
import { hashToken } from '../src/platform/crypto.ts'
import { createAgent, Visitor } from './client.ts'
import { openBench, operations } from './operations.ts'
import { readLoad } from './processes.ts'
import { percentile } from './report.ts'
import { openStage, type Service, type Stage, startService } from './stage.ts'

/*
 * A new day off for the whole country while officers work: how long until the last open ticket follows it, and what the inbox costs
 * meanwhile (acceptance T6: 100,000 open tickets in less than a minute, the console's p95 the same within a fifth).
 */

const { values } = parseArgs({ options: { scale: { type: 'string', default: '1m' }, rate: { type: 'string', default: '10' } } })
const count = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }[values.scale] ?? 0
const restMilliseconds = 1000 / Number(values.rate)
const quietSeconds = 30
const mostSeconds = 600

async function openAdministrator({ owner }: Stage, service: Service): Promise<Visitor> {
  const { rows } = await owner.query<{ id: string }>(`
    with found as (select officer_id from accounts_role order by officer_id limit 1)
    insert into accounts_role (officer_id, role, office_id)
    select officer_id, 'administrator', (select id from accounts_office where code = 'DITJEN') from found
    on conflict do nothing returning officer_id as id`)
  const officerId =
    rows[0]?.id ??
    (await owner.query<{ id: string }>(`select officer_id as id from accounts_role where role = 'administrator' limit 1`)).rows[0]?.id
  const token = randomBytes(32).toString('base64url')
  await owner.query(
    'insert into accounts_session (token_hash, id, officer_id, created_at, seen_at) values ($1, gen_random_uuid(), $2, now(), now())',
    [hashToken(token), officerId],
  )
  const browser = new Visitor({ agent: createAgent(), origin: service.origin })
  browser.cookies.set('__Host-petugas', token)
  return browser
}

async function isMoving({ owner }: Stage): Promise<boolean> {
  const { rows } = await owner.query(
    `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'deadlines.move' and (j.locked_at is not null or j.run_at <= now())`,
  )
  return rows.length > 0
}

/** The inbox at an even pace, until told to stop. */
async function look(once: (worker: number) => Promise<void>, goesOn: () => boolean): Promise<readonly number[]> {
  const times: number[] = []
  while (goesOn()) {
    const start = performance.now()
    await once(0)
    const took = performance.now() - start
    times.push(took)
    await sleep(Math.max(0, restMilliseconds - took))
  }
  return times
}

function composeDayOff(day: Date): Readonly<Record<string, string>> {
  const [year = '', month = '', date = ''] = day.toISOString().slice(0, 10).split('-')
  return {
    change: 'add',
    dateDay: date,
    dateMonth: month,
    dateYear: year,
    scope: '',
    type: 'libur_nasional',
    name: 'Hari libur percobaan',
    source: 'bench/moving.ts',
    hours: '',
  }
}

async function move(stage: Stage, service: Service): Promise<void> {
  const { rows } = await stage.owner.query<{ open: number }>('select count(*)::int as open from record_ticket where owed')
  const inbox = operations.find(({ name }) => name === 'inbox')
  if (inbox === undefined) throw new Error('no inbox')
  const once = await inbox.prepare(await openBench(stage, service.origin, createAgent()), { workers: 1, most: 1 })
  const admin = await openAdministrator(stage, service)
  await admin.open('/petugas/admin/kalender')
  const quietUntil = performance.now() + quietSeconds * 1000
  await look(once, () => performance.now() < quietUntil - (quietSeconds * 1000) / 2)
  const before = await look(once, () => performance.now() < quietUntil)
  const start = performance.now()
  // Far enough ahead that it lies in the time of most open tickets.
  const saved = await admin.post('/petugas/admin/kalender', composeDayOff(new Date(Date.now() + 2 * 86_400_000)))
  const answered = performance.now() - start
  if (saved.status !== 303) throw new Error(`${saved.status}`)
  let moving = true
  const watching = (async () => {
    while (moving && performance.now() - start < mostSeconds * 1000) {
      await sleep(200)
      moving = await isMoving(stage)
    }
  })()
  const during = await look(once, () => moving)
  await watching
  const seconds = (performance.now() - start) / 1000
  const told = await stage.owner.query<{ details: unknown }>(`select details from trail_entry where event = 'calendar.moved'`)
  const p95 = (times: readonly number[]) => `${percentile(times, 95).toFixed(1)} ms of ${times.length}`
  console.log(`${rows[0]?.open} open tickets; saved in ${answered.toFixed(0)} ms; all moved after ${seconds.toFixed(1)} s`)
  console.log(`promises moved: ${JSON.stringify(told.rows.map(({ details }) => details))}`)
  console.log(`inbox p95 before: ${p95(before)}; meanwhile: ${p95(during)}; load ${readLoad().toFixed(1)}`)
}

await buildAssets()
await buildProgram()
const stage = await openStage(values.scale, count, console.log)
const service = await startService(stage)
try {
  await move(stage, service)
} finally {
  await service.stop()
  await stage.close()
}

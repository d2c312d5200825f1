import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestService, type TestService } from '../../test/service.ts'
import { enqueue, type Job } from './jobs.ts'
import { startWorkers, type Workers } from './worker.ts'

let service: TestService
const running: Workers[] = []
beforeAll(async () => {
  service = await createTestService()
})
afterAll(async () => {
  await Promise.all(running.map((workers) => workers.stop()))
  await service.close()
})

async function start(jobs: readonly Job[]): Promise<Workers> {
  const workers = await startWorkers(service.services, service.ownerUrl, jobs)
  running.push(workers)
  return workers
}

async function waitFor(isDone: () => boolean | Promise<boolean>, milliseconds = 10_000): Promise<void> {
  const end = performance.now() + milliseconds
  while (!(await isDone())) {
    if (performance.now() > end) throw new Error('did not come about in time')
    await sleep(20)
  }
}

async function countLocks(): Promise<number> {
  const { rows } = await service.owner.query<{ count: number }>(
    `select count(*)::int as count from platform_instance i join pg_locks l on l.locktype = 'advisory' and l.classid = 7264 and l.objid::bigint = i.lock_key`,
  )
  return rows[0]?.count ?? 0
}

function queue(name: string): Promise<void> {
  return service.as(null, (ctx) => enqueue(ctx, name, {}))
}

test('the workers start without asking the database two things at once on one connection', async () => {
  const warnings: string[] = []
  const listen = (warning: Error): void => void warnings.push(warning.message)
  process.on('warning', listen)
  const workers = await startWorkers(service.services, service.ownerUrl, [{ name: 'demo.quiet', run: async () => undefined }])
  await waitFor(async () => (await countLocks()) === 1)
  await workers.stop()
  process.off('warning', listen)
  expect(warnings).toEqual([])
  expect((await service.owner.query('select from platform_instance')).rowCount).toBe(0)
})

test('a job that takes longer than a minute is not given to a second process while the first one lives', async () => {
  let runs = 0
  let finish: (value?: unknown) => void = () => undefined
  const job: Job = {
    name: 'demo.long',
    run: async () => {
      runs += 1
      await new Promise((resolve) => {
        finish = resolve
      })
    },
  }
  await start([job])
  await queue('demo.long')
  await waitFor(() => runs === 1)
  await service.owner.query(`update graphile_worker._private_jobs set locked_at = now() - interval '10 minutes'`)
  await start([job])
  await sleep(2500)
  expect(runs).toBe(1)
  finish()
  await waitFor(async () => (await service.owner.query('select from graphile_worker._private_jobs')).rowCount === 0)
})

test('a job of a process that is gone runs again within seconds on one that was there all the time', async () => {
  let runs = 0
  const run = async (): Promise<void> => {
    runs += 1
  }
  await start([{ name: 'demo.orphan', run }])
  await sleep(200)
  // What a killed process leaves behind: its name without a lock, and its job locked under that name.
  await service.owner.query(`insert into platform_instance (worker_id, lock_key) values ('pool-of-a-dead-process', 4711)`)
  await service.owner.query('begin')
  await service.owner.query(`select graphile_worker.add_job('demo.orphan', '{}')`)
  await service.owner.query(
    `update graphile_worker._private_jobs set locked_by = 'pool-of-a-dead-process', locked_at = now(), attempts = 1`,
  )
  await service.owner.query('commit')
  await sleep(500)
  expect(runs).toBe(0)
  await waitFor(() => runs === 1, 9000)
})

test('a guard whose connection was cut comes back under a new lock, so that its jobs stay its own', async () => {
  const before = await countLocks()
  await service.owner.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7264
    and database = (select oid from pg_database where datname = current_database())`)
  await waitFor(async () => (await countLocks()) === 0)
  await waitFor(async () => (await countLocks()) === before)
  expect(before).toBeGreaterThan(0)
})

test('a job of many parts ends after its part when the process wants to end', async () => {
  let parts = 0
  const job: Job = {
    name: 'demo.endless',
    run: async ({ isStopping }) => {
      while (!isStopping()) {
        parts += 1
        await sleep(10)
      }
    },
  }
  const workers = await startWorkers(service.services, service.ownerUrl, [job])
  await queue(job.name)
  await waitFor(() => parts > 2)
  await workers.stop()
  const after = parts
  await sleep(100)
  expect(parts).toBe(after)
})

test('of a job on the clock one turn runs at a time, however many wait', async () => {
  let turns = 0
  let atOnce = 0
  let most = 0
  const job: Job = {
    name: 'demo.slow',
    cron: '0 0 1 1 *',
    run: async () => {
      turns += 1
      atOnce += 1
      most = Math.max(most, atOnce)
      await sleep(300)
      atOnce -= 1
    },
  }
  for (let place = 0; place < 3; place += 1) await queue(job.name)
  const workers = await startWorkers(service.services, service.ownerUrl, [job])
  await waitFor(async () => (await service.owner.query('select from graphile_worker._private_jobs')).rowCount === 0)
  await workers.stop()
  expect(turns).toBeGreaterThan(0)
  expect(most).toBe(1)
})

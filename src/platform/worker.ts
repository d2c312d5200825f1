import { EventEmitter } from 'node:events'
import { run, runMigrations, Logger, parseCronItems, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Services } from './context.ts'
import { createWork, type Job } from './jobs.ts'
import { describeError } from './log.ts'

/** Prepares the queue's own tables; runs before our migrations' functions are first used. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: silent })
}

const silent = new Logger(() => () => undefined)

function createTasks(services: Services, jobs: readonly Job[]): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        try {
          await job.run(createWork(services, job.name), payload)
        } catch (error) {
          services.log.warn({ job: job.name, error: describeError(error) }, 'a job failed and will be tried again')
          // The queue stores the message of what it catches; a job's error may quote a person's words.
          throw new Error(`${job.name} failed`)
        }
      },
    ]),
  )
}

/** Frees jobs that a killed process had taken: its session lock is gone, so its workers cannot finish them. */
async function freeOrphans(client: pg.Client): Promise<void> {
  await client.query(`
    with dead as (
      delete from platform_instance i
      where not exists (select from pg_locks l where l.locktype = 'advisory' and l.objid::bigint = i.lock_key and l.classid = 7264)
      returning worker_id)
    select graphile_worker.force_unlock_workers(array(
      select worker_id from dead
      union
      select distinct locked_by from graphile_worker._private_jobs j
      where locked_by is not null and locked_at < now() - interval '60 seconds'
        and not exists (select from platform_instance i where i.worker_id = j.locked_by)))`)
}

export type Workers = { readonly stop: () => Promise<void> }

/** Starts the workers of this process. Any number of processes may run them. */
export async function startWorkers(services: Services, ownerUrl: string, jobs: readonly Job[]): Promise<Workers> {
  const guard = new pg.Client({ connectionString: ownerUrl })
  await guard.connect()
  guard.on('error', (error) => services.log.warn({ error: describeError(error) }, 'the workers lost their guard connection'))
  const lockKey = Math.trunc(services.clock.now().getTime() % 1_000_000_000) + process.pid
  await guard.query('select pg_advisory_lock(7264, $1)', [lockKey])
  await freeOrphans(guard)
  const events: WorkerEvents = new EventEmitter()
  const registered: Promise<unknown>[] = []
  events.on('worker:create', ({ worker }) => {
    registered.push(guard.query('insert into platform_instance (worker_id, lock_key) values ($1, $2)', [worker.workerId, lockKey]))
  })
  const crontab = jobs.filter((job) => job.cron).map((job) => ({ task: job.name, match: job.cron ?? '', identifier: job.name }))
  const runner: Runner = await run({
    connectionString: ownerUrl,
    maxPoolSize: services.settings.jobConcurrency + 2,
    concurrency: services.settings.jobConcurrency,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: silent,
    events,
    taskList: createTasks(services, jobs),
    parsedCronItems: parseCronItems(crontab),
  })
  await Promise.all(registered)
  const sweep = setInterval(() => {
    freeOrphans(guard).catch((error: unknown) => services.log.warn({ error: describeError(error) }, 'could not look for orphaned jobs'))
  }, 60_000)
  return {
    async stop() {
      clearInterval(sweep)
      await runner.stop()
      await guard.query('delete from platform_instance where lock_key = $1', [lockKey]).catch(() => undefined)
      await guard.end()
    },
  }
}

import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Services } from './context.ts'
import { createWork, type Job } from './jobs.ts'
import { type Guard, openGuard } from './worker-guard.ts'

const silent = new Logger(() => () => undefined)

/** Prepares the queue's own tables; runs before our migrations' functions are first used. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: silent })
}

function createTasks(services: Services, jobs: readonly Job[], isStopping: () => boolean): TaskList {
  const ticking = new Set<string>()
  const run = async (job: Job, payload: unknown): Promise<void> => {
    try {
      await job.run(createWork(services, job.name, isStopping), payload)
    } catch (error) {
      services.log.warn({ job: job.name, error }, 'a job failed and will be tried again')
      // The queue stores the message of what it catches; a job's error may quote a person's words.
      throw new Error(`${job.name} failed`)
    }
  }
  // A turn that takes longer than its minute must not fill all workers with itself. A queue of the library's own for each would
  // do it too, but locks all of them at every job that anybody takes.
  const tick = async (job: Job, payload: unknown): Promise<void> => {
    if (ticking.has(job.name)) return
    ticking.add(job.name)
    await run(job, payload).finally(() => ticking.delete(job.name))
  }
  return Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => (job.cron === undefined ? run : tick)(job, payload)]))
}

/** How soon the jobs of a killed process are taken over by another one. A process that starts does it at once. */
const sweepMilliseconds = 5000

export type Workers = { readonly stop: () => Promise<void> }

function startRunner(services: Services, ownerUrl: string, jobs: readonly Job[], guard: Guard, isStopping: () => boolean): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter()
  let unnamed: string | null = null
  // The queue writes the pool's name, not the single worker's, into the jobs that it locks.
  events.on('pool:create', ({ workerPool }) => {
    unnamed = workerPool.id
  })
  async function namePool(): Promise<null> {
    if (unnamed !== null) await guard.register(unnamed)
    unnamed = null
    return null
  }
  const crontab = jobs
    .filter((job) => job.cron)
    .map(({ name, cron = '' }) => ({
      task: name,
      match: cron,
      identifier: name,
      // At most one of each waits, however long the workers are busy or away.
      options: { jobKey: name, jobKeyMode: 'replace' as const },
    }))
  return run({
    connectionString: ownerUrl,
    maxPoolSize: services.settings.jobConcurrency + 2,
    concurrency: services.settings.jobConcurrency,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: silent,
    events,
    // Asked before each job is taken: none may be taken under a name that no other process knows to be alive.
    forbiddenFlags: namePool,
    taskList: createTasks(services, jobs, isStopping),
    parsedCronItems: parseCronItems(crontab),
  })
}

/** Starts the workers of this process. Any number of processes may run them. */
export async function startWorkers(services: Services, ownerUrl: string, jobs: readonly Job[]): Promise<Workers> {
  const guard = await openGuard(ownerUrl, services.log)
  await guard.freeOrphans()
  let stopping = false
  const runner = await startRunner(services, ownerUrl, jobs, guard, () => stopping)
  const sweep = setInterval(() => {
    guard.freeOrphans().catch((error: unknown) => services.log.warn({ error }, 'could not look for orphaned jobs'))
  }, sweepMilliseconds)
  return {
    async stop() {
      stopping = true
      clearInterval(sweep)
      await runner.stop()
      await guard.close()
    },
  }
}

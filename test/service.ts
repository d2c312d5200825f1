import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { composeOfficer } from '../src/access/accounts/rules.ts'
import { createServices, createWebServer, jobs, startJobs } from '../src/app/service.ts'
import { createFakeClock } from '../src/platform/clock.ts'
import { type Actor, type Context, createSystemActor, type Services, within } from '../src/platform/context.ts'
import { createWork } from '../src/platform/jobs.ts'
import { addressDatabase, readTestSettings, templateName } from './database.ts'

export type TestService = {
  readonly services: Services
  readonly app: FastifyInstance
  readonly clock: ReturnType<typeof createFakeClock>
  readonly ownerUrl: string
  /** Runs work in a transaction as the given actor; as the service itself when none is given. */
  readonly as: <T>(actor: Actor | null, work: (ctx: Context) => Promise<T>) => Promise<T>
  /** The owner's connection, past every policy: for looking at what is really stored and for tampering. */
  readonly owner: pg.Client
  /** Runs every waiting job once, in order, in this process; returns the names run. */
  readonly runJobs: () => Promise<string[]>
  /** Runs one job on the clock once, in this process or in another one on the same database. */
  readonly runJob: (name: string, services?: Services) => Promise<void>
  /** The same service as a second process would have it; to be closed by who asked. */
  readonly another: () => Promise<Services>
  readonly close: () => Promise<void>
}

/** A whole service on a fresh copy of a real database, called without a socket. Its clock stands at the given moment. */
export async function createTestService(options: { readonly at?: string } = {}): Promise<TestService> {
  const serverUrl = inject('ownerUrl')
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`create database ${name} template ${templateName}`)
  const ownerUrl = addressDatabase(serverUrl, name)
  const folder = await mkdtemp(join(tmpdir(), 'tanggap-service-'))
  const clock = createFakeClock(options.at ?? '2026-11-24T03:00:00Z')
  const services = await createServices(readTestSettings(folder), { clock, ownerUrl, appUrl: ownerUrl, appRole: 'tanggap_app' })
  const app = await createWebServer(services)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const as: TestService['as'] = (actor, work) =>
    within(services, { actor: actor ?? createSystemActor('test'), locale: 'id', requestId: 'test' }, work)
  return {
    services,
    app,
    clock,
    ownerUrl,
    as,
    owner,
    runJobs: () => runWaitingJobs(services, owner),
    async runJob(name, by = services) {
      const job = jobs.find((each) => each.name === name)
      if (job === undefined) throw new Error(`no job ${name}`)
      await job.run(createWork(by, name), {})
    },
    another: () => createServices(services.settings, { clock, ownerUrl, appUrl: ownerUrl, appRole: 'tanggap_app' }),
    async close() {
      await app.close()
      await services.database.close()
      await owner.end()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Takes jobs from the real queue table one by one, without a worker's timing, so that a test sees a settled state. */
async function runWaitingJobs(services: Services, owner: pg.Client): Promise<string[]> {
  const ran: string[] = []
  const known = new Map([...jobs, ...services.publisher.jobs].map((job) => [job.name, job]))
  for (;;) {
    const { rows } = await owner.query<{ id: string; payload: unknown; name: string }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and j.id = (select id from graphile_worker._private_jobs where run_at <= now() + interval '10 years' order by priority, id limit 1)
       returning j.id, j.payload, t.identifier as name`,
    )
    const row = rows[0]
    if (!row) return ran
    const job = known.get(row.name)
    if (!job) throw new Error(`a job without a runner: ${row.name}`)
    await job.run(createWork(services, job.name), row.payload)
    ran.push(row.name)
  }
}

export { startJobs }

export type TestOfficer = { readonly id: string; readonly actor: Actor }

/** An officer with the given roles, straight into the tables (no password: sign in by `openSession`). */
export async function addOfficer(
  service: TestService,
  assignments: readonly { role: string; officeId: string }[],
  name = 'Demo Petugas',
): Promise<TestOfficer> {
  const id = await service.as(null, async (ctx) => ctx.newId())
  await service.owner.query('insert into accounts_officer (id, email, name, created_at, demo) values ($1, $2, $3, $4, true)', [
    id,
    `${id}@demo.test`,
    name,
    service.clock.now(),
  ])
  for (const { role, officeId } of assignments) {
    await service.owner.query('insert into accounts_role (officer_id, role, office_id) values ($1, $2, $3)', [id, role, officeId])
  }
  return { id, actor: composeOfficer({ id, name, assignments }) }
}

export async function findOffice(service: TestService, code: string): Promise<string> {
  const { rows } = await service.owner.query<{ id: string }>('select id from accounts_office where code = $1', [code])
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`no office ${code}`)
  return id
}

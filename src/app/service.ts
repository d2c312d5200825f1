import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { officerCookie, resolveApiKey, resolveSession } from '../access/accounts/index.ts'
import { allPermissions } from '../access/accounts/rules.ts'
import { linkPending, record as recordLine } from '../audit/trail/index.ts'
import { noteAttempt } from '../complaint/conduct/index.ts'
import { keyholderCookie, resolveKeyholder } from '../complaint/tracking/index.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import type { Settings } from '../platform/config.ts'
import { createSystemActor, type Services, within } from '../platform/context.ts'
import { createKeyring, loadOrCreateMasterSecret } from '../platform/crypto.ts'
import { openDatabase } from '../platform/database/index.ts'
import { createLive } from '../platform/database/live.ts'
import { migrate, readMigrations, setAppPassword } from '../platform/database/migrate.ts'
import { createPublisher } from '../platform/events.ts'
import { createFileStore } from '../platform/files/index.ts'
import { createServer } from '../platform/http/server.ts'
import type { AuditLine } from '../platform/http/wiring.ts'
import type { Job } from '../platform/jobs.ts'
import { createLog } from '../platform/log.ts'
import { createMailer } from '../platform/mail.ts'
import { prepareQueue, startWorkers, type Workers } from '../platform/worker.ts'
import { loadAssets } from './assets.ts'
import { capabilities } from './capabilities.ts'
import { createCatalogue } from './catalogue.ts'
import { renderRefusal } from './portal/refusals.ts'

export type Parts = { readonly clock?: Clock; readonly ownerUrl: string; readonly appUrl: string; readonly appRole?: string }

/** Makes the parts that actions use; opens the database but starts nothing. */
export async function createServices(settings: Settings, parts: Parts): Promise<Services> {
  const log = createLog(settings.logLevel)
  const secret = await loadOrCreateMasterSecret(settings.masterSecretFile)
  return {
    clock: parts.clock ?? systemClock,
    database: openDatabase({
      url: parts.appUrl,
      size: settings.databasePoolSize,
      ...(parts.appRole === undefined ? {} : { role: parts.appRole }),
      onError: (error) => log.warn({ error }, 'an idle database connection broke'),
    }),
    keyring: createKeyring(secret),
    files: createFileStore({ directory: join(settings.dataDirectory, 'files') }),
    mailer: createMailer({ smtpUrl: settings.smtpUrl, from: settings.mailFrom }),
    publisher: createPublisher(capabilities.flatMap(({ listeners }) => listeners ?? [])),
    live: createLive({ url: parts.ownerUrl, onError: (error) => log.warn({ error }, 'the connection for live updates broke') }),
    settings,
    log,
    words: createCatalogue(capabilities),
  }
}

/** Brings the database up to this program: queue, tables, the application role's password. Returns the migrations applied. */
export async function prepareDatabase(settings: Settings, ownerUrl: string, appPassword: string | null): Promise<readonly string[]> {
  await prepareQueue(ownerUrl)
  const applied = await migrate(ownerUrl, await readMigrations(join(settings.root, 'migrations')))
  if (appPassword !== null) await setAppPassword(ownerUrl, appPassword)
  return applied
}

/** Offices, categories, rules and days off that every installation needs; leaves alone what is there. */
export async function installFacts(services: Services): Promise<void> {
  await within(services, { actor: createSystemActor('install'), locale: 'id', requestId: 'install' }, async (ctx) => {
    for (const capability of capabilities) await capability.install?.(ctx)
  })
}

/** How a refusal says that there is no such ticket, at the console and at the API. */
const notThere: ReadonlySet<string> = new Set(['not_found', 'ticket_not_found'])

/** Whoever reached for a ticket that is kept from them got the answer of a wrong address; that they tried is kept beside it. */
async function writeAudit(ctx: Parameters<typeof recordLine>[0], line: AuditLine): Promise<void> {
  await recordLine(ctx, line)
  const { outcome, reason, objectType, objectId } = line
  if (outcome === 'refused' && notThere.has(reason ?? '') && objectType === 'ticket' && objectId !== undefined)
    await noteAttempt(ctx, objectId, 'address')
}

/** The web server of these services, ready to listen or to be called without a socket. */
export function createWebServer(services: Services): Promise<FastifyInstance> {
  return createServer({
    services,
    routes: capabilities.flatMap(({ routes }) => routes ?? []),
    permissions: new Set(allPermissions),
    resolvers: { officer: resolveSession, keyholder: resolveKeyholder, api: resolveApiKey },
    sessionCookies: { officer: officerCookie, keyholder: keyholderCookie },
    writeAudit,
    signInPath: { officer: '/petugas/masuk', keyholder: '/lacak' },
    renderRefusal,
    assets: loadAssets(services.settings.root),
  })
}

export const jobs: readonly Job[] = capabilities.flatMap((capability) => capability.jobs ?? [])

export type Linker = { readonly stop: () => void }

/** Chains new lines of the trail each second while the service runs. */
export function startLinker(services: Services): Linker {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    within(services, { actor: createSystemActor('trail.link'), locale: 'id', requestId: 'linker' }, (ctx) => linkPending(ctx))
      .catch((error: unknown) => services.log.warn({ error }, 'could not link the trail'))
      .finally(() => {
        busy = false
      })
  }, 1000)
  return { stop: () => clearInterval(timer) }
}

export function startJobs(services: Services, ownerUrl: string): Promise<Workers> {
  return startWorkers(services, ownerUrl, [...jobs, ...services.publisher.jobs])
}

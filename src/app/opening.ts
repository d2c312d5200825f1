import type { Settings } from '../platform/config.ts'
import type { Services } from '../platform/context.ts'
import { createKeyring, loadOrCreateMasterSecret } from '../platform/crypto.ts'
import { type DatabaseServer, openDatabaseServer } from './database-server.ts'
import { createServices, installFacts, prepareDatabase } from './service.ts'

export type Opened = {
  readonly services: Services
  readonly server: DatabaseServer
  readonly applied: readonly string[]
  readonly close: () => Promise<void>
}

/** The application role's own login, derived from the master secret so that no second secret has to be kept. */
async function composeAppLogin(settings: Settings, ownerUrl: string): Promise<{ url: string; password: string }> {
  const password = createKeyring(await loadOrCreateMasterSecret(settings.masterSecretFile))
    .hmac('database', 'tanggap_app')
    .toString('hex')
  const url = new URL(ownerUrl)
  url.username = 'tanggap_app'
  url.password = password
  return { url: url.toString(), password }
}

async function connect(settings: Settings, server: DatabaseServer): Promise<{ services: Services; applied: readonly string[] }> {
  const { ownerUrl } = server
  if (server.kind !== 'own') {
    const login = await composeAppLogin(settings, ownerUrl)
    const applied = await prepareDatabase(settings, ownerUrl, login.password)
    return { applied, services: await createServices(settings, { ownerUrl, appUrl: login.url }) }
  }
  const applied = await prepareDatabase(settings, ownerUrl, null)
  const parts = settings.databaseAppUrl === null ? { appUrl: ownerUrl, appRole: 'tanggap_app' } : { appUrl: settings.databaseAppUrl }
  return { applied, services: await createServices(settings, { ownerUrl, ...parts }) }
}

/** Database up to date and facts installed: the state in which both the service and every command begin. */
export async function openService(settings: Settings, log: (line: string) => void, options: { readonly join: boolean }): Promise<Opened> {
  const server = await openDatabaseServer(settings, log, options)
  try {
    const { services, applied } = await connect(settings, server)
    await installFacts(services)
    return {
      services,
      server,
      applied,
      async close() {
        // An idle connection to the mail server would keep a finished process alive for another twenty seconds.
        services.mailer.close()
        await services.database.close()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

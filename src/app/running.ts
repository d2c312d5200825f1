import type { FastifyInstance } from 'fastify'
import type { Settings } from '../platform/config.ts'
import { type Opened, openService } from './opening.ts'
import { createWebServer, startJobs, startLinker } from './service.ts'

export type Running = {
  readonly opened: Opened
  readonly app: FastifyInstance
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Opens everything that serves: web, workers, linker. `before` runs when the database is ready and nothing listens yet. */
export async function runService(
  settings: Settings,
  log: (line: string) => void,
  before: (opened: Opened) => Promise<void>,
): Promise<Running> {
  const opened = await openService(settings, log, { join: false })
  try {
    await before(opened)
    const app = await createWebServer(opened.services)
    const workers = await startJobs(opened.services, opened.server.ownerUrl)
    const linker = startLinker(opened.services)
    const address = await app.listen({ host: settings.host, port: settings.port })
    let stopping: Promise<void> | null = null
    // New work is refused first, running work ends, and only then does the database go.
    const stop = async (): Promise<void> => {
      await app.close()
      await workers.stop()
      linker.stop()
      await opened.close()
    }
    return { opened, app, address, stop: () => (stopping ??= stop()) }
  } catch (error) {
    await opened.close()
    throw error
  }
}

import type { FastifyInstance } from 'fastify'
import type { Settings } from '../platform/config.ts'
import { listen } from './listening.ts'
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
  // Undone in the opposite order: new work is refused first, running work ends, and only then does the database go. A start that fails
  // half-way (a busy port) undoes what it had opened, so that nothing keeps the process alive.
  const undo: (() => Promise<void> | void)[] = [() => opened.close()]
  const stop = async (): Promise<void> => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step()
  }
  try {
    await before(opened)
    const linker = startLinker(opened.services)
    undo.push(() => linker.stop())
    const workers = await startJobs(opened.services, opened.server.ownerUrl)
    undo.push(() => workers.stop())
    const app = await createWebServer(opened.services)
    undo.push(() => app.close())
    const address = await listen(app, settings)
    let stopping: Promise<void> | null = null
    return {
      opened,
      app,
      address,
      stop: () => {
        stopping ??= stop()
        return stopping
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

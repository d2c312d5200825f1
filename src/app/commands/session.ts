import { readSettings, type Settings } from '../../platform/config.ts'
import { type Context, createSystemActor, type Services, within } from '../../platform/context.ts'
import { type Opened, openService } from '../opening.ts'

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Opens the installation beside a service that may be running, does the work and lets go of everything. */
export async function withService<T>(work: (opened: Opened, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings()
  const opened = await openService(settings, (line) => process.stderr.write(`  ${line}\n`), { join: true })
  try {
    return await work(opened, settings)
  } finally {
    await opened.close()
  }
}

/** One transaction of a command, in the name of the command. */
export function asCommand<T>(services: Services, name: string, work: (ctx: Context) => Promise<T>): Promise<T> {
  return within(services, { actor: createSystemActor(`cli:${name}`), locale: 'id', requestId: `cli:${name}` }, work)
}

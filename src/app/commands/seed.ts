import { describeDemoAccounts, ensureDemo } from '../demo/index.ts'
import { say, withService } from './session.ts'

/** Fills an empty installation with demo officers and tickets; a filled one is left alone. */
export async function seed(): Promise<void> {
  await withService(async ({ services }, settings) => {
    if (settings.mode === 'production') throw new Error('demo data do not go into production (TANGGAP_MODE)')
    const lines = await ensureDemo(services)
    for (const line of lines.length > 0 ? lines : ['There are tickets already: nothing was added.']) say(line)
    for (const line of describeDemoAccounts()) say(line)
  })
}

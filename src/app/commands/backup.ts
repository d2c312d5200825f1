import { resolve } from 'node:path'
import { verifyChain } from '../../audit/trail/index.ts'
import { dumpAll } from '../backup/dump.ts'
import { loadAll } from '../backup/load.ts'
import { asCommand, say, withService } from './session.ts'

/** Writes one archive of everything but the master secret, also while the service runs. */
export async function backup(file: string | undefined): Promise<void> {
  await withService(async ({ services, server }, settings) => {
    const now = services.clock.now()
    const target = resolve(file ?? `tanggap-${now.toISOString().slice(0, 16).replace(/[T:]/g, '-')}.tar.gz`)
    const made = await dumpAll({ ownerUrl: server.ownerUrl, dataDirectory: settings.dataDirectory, target, now })
    const rows = made.tables.reduce((sum, table) => sum + table.rows, 0)
    say(`${target}: ${rows} rows of ${made.tables.length} tables, ${made.jobs} waiting jobs, ${made.files} files, ${made.bytes} bytes`)
    say(`Keep ${settings.masterSecretFile} somewhere else: without it identities and access codes in this archive stay closed.`)
  })
}

/** Puts an archive into a fresh installation and checks the trail's chain. */
export async function restore(file: string): Promise<void> {
  await withService(async ({ services, server }, settings) => {
    const manifest = await loadAll({ ownerUrl: server.ownerUrl, dataDirectory: settings.dataDirectory, source: resolve(file) })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    say(`Restored ${rows} rows, ${manifest.jobs} waiting jobs and ${manifest.files} files of ${manifest.madeAt}`)
    const chain = await asCommand(services, 'restore', verifyChain)
    say(
      chain.intact
        ? `The trail is intact: ${chain.linked} entries`
        : `The trail is BROKEN at position ${chain.position}: entry ${chain.entryId} (${chain.fault})`,
    )
    if (!chain.intact) process.exitCode = 1
  })
}

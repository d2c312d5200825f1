import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Services } from '../../platform/context.ts'
import { dumpAll } from '../backup/dump.ts'
import { loadAll } from '../backup/load.ts'
import { say, withService } from './session.ts'
import { checkTrail } from './verify.ts'

/** A print of the master secret: the same secret gives the same, and nothing leads back. */
function printSecret({ keyring }: Pick<Services, 'keyring'>): string {
  return keyring.hmac('backup-secret-print', '').toString('hex')
}

/** Writes one archive of everything but the master secret, also while the service runs. */
export async function backup(file: string | undefined): Promise<void> {
  await withService(async ({ services, server }, settings) => {
    const now = services.clock.now()
    const name = `tanggap-${now.toISOString().slice(0, 16).replace(/[T:]/g, '-')}.tar.gz`
    // Not where somebody happens to stand: a folder of sources would carry complaints away with it.
    const target = file === undefined ? join(settings.dataDirectory, 'backups', name) : resolve(file)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const made = await dumpAll({
      ownerUrl: server.ownerUrl,
      dataDirectory: settings.dataDirectory,
      target,
      now,
      secretPrint: printSecret(services),
    })
    const rows = made.tables.reduce((sum, table) => sum + table.rows, 0)
    say(`${target}: ${rows} rows of ${made.tables.length} tables, ${made.jobs} waiting jobs, ${made.files} files, ${made.bytes} bytes`)
    say(`Keep ${settings.masterSecretFile} somewhere else: without it identities and access codes in this archive stay closed.`)
  })
}

/** Puts an archive into a fresh installation and checks the trail's chain. */
export async function restore(file: string, options: { readonly withoutSecret?: boolean } = {}): Promise<void> {
  await withService(async ({ services, server }, settings) => {
    const manifest = await loadAll({
      ownerUrl: server.ownerUrl,
      dataDirectory: settings.dataDirectory,
      source: resolve(file),
      secretPrint: options.withoutSecret === true ? null : printSecret(services),
      secretFile: settings.masterSecretFile,
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    say(`Restored ${rows} rows, ${manifest.jobs} waiting jobs and ${manifest.files} files of ${manifest.madeAt}`)
    const trail = await checkTrail(services, 'restore')
    if (trail.intact) say(`The trail is intact: ${trail.linked} entries`)
  })
}

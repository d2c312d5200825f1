import { createReadStream } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar'
import { type BackupManifest, listTables, type WaitingJob } from './tables.ts'

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tickets: boolean; trail: boolean }>(
    'select exists(select from record_ticket) as tickets, exists(select from trail_entry) as trail',
  )
  if (rows[0]?.tickets || rows[0]?.trail)
    throw new Error('this installation holds tickets or a trail already; restore into a fresh one (another TANGGAP_DATA or DATABASE_URL)')
}

async function checkManifest(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from platform_migration order by name')
  const here = rows.map(({ name }) => name)
  const unknown = manifest.migrations.filter((name) => !here.includes(name))
  const newer = here.filter((name) => !manifest.migrations.includes(name))
  if (unknown.length > 0) throw new Error(`the backup was made by a newer program (it knows ${unknown.join(', ')})`)
  if (newer.length > 0)
    throw new Error(
      `the backup was made by an older program; restore it with that one and start this one afterwards (it lacks ${newer.join(', ')})`,
    )
}

type LoadOptions = {
  readonly ownerUrl: string
  readonly dataDirectory: string
  readonly source: string
  /** The print of this installation's master secret; null restores under whichever it is. */
  readonly secretPrint: string | null
  /** Where that secret lies, for the message that refuses. */
  readonly secretFile: string
}

function refuseOtherSecret(manifest: BackupManifest, { secretPrint, secretFile }: LoadOptions): void {
  if (secretPrint !== null && manifest.secretPrint !== secretPrint)
    throw new Error(
      `this archive belongs to another master secret than ${secretFile}: put the one kept with it there first, or restore --without-secret, after which names, addresses and access codes of old reports stay closed for good`,
    )
}

/** Event partitions of the months that the backup holds are made by the same function as ever. */
async function makePartitions(client: pg.Client, folder: string): Promise<void> {
  const months = new Set<string>()
  let rest = ''
  for await (const chunk of createReadStream(join(folder, 'tables', 'record_event.copy'), 'utf8')) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) months.add((line.split('\t')[1] ?? '').slice(0, 7))
  }
  for (const month of months) if (/^\d{4}-\d{2}$/.test(month)) await client.query('select record_make_partition($1::date)', [`${month}-01`])
}

async function loadTables(client: pg.Client, folder: string, manifest: BackupManifest): Promise<void> {
  const tables = await listTables(client)
  const inFile = new Set(manifest.tables.map(({ name }) => name))
  // Facts that every installation gets at its first start give way to those of the backup.
  const facts = tables.filter((name) => !name.startsWith('trail_'))
  await client.query(`truncate ${facts.map((name) => client.escapeIdentifier(name)).join(', ')}`)
  await makePartitions(client, folder)
  // What triggers would add to one table for another is in the backup itself.
  const triggered = await listTriggered(client)
  for (const name of triggered) await client.query(`alter table ${client.escapeIdentifier(name)} disable trigger user`)
  for (const name of tables.filter((table) => inFile.has(table))) {
    await pipeline(
      createReadStream(join(folder, 'tables', `${name}.copy`)),
      client.query(copyFrom(`copy ${client.escapeIdentifier(name)} from stdin`)),
    )
  }
  for (const name of triggered) await client.query(`alter table ${client.escapeIdentifier(name)} enable trigger user`)
}

async function listTriggered(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct c.relname::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgparentid = 0 and c.relnamespace = 'public'::regnamespace`,
  )
  return rows.map(({ name }) => name)
}

async function loadJobs(client: pg.Client, folder: string): Promise<void> {
  const jobs = JSON.parse(await readFile(join(folder, 'jobs.json'), 'utf8')) as readonly WaitingJob[]
  for (const job of jobs) {
    await client.query('select graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, max_attempts => $4, job_key => $5)', [
      job.task,
      JSON.stringify(job.payload),
      job.runAt,
      job.maxAttempts,
      job.key,
    ])
  }
}

/** Puts a backup into an installation that holds nothing yet. All tables in one transaction: a broken archive changes nothing. */
export async function loadAll(options: LoadOptions): Promise<BackupManifest> {
  await mkdir(options.dataDirectory, { recursive: true })
  const folder = await mkdtemp(join(options.dataDirectory, 'restore-'))
  const client = new pg.Client({ connectionString: options.ownerUrl })
  await client.connect()
  try {
    await extract({ file: options.source, cwd: folder }).catch(() => {
      throw new Error(`${options.source} is not there or is no archive of tanggap backup`)
    })
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as BackupManifest
    await refuseUnlessEmpty(client)
    await checkManifest(client, manifest)
    refuseOtherSecret(manifest, options)
    await client.query('begin')
    await loadTables(client, folder, manifest)
    await loadJobs(client, folder)
    await client.query('commit')
    if (manifest.files > 0) await cp(join(folder, 'files'), join(options.dataDirectory, 'files'), { recursive: true })
    return manifest
  } finally {
    await client.end()
    await rm(folder, { recursive: true, force: true })
  }
}

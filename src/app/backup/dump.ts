import { createWriteStream } from 'node:fs'
import { chmod, cp, link, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { create } from 'tar'
import { type BackupManifest, fleeting, listTables, type WaitingJob } from './tables.ts'

async function dumpTable(client: pg.Client, name: string, folder: string): Promise<number> {
  const source = client.query(copyTo(`copy (select * from ${client.escapeIdentifier(name)}) to stdout`))
  await pipeline(source, createWriteStream(join(folder, `${name}.copy`)))
  return source.rowCount
}

async function dumpJobs(client: pg.Client): Promise<readonly WaitingJob[]> {
  const { rows } = await client.query<WaitingJob>(`
    select t.identifier as task, j.payload, to_char(j.run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "runAt", j.max_attempts as "maxAttempts", j.key
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`)
  return rows
}

/** Files never change once kept, so a second name for each is a snapshot; another file system gets copies. */
async function linkFiles(from: string, to: string): Promise<number> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => [])
  let count = 0
  for (const entry of entries.filter((one) => one.isFile())) {
    const source = join(entry.parentPath, entry.name)
    const target = join(to, relative(from, source))
    await mkdir(dirname(target), { recursive: true })
    await link(source, target).catch(() => cp(source, target))
    count += 1
  }
  return count
}

export type DumpOptions = {
  readonly ownerUrl: string
  readonly dataDirectory: string
  readonly target: string
  readonly now: Date
  readonly secretPrint: string
}

/**
 * Writes everything of one moment into one archive: all tables from one snapshot, waiting jobs, kept files. The master
 * secret is left out on purpose: whoever holds the archive alone cannot open identities or try codes.
 */
export async function dumpAll({
  ownerUrl,
  dataDirectory,
  target,
  now,
  secretPrint,
}: DumpOptions): Promise<BackupManifest & { readonly bytes: number }> {
  await mkdir(dataDirectory, { recursive: true })
  const folder = await mkdtemp(join(dataDirectory, 'backup-'))
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await mkdir(join(folder, 'tables'))
    const tables: { name: string; rows: number }[] = []
    for (const name of (await listTables(client)).filter((each) => !fleeting.has(each)))
      tables.push({ name, rows: await dumpTable(client, name, join(folder, 'tables')) })
    const jobs = await dumpJobs(client)
    const migrations = (await client.query<{ name: string }>('select name from platform_migration order by name')).rows.map(
      ({ name }) => name,
    )
    await client.query('commit')
    const files = await linkFiles(join(dataDirectory, 'files'), join(folder, 'files'))
    const manifest: BackupManifest = { format: 1, madeAt: now.toISOString(), migrations, tables, jobs: jobs.length, files, secretPrint }
    await writeFile(join(folder, 'jobs.json'), JSON.stringify(jobs))
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2))
    await create({ gzip: { level: 6 }, file: target, cwd: folder, portable: true }, [
      'manifest.json',
      'jobs.json',
      'tables',
      ...(files > 0 ? ['files'] : []),
    ])
    await chmod(target, 0o600)
    return { ...manifest, bytes: (await stat(target)).size }
  } finally {
    await client.end()
    await rm(folder, { recursive: true, force: true })
  }
}

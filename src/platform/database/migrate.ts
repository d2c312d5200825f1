import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

/** Any number; one per program, so that two processes that start together migrate one after the other. */
const migrationLock = 7_264_001

export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function loadApplied(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  await client.query(
    'create table if not exists platform_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from platform_migration')
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into platform_migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed`, { cause: error })
  }
}

/**
 * Applies what is missing, in order, each in a transaction of its own, and returns the names applied.
 * A landed migration that was edited afterwards stops the start: databases elsewhere ran the old text.
 */
export async function migrate(ownerUrl: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const applied = await loadApplied(client)
    const edited = migrations.find(({ name, hash }) => applied.has(name) && applied.get(name) !== hash)
    if (edited) throw new Error(`migration ${edited.name} was changed after it ran here; write a new one instead`)
    const missing = migrations.filter(({ name }) => !applied.has(name))
    for (const migration of missing) await applyOne(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The names of migrations that `migrate` would apply. Changes nothing. */
export async function listWaiting(ownerUrl: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ known: boolean }>(`select to_regclass('platform_migration') is not null as known`)
    const applied = rows[0]?.known ? (await client.query<{ name: string }>('select name from platform_migration')).rows : []
    const names = new Set(applied.map(({ name }) => name))
    return migrations.map(({ name }) => name).filter((name) => !names.has(name))
  } finally {
    await client.end()
  }
}

/** Gives the application role its own login, so that the service never holds the owner's rights while it serves. */
export async function setAppPassword(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`alter role tanggap_app login password ${client.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
}

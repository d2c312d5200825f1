import pg from 'pg'
import { EmbeddedPostgresError } from './problem.ts'

const invalidPassword = '28P01'

/**
 * A connection string that `pg`, libpq and `new URL()` all read alike: the socket's directory is the encoded host name.
 * The port is written out, because `pg` would else take it from the environment.
 */
export function formatUrl(owner: { name: string; password: string }, socketDirectory: string, database: string): string {
  const credentials = `${encodeURIComponent(owner.name)}:${encodeURIComponent(owner.password)}`
  return `postgresql://${credentials}@${encodeURIComponent(socketDirectory)}:5432/${encodeURIComponent(database)}`
}

export async function ensureDatabase(maintenanceUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl })
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } catch (error) {
    throw (error as { code?: string }).code === invalidPassword ? wrongPassword() : error
  } finally {
    await client.end()
  }
}

function wrongPassword(): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'start-failed',
    'The password file beside the PostgreSQL data does not fit the data. Delete the file named "password"; the next start sets a new one.',
  )
}

import type pg from 'pg'

/** Not part of a backup: made by the program itself, or worthless a moment later. */
const passing: ReadonlySet<string> = new Set(['platform_migration', 'platform_instance', 'platform_limit'])

/** Left empty in a backup: a session that ended or a link that was used must not come back to life with a restore. */
export const fleeting: ReadonlySet<string> = new Set([
  'accounts_session',
  'accounts_challenge',
  'tracking_session',
  'tracking_recovery',
  'casework_presence',
])

/** Our tables in an order in which each comes after those it refers to. Partitions travel with their parent. */
export async function listTables(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; refers: string[] }>(`
    select c.relname as name,
      coalesce(array_agg(f.confrelid::regclass::text) filter (where f.confrelid is not null and f.confrelid <> c.oid), '{}') as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
    where c.relkind in ('r', 'p') and not c.relispartition
    group by c.oid, c.relname order by c.relname`)
  const waiting = new Map(rows.filter(({ name }) => !passing.has(name)).map(({ name, refers }) => [name, refers]))
  const ordered: string[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, refers]) => refers.every((other) => !waiting.has(other))).map(([name]) => name)
    if (ready.length === 0) throw new Error('the tables refer to each other in a circle')
    for (const name of ready) waiting.delete(name)
    ordered.push(...ready)
  }
  return ordered
}

export type BackupManifest = {
  readonly format: 1
  readonly madeAt: string
  readonly migrations: readonly string[]
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
  readonly jobs: number
  readonly files: number
  /** Tells by which master secret identities were sealed and codes hashed, without telling the secret. */
  readonly secretPrint: string
}

export type WaitingJob = {
  readonly task: string
  readonly payload: unknown
  readonly runAt: string
  readonly maxAttempts: number
  readonly key: string | null
}

import pg from 'pg'

type Index = { readonly name: string; readonly definition: string }

/**
 * Takes the indexes of a table away while it is filled, except those that keep a promise (primary keys, unique ones), and
 * gives back the statements that make them again. Sorting once is many times faster than keeping order row by row.
 */
export async function dropIndexes(owner: pg.Client, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await owner.query<Index>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
     where c.relname = any ($1) and not i.indisunique and not x.relispartition`,
    [tables],
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  // That of a partitioned table is told for the table alone; made for the table it is made for every partition.
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '))
}

/** Runs statements two at a time, one a core. */
export async function runTwoAtATime(ownerUrl: string, statements: readonly string[]): Promise<void> {
  const waiting = [...statements]
  const work = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    try {
      await client.query(
        `set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'; set session_replication_role = replica`,
      )
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await client.query(next)
    } finally {
      await client.end()
    }
  }
  await Promise.all([work(), work()])
}

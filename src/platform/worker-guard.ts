import { randomInt } from 'node:crypto'
import pg from 'pg'
import type { Log } from './log.ts'

/** First half of every lock key of ours, so that no other use of advisory locks meets it. */
const lockSpace = 7264

/** Frees the jobs of processes whose session lock is gone: nobody is left who could finish them. */
const freeOrphans = `
  with dead as (
    delete from platform_instance i
    where not exists (
      select from pg_locks l
      where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
        and l.classid = ${lockSpace} and l.objid::bigint = i.lock_key)
    returning worker_id)
  select graphile_worker.force_unlock_workers(array(
    select worker_id from dead
    union
    select distinct locked_by from graphile_worker._private_jobs j
    where locked_by is not null and locked_at < now() - interval '60 seconds'
      and not exists (select from platform_instance i where i.worker_id = j.locked_by)))`

const register = `
  insert into platform_instance (worker_id, lock_key) select unnest($1::text[]), $2
  on conflict (worker_id) do update set lock_key = excluded.lock_key`

/** Shows to all other processes that this one lives, by a lock that the database lets go of the moment its session ends. */
export type Guard = {
  /** Names a pool of workers under which the queue locks jobs. A job taken by a pool that is not named yet is freed after a minute. */
  readonly register: (pool: string) => Promise<void>
  readonly freeOrphans: () => Promise<void>
  readonly close: () => Promise<void>
}

async function openSession(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 10_000,
    // A machine that lost its power says no goodbye: the server asks after it and lets go of the lock within half a minute.
    options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
  })
  // Without a listener an idle connection that breaks would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function takeLock(client: pg.Client): Promise<number> {
  for (;;) {
    const key = randomInt(1, 2 ** 31)
    const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${lockSpace}, $1) as taken`, [key])
    if (rows[0]?.taken === true) return key
  }
}

const reconnectMilliseconds = 1000

/** Opens a guard and keeps it open: after a lost connection it comes back with a new lock under the same names. */
export async function openGuard(ownerUrl: string, log: Log): Promise<Guard> {
  const pools = new Set<string>()
  let client = await openSession(ownerUrl)
  let key = await takeLock(client)
  let closing = false
  let retry: NodeJS.Timeout | undefined
  // One statement at a time: the driver does not queue any more what is asked while it is busy.
  let last: Promise<unknown> = Promise.resolve()

  function ask<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }

  function watch(): void {
    client.once('end', () => {
      if (closing) return
      log.warn('the workers lost their guard connection')
      retry = setTimeout(() => void ask(reconnect), reconnectMilliseconds)
    })
  }

  async function reconnect(): Promise<void> {
    if (closing) return
    try {
      client = await openSession(ownerUrl)
      key = await takeLock(client)
      await client.query(register, [[...pools], key])
      watch()
    } catch (error) {
      log.warn({ error }, 'the workers have no guard connection yet')
      await client.end().catch(() => undefined)
      retry = setTimeout(() => void ask(reconnect), reconnectMilliseconds)
    }
  }

  watch()
  return {
    register(pool) {
      pools.add(pool)
      return ask(async () => void (await client.query(register, [[pool], key])))
    },
    freeOrphans: () => ask(async () => void (await client.query(freeOrphans))),
    close() {
      closing = true
      clearTimeout(retry)
      return ask(async () => {
        await client.query('delete from platform_instance where lock_key = $1', [key]).catch(() => undefined)
        await client.end().catch(() => undefined)
      })
    },
  }
}

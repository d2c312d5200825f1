import pg from 'pg'
import type { Actor } from '../context.ts'

/**
 * A transaction in which row-level security shows only what the actor may see.
 * Only store.ts and read.ts call its methods.
 */
export type Tx = {
  /** A statement of the hot path, prepared once a connection under its name. */
  readonly named: <Row extends object>(name: string, text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Goes on as somebody else in the same transaction: a request learns who it is from its first query. */
  readonly become: (actor: Actor) => Promise<void>
  /** Any other statement; returns rows and the number of rows touched. */
  readonly query: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<{ rows: Row[]; count: number }>
}

export type Database = {
  readonly transaction: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The pool of the application role; for health checks, measurements and COPY. */
  readonly pool: pg.Pool
  readonly close: () => Promise<void>
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Tells the policies who is there, in one message. The values cannot carry a quote:
 * kinds are a closed list and ids are checked, so that the simple protocol is safe here.
 */
function composeIdentity(actor: Actor): string {
  const { offices, supervised } = actor.reach
  const ids = [...offices, ...supervised, ...(actor.id === null ? [] : [actor.id])]
  if (!ids.every((id) => uuidPattern.test(id))) throw new Error('an actor with an id that is no uuid')
  const settings = [
    ['tanggap.actor', actor.kind],
    ['tanggap.id', actor.id ?? '00000000-0000-0000-0000-000000000000'],
    ['tanggap.offices', `{${offices.join(',')}}`],
    ['tanggap.supervised', `{${supervised.join(',')}}`],
  ]
  return settings.map(([name, value]) => `set local ${name} = '${value}'`).join('; ')
}

function createTx(client: pg.PoolClient): Tx {
  return {
    named: async (name, text, values = []) => (await client.query({ name, text, values: [...values] })).rows,
    become: async (actor) => {
      await client.query(composeIdentity(actor))
    },
    query: async (text, values = []) => {
      const result = await client.query(text, [...values])
      return { rows: result.rows, count: result.rowCount ?? 0 }
    },
  }
}

export type DatabaseOptions = {
  readonly url: string
  readonly size: number
  readonly role?: string
  readonly onError: (error: Error) => void
}

/** Connects as the application role. `role` steps a stronger login down at connect; a transaction cannot step up by RESET ROLE. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    ...(options.role === undefined ? {} : { options: `-c role=${options.role}` }),
  })
  pool.on('error', options.onError)
  return {
    pool,
    close: () => pool.end(),
    async transaction(actor, work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query(`begin; ${composeIdentity(actor)}`)
        const value = await work(createTx(client))
        await client.query('commit')
        return value
      } catch (error) {
        await client.query('rollback').catch((problem: Error) => {
          broken = problem
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}

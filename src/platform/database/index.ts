import pg from 'pg'
import type { Actor } from '../context.ts'
import type { Signal } from '../signals.ts'
import { createAnnouncer } from './announcing.ts'
import { composeChange, type Identity, readIdentity, unknown } from './identity.ts'
import { type Line, openLine } from './line.ts'
import { createMemory, type Memory } from './memory.ts'
import { createShapes, readTogether, type Shapes, type Way } from './together.ts'

/**
 * A transaction in which row-level security shows only what the actor may see. Statements are sent at once and answered in
 * their order: those that are awaited together travel together.
 * Only store.ts and read.ts call its methods.
 */
export type Tx = {
  /** A statement of the hot path, prepared once a connection under its name. */
  readonly named: <Row extends object>(name: string, text: string, values?: readonly unknown[]) => Promise<Row[]>
  /**
   * A write of the hot path whose rows nobody reads. It is not waited for and travels with what follows; where it fails,
   * the whole transaction fails with its error.
   */
  readonly send: (name: string, text: string, values?: readonly unknown[]) => void
  /** Goes on as somebody else in the same transaction: a request learns who it is from its first query. */
  readonly become: (actor: Actor) => Promise<void>
  /** Shows a secret by its stored hash: rows that belong to a secret are seen only by who shows it. The last one shown counts. */
  readonly present: (tokenHash: Buffer) => void
  /** Any other statement; returns rows and the number of rows touched. */
  readonly query: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<{ rows: Row[]; count: number }>
  /**
   * Facts that are the same for everybody and change a few times a year (units, categories), loaded once in ten seconds a
   * process. What comes back is shared: nobody may change it.
   */
  readonly recall: <T>(name: string, load: () => Promise<T>) => Promise<T>
  /** After a change of such facts: this process sees it at once when the transaction has committed, others within ten seconds. */
  readonly forget: (name: string) => void
  /**
   * Gives `work` the transaction seen so that reads by `named` which begin at the same moment travel as one statement: for a page
   * that is put together from what many capabilities keep. Their answers are the same as alone.
   */
  readonly together: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Tells every process of it soon after the commit; nobody, where the transaction is undone. */
  readonly announce: (signal: Signal) => void
}

export type Database = {
  readonly transaction: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** What a transaction carries along until it ends. */
type Session = {
  readonly line: Line
  identity: Identity
  failure: Error | null
  readonly forgotten: Set<string>
  readonly announced: Signal[]
}

function tellUnwaited(session: Session, query: string | pg.QueryConfig): void {
  session.line.tell(query).catch((error: Error) => {
    session.failure ??= error
  })
}

function change(session: Session, identity: Identity): void {
  const commands = composeChange(session.identity, identity)
  session.identity = identity
  if (commands.length > 0) tellUnwaited(session, commands.join('; '))
}

function createTx(session: Session, memory: Memory, shapes: Shapes): Tx {
  const { line } = session
  const tx: Tx = {
    named: async (name, text, values = []) => (await line.ask({ name, text, values: [...values] })).rows,
    send: (name, text, values = []) => tellUnwaited(session, { name, text, values: [...values] }),
    become: async (actor) => change(session, { ...readIdentity(actor), token: session.identity.token }),
    present: (tokenHash) => change(session, { ...session.identity, token: tokenHash.toString('hex') }),
    query: async (text, values = []) => {
      const result = await line.ask({ text, values: [...values] })
      return { rows: result.rows, count: result.rowCount ?? 0 }
    },
    async recall<T>(name: string, load: () => Promise<T>): Promise<T> {
      // Who changed a fact sees the change; nobody else does before the commit.
      if (session.forgotten.has(name)) return load()
      const found = memory.get(name)
      if (found !== null) return found.value as T
      const value = await load()
      memory.put(name, value)
      return value
    },
    forget: (name) => void session.forgotten.add(name),
    announce: (signal) => void session.announced.push(signal),
    together: (work) => work(readTogether(tx, way, shapes)),
  }
  const way: Way = {
    ask: (name, text, values) => line.ask({ name, text, values: [...values] }),
    // It fails only in a transaction that is lost already, by a statement that says why.
    set: (command) => void line.tell(command).catch(() => undefined),
  }
  return tx
}

async function commit({ line }: Session): Promise<void> {
  const { command } = await line.ask('commit')
  // A transaction in which a statement failed answers its commit with a rollback, and no error.
  if (command !== 'COMMIT') throw new Error('the transaction was undone at its end')
}

export type DatabaseOptions = {
  readonly url: string
  readonly size: number
  readonly role?: string
  readonly onError: (error: Error) => void
}

/**
 * Row-level security makes the planner believe that hardly a row of a list is seen, so it gathered and sorted all open tickets of a unit (30 ms
 * of the largest one) to show fifty that an index has in order. What needs a bitmap, the search, asks for it in its function.
 */
const planning = ['-c enable_bitmapscan=off']

/** Connects as the application role. `role` steps a stronger login down at connect; a transaction cannot step up by RESET ROLE. */
export function openDatabase(options: DatabaseOptions): Database {
  const settings: pg.PoolConfig & { readonly pipeline: boolean } = {
    connectionString: options.url,
    max: options.size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    pipeline: true,
    options: [...planning, ...(options.role === undefined ? [] : [`-c role=${options.role}`])].join(' '),
  }
  const pool = new pg.Pool(settings)
  const memory = createMemory()
  const shapes = createShapes()
  pool.on('error', options.onError)
  const announcer = createAnnouncer((text, values) => pool.query(text, [...values]), options.onError)
  return {
    async close() {
      await announcer.flush()
      await pool.end()
    },
    async transaction(actor, work) {
      const identity = readIdentity(actor)
      const client = await pool.connect()
      const session: Session = { line: openLine(client), identity, failure: null, forgotten: new Set(), announced: [] }
      let broken: Error | undefined
      try {
        tellUnwaited(session, ['begin', ...composeChange(unknown, identity)].join('; '))
        const value = await work(createTx(session, memory, shapes))
        await commit(session)
        for (const name of session.forgotten) memory.drop(name)
        announcer.add(session.announced)
        return value
      } catch (error) {
        await session.line.ask('rollback').catch((problem: Error) => {
          broken = problem
        })
        // What follows a failed statement only says that the transaction is lost; the first failure says why.
        throw session.failure ?? error
      } finally {
        client.release(broken)
      }
    },
  }
}

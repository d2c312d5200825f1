import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Tx } from './index.ts'

/** How a column travels in JSON and becomes again what the driver would have made of it. */
type Column = { readonly name: string; readonly write: (column: string) => string; readonly revive: (value: never) => unknown }
/** The columns of a statement; null where one of them cannot travel with others. */
type Shape = readonly Column[] | null

/** What is known of statements by their names. A process learns the columns of each when it first sends it alone. */
export type Shapes = { readonly columns: Map<string, Shape>; readonly texts: Map<string, { readonly name: string; readonly text: string }> }

export function createShapes(): Shapes {
  return { columns: new Map(), texts: new Map() }
}

const { builtins } = pg.types
const asItIs = { write: (column: string) => column, revive: (value: unknown) => value }
const travels: Readonly<Record<number, Omit<Column, 'name'>>> = {
  ...Object.fromEntries(
    [
      builtins.BOOL,
      builtins.INT2,
      builtins.INT4,
      builtins.TEXT,
      builtins.VARCHAR,
      builtins.UUID,
      builtins.JSON,
      builtins.JSONB,
      1009, // text[]
      2951, // uuid[]
    ].map((type) => [type, asItIs]),
  ),
  // The driver gives a number that JavaScript might round as text.
  [builtins.INT8]: { write: (column) => `${column}::text`, revive: (value: string | null) => value },
  [builtins.BYTEA]: {
    write: (column) => `encode(${column}, 'hex')`,
    revive: (value: string | null) => (value === null ? null : Buffer.from(value, 'hex')),
  },
  [builtins.TIMESTAMPTZ]: { ...asItIs, revive: (value: string | null) => (value === null ? null : new Date(value)) },
}

export function readShape(fields: readonly pg.FieldDef[]): Shape {
  const columns = fields.map(({ name, dataTypeID }) => {
    const how = travels[dataTypeID]
    return how && { name, ...how }
  })
  const known = columns.filter((column) => column !== undefined)
  const fits = known.length === fields.length && new Set(known.map(({ name }) => name)).size === known.length && known.length > 0
  return fits ? known : null
}

type Asked = {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
  readonly answer: (rows: readonly object[]) => void
  readonly fail: (error: unknown) => void
}
type Known = { readonly asked: Asked; readonly shape: readonly Column[] }

/** One JSON value for each statement: its rows as arrays of its columns. */
function composeText(known: readonly Known[]): string {
  let before = 0
  const parts = known.map(({ asked: { text, values }, shape }, place) => {
    const shift = before
    before += values.length
    const renumbered = text.replace(/\$(\d+)/g, (_, digits: string) => `$${Number(digits) + shift}`)
    const columns = shape.map(({ name, write }) => write(`r.${pg.escapeIdentifier(name)}`)).join(', ')
    return `(select coalesce(json_agg(json_build_array(${columns})), '[]') from (${renumbered}) r) as "${place}"`
  })
  return `select ${parts.join(',\n')}`
}

function findText({ texts }: Shapes, known: readonly Known[]): { readonly name: string; readonly text: string } {
  const names = known.map(({ asked }) => asked.name).join(' ')
  const found = texts.get(names)
  if (found !== undefined) return found
  const text = composeText(known)
  const made = { name: `together.${createHash('sha256').update(text).digest('hex').slice(0, 32)}`, text }
  texts.set(names, made)
  return made
}

function reviveRow(shape: readonly Column[], values: readonly unknown[]): object {
  return Object.fromEntries(shape.map(({ name, revive }, place) => [name, revive(values[place] as never)]))
}

type Ask = (name: string, text: string, values: readonly unknown[]) => Promise<pg.QueryResult>
/** How statements get to the database: `ask` one of them, or `set` how the next ones are planned. */
export type Way = { readonly ask: Ask; readonly set: (command: string) => void }

async function askAlone(ask: Ask, { columns }: Shapes, { name, text, values, answer, fail }: Asked): Promise<void> {
  try {
    const { rows, fields } = await ask(name, text, values)
    columns.set(name, readShape(fields))
    answer(rows)
  } catch (error) {
    fail(error)
  }
}

async function askAsOne({ ask, set }: Way, shapes: Shapes, known: readonly Known[]): Promise<void> {
  const { name, text } = findText(shapes, known)
  try {
    // Planned once a connection: PostgreSQL would weigh up anew each time what takes longer to plan than to do.
    set('set local plan_cache_mode = force_generic_plan')
    const asking = ask(
      name,
      text,
      known.flatMap(({ asked }) => asked.values),
    )
    set('set local plan_cache_mode = auto')
    const { rows } = await asking
    const row = rows[0] as Readonly<Record<number, readonly (readonly unknown[])[]>>
    for (const [place, { asked, shape }] of known.entries()) asked.answer((row[place] ?? []).map((values) => reviveRow(shape, values)))
  } catch (error) {
    for (const { asked } of known) asked.fail(error)
  }
}

const isRead = (text: string): boolean => /^\s*select\b/i.test(text) && !/\bfor\s+(no key )?(update|share)\b/i.test(text)

/**
 * The transaction seen so that reads which begin at the same moment, before any of them is answered, travel as one
 * statement. Their answers are the same as alone. Whatever writes, or changes who reads, goes out after what was asked before it.
 */
export function readTogether(tx: Tx, way: Way, shapes: Shapes): Tx {
  let waiting: Asked[] = []
  function flush(): void {
    const batch = waiting
    waiting = []
    const known: Known[] = []
    for (const asked of batch) {
      const shape = shapes.columns.get(asked.name)
      if (shape) known.push({ asked, shape })
      else void askAlone(way.ask, shapes, asked)
    }
    const [first] = known
    if (known.length === 1 && first !== undefined) void askAlone(way.ask, shapes, first.asked)
    if (known.length > 1) void askAsOne(way, shapes, known)
  }
  function after<Given extends readonly unknown[], Value>(deed: (...given: Given) => Value): (...given: Given) => Value {
    return (...given) => {
      flush()
      return deed(...given)
    }
  }
  const seen: Tx = {
    ...tx,
    named<Row extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
      if (!isRead(text)) {
        flush()
        return tx.named<Row>(name, text, values)
      }
      return new Promise<Row[]>((answer, fail) => {
        // All that follows from what is known already has been asked by then.
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ name, text, values, answer: (rows) => answer(rows as Row[]), fail })
      })
    },
    send: after(tx.send),
    become: after(tx.become),
    present: after(tx.present),
    query: after(tx.query) as Tx['query'],
    together: (work) => work(seen),
  }
  return seen
}

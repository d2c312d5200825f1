import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Value = string | number | boolean | Date | Buffer | null

/** Rows on their way into one table. */
export type Rows = {
  readonly add: (values: readonly Value[]) => void
  readonly flush: () => Promise<void>
  readonly end: () => Promise<void>
}

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function write(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return special.test(value) ? value.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : value
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  return typeof value === 'boolean' ? (value ? 't' : 'f') : String(value)
}

const fill = 262_144

/** Opens a COPY on a connection of its own. `add` only collects; `flush` sends what is collected and waits where the server is slower. */
export async function openRows(ownerUrl: string, table: string, columns: readonly string[]): Promise<Rows> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  // No triggers and no checks of references: the generator makes only what belongs together.
  await client.query(`set session_replication_role = replica; set synchronous_commit = off`)
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  let text = ''
  const flush = async (): Promise<void> => {
    if (text === '') return
    const more = stream.write(text)
    text = ''
    if (!more) await once(stream, 'drain')
  }
  return {
    add(values) {
      let line = ''
      for (let place = 0; place < values.length; place += 1)
        line += place === 0 ? write(values[place] ?? null) : `\t${write(values[place] ?? null)}`
      text += `${line}\n`
    },
    flush: async () => {
      if (text.length >= fill) await flush()
    },
    async end() {
      await flush()
      stream.end()
      await finished(stream)
      await client.end()
    },
  }
}

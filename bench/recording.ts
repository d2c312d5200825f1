import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stage } from './stage.ts'

/** One message to the database: its SQL and its values as text; null for NULL. */
export type Statement = { readonly sql: string; readonly values: readonly (string | null)[] }
/** What one session sent between begin and commit. */
export type Transaction = readonly Statement[]

/** `$1 = 'it''s', $2 = NULL` as PostgreSQL writes it into its log. */
export function parseParameters(detail: string): readonly (string | null)[] {
  const values: (string | null)[] = []
  const pattern = /\$\d+ = (?:NULL|'((?:[^']|'')*)')/gy
  pattern.lastIndex = detail.indexOf('$1')
  for (let found = pattern.exec(detail); found !== null; found = pattern.exec(detail)) {
    values.push(found[1] === undefined ? null : found[1].replaceAll("''", "'"))
    pattern.lastIndex += detail.startsWith(', ', pattern.lastIndex) ? 2 : 0
  }
  return values
}

type Line = { readonly session_id?: string; readonly message?: string; readonly detail?: string; readonly backend_type?: string }

function toStatement({ message = '', detail = '' }: Line): Statement | null {
  const sql = /^(?:statement|execute [^:]*): ([\s\S]*)$/.exec(message)?.[1]
  return sql === undefined ? null : { sql, values: detail.includes('$1') ? parseParameters(detail) : [] }
}

/** Transactions of requests, in the order they began. Each request begins as a visitor; jobs begin as the system and are left out. */
export function readTransactions(lines: readonly Line[]): readonly Transaction[] {
  const begun: Statement[][] = []
  const open = new Map<string, Statement[]>()
  for (const line of lines) {
    const statement = toStatement(line)
    const session = line.session_id ?? ''
    if (statement === null) continue
    if (/^begin\b/i.test(statement.sql)) {
      const transaction = [statement]
      open.set(session, transaction)
      begun.push(transaction)
    } else {
      open.get(session)?.push(statement)
      if (/^(commit|rollback)\b/i.test(statement.sql)) open.delete(session)
    }
  }
  return begun.filter((transaction) =>
    /'visitor'/.test(
      transaction
        .map(({ sql, values }) => sql + values.join())
        .slice(0, 2)
        .join(),
    ),
  )
}

async function findLog({ owner }: Stage): Promise<string> {
  const { rows } = await owner.query<{ folder: string; file: string }>(
    `select current_setting('data_directory') as folder, pg_current_logfile('jsonlog') as file`,
  )
  return join(rows[0]?.folder ?? '', rows[0]?.file ?? '')
}

async function readFrom(path: string, start: number): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(size - start)
    await file.read(bytes, 0, bytes.length, start)
    return bytes.toString('utf8')
  } finally {
    await file.close()
  }
}

/** Switches the writing of statements on or off, for sessions that begin later: the service must be started anew. */
export async function switchRecording({ owner, ownerUrl }: Stage, on: boolean): Promise<void> {
  const name = owner.escapeIdentifier(new URL(ownerUrl).pathname.slice(1))
  await owner.query(on ? `alter database ${name} set log_statement = 'all'` : `alter database ${name} reset log_statement`)
  await owner.query(
    on ? `alter database ${name} set log_parameter_max_length = -1` : `alter database ${name} reset log_parameter_max_length`,
  )
}

/** What the database was sent while `work` ran. */
export async function record(stage: Stage, work: () => Promise<void>): Promise<readonly Transaction[]> {
  const path = await findLog(stage)
  const { size } = await stat(path)
  await work()
  // The server writes its log a moment later, in another process.
  await sleep(500)
  const lines = (await readFrom(path, size)).split('\n').filter((line) => line !== '')
  return readTransactions(lines.map((line) => JSON.parse(line) as Line))
}

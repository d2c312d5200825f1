import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { EmbeddedPostgresError } from './problem.ts'

/** Held by the one process that is in charge of a data directory. */
export type Lock = { release(): void }

// A collected handle would let go of the lock while PostgreSQL still runs.
const held = new Set<DatabaseSync>()

const sqliteBusy = 5

/**
 * Node has no file locks of its own, but the SQLite inside it does. Unlike a file with a process id, the kernel
 * lets go of it at the very moment the process dies, and it holds across containers that share the directory.
 */
export function acquireLock(path: string): Lock {
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error
    throw new EmbeddedPostgresError(
      'already-running',
      `Another process of this service is using the PostgreSQL data in ${dirname(path)}. Stop it first, or give this one its own directory.`,
    )
  }
  held.add(database)
  return {
    release() {
      if (held.delete(database)) database.close()
    },
  }
}

import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Clock } from './clock.ts'
import type { Settings } from './config.ts'
import type { Keyring } from './crypto.ts'
import type { Database, Tx } from './database/index.ts'
import type { Live } from './database/live.ts'
import type { Publisher } from './events.ts'
import type { FileStore } from './files/index.ts'
import type { Locale, Words } from './i18n.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'

/** A role held in one unit. The same person may hold several; each counts only inside its own unit (acceptance A3). */
export type Assignment = { readonly role: string; readonly officeId: string }

/**
 * Who does something.
 * - `visitor`: nobody in particular, no identity known
 * - `keyholder`: somebody who proved to hold the secret of one object (`id` is that object's)
 * - `officer`: somebody signed in (`id` is the officer's)
 * - `system`: a job; `id` is null and `name` is the job's
 */
export type Actor = {
  readonly kind: 'visitor' | 'keyholder' | 'officer' | 'system'
  readonly id: string | null
  readonly name: string | null
  readonly assignments: readonly Assignment[]
  readonly permissions: ReadonlySet<string>
  /** Units whose objects this actor may see at all, and those in which also the restricted ones. Row-level security reads these. */
  readonly reach: { readonly offices: readonly string[]; readonly supervised: readonly string[] }
}

const nowhere = { offices: [], supervised: [] }

/** Parts of the running service that actions use; made once by app/. */
export type Services = {
  readonly clock: Clock
  readonly database: Database
  readonly keyring: Keyring
  readonly files: FileStore
  readonly mailer: Mailer
  readonly publisher: Publisher
  readonly live: Live
  readonly settings: Settings
  readonly log: Log
  readonly words: (locale: Locale) => Words
}

/** Everything an action may know: one transaction, one actor, one moment. */
export type Context = Services & {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  readonly locale: Locale
  readonly requestId: string
  readonly newId: () => string
  readonly random: (bytes: number) => Buffer
}

export type Situation = { readonly actor: Actor; readonly locale: Locale; readonly requestId: string }

export const visitor: Actor = { kind: 'visitor', id: null, name: null, assignments: [], permissions: new Set(), reach: nowhere }

/** The service itself at work on the clock or after an event. */
export function createSystemActor(job: string): Actor {
  return { kind: 'system', id: null, name: job, assignments: [], permissions: new Set(), reach: nowhere }
}

/**
 * Does `work` as the service itself in the same transaction, and goes on as whoever acts: for what somebody may bring about without
 * seeing it. Where it throws, the transaction is lost anyway.
 */
export async function asService<T>(ctx: Context, job: string, work: (service: Context) => Promise<T>): Promise<T> {
  const service: Context = { ...ctx, actor: createSystemActor(job) }
  await ctx.tx.become(service.actor)
  const done = await work(service)
  await ctx.tx.become(ctx.actor)
  return done
}

/** Puts together what an action may know, for a transaction that is already open. */
export function createContext(services: Services, situation: Situation, tx: Tx): Context {
  const now = services.clock.now()
  return {
    ...services,
    ...situation,
    tx,
    now,
    // Ids carry the moment of the context, so that demo data and imports of old reports sort by their own time.
    newId: () => v7({ msecs: now.getTime() }),
    random: (bytes) => randomBytes(bytes),
  }
}

/**
 * Runs `work` in one transaction in which the database shows only what the actor may see.
 * Commits when it returns, rolls back when it throws.
 */
export function within<T>(services: Services, situation: Situation, work: (ctx: Context) => Promise<T>): Promise<T> {
  return services.database.transaction(situation.actor, (tx) => work(createContext(services, situation, tx)))
}

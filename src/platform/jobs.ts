import type { Context, Services, Situation } from './context.ts'
import { createSystemActor, within } from './context.ts'

/** Runs one part of a job in a transaction of its own, as the service itself. */
export type Work = {
  readonly services: Services
  readonly transaction: <T>(part: (ctx: Context) => Promise<T>) => Promise<T>
  /** The process wants to end: a job of many parts ends after the part it is in, and is taken up again by its next turn. */
  readonly isStopping: () => boolean
}

/**
 * Something done after the fact or on the clock. It may run more than once (a process can die between the effect and
 * the note that it is done), so `run` must find out what is already done.
 */
export type Job<Payload = unknown> = {
  readonly name: string
  /** Crontab expression in UTC for jobs on the clock. A process runs one turn of it at a time, however long it takes. */
  readonly cron?: string
  readonly maxAttempts?: number
  readonly run: (work: Work, payload: Payload) => Promise<void>
}

export type EnqueueOptions = {
  /** One waiting job a key: a second one replaces the first. */
  readonly key?: string
  readonly runAt?: Date
  readonly maxAttempts?: number
}

/** Queues a job in the transaction of `ctx`: it exists exactly if the change does. */
export async function enqueue(ctx: Pick<Context, 'tx'>, name: string, payload: object, options: EnqueueOptions = {}): Promise<void> {
  ctx.tx.send('platform.enqueue', 'select platform_enqueue($1, $2::json, $3, $4, $5)', [
    name,
    JSON.stringify(payload),
    options.key ?? null,
    options.runAt ?? null,
    options.maxAttempts ?? 12,
  ])
}

/** Gives a job its transactions. */
export function createWork(services: Services, name: string, isStopping: () => boolean = () => false): Work {
  const situation: Situation = { actor: createSystemActor(name), locale: 'id', requestId: `job:${name}` }
  return { services, transaction: (part) => within(services, situation, part), isStopping }
}

import type { Context } from './context.ts'
import { composeSender } from './network.ts'

/** At most `most` in `minutes` (a day at most); counted in the database, so a restart forgets nothing. */
export type Limit = {
  readonly name: string
  readonly most: number
  readonly minutes: number
  /** Guards a secret short enough to be guessed (a password, a six-digit code): the operator's factor does not widen it. */
  readonly fixed?: boolean
}

function factorOf(ctx: Pick<Context, 'settings'>, limit: Limit): number {
  return limit.fixed ? 1 : ctx.settings.limitFactor
}

function windowStart(limit: Limit, now: Date): Date {
  const length = limit.minutes * 60_000
  return new Date(Math.floor(now.getTime() / length) * length)
}

/** A subject, or several joined by `|`; an address among them is counted as its network, whoever calls. */
function keyOf(ctx: Pick<Context, 'keyring'>, limit: Limit, subject: string): Buffer {
  return ctx.keyring.hmac(`limit:${limit.name}`, subject.split('|').map(composeSender).join('|'))
}

/** How often the subject has been counted in the present window, as far as the operator's factor lets it count. The subject is stored only as a keyed hash. */
export async function readCount(ctx: Context, limit: Limit, subject: string): Promise<number> {
  const rows = await ctx.tx.named<{ count: number }>(
    'platform.limit.read',
    'select count from platform_limit where key = $1 and window_start = $2',
    [keyOf(ctx, limit, subject), windowStart(limit, ctx.now)],
  )
  return Math.ceil((rows[0]?.count ?? 0) / factorOf(ctx, limit))
}

/** Counts one more and says whether the subject is now over the limit. */
export async function countOne(
  ctx: Context,
  limit: Limit,
  subject: string,
): Promise<{ readonly over: boolean; readonly retryAfterSeconds: number }> {
  const start = windowStart(limit, ctx.now)
  const rows = await ctx.tx.named<{ count: number }>(
    'platform.limit.count',
    `insert into platform_limit (key, window_start, count) values ($1, $2, 1)
     on conflict (key, window_start) do update set count = platform_limit.count + 1 returning count`,
    [keyOf(ctx, limit, subject), start],
  )
  const seconds = Math.max(1, Math.ceil((start.getTime() + limit.minutes * 60_000 - ctx.now.getTime()) / 1000))
  return { over: (rows[0]?.count ?? 0) > limit.most * factorOf(ctx, limit), retryAfterSeconds: seconds }
}

/** Starts the present window anew, after the subject proved to be in the right. */
export async function forgetCount(ctx: Context, limit: Limit, subject: string): Promise<void> {
  await ctx.tx.named('platform.limit.forget', 'delete from platform_limit where key = $1', [keyOf(ctx, limit, subject)])
}

/** Removes windows that can no longer matter. */
export async function forgetOldCounts(ctx: Context): Promise<void> {
  await ctx.tx.query('delete from platform_limit where window_start < $1', [new Date(ctx.now.getTime() - 86_400_000)])
}

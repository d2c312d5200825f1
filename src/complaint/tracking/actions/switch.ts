import type { Context } from '../../../platform/context.ts'
import { findOwnRelatives, type OwnRelative } from '../../split/index.ts'
import { loadSession } from '../store.ts'
import { openTracking } from './enter.ts'

/** The report that this one is handled with again; null for every other. */
export async function findHome(ctx: Context, ticketId: string): Promise<OwnRelative | null> {
  return (await findOwnRelatives(ctx, ticketId)).find(({ role, rejoined }) => role === 'whole' && rejoined) ?? null
}

/** How the person is in now: what the cookie holds, and the hash under which it is kept. */
type Session = { readonly cookie: string | undefined; readonly hash: Buffer | null }

/**
 * Goes from one side of a split to the other in the same browser: a session for the other ticket takes the place of this one. Into a part as by a
 * link of recovery, because nobody ever saw its code; back to the whole as by number and code, which the person has. Null: there is no such side.
 */
export async function switchTo(ctx: Context, ticketId: string, relativeId: string, { cookie, hash }: Session): Promise<string | null> {
  const other = (await findOwnRelatives(ctx, ticketId)).find(({ id }) => id === relativeId)
  const present = hash === null ? null : await loadSession(ctx.tx, hash)
  if (other === undefined || present === null) return null
  return openTracking(ctx, other.ticketId, { byLink: other.role === 'part', before: cookie, since: present.createdAt })
}

import type { Tx } from '../../platform/database/index.ts'
import type { Rating, Solved } from './rules.ts'

export type SessionRow = {
  readonly ticketId: string
  readonly createdAt: Date
  readonly seenAt: Date
  /** Entered by a link from an e-mail and may therefore make a new access code. */
  readonly byLink: boolean
}

export async function insertSession(
  tx: Tx,
  session: { readonly tokenHash: Buffer; readonly ticketId: string; readonly since: Date; readonly at: Date; readonly byLink: boolean },
): Promise<void> {
  tx.present(session.tokenHash)
  tx.send(
    'tracking.open_session',
    'insert into tracking_session (token_hash, ticket_id, created_at, seen_at, by_link) values ($1, $2, $3, $4, $5)',
    [session.tokenHash, session.ticketId, session.since, session.at, session.byLink],
  )
}

export async function loadSession(tx: Tx, tokenHash: Buffer): Promise<SessionRow | null> {
  tx.present(tokenHash)
  const rows = await tx.named<SessionRow>(
    'tracking.session',
    'select ticket_id as "ticketId", created_at as "createdAt", seen_at as "seenAt", by_link as "byLink" from tracking_session where token_hash = $1',
    [tokenHash],
  )
  return rows[0] ?? null
}

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  tx.present(tokenHash)
  tx.send('tracking.touch_session', 'update tracking_session set seen_at = $2 where token_hash = $1', [tokenHash, now])
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  tx.present(tokenHash)
  tx.send('tracking.end_session', 'delete from tracking_session where token_hash = $1', [tokenHash])
}

/** After a new code: whoever came in with the old one is out, and the link has done its work. */
export async function keepOnlySession(tx: Tx, ticketId: string, tokenHash: Buffer): Promise<void> {
  tx.present(tokenHash)
  await tx.query('delete from tracking_session where ticket_id = $1 and token_hash <> $2', [ticketId, tokenHash])
  await tx.query('update tracking_session set by_link = false where token_hash = $1', [tokenHash])
}

/** False when this very link was made before: the job that makes it may run twice. */
export async function insertRecovery(
  tx: Tx,
  recovery: { readonly tokenHash: Buffer; readonly ticketId: string; readonly expiresAt: Date },
): Promise<boolean> {
  const rows = await tx.named(
    'tracking.add_recovery',
    'insert into tracking_recovery (token_hash, ticket_id, expires_at) values ($1, $2, $3) on conflict do nothing returning ticket_id',
    [recovery.tokenHash, recovery.ticketId, recovery.expiresAt],
  )
  return rows.length === 1
}

/** Uses a link up and returns its ticket; null when it is used, too old or unknown. Two who press at once: one gets in. */
export async function useRecovery(tx: Tx, tokenHash: Buffer, now: Date): Promise<string | null> {
  tx.present(tokenHash)
  const rows = await tx.named<{ ticketId: string }>(
    'tracking.use_recovery',
    'update tracking_recovery set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning ticket_id as "ticketId"',
    [tokenHash, now],
  )
  return rows[0]?.ticketId ?? null
}

export async function deleteOldTraces(tx: Tx, before: Date): Promise<void> {
  await tx.query('delete from tracking_session where seen_at < $1', [before])
  await tx.query('delete from tracking_recovery where expires_at < $1', [before])
}

export async function loadRating(tx: Tx, ticketId: string): Promise<Rating | null> {
  const rows = await tx.named<{ solved: Solved; treated: number; words: string }>(
    'tracking.rating',
    'select solved, treated, words from tracking_rating where ticket_id = $1',
    [ticketId],
  )
  return rows[0] ?? null
}

/** What tracking itself keeps for the report's page, in one statement: the rating, and whether this session may make a new code. */
export async function loadOwnTraces(
  tx: Tx,
  ticketId: string,
  tokenHash: Buffer | null,
): Promise<{ readonly rating: Rating | null; readonly byLink: boolean }> {
  if (tokenHash !== null) tx.present(tokenHash)
  const rows = await tx.named<{ rating: Rating | null; byLink: boolean }>(
    'tracking.traces',
    `select (select json_build_object('solved', solved, 'treated', treated, 'words', words) from tracking_rating where ticket_id = $1) as rating,
       coalesce((select by_link from tracking_session where token_hash = $2), false) as "byLink"`,
    [ticketId, tokenHash],
  )
  return rows[0] ?? { rating: null, byLink: false }
}

export async function saveRating(tx: Tx, ticketId: string, rating: Rating, at: Date): Promise<void> {
  await tx.named(
    'tracking.rate',
    `insert into tracking_rating (ticket_id, solved, treated, words, at) values ($1, $2, $3, $4, $5)
     on conflict (ticket_id) do update set solved = $2, treated = $3, words = $4, at = $5`,
    [ticketId, rating.solved, rating.treated, rating.words, at],
  )
}

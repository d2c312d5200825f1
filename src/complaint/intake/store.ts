import type { Tx } from '../../platform/database/index.ts'

/**
 * Claims a sending key for a ticket that is about to be made. Null when the claim holds; else what the key was first used for. A claim made
 * at the same moment elsewhere is waited for: the loser sees the winner's committed row.
 */
export async function claimKey(
  tx: Tx,
  claim: { readonly keyHash: Buffer; readonly ticketId: string; readonly contentHash: Buffer; readonly at: Date },
): Promise<EarlierSubmission | null> {
  const fresh = await tx.named<{ ticket_id: string }>(
    'intake.claim',
    `insert into intake_submission (key_hash, ticket_id, content_hash, at) values ($1, $2, $3, $4)
     on conflict (key_hash) do nothing returning ticket_id`,
    [claim.keyHash, claim.ticketId, claim.contentHash, claim.at],
  )
  if (fresh.length === 1) return null
  const rows = await tx.named<EarlierSubmission>(
    'intake.earlier',
    'select ticket_id as "ticketId", content_hash as "contentHash" from intake_submission where key_hash = $1',
    [claim.keyHash],
  )
  const earlier = rows[0]
  if (!earlier) throw new Error('a sending key is taken and not there')
  return earlier
}

export type EarlierSubmission = { readonly ticketId: string; readonly contentHash: Buffer }

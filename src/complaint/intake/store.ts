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

export type DraftRow = {
  readonly sealed: Buffer
  readonly sealedCode: Buffer | null
  readonly sentAt: Date | null
  readonly updatedAt: Date
}

/** The draft behind a cookie, locked: two posts of one visitor come one after the other. */
export async function loadDraft(tx: Tx, tokenHash: Buffer): Promise<DraftRow | null> {
  tx.present(tokenHash)
  const rows = await tx.named<DraftRow>(
    'intake.load_draft',
    'select sealed, sealed_code as "sealedCode", sent_at as "sentAt", updated_at as "updatedAt" from intake_draft where token_hash = $1 for update',
    [tokenHash],
  )
  return rows[0] ?? null
}

export async function saveDraft(tx: Tx, tokenHash: Buffer, row: DraftRow): Promise<void> {
  tx.present(tokenHash)
  tx.send(
    'intake.save_draft',
    `insert into intake_draft (token_hash, sealed, sealed_code, sent_at, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (token_hash) do update set sealed = excluded.sealed, sealed_code = excluded.sealed_code, sent_at = excluded.sent_at, updated_at = excluded.updated_at`,
    [tokenHash, row.sealed, row.sealedCode, row.sentAt, row.updatedAt],
  )
}

/** Removes a draft and answers the keys of its files, which nobody refers to any more. */
export async function deleteDraft(tx: Tx, tokenHash: Buffer): Promise<string[]> {
  tx.present(tokenHash)
  const files = await tx.query<{ store_key: string }>('delete from intake_draft_file where token_hash = $1 returning store_key', [
    tokenHash,
  ])
  await tx.query('delete from intake_draft where token_hash = $1', [tokenHash])
  return files.rows.map(({ store_key }) => store_key)
}

export async function insertDraftFile(tx: Tx, tokenHash: Buffer, storeKey: string): Promise<void> {
  tx.present(tokenHash)
  tx.send('intake.add_draft_file', 'insert into intake_draft_file (store_key, token_hash) values ($1, $2)', [storeKey, tokenHash])
}

export async function deleteDraftFiles(tx: Tx, storeKeys: readonly string[]): Promise<void> {
  if (storeKeys.length > 0) await tx.query('delete from intake_draft_file where store_key = any ($1)', [storeKeys])
}

/** Removes what is older than the given moments; answers the keys of files that went with it. */
export async function forgetOld(tx: Tx, before: { readonly drafts: Date; readonly codes: Date; readonly keys: Date }): Promise<string[]> {
  const files = await tx.query<{ store_key: string }>(
    'delete from intake_draft_file f using intake_draft d where d.token_hash = f.token_hash and d.updated_at < $1 returning f.store_key',
    [before.drafts],
  )
  await tx.query('delete from intake_draft where updated_at < $1', [before.drafts])
  await tx.query('update intake_draft set sealed_code = null where sealed_code is not null and sent_at < $1', [before.codes])
  await tx.query('delete from intake_submission where at < $1', [before.keys])
  return files.rows.map(({ store_key }) => store_key)
}

export async function loadDraftFileKeys(tx: Tx, keys: readonly string[]): Promise<string[]> {
  const rows = await tx.named<{ store_key: string }>(
    'intake.draft_file_keys',
    'select store_key from intake_draft_file where store_key = any ($1)',
    [keys],
  )
  return rows.map(({ store_key }) => store_key)
}

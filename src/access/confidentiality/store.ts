import type { Tx } from '../../platform/database/index.ts'

export type IdentityRow = {
  readonly ticketId: string
  readonly sealed: Buffer
  readonly emailHash: Buffer | null
  readonly phoneHash: Buffer | null
  readonly hidden: boolean
}

export async function insertIdentity(tx: Tx, row: IdentityRow): Promise<void> {
  tx.send(
    'confidentiality.keep',
    'insert into confidentiality_identity (ticket_id, sealed, email_hash, phone_hash, hidden) values ($1, $2, $3, $4, $5)',
    [row.ticketId, row.sealed, row.emailHash, row.phoneHash, row.hidden],
  )
}

/** The sealed identity; null when there is none or the actor may not know it: the two look the same. */
export async function loadSealedIdentity(tx: Tx, ticketId: string): Promise<Buffer | null> {
  const rows = await tx.named<{ sealed: Buffer }>(
    'confidentiality.read',
    'select sealed from confidentiality_identity where ticket_id = $1',
    [ticketId],
  )
  return rows[0]?.sealed ?? null
}

/** Tickets brought from this address or number; those whose bringer is hidden from the actor are not among them. */
export async function findByHash(tx: Tx, kind: 'email' | 'phone', hash: Buffer): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    `confidentiality.find_${kind}`,
    `select ticket_id as id from confidentiality_identity where ${kind}_hash = $1`,
    [hash],
  )
  return rows.map(({ id }) => id)
}

export async function loadEmailHash(tx: Tx, ticketId: string): Promise<Buffer | null> {
  const rows = await tx.named<{ email_hash: Buffer | null }>(
    'confidentiality.email_hash',
    'select email_hash from confidentiality_identity where ticket_id = $1',
    [ticketId],
  )
  return rows[0]?.email_hash ?? null
}

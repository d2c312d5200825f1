import type { Tx } from '../../platform/database/index.ts'
import type { BodyName, SharePurpose } from '../record/events.ts'
import type { Basis, MailLanguage } from './rules.ts'

export type NewLink = {
  readonly id: string
  readonly ticketId: string
  readonly tokenHash: Buffer
  readonly bodyId: string | null
  readonly bodyName: BodyName
  readonly recipient: Buffer
  readonly language: MailLanguage
  readonly purpose: SharePurpose
  readonly purposeWords: string
  readonly basis: Basis
  readonly basisWords: string
  readonly body: string
  readonly answer: string
  readonly fileIds: readonly string[]
  readonly createdAt: Date
  readonly createdBy: string
  readonly createdByName: string
  readonly expiresAt: Date
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await tx.named(
    'share.add',
    `insert into share_link (id, ticket_id, token_hash, body_id, body_name_id, body_name_en, recipient, language, purpose, purpose_words,
       basis, basis_words, body, answer, file_ids, created_at, created_by, created_by_name, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      link.id,
      link.ticketId,
      link.tokenHash,
      link.bodyId,
      link.bodyName.id,
      link.bodyName.en,
      link.recipient,
      link.language,
      link.purpose,
      link.purposeWords,
      link.basis,
      link.basisWords,
      link.body,
      link.answer,
      link.fileIds,
      link.createdAt,
      link.createdBy,
      link.createdByName,
      link.expiresAt,
    ],
  )
}

export type Ending = 'revoked' | 'kept' | 'withdrawn'

/** Ends the open links of a ticket, or one of them; those that were ended, to tell of. */
export async function endLinks(
  tx: Tx,
  ticketId: string,
  { id, how, at }: { readonly id: string | null; readonly how: Ending; readonly at: Date },
): Promise<{ id: string; body: BodyName }[]> {
  return tx.named<{ id: string; body: BodyName }>(
    'share.end',
    `update share_link set ended_at = $4, ended_how = $3
     where ticket_id = $1 and ($2::uuid is null or id = $2) and ended_at is null and expires_at > $4
     returning id, json_build_object('id', body_name_id, 'en', body_name_en) as body`,
    [ticketId, id, how, at],
  )
}

/** What is read by a link, and of which ticket. */
export type OpenLink = {
  readonly id: string
  readonly ticketId: string
  readonly bodyName: BodyName
  readonly purpose: SharePurpose
  readonly purposeWords: string
  readonly body: string
  readonly answer: string
  readonly fileIds: readonly string[]
  readonly expiresAt: Date
}

const openColumns = `id, ticket_id as "ticketId", json_build_object('id', body_name_id, 'en', body_name_en) as "bodyName", purpose,
  purpose_words as "purposeWords", body, answer, file_ids as "fileIds", expires_at as "expiresAt"`

/** The link of whoever shows its secret; null when there is none, it is over, or its ticket is kept close: all look the same. */
export async function loadByToken(tx: Tx, tokenHash: Buffer, now: Date): Promise<OpenLink | null> {
  tx.present(tokenHash)
  const rows = await tx.named<OpenLink>(
    'share.by_token',
    `select ${openColumns} from share_link
     where token_hash = $1 and ended_at is null and expires_at > $2 and share_allows(ticket_id)`,
    [tokenHash, now],
  )
  return rows[0] ?? null
}

/** Puts an opening down, as the service: who opened it may change nothing. */
export async function countOpening(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.named(
    'share.opened',
    'update share_link set openings = openings + 1, first_opened_at = coalesce(first_opened_at, $2), last_opened_at = $2 where id = $1',
    [id, at],
  )
}

/** What the mail needs of an open link. */
export type LinkToSend = Pick<OpenLink, 'id' | 'ticketId' | 'bodyName' | 'expiresAt'> & {
  readonly recipient: Buffer
  readonly language: MailLanguage
}

export async function loadToSend(tx: Tx, id: string, now: Date): Promise<LinkToSend | null> {
  const rows = await tx.named<LinkToSend>(
    'share.to_send',
    `select ${openColumns}, recipient, language from share_link where id = $1 and ended_at is null and expires_at > $2
       and share_allows(ticket_id)`,
    [id, now],
  )
  return rows[0] ?? null
}

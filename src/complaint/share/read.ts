import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { BodyName, SharePurpose } from '../record/events.ts'
import { findLinkState, type LinkState } from './rules.ts'
import type { Ending } from './store.ts'

/** Whether anything of a ticket may be read from outside, as the database says. */
export async function loadAllowed(tx: Tx, ticketId: string): Promise<boolean> {
  const rows = await tx.named<{ allowed: boolean }>('share.allowed', 'select share_allows($1) as allowed', [ticketId])
  return rows[0]?.allowed ?? false
}

type Row = {
  readonly id: string
  readonly bodyName: BodyName
  readonly recipient: Buffer
  readonly purpose: SharePurpose
  readonly purposeWords: string
  readonly createdAt: Date
  readonly createdByName: string
  readonly expiresAt: Date
  readonly endedAt: Date | null
  readonly endedHow: Ending | null
  readonly openings: number
  readonly lastOpenedAt: Date | null
}

/** A link as it stands beside its ticket. */
export type TicketLink = Omit<Row, 'recipient' | 'endedHow'> & { readonly email: string; readonly state: LinkState }

export const recipientPurpose = 'share-recipient'

/** The links of one ticket, the latest first; none of a ticket out of sight. */
export async function listLinksOf(ctx: Context, ticketId: string): Promise<readonly TicketLink[]> {
  const rows = await ctx.tx.named<Row>(
    'share.of_ticket',
    `select id, json_build_object('id', body_name_id, 'en', body_name_en) as "bodyName", recipient, purpose, purpose_words as "purposeWords",
       created_at as "createdAt", created_by_name as "createdByName", expires_at as "expiresAt", ended_at as "endedAt", ended_how as "endedHow",
       openings, last_opened_at as "lastOpenedAt"
     from share_link where ticket_id = $1 and exists (select from record_ticket t where t.id = ticket_id) order by created_at desc, id desc limit 50`,
    [ticketId],
  )
  return rows.map(({ recipient, endedHow, ...link }) => ({
    ...link,
    email: ctx.keyring.open(recipientPurpose, recipient, link.id).toString('utf8'),
    state: findLinkState({ expiresAt: link.expiresAt, endedHow }, ctx.now),
  }))
}

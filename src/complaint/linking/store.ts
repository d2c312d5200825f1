import type { Tx } from '../../platform/database/index.ts'
import type { LinkKind } from './rules.ts'

export type NewLink = {
  readonly id: string
  readonly ticketId: string
  readonly otherId: string
  readonly kind: LinkKind
  readonly words: string
  readonly at: Date
  readonly officer: { readonly id: string; readonly name: string }
}

/** False where the two are linked already. */
export async function insertLink(tx: Tx, { id, ticketId, otherId, kind, words, at, officer }: NewLink): Promise<boolean> {
  const rows = await tx.named(
    'linking.add',
    `insert into linking_link (id, ticket_id, other_id, kind, words, at, officer_id, officer_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [id, ticketId, otherId, kind, words, at, officer.id, officer.name],
  )
  return rows.length > 0
}

/** Takes a link of this ticket away; false when there is none, or the actor does not see both its tickets. */
export async function endLink(tx: Tx, id: string, ticketId: string, end: { readonly at: Date; readonly by: string }): Promise<boolean> {
  const rows = await tx.named(
    'linking.end',
    `update linking_link set ended_at = $3, ended_by = $4
     where id = $1 and (ticket_id = $2 or other_id = $2) and ended_at is null returning id`,
    [id, ticketId, end.at, end.by],
  )
  return rows.length > 0
}

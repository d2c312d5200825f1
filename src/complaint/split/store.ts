import type { Tx } from '../../platform/database/index.ts'

export type NewPart = {
  readonly id: string
  readonly ticketId: string
  readonly partId: string
  readonly at: Date
  readonly officer: { readonly id: string; readonly name: string }
}

export async function insertPart(tx: Tx, { id, ticketId, partId, at, officer }: NewPart): Promise<void> {
  await tx.named(
    'split.add',
    'insert into split_part (id, ticket_id, part_id, at, officer_id, officer_name) values ($1, $2, $3, $4, $5, $6)',
    [id, ticketId, partId, at, officer.id, officer.name],
  )
}

/** The part was given back to its whole. */
export async function endPart(tx: Tx, id: string, end: { readonly at: Date; readonly by: string }): Promise<void> {
  await tx.named('split.end', 'update split_part set undone_at = $2, undone_by = $3 where id = $1', [id, end.at, end.by])
}

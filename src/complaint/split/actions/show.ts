import { asService, type Context } from '../../../platform/context.ts'
import { listRelatives } from '../read.ts'

/** The other side of a split as its complainant sees it. `rejoined`: the part is handled with its whole again. */
export type OwnRelative = {
  readonly id: string
  readonly role: 'whole' | 'part'
  readonly ticketId: string
  readonly number: string
  readonly rejoined: boolean
}

/**
 * The whole of a ticket and its parts, for the person who brought them all: both sides of a split are always of one person. Read by the service,
 * because a session shows one ticket; what the actor sees stays as it was.
 */
export async function findOwnRelatives(ctx: Context, ticketId: string): Promise<readonly OwnRelative[]> {
  const relatives = await asService(ctx, 'split', ({ tx }) => listRelatives(tx, ticketId))
  return relatives.map(({ id, role, rejoined, ticket }) => ({ id, role, ticketId: ticket.id, number: ticket.number, rejoined }))
}

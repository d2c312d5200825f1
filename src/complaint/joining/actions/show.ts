import { asService, type Context } from '../../../platform/context.ts'
import { type JoinedInto, listMembers, loadInto, loadSurvivorState, type Member } from '../read.ts'
import { mayUndo, standIn } from '../rules.ts'

/** What is handled together with a ticket, as far as the actor sees it. */
export type Joined = {
  readonly into: (JoinedInto & { readonly mayUndo: boolean }) | null
  readonly members: readonly Member[]
  readonly total: number
}

const membersShown = 50

export async function loadJoined(ctx: Context, ticketId: string): Promise<Joined> {
  const [into, listed] = await Promise.all([loadInto(ctx.tx, ticketId), listMembers(ctx.tx, ticketId, membersShown)])
  return { into: into && { ...into, mayUndo: mayUndo(into.at, ctx.now) }, ...listed }
}

/**
 * The state whose stage a merged ticket shows to its complainant, who may know how far the matter is and nothing of the other ticket.
 * What the actor sees stays as it was.
 */
export async function findStandIn(ctx: Context, ticketId: string): Promise<'checking' | 'investigating'> {
  return standIn(await asService(ctx, 'joining', ({ tx }) => loadSurvivorState(tx, ticketId)))
}

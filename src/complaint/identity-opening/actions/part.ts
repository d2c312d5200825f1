import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { listOpeningsOf, loadShielded, type Opening } from '../read.ts'
import { canBeOpened, findRight, isStanding } from '../rules.ts'

/** What one officer may do about the identity behind one ticket, and what was done. */
export type Rights = {
  readonly openings: readonly Opening[]
  readonly shielded: boolean
  readonly mayAsk: boolean
  readonly mayDecide: boolean
}

/** Null where there is nothing to open. The caller has seen the ticket. */
export async function loadRights(ctx: Context, { id, anonymous, unidentified, standing }: LoadedTicket): Promise<Rights | null> {
  if (!canBeOpened({ anonymous, unidentified, owed: standing.owed })) return null
  const [openings, shielded] = await Promise.all([listOpeningsOf(ctx.tx, id), loadShielded(ctx.tx, id)])
  return {
    openings,
    shielded,
    mayAsk: mayIn(ctx.actor, findRight('ask', shielded), standing.officeId),
    mayDecide: mayIn(ctx.actor, findRight('approve', shielded), standing.officeId),
  }
}

/** The opening that stands for this officer. */
export function findStanding(ctx: Context, { openings, shielded, mayAsk }: Rights): Opening | null {
  const look = { officerId: ctx.actor.id ?? '', shielded, now: ctx.now }
  return (mayAsk ? openings.find((opening) => isStanding(opening, look)) : undefined) ?? null
}

export type Part = { readonly kind: 'ask' | 'wait' | 'open' | 'decide'; readonly by: string; readonly until: Date | null }

/** What comes first: what is open, then what others wait for, then what one waits for oneself. */
export async function findIdentityPart(ctx: Context, ticket: LoadedTicket): Promise<Part | null> {
  const rights = await loadRights(ctx, ticket)
  if (rights === null) return null
  const standing = findStanding(ctx, rights)
  if (standing !== null) return { kind: 'open', by: standing.decidedByName ?? '', until: standing.expiresAt }
  const asked = rights.openings.filter(({ state }) => state === 'asked')
  const others = asked.find(({ askedBy }) => askedBy !== ctx.actor.id)
  if (rights.mayDecide && others !== undefined) return { kind: 'decide', by: others.askedByName, until: null }
  if (!rights.mayAsk) return null
  return { kind: asked.some(({ askedBy }) => askedBy === ctx.actor.id) ? 'wait' : 'ask', by: '', until: null }
}

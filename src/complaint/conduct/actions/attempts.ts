import { loadMembers, type Member } from '../../../access/accounts/index.ts'
import { isRole, permissionsOf } from '../../../access/accounts/rules.ts'
import { record } from '../../../audit/trail/index.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { loadById, lookUpNumber } from '../../record/index.ts'
import { type AttemptWay, insertAttempt, isKeptFrom } from '../store.ts'

/** The job that tells compliance; the capability that sends mails runs it. */
export const attemptMailJob = 'conduct.tell_attempt'
/** `at` is ISO 8601. */
export type AttemptMail = { readonly ticketId: string; readonly officerId: string; readonly at: string }

/**
 * Keeps that an officer reached for a ticket that is kept from them. Nothing is kept, and nothing else happens, where it is not:
 * the answer was given before and is the same.
 */
export async function noteAttempt(ctx: Context, ticketId: string, way: AttemptWay): Promise<void> {
  const { actor, now } = ctx
  if (actor.kind !== 'officer' || actor.id === null || !(await isKeptFrom(ctx.tx, ticketId, actor.id))) return
  await ctx.tx.become(createSystemActor('conduct'))
  await insertAttempt(ctx.tx, { id: ctx.newId(), ticketId, officerId: actor.id, way, at: now })
  await ctx.tx.become(actor)
  await record(ctx, { event: 'conduct.attempted', outcome: 'refused', objectType: 'ticket', objectId: ticketId, details: { way } })
  await enqueue(ctx, attemptMailJob, { ticketId, officerId: actor.id, at: now.toISOString() } satisfies AttemptMail)
}

/** The same for a whole number that was looked for and not found. */
export async function noteNumberAttempt(ctx: Context, number: string): Promise<void> {
  const known = await lookUpNumber(ctx, number)
  if (known !== null) await noteAttempt(ctx, known.id, 'number')
}

function maySeeShield({ role, active }: Member): boolean {
  return active && isRole(role) && permissionsOf(role).includes('conduct.name')
}

/** Who is told of an attempt: those who may see the shield where the ticket lies, less whoever is of the circle. As the service itself. */
export async function findWatchers(ctx: Context, ticketId: string): Promise<readonly Member[]> {
  const ticket = await loadById(ctx.tx, ticketId)
  if (ticket === null) return []
  const members = (await loadMembers(ctx.tx, [], [ticket.standing.officeId])).filter(maySeeShield)
  const kept = await Promise.all(members.map(({ officerId }) => isKeptFrom(ctx.tx, ticketId, officerId)))
  return members.filter((_, place) => kept[place] === false)
}

import { loadMembers, loadOffice, loadOfficeByCode, loadOffices, type Member, type Office } from '../../../access/accounts/index.ts'
import { isRole, mayIn, permissionsOf } from '../../../access/accounts/rules.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import { centralUnits } from '../../intake/rules.ts'
import type { TicketEvent } from '../../record/events.ts'
import { type LoadedTicket, loadById } from '../../record/index.ts'
import { canMove } from '../../record/rules.ts'
import { type Circle, findCircle, findNewPlace, findSuperiors, findUnits, recognise } from '../rules.ts'
import { insertCircle, insertSubject, loadNamed, loadRelations } from '../store.ts'
import { findRelated } from './related.ts'
import { type Accusation, isSaid, sealAccusation } from './sealing.ts'

export type NamingInput = {
  readonly ticketId: string
  readonly officerIds: readonly string[]
  /** Units complained of as a whole. */
  readonly officeIds: readonly string[]
  readonly said: Accusation
}

export type Naming = { readonly circle: Circle; readonly movedTo: string | null }
export type NameProblem = 'ticket_not_found' | 'permission' | 'nobody_named' | 'officer_unknown' | 'office_unknown' | 'move_not_allowed'

function mayHandle({ role, active }: Member): boolean {
  return active && isRole(role) && permissionsOf(role).includes('ticket.handle')
}

async function loadCandidates(ctx: Context): Promise<readonly Office[]> {
  const units = await Promise.all([centralUnits.compliance, centralUnits.headquarters].map((code) => loadOfficeByCode(ctx.tx, code)))
  return units.filter((unit) => unit !== null)
}

/** The circle of everybody who was ever named about this ticket, and where the ticket goes because of it. */
export async function workOut(ctx: Context, ticket: LoadedTicket, { officerIds, officeIds }: NamingInput): Promise<Naming> {
  const before = await loadNamed(ctx.tx, ticket.id)
  const named = {
    officerIds: [...new Set([...officerIds, ...before.flatMap(({ officerId }) => officerId ?? [])])],
    officeIds: [
      ...new Set([
        ...officeIds,
        ...before.flatMap(({ officeId }) => officeId ?? []),
        ...((ticket.concernedOfficeId ?? '') ? [ticket.concernedOfficeId ?? ''] : []),
      ]),
    ],
  }
  const units = await loadOffices(ctx.tx)
  const relations = await loadRelations(ctx.tx)
  const related = await findRelated(ctx, named.officerIds, relations)
  const own = await loadMembers(ctx.tx, named.officerIds, [])
  const complained = findUnits({ ...named, held: own, units })
  const candidates = await loadCandidates(ctx)
  const around = [...complained, ...findSuperiors(complained, units, relations.levels), ...candidates]
  const members = await loadMembers(
    ctx.tx,
    named.officerIds,
    around.map(({ id }) => id),
  )
  const circle = findCircle({ ...named, held: members, units, levels: relations.levels, related })
  const movedTo = findNewPlace({
    currentId: ticket.standing.officeId,
    candidateIds: candidates.map(({ id }) => id),
    circle,
    handling: members.filter(mayHandle),
  })
  return { circle, movedTo }
}

function isMovable({ state }: LoadedTicket['standing']): boolean {
  return state === 'checking' || state === 'in_review' || canMove(state, 'checking')
}

/** What happens to the ticket. One that is over stays where it is: it is kept from them all the same. */
export async function planEvents(ctx: Context, { standing }: LoadedTicket, { circle, movedTo }: Naming): Promise<readonly TicketEvent[]> {
  const named: TicketEvent = { type: 'ticket.subject_named', payload: {} }
  const unit = movedTo === null || !isMovable(standing) ? null : await loadOffice(ctx.tx, movedTo)
  if (unit !== null) {
    const payload = { fromOfficeId: standing.officeId, toOfficeId: unit.id, toOfficeName: unit.name, words: '' }
    return [named, { type: 'ticket.office_changed', payload }]
  }
  const isHeld = circle.officers.some(({ officerId }) => officerId === standing.assigneeId)
  return isHeld && standing.owed ? [named, { type: 'ticket.released', payload: { words: '' } }] : [named]
}

async function findFault(ctx: Context, { officerIds, officeIds, said }: NamingInput): Promise<NameProblem | null> {
  if (officerIds.length + officeIds.length === 0 && !isSaid(said)) return 'nobody_named'
  const known = new Set((await loadMembers(ctx.tx, officerIds, [])).map(({ officerId }) => officerId))
  if (!officerIds.every((id) => known.has(id))) return 'officer_unknown'
  const units = await Promise.all(officeIds.map((id) => loadOffice(ctx.tx, id)))
  return units.includes(null) ? 'office_unknown' : null
}

/** Who is meant by a name in words: whoever in the whole directory bears it. A name without its officer is kept as it was said. */
async function withRecognised(ctx: Context, input: NamingInput): Promise<NamingInput> {
  if (input.said.name.trim() === '') return input
  const everywhere = (await loadOffices(ctx.tx)).map(({ id }) => id)
  const recognised = recognise(input.said.name, await loadMembers(ctx.tx, [], everywhere))
  return { ...input, officerIds: [...new Set([...input.officerIds, ...recognised])] }
}

/** `namedBy` null: by the complainant. */
export function keepSubjects(ctx: Context, { ticketId, officerIds, officeIds, said }: NamingInput, namedBy: string | null): void {
  const keep = (who: { officerId: string | null; officeId: string | null }): void => {
    const id = ctx.newId()
    insertSubject(ctx.tx, { ...who, id, ticketId, sealed: sealAccusation(ctx, id, said), at: ctx.now, namedBy })
  }
  for (const officerId of officerIds) keep({ officerId, officeId: null })
  for (const officeId of officeIds) keep({ officerId: null, officeId })
  if (officerIds.length + officeIds.length === 0) keep({ officerId: null, officeId: null })
}

/**
 * Names who is complained of. From the commit on the ticket is kept from them and all around them; it goes to compliance, out of the
 * hand of whoever may not have it. The namer may be among them. `unknownName`: a name was
 * said in words that no further officer of the directory bears; nobody is kept away because of it.
 */
export async function nameSubjects(
  ctx: Context,
  typed: NamingInput,
): Promise<Result<Naming & { readonly unknownName: boolean }, NameProblem>> {
  const ticket = await loadById(ctx.tx, typed.ticketId)
  if (ticket === null) return err('ticket_not_found')
  if (!mayIn(ctx.actor, 'conduct.name', ticket.standing.officeId)) return err('permission')
  const input = await withRecognised(ctx, typed)
  const fault = await findFault(ctx, input)
  if (fault !== null) return err(fault)
  const naming = await workOut(ctx, ticket, input)
  const changed = await changeInTime<never>(ctx, ticket.id, async (locked) => ok(await planEvents(ctx, locked, naming)))
  if (!changed.ok) return changed
  await ctx.tx.become(createSystemActor('conduct'))
  keepSubjects(ctx, input, ctx.actor.id)
  await insertCircle(ctx.tx, ticket.id, naming.circle, ctx.now)
  await ctx.tx.become(ctx.actor)
  return ok({ ...naming, unknownName: typed.said.name.trim() !== '' && input.officerIds.length === typed.officerIds.length })
}

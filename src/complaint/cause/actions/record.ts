import { loadColleagues, requireOffice } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { localDate } from '../../deadlines/rules.ts'
import { type LoadedTicket, loadById } from '../../record/index.ts'
import { loadFinding, loadProposal, wasProposed } from '../read.ts'
import { type Cause, dueOn, findActionProblem, needsCause, type PlannedAction } from '../rules.ts'
import { decideProposal, insertAction, insertFinding, type NewAction } from '../store.ts'
import { startOfRepeats } from './propose.ts'

/** What an officer found, and what is to be changed because of it. */
export type CauseInput = { readonly cause: Cause; readonly words: string; readonly action: PlannedAction | null }

export type CauseProblem =
  | 'ticket_not_found'
  | 'permission'
  | 'conflict'
  | 'owner_unavailable'
  | (ReturnType<typeof findActionProblem> & string)

type Planned = Pick<NewAction, 'ownerId' | 'ownerName' | 'dueOn' | 'words'>

/** An action with a living owner of the unit and a day. */
async function planAction(ctx: Context, officeId: string, action: PlannedAction): Promise<Result<Planned, CauseProblem>> {
  const problem = findActionProblem(action)
  if (problem !== null) return err(problem)
  const owner = (await loadColleagues(ctx.tx, officeId)).find(({ id, available }) => id === action.ownerId && available)
  if (owner === undefined) return err('owner_unavailable')
  const today = localDate(ctx.now, (await requireOffice(ctx.tx, officeId)).timeZone).toString()
  return ok({ ownerId: owner.id, ownerName: owner.name, dueOn: dueOn(today, action.days ?? 0), words: action.words.trim() })
}

/** The unit that a report is about; whoever is complained of stays away from what is kept about it by the report itself. */
function unitOf({ concernedOfficeId, standing }: LoadedTicket): string {
  return concernedOfficeId ?? standing.officeId
}

/** Records what lies behind a report, with an action where one is planned. Who owns it belongs to the unit that has the report. */
export async function recordCause(
  ctx: Context,
  ticketId: string,
  { cause, words, action }: CauseInput,
): Promise<Result<true, CauseProblem>> {
  const officer = requireOfficer(ctx)
  const ticket = await loadById(ctx.tx, ticketId)
  if (ticket === null) return err('ticket_not_found')
  const { officeId, category } = ticket.standing
  if (!mayIn(ctx.actor, 'cause.record', officeId)) return err('permission')
  const planned = action === null ? null : await planAction(ctx, officeId, action)
  if (planned !== null && !planned.ok) return planned
  insertFinding(ctx.tx, {
    id: ctx.newId(),
    ticketId,
    at: ctx.now,
    officerId: officer.id,
    officerName: officer.name,
    cause,
    words: words.trim(),
  })
  if (planned !== null) {
    const of = { officeId: unitOf(ticket), category, cause, ticketId, proposalId: null }
    insertAction(ctx.tx, { ...planned.value, ...of, id: ctx.newId(), at: ctx.now, byId: officer.id })
  }
  return ok(true)
}

/** Whether a report cannot be closed before its cause is known: the same keeps coming (domain rule 49). */
export async function lacksCause(ctx: Context, ticketId: string): Promise<boolean> {
  await ctx.tx.become(createSystemActor('cause'))
  const [isRepeated, finding] = await Promise.all([wasProposed(ctx.tx, ticketId, startOfRepeats(ctx.now)), loadFinding(ctx.tx, ticketId)])
  await ctx.tx.become(ctx.actor)
  return needsCause({ isRepeated, isFound: finding !== null })
}

/** Turns a proposal into an action of its unit. `conflict`: somebody decided first. */
export async function acceptProposal(
  ctx: Context,
  proposalId: string,
  { cause, action }: { readonly cause: Cause; readonly action: PlannedAction },
): Promise<Result<true, CauseProblem>> {
  const officer = requireOfficer(ctx)
  const proposal = await loadProposal(ctx.tx, proposalId)
  if (proposal === null) return err('ticket_not_found')
  const planned = await planAction(ctx, ownersOf(ctx, proposal), action)
  if (!planned.ok) return planned
  const decision = { state: 'accepted', at: ctx.now, officerId: officer.id, officerName: officer.name, reason: null } as const
  if (!(await decideProposal(ctx.tx, proposalId, decision))) return err('conflict')
  const of = { officeId: proposal.officeId, category: proposal.category, cause, ticketId: null, proposalId }
  insertAction(ctx.tx, { ...planned.value, ...of, id: ctx.newId(), at: ctx.now, byId: officer.id })
  return ok(true)
}

/** Whose people can own an action: the unit's own; of what is kept from the unit, those of who decides. */
export function ownersOf(ctx: Context, { officeId, shielded }: { readonly officeId: string; readonly shielded: boolean }): string {
  return shielded ? (ctx.actor.reach.supervised[0] ?? officeId) : officeId
}

/** Dismisses a proposal for a reason that stays on record. */
export async function dismissProposal(
  ctx: Context,
  proposalId: string,
  reason: string,
): Promise<Result<true, 'ticket_not_found' | 'conflict' | 'reason_missing'>> {
  const officer = requireOfficer(ctx)
  if (reason.trim() === '') return err('reason_missing')
  if ((await loadProposal(ctx.tx, proposalId)) === null) return err('ticket_not_found')
  const decision = { state: 'dismissed', at: ctx.now, officerId: officer.id, officerName: officer.name, reason: reason.trim() } as const
  return (await decideProposal(ctx.tx, proposalId, decision)) ? ok(true) : err('conflict')
}

import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import type { ActingOfficer } from '../../conversation/rules.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { refuseVerb, type Verb } from '../rules.ts'

/** One verb on one ticket. `version` is that of the page on which the officer decided; null where nothing can be overlooked. */
export type VerbRequest = {
  readonly ticketId: string
  readonly verb: Verb
  readonly version: number | null
  /** Says of a colleague's answer whether it can be sent. */
  readonly checks?: boolean
}

/**
 * `ticket_not_found`: there is none, or the officer may not see it. `permission`: not the officer's right in that unit.
 * `stale`: it changed since the officer looked. `conflict`: the verb does not fit where it stands.
 */
export type VerbProblem = 'ticket_not_found' | 'permission' | 'stale' | 'conflict'

export function findVerbRefusal(
  ctx: Pick<Context, 'actor'>,
  verb: Verb,
  { standing }: LoadedTicket,
  checks = false,
): 'permission' | 'conflict' | null {
  const { state, assigneeId, officeId } = standing
  return refuseVerb(verb, {
    state,
    assigneeId,
    officerId: requireOfficer(ctx).id,
    checks,
    may: (permission) => mayIn(ctx.actor, permission, officeId),
  })
}

function findProblem(ctx: Context, { verb, version, checks }: VerbRequest, ticket: LoadedTicket): VerbProblem | null {
  const refusal = findVerbRefusal(ctx, verb, ticket, checks)
  if (refusal === 'permission') return refusal
  // What changed meanwhile is worth more to the officer than that the verb no longer fits.
  return version !== null && version !== ticket.standing.version ? 'stale' : refusal
}

/** Locks the ticket, checks right, version and state, and lets `decide` name the events. */
export async function performVerb<Problem extends string = never>(
  ctx: Context,
  request: VerbRequest,
  decide: (
    ticket: LoadedTicket,
    officer: ActingOfficer,
  ) => Result<readonly TicketEvent[], Problem> | Promise<Result<readonly TicketEvent[], Problem>>,
): Promise<Result<LoadedTicket, Problem | VerbProblem>> {
  const officer = requireOfficer(ctx)
  const changed = await changeInTime<Problem | VerbProblem | 'move_not_allowed'>(ctx, request.ticketId, (ticket) => {
    const problem = findProblem(ctx, request, ticket)
    return problem === null ? decide(ticket, officer) : err(problem)
  })
  if (!changed.ok && changed.error === 'move_not_allowed') return err('conflict')
  return changed as Result<LoadedTicket, Problem | VerbProblem>
}

import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { type EventRow, listProposed, listSuggested, type ProposedLine, type Suggested } from '../read.ts'
import { findWindow, isAboutStaff } from '../rules.ts'

/** Reports that may belong to an event. Whether one is kept from somebody is asked when it is attached. */
export async function suggestReports(ctx: Context, event: EventRow): Promise<readonly Suggested[]> {
  if (event.state === 'closed') return []
  return (await listSuggested(ctx.tx, event, findWindow(event.openedAt))).filter((report) => !isAboutStaff(report))
}

/** Texts that wait for this officer to approve them. */
export function listTextsToApprove(ctx: Context): Promise<readonly ProposedLine[]> {
  const offices = ctx.actor.assignments.map(({ officeId }) => officeId).filter((id) => mayIn(ctx.actor, 'answer.approve', id))
  return listProposed(ctx.tx, [...new Set(offices)], requireOfficer(ctx).id)
}

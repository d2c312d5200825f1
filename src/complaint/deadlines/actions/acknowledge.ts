import { mayIn } from '../../../access/accounts/rules.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { loadWarning } from '../read.ts'
import { acknowledgedDays, afterWorkingDays, isEscalation } from '../rules.ts'
import { delayLevels, saveAcknowledgement } from '../store/watch.ts'
import { loadCalendarOf } from './running.ts'

export type AcknowledgeProblem = 'not_found' | 'permission' | 'nothing_to_acknowledge' | 'acknowledged_before'

/**
 * Somebody who answers for the unit that was told takes note: the next level is told only after some working days more. The ticket
 * stays late, and whoever answers ends the chain.
 */
export async function acknowledge(ctx: Context, warningId: string): Promise<Result<true, AcknowledgeProblem>> {
  const warning = await loadWarning(ctx.tx, warningId)
  if (warning === null || ctx.actor.id === null) return err('not_found')
  if (!mayIn(ctx.actor, 'ticket.assign', warning.officeId)) return err('permission')
  if (!isEscalation(warning.milestone)) return err('nothing_to_acknowledge')
  if (!(await saveAcknowledgement(ctx.tx, warningId, ctx.actor.id, ctx.now))) return err('acknowledged_before')
  const until = afterWorkingDays(ctx.now, acknowledgedDays, await loadCalendarOf(ctx, warning.fromOfficeId))
  if (until === null) return ok(true)
  // The clock belongs to a ticket that a unit above does not see.
  await ctx.tx.become(createSystemActor('deadlines'))
  await delayLevels(ctx.tx, warning.ticketId, warning.ruleId, until)
  await ctx.tx.become(ctx.actor)
  return ok(true)
}

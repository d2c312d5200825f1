import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { addWorkingDays, answerDue, type ExtensionProblem, endOfDay, extendDue, localDate } from '../rules.ts'
import { loadRules } from '../store/rule-pack.ts'
import { loadClocks, saveExtension } from '../store.ts'
import { loadCalendarOf, refreshDue } from './running.ts'

/** `nothing_to_extend`: no running clock of this ticket may be promised anew. `calendar_year_unknown`: the day cannot be told. */
export type ExtendProblem = ExtensionProblem | 'nothing_to_extend' | 'calendar_year_unknown'

/**
 * Promises the answer for some working days later than it is due now, by the end of that day. At most as far from the
 * planned due time as the rule of the ticket's class allows; what stood still meanwhile is not counted against it.
 */
export async function extendAnswer(
  ctx: Context,
  ticket: LoadedTicket,
  workingDays: number,
): Promise<Result<{ readonly from: Date; readonly dueAt: Date }, ExtendProblem>> {
  const calendar = await loadCalendarOf(ctx, ticket.standing.officeId)
  const { versions } = await loadRules(ctx.tx)
  const running = (await loadClocks(ctx.tx, ticket.id)).filter(({ stoppedAt }) => stoppedAt === null)
  const clock = answerDue(running.filter(({ pausable }) => pausable))
  const most = versions.find(({ id, version }) => id === clock?.ruleId && version === clock.ruleVersion)?.extend ?? 0
  if (clock === null || most === 0) return err('nothing_to_extend')
  const wanted = addWorkingDays(localDate(clock.dueAt, calendar.timeZone), workingDays, calendar.holidays)
  // The limit counts from the first promise as it stands after its pauses.
  const latest = addWorkingDays(
    localDate(clock.extendedTo === null ? clock.dueAt : (clock.plannedAt ?? clock.dueAt), calendar.timeZone),
    most,
    calendar.holidays,
  )
  if (!wanted.ok || !latest.ok) return err('calendar_year_unknown')
  const to = extendDue(clock.dueAt, endOfDay(wanted.value, calendar.timeZone), endOfDay(latest.value, calendar.timeZone))
  if (!to.ok) return to
  await saveExtension(ctx.tx, ticket.id, [clock.ruleId], ctx.now, to.value)
  return ok({ from: clock.dueAt, dueAt: await refreshDue(ctx, ticket.id, calendar) })
}

import type { Context } from '../../../platform/context.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { insertPause, loadPauses } from '../store.ts'
import { loadCalendarOf, refreshDue } from './running.ts'

/**
 * For a part of a ticket all that stood still for the whole has stood still as well; what still stands still there ends for the part. Gives the
 * time by which the part's answer is due.
 */
export async function inheritPauses(ctx: Context, wholeId: string, part: LoadedTicket): Promise<Date> {
  const pauses = await loadPauses(ctx.tx, wholeId)
  if (pauses.length === 0) return part.standing.dueAt
  for (const pause of pauses) {
    const until = pause.until ?? (ctx.now < pause.latest ? ctx.now : pause.latest)
    await insertPause(ctx.tx, part.id, { ...pause, id: ctx.newId(), until })
  }
  return refreshDue(ctx, part.id, await loadCalendarOf(ctx, part.standing.officeId))
}

import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { ConsentVerdict } from '../../record/events.ts'
import { loadBodies, loadHops, saveVerdict } from '../store.ts'
import { nameOf } from './propose.ts'

/**
 * The complainant says whether a report may go to the body that was named. A no keeps it here. Saying the same twice changes nothing; what was
 * decided before stays decided.
 */
export async function decideHop(
  ctx: Context,
  ticketId: string,
  { hopId, verdict }: { readonly hopId: string; readonly verdict: ConsentVerdict },
): Promise<Result<true, 'ticket_not_found' | 'not_asked'>> {
  const changed = await changeInTime<'not_asked' | 'move_not_allowed'>(ctx, ticketId, async () => {
    // Asked behind the ticket's lock: two presses at once decide once.
    const hop = (await loadHops(ctx.tx, ticketId)).find(({ id }) => id === hopId)
    const body = (await loadBodies(ctx.tx)).find(({ id }) => id === hop?.bodyId)
    if (hop === undefined || body === undefined) return err('not_asked')
    if (hop.verdict === verdict) return ok([])
    if (hop.state !== 'asked' || (verdict === 'without_identity' && !hop.shares.includes('contact'))) return err('not_asked')
    await saveVerdict(ctx.tx, { id: hop.id, state: verdict === 'no' ? 'refused' : 'agreed', verdict, at: ctx.now })
    return ok([{ type: 'ticket.transfer_decided', payload: { hopId: hop.id, body: nameOf(body), verdict } }])
  })
  if (changed.ok) return ok(true)
  return err(changed.error === 'ticket_not_found' ? changed.error : 'not_asked')
}

import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { TicketEvent } from '../../record/events.ts'
import { loadById } from '../../record/index.ts'
import { loadAllowed } from '../read.ts'
import { type Ending, endLinks } from '../store.ts'

type Ended = Awaited<ReturnType<typeof endLinks>>[number]

function tell({ id, body }: Ended, how: Ending): TicketEvent {
  return { type: 'ticket.share_ended', payload: { linkId: id, body, how } }
}

/** Closes a link at once. `conflict`: it is closed or over already, or of another ticket. */
export async function revokeLink(
  ctx: Context,
  ticketId: string,
  id: string,
): Promise<Result<null, 'ticket_not_found' | 'permission' | 'conflict'>> {
  const changed = await changeInTime<'permission' | 'conflict' | 'move_not_allowed'>(ctx, ticketId, async (ticket) => {
    if (!mayIn(ctx.actor, 'ticket.handle', ticket.standing.officeId)) return err('permission')
    const ended = await endLinks(ctx.tx, ticketId, { id, how: 'revoked', at: ctx.now })
    return ended.length === 0 ? err('conflict') : ok(ended.map((link) => tell(link, 'revoked')))
  })
  if (changed.ok) return ok(null)
  return err(changed.error === 'move_not_allowed' ? 'conflict' : changed.error)
}

/** Closes what may not be read any more: it showed nothing from that moment on, and shows nothing again when that should pass. As the service. */
export async function endKept(ctx: Context, ticketId: string): Promise<void> {
  const ticket = await loadById(ctx.tx, ticketId)
  if (ticket === null || (await loadAllowed(ctx.tx, ticketId))) return
  const how = ticket.standing.state === 'withdrawn' ? 'withdrawn' : 'kept'
  await changeInTime<never>(ctx, ticketId, async () => {
    const ended = await endLinks(ctx.tx, ticketId, { id: null, how, at: ctx.now })
    return ok(ended.map((link) => tell(link, how)))
  })
}

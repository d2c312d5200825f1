import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { type Reply, type RouteRequest, refuse } from '../../../platform/http/route.ts'
import { type EventRow, loadEvent } from '../read.ts'

/** An event of a unit in which the officer has this right. */
export async function openFor(
  { params, audit }: RouteRequest<{ readonly id: string }>,
  ctx: Context,
  permission: string,
): Promise<EventRow | Reply> {
  audit({ objectType: 'mass_event', objectId: params.id })
  const event = await loadEvent(ctx.tx, params.id)
  if (event === null) return refuse(404, 'not_found')
  return mayIn(ctx.actor, permission, event.officeId) ? event : refuse(403, 'permission')
}

export function isReply(found: EventRow | Reply): found is Reply {
  return 'kind' in found
}

import type { Context } from '../../platform/context.ts'
import type { RouteRequest } from '../../platform/http/route.ts'

/** The ticket that a complainant's session opened, named in the trail of this request. Throws outside a route for keyholders. */
export function ownTicket({ audit }: Pick<RouteRequest, 'audit'>, { actor }: Context): string {
  if (actor.id === null) throw new Error('a keyholder without a ticket')
  audit({ objectType: 'ticket', objectId: actor.id })
  return actor.id
}

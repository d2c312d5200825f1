import type { Context } from '../../../platform/context.ts'
import type { RouteRequest } from '../../../platform/http/route.ts'

/** The signed-in officer and the session they sit in. Routes of the own account cannot be reached without either. */
export function readOwn(
  request: Pick<RouteRequest, 'sessionHash'>,
  ctx: Pick<Context, 'actor'>,
): { readonly officerId: string; readonly sessionHash: Buffer } {
  const { id } = ctx.actor
  if (id === null || request.sessionHash === null) throw new Error('the own account without a session')
  return { officerId: id, sessionHash: request.sessionHash }
}

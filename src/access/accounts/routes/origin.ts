import { hashToken } from '../../../platform/crypto.ts'
import type { RouteRequest } from '../../../platform/http/route.ts'
import { type Origin, officerCookie } from '../actions/sessions.ts'

/** Where a request came from; the previous session is known by its cookie even before anybody signed in. */
export function readOrigin(request: Pick<RouteRequest, 'address' | 'headers' | 'cookies'>): Origin {
  const agent = request.headers['user-agent']
  const cookie = request.cookies[officerCookie]
  return {
    address: request.address,
    userAgent: typeof agent === 'string' ? agent.slice(0, 500) : '',
    previous: cookie === undefined || cookie === '' ? null : hashToken(cookie),
  }
}

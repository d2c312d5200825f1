import type { Context } from '../../platform/context.ts'
import { defineRoute, type Reply, type RouteRequest } from '../../platform/http/route.ts'
import { violationPath } from '../../platform/http/security.ts'
import { countOne, type Limit, readCount } from '../../platform/limits.ts'
import { readViolations, type Violation } from './rules.ts'

/** A page with many faults reports each; more than this is no page. */
const perAddress: Limit = { name: 'csp.address', most: 60, minutes: 60 }
/** The log must not be filled by many addresses together. */
const together: Limit = { name: 'csp.together', most: 1000, minutes: 60 }
const perKind: Limit = { name: 'csp.kind', most: Number.MAX_SAFE_INTEGER, minutes: 1440, fixed: true }

async function note(ctx: Context, violation: Violation): Promise<void> {
  const subject = Object.values(violation).join(' ')
  await countOne(ctx, perKind, subject)
  ctx.log.warn({ ...violation, today: await readCount(ctx, perKind, subject) }, 'a page broke the content security policy')
}

/** Answers nothing, whatever came: a report is never echoed, and one too many leaves no line in the trail. */
async function take({ form, address }: Pick<RouteRequest, 'form' | 'address'>, ctx: Context): Promise<Reply> {
  for (const [limit, subject] of [
    [perAddress, address],
    [together, 'all'],
  ] as const) {
    const { over, retryAfterSeconds } = await countOne(ctx, limit, subject)
    if (over)
      return {
        kind: 'text',
        status: 429,
        body: '',
        type: 'text/plain; charset=utf-8',
        headers: { 'retry-after': String(retryAfterSeconds) },
      }
  }
  if (form.ok) for (const violation of readViolations(form.value, new URL(ctx.settings.publicUrl).origin)) await note(ctx, violation)
  return { kind: 'text', status: 204, body: '', type: 'text/plain; charset=utf-8' }
}

/** Browsers send it themselves, without a form token; no identity is read. */
export const violationRoute = defineRoute({
  method: 'POST',
  path: violationPath,
  audience: 'api',
  permission: 'public',
  audit: { event: 'portal.violation', done: false },
  handler: (request, ctx) => take(request, ctx),
})

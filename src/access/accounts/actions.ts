import type { Context } from '../../platform/context.ts'
import { hashToken } from '../../platform/crypto.ts'
import { isLocale } from '../../platform/i18n.ts'
import type { Identity, Resolver } from '../../platform/http/wiring.ts'
import { composeOfficer } from './rules.ts'
import { isSessionAlive, isTouchDue } from './rules/sessions.ts'
import { loadSession, touchSession, type SessionRow } from './store.ts'

export const officerCookie = 'petugas'

function toIdentity(session: SessionRow, tokenHash: Buffer): Identity {
  const actor = composeOfficer({ id: session.officerId, name: session.name, assignments: session.roles })
  const offices = [...new Set(session.roles.map(({ officeName }) => officeName))]
  return {
    actor,
    officer: { id: session.officerId, name: session.name, officeName: offices.join(', '), permissions: actor.permissions },
    sessionHash: tokenHash,
    locale: isLocale(session.language) ? session.language : null,
  }
}

/** Who holds this console cookie; null when the session ended, was ended, or never was. */
export const resolveSession: Resolver = async (ctx: Context, { cookie }) => {
  if (cookie === undefined) return null
  const tokenHash = hashToken(cookie)
  const session = await loadSession(ctx.tx, tokenHash)
  if (session === null || !isSessionAlive(session, ctx.now)) return null
  if (isTouchDue(session, ctx.now)) await touchSession(ctx.tx, tokenHash, ctx.now)
  return toIdentity(session, tokenHash)
}

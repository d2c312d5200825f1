import { readIdentity } from '../../access/confidentiality/index.ts'
import { loadById } from '../../complaint/record/index.ts'
import { openRecoveryToken, type RecoveryMail, recoveryUrl } from '../../complaint/tracking/index.ts'
import { linkExpiry, linkMinutes } from '../../complaint/tracking/rules.ts'
import type { Context } from '../../platform/context.ts'
import { hashToken } from '../../platform/crypto.ts'
import { loadText, queueMail } from './actions.ts'
import { composeLetter } from './composing.ts'
import { chooseLanguage, mayWriteTo } from './rules.ts'

/** Writes the mail with the link that opens a ticket once. An anonymous complainant gets no mail, not even this one. */
export async function sendRecovery(ctx: Context, request: RecoveryMail): Promise<void> {
  const ticket = await loadById(ctx.tx, request.ticketId)
  if (ticket === null || !mayWriteTo(ticket)) return
  const identity = await readIdentity(ctx, ticket.id)
  if (identity === null || identity.email === '') return
  const token = openRecoveryToken(ctx, request)
  const language = chooseLanguage(request.language)
  const content = composeLetter(ctx, ctx.words(language), await loadText(ctx, 'recovery', language), {
    number: ticket.number,
    link: { href: `${ctx.settings.publicUrl}${recoveryUrl(token)}` },
    minutes: String(linkMinutes),
  })
  await queueMail(ctx, {
    // The hash, as everywhere: who reads the table must not be able to open the link.
    cause: `recovery:${hashToken(token).toString('base64url')}`,
    ticketId: ticket.id,
    letter: 'recovery',
    language,
    content: { to: identity.email, ...content },
    at: ctx.now,
    expiresAt: linkExpiry(ctx.now),
  })
}

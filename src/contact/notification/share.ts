import { openForMail, openHref, type ShareMail } from '../../complaint/share/index.ts'
import type { Context } from '../../platform/context.ts'
import { loadText, queueMail } from './actions.ts'
import { composeLetter } from './composing.ts'

/** Sends a link to somebody of another body: neither a number nor a word of the report, because mailboxes are read by others. */
export async function sendLink(ctx: Context, request: ShareMail): Promise<void> {
  const link = await openForMail(ctx, request)
  if (link === null) return
  const { language, body, officeName, expiresAt, timeZone } = link
  const words = ctx.words(language)
  const content = composeLetter(ctx, words, await loadText(ctx, 'share', language), {
    body: body[language],
    office: officeName,
    until: words.date(expiresAt, timeZone),
    link: { href: `${ctx.settings.publicUrl}${openHref(link.token)}` },
  })
  await queueMail(ctx, {
    cause: `share:${request.linkId}`,
    ticketId: link.ticketId,
    letter: 'share',
    language,
    content: { to: link.email, ...content },
    at: ctx.now,
    expiresAt,
  })
}

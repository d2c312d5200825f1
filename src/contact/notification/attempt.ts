import { type AttemptMail, findWatchers } from '../../complaint/conduct/index.ts'
import type { Context } from '../../platform/context.ts'
import { loadText, queueMail } from './actions.ts'
import { composeLetter } from './composing.ts'
import { chooseLanguage } from './rules.ts'

/** Tells compliance that a ticket was reached for by somebody it is kept from: once an hour for each of them, and nothing of either. */
export async function tellOfAttempt(ctx: Context, { ticketId, officerId, at }: AttemptMail): Promise<void> {
  for (const watcher of await findWatchers(ctx, ticketId)) {
    const language = chooseLanguage(watcher.language)
    const content = composeLetter(ctx, ctx.words(language), await loadText(ctx, 'attempt', language), {
      link: { href: `${ctx.settings.publicUrl}/petugas/laporan/${ticketId}/terlapor` },
    })
    await queueMail(ctx, {
      cause: `attempt:${ticketId}:${officerId}:${watcher.officerId}:${at.slice(0, 13)}`,
      ticketId,
      letter: 'attempt',
      language,
      content: { to: watcher.email, ...content },
      at: new Date(at),
    })
  }
}

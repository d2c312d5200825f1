import { loadAddressees } from '../../access/accounts/index.ts'
import { findKeptAmong } from '../../complaint/conduct/index.ts'
import { type Told, toldEvent } from '../../complaint/contribution/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DomainEvent, Listener } from '../../platform/events.ts'
import { loadText, queueMail } from './actions.ts'
import { composeLetter } from './composing.ts'
import { chooseLanguage } from './rules.ts'

/** Tells of a request between units without a word of it, and nobody from whom the ticket is kept by now. */
async function tellNews(ctx: Context, happened: DomainEvent): Promise<void> {
  const { requestId, news, officerIds } = happened.payload as unknown as Told
  const kept = await findKeptAmong(ctx.tx, happened.objectId, officerIds)
  const told = officerIds.filter((id) => !kept.includes(id))
  for (const { id, email, language: spoken } of await loadAddressees(ctx.tx, told)) {
    const language = chooseLanguage(spoken)
    const content = composeLetter(ctx, ctx.words(language), await loadText(ctx, 'contribution', language), {
      link: { href: `${ctx.settings.publicUrl}/petugas/permintaan` },
    })
    await queueMail(ctx, {
      cause: `contribution:${news}:${requestId}:${id}`,
      ticketId: happened.objectId,
      letter: 'contribution',
      language,
      content: { to: email, ...content },
      at: happened.at,
    })
  }
}

export const tellOfContributions: Listener = {
  name: 'notification.tell_of_contribution',
  on: [toldEvent],
  run: (work, event) => work.transaction((ctx) => tellNews(ctx, event)),
}

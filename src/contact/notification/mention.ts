import { loadAddressees } from '../../access/accounts/index.ts'
import { type Called, calledEvent } from '../../complaint/mentions/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DomainEvent, Listener } from '../../platform/events.ts'
import { loadText, queueMail } from './actions.ts'
import { composeLetter } from './composing.ts'
import { chooseLanguage } from './rules.ts'

/** Tells colleagues that they were called to a note: neither its number nor a word, because the list they find it in asks who they are. */
async function tellCalled(ctx: Context, happened: DomainEvent): Promise<void> {
  const { noteId, officerIds } = happened.payload as unknown as Called
  for (const { id, email, language: spoken } of await loadAddressees(ctx.tx, officerIds)) {
    const language = chooseLanguage(spoken)
    const content = composeLetter(ctx, ctx.words(language), await loadText(ctx, 'mention', language), {
      link: { href: `${ctx.settings.publicUrl}/petugas/sebutan` },
    })
    await queueMail(ctx, {
      cause: `mention:${noteId}:${id}`,
      ticketId: happened.objectId,
      letter: 'mention',
      language,
      content: { to: email, ...content },
      at: happened.at,
    })
  }
}

export const tellOfMentions: Listener = {
  name: 'notification.tell_of_mention',
  on: [calledEvent],
  run: (work, event) => work.transaction((ctx) => tellCalled(ctx, event)),
}

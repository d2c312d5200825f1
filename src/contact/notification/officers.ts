import { loadAddressees } from '../../access/accounts/index.ts'
import { type Escalated, escalatedEvent } from '../../complaint/deadlines/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DomainEvent, Listener } from '../../platform/events.ts'
import { defaultTimeZone } from '../../platform/i18n.ts'
import { loadText, queueMail } from './actions.ts'
import { composeLetter } from './composing.ts'
import { chooseLanguage } from './rules.ts'

/**
 * Writes to whoever was told that a report is late: its number, its unit and since when, and nothing of what it says. One mail a person and
 * warning, however often this runs.
 */
async function tellOfficers(ctx: Context, happened: DomainEvent): Promise<void> {
  const { warningId, number, officeName, dueAt, officerIds } = happened.payload as unknown as Escalated
  for (const { id, email, language: spoken } of await loadAddressees(ctx.tx, officerIds)) {
    const language = chooseLanguage(spoken)
    const words = ctx.words(language)
    const content = composeLetter(ctx, words, await loadText(ctx, 'late', language), {
      number,
      office: officeName,
      due: words.date(new Date(dueAt), defaultTimeZone),
      link: { href: `${ctx.settings.publicUrl}/petugas/peringatan` },
    })
    await queueMail(ctx, {
      cause: `late:${warningId}:${id}`,
      ticketId: null,
      letter: 'late',
      language,
      content: { to: email, ...content },
      at: happened.at,
    })
  }
}

export const tellOfEscalations: Listener = {
  name: 'notification.tell_officers',
  on: [escalatedEvent],
  run: (work, event) => work.transaction((ctx) => tellOfficers(ctx, event)),
}

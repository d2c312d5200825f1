import { loadAddressees } from '../../access/accounts/index.ts'
import type { Context } from '../../platform/context.ts'
import { loadText, queueMail } from './actions.ts'
import { composeLetter } from './composing.ts'
import { chooseLanguage, type Letter } from './rules.ts'

type Calling = {
  readonly officerIds: readonly string[]
  readonly letter: Letter
  /** What the mail is about, once a person. */
  readonly cause: string
  readonly ticketId: string
  /** The list in which they find it. */
  readonly path: string
  readonly at: Date
}

/** Calls officers to a list of the console: neither a number nor a word of a report, because the list asks who they are. */
export async function callOfficers(ctx: Context, { officerIds, letter, cause, ticketId, path, at }: Calling): Promise<void> {
  for (const { id, email, language: spoken } of await loadAddressees(ctx.tx, officerIds)) {
    const language = chooseLanguage(spoken)
    const content = composeLetter(ctx, ctx.words(language), await loadText(ctx, letter, language), {
      link: { href: `${ctx.settings.publicUrl}${path}` },
    })
    await queueMail(ctx, { cause: `${cause}:${id}`, ticketId, letter, language, content: { to: email, ...content }, at })
  }
}

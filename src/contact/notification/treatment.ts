import { readIdentity } from '../../access/confidentiality/index.ts'
import { loadById } from '../../complaint/record/index.ts'
import { type Asked, askedEvent } from '../../complaint/retaliation/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DomainEvent, Listener } from '../../platform/events.ts'
import { loadText, queueMail } from './actions.ts'
import { composeLetter } from './composing.ts'
import { chooseLanguage, mayWriteTo } from './rules.ts'
import { composeCommonValues } from './writing.ts'

/** Says that two questions wait behind number and code. Whoever is anonymous, unidentified or left no address finds them there by themselves. */
async function tellOfCheck(ctx: Context, happened: DomainEvent): Promise<void> {
  const { checkId } = happened.payload as unknown as Asked
  const ticket = await loadById(ctx.tx, happened.objectId)
  if (ticket === null || !mayWriteTo(ticket)) return
  const identity = await readIdentity(ctx, ticket.id)
  if (identity === null || identity.email === '') return
  const language = chooseLanguage(ticket.language)
  const words = ctx.words(language)
  const content = composeLetter(ctx, words, await loadText(ctx, 'treatment', language), composeCommonValues({ ctx, ticket }))
  await queueMail(ctx, {
    cause: `treatment:${checkId}`,
    ticketId: ticket.id,
    letter: 'treatment',
    language,
    content: { to: identity.email, ...content },
    at: happened.at,
  })
}

export const tellOfChecks: Listener = {
  name: 'notification.tell_of_check',
  on: [askedEvent],
  run: (work, event) => work.transaction((ctx) => tellOfCheck(ctx, event)),
}

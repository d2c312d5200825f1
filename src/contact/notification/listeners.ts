import { readIdentity } from '../../access/confidentiality/index.ts'
import { loadById } from '../../complaint/record/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DomainEvent, Listener } from '../../platform/events.ts'
import { loadText, queueMail } from './actions.ts'
import { composeLetter } from './composing.ts'
import { chooseLanguage, chooseLetter, mayWriteTo } from './rules.ts'
import { composeCommonValues, describeEvent, findLetter, letterOf, type ToldEvent, toldEvents } from './writing.ts'

/**
 * Writes the letter about an event and puts it on its way. Nothing happens for whoever is anonymous, unidentified or left
 * no address. Running it again makes no second mail: event and letter are the mail's cause.
 */
async function tellComplainant(ctx: Context, happened: DomainEvent): Promise<void> {
  const event = { type: happened.type, payload: happened.payload } as unknown as ToldEvent
  const ticket = await loadById(ctx.tx, happened.objectId)
  if (ticket === null || !mayWriteTo(ticket)) return
  const identity = await readIdentity(ctx, ticket.id)
  if (identity === null || identity.email === '') return
  const language = chooseLanguage(ticket.language)
  const found = await findLetter({ ctx, ticket, at: happened.at }, event)
  if (found === null) return
  const letter = chooseLetter(found, { secret: ticket.secret, restricted: ticket.standing.restricted })
  const words = ctx.words(language)
  const subject = { ctx, ticket, words, at: happened.at }
  const values = { ...composeCommonValues(subject), ...(letter === 'news' ? {} : await describeEvent(subject, event)) }
  const content = composeLetter(ctx, words, await loadText(ctx, letter, language), values)
  await queueMail(ctx, {
    cause: `${happened.id}:${letterOf[event.type]}`,
    ticketId: ticket.id,
    letter,
    language,
    content: { to: identity.email, ...content },
    at: happened.at,
  })
}

export const tellOfEvents: Listener = {
  name: 'notification.tell',
  on: toldEvents,
  run: (work, event) => work.transaction((ctx) => tellComplainant(ctx, event)),
}

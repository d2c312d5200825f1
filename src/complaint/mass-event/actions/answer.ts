import { hash } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { ok } from '../../../platform/result.ts'
import { findKeptAmong, findShielded } from '../../conduct/index.ts'
import { type GivenAnswer, giveSameAnswer } from '../../conversation/index.ts'
import { type LoadedTicket, loadById, lockTickets } from '../../record/index.ts'
import { type EventRow, listAnswerable, loadEvent } from '../read.ts'
import { composeText, findAnswerLanguage, findApart, readOutcome } from '../rules.ts'
import { type LeaveReason, loadTexts, saveTicketAnswered, type Text } from '../store.ts'
import { leaveEvent } from './attach.ts'
import { toFacts } from './judging.ts'

export const answerJob = 'mass_event.answer'
export type AnswerJob = { readonly eventId: string }

/** Answers whoever waits for a text that is approved; after the commit, in pages. */
export async function requestAnswers(ctx: Context, eventId: string): Promise<void> {
  await enqueue(ctx, answerJob, { eventId } satisfies AnswerJob, { key: `${answerJob}:${eventId}` })
}

export function hashText(text: Parameters<typeof composeText>[0]): string {
  return hash('sha256', composeText(text), 'hex')
}

/** What was approved is what is sent: a text that is another by now is sent to nobody. */
function toAnswer(text: Text): GivenAnswer {
  const { language, finding, action, remedy, nextStep, authorId, authorName } = text
  const outcome = readOutcome(text.outcome)
  if (outcome === null || text.sha256 !== hashText(text)) throw new Error('a text is not the one that was approved')
  return { finding, action, remedy, nextStep, outcome, language, officer: { id: authorId, name: authorName } }
}

/** Why a ticket is not answered together with the others after all, as it stands now. */
async function findLeaveReason(ctx: Context, ticket: LoadedTicket, event: EventRow, text: Text): Promise<LeaveReason | null> {
  const shielded = (await findShielded(ctx, [ticket.id])).has(ticket.id)
  // Whoever is named about a ticket neither answers it nor approves its answer, also not by the way of others (acceptance C11).
  const hands = [...text.writers, ...(text.decidedBy === null ? [] : [text.decidedBy])]
  if ((await findKeptAmong(ctx.tx, ticket.id, hands)).length > 0) return 'kept'
  return findApart(toFacts(ticket, shielded), event.officeId)
}

async function answerOne(ctx: Context, event: EventRow, ticket: LoadedTicket, text: Text): Promise<void> {
  const place = { eventId: event.id, ticketId: ticket.id }
  const because = await findLeaveReason(ctx, ticket, event, text)
  if (because !== null) {
    await leaveEvent(ctx, place, because)
    return
  }
  // Whoever comes second finds it answered, and gives nothing.
  const given = await giveSameAnswer(ctx, ticket.id, toAnswer(text), async () =>
    ok((await saveTicketAnswered(ctx.tx, place, text.id, ctx.now)) ? [] : null),
  )
  if (!given.ok) throw new Error(`an answer to an event could not be given: ${given.error}`)
}

/**
 * Answers one page of the tickets of an event, each in its own language by the approved text of that one. Gives how many it looked at.
 * Whoever dies in the middle has answered none of the page, and a second run finds only those who wait still (acceptance C19).
 */
export async function answerPage(ctx: Context, eventId: string): Promise<number> {
  const event = await loadEvent(ctx.tx, eventId)
  if (event === null) return 0
  const texts = await loadTexts(ctx.tx, eventId)
  const approved = texts.filter(({ state }) => state === 'approved')
  const rest = approved.some(({ language }) => language === event.restLanguage) ? texts.map(({ language }) => language) : null
  const ids = await listAnswerable(ctx.tx, eventId, { own: approved.map(({ language }) => language), rest })
  await lockTickets(ctx.tx, ids)
  for (const id of ids) {
    const ticket = await loadById(ctx.tx, id)
    const language = ticket && findAnswerLanguage(ticket.language, texts, event.restLanguage)
    const text = approved.find((one) => one.language === language)
    // What is listed is answered or left out: else the pages had no end.
    if (ticket === null || text === undefined) throw new Error('a ticket of an event is answered by no text')
    await answerOne(ctx, event, ticket, text)
  }
  return ids.length
}

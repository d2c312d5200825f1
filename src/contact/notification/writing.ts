import { loadOffice } from '../../access/accounts/index.ts'
import { loadThread, type Message } from '../../complaint/conversation/index.ts'
import { loadClocks } from '../../complaint/deadlines/index.ts'
import { findEarlierReceipt, publicPromises } from '../../complaint/deadlines/rules.ts'
import { rejoinedReason, type TicketEvent, type TicketEventType } from '../../complaint/record/events.ts'
import type { LoadedTicket } from '../../complaint/record/index.ts'
import { loadRight } from '../../complaint/review/index.ts'
import { isReviewOutcome, readOutcome, sayRight } from '../../complaint/review/rules.ts'
import { findOwnRelatives, type OwnRelative } from '../../complaint/split/index.ts'
import type { Context } from '../../platform/context.ts'
import { defaultTimeZone, type Words } from '../../platform/i18n.ts'
import { describeHandOver, isHandOver } from './hand-over.ts'
import { type Block, type Letter, type LetterValues, mayTell, quote, quoteFacts, type Value } from './rules.ts'

/** The events after which the complainant is written to. */
export const toldEvents = [
  'ticket.submitted',
  'ticket.split_from',
  'ticket.question_asked',
  'ticket.officer_wrote',
  'ticket.answered',
  'ticket.review_opened',
  'ticket.office_changed',
  'ticket.handed_over',
  'ticket.transferred',
  'ticket.transfer_returned',
  'ticket.transfer_unacknowledged',
  'ticket.transfer_cancelled',
  'ticket.deadline_extended',
  'ticket.archived',
  'ticket.closed',
  'ticket.withdrawn',
] as const satisfies readonly TicketEventType[]
export type ToldEvent = Extract<TicketEvent, { type: (typeof toldEvents)[number] }>

export const letterOf: Readonly<Record<ToldEvent['type'], Letter>> = {
  'ticket.submitted': 'receipt',
  'ticket.split_from': 'split',
  'ticket.question_asked': 'question',
  'ticket.officer_wrote': 'message',
  'ticket.answered': 'answer',
  'ticket.review_opened': 'review',
  'ticket.office_changed': 'moved',
  'ticket.handed_over': 'handed_over',
  'ticket.transferred': 'taken_on',
  'ticket.transfer_returned': 'given_back',
  'ticket.transfer_unacknowledged': 'unacknowledged',
  'ticket.transfer_cancelled': 'kept',
  'ticket.deadline_extended': 'extended',
  'ticket.archived': 'archived',
  'ticket.closed': 'closed',
  'ticket.withdrawn': 'withdrawn',
}

/** What a letter is written about, and in whose words; `at`: when it happened. */
export type Subject = { readonly ctx: Context; readonly ticket: LoadedTicket; readonly words: Words; readonly at: Date }

async function findWhole({ ctx, ticket }: Pick<Subject, 'ctx' | 'ticket'>): Promise<OwnRelative | null> {
  return (await findOwnRelatives(ctx, ticket.id)).find(({ role }) => role === 'whole') ?? null
}

/**
 * The letter about an event: what is answered after a second look is the last word of this service, and says so. Null: another one says it. Who
 * never sent a report of this number gets no receipt for it, but a letter that says what it came off.
 */
export async function findLetter({ ctx, ticket, at }: Omit<Subject, 'words'>, event: ToldEvent): Promise<Letter | null> {
  if (event.type === 'ticket.submitted') return (await findWhole({ ctx, ticket })) === null ? 'receipt' : null
  if (event.type === 'ticket.archived' && event.payload.reason === rejoinedReason) return 'rejoined'
  if (event.type !== 'ticket.answered') return letterOf[event.type]
  return (await loadRight(ctx, ticket, { at, messageId: event.payload.messageId }))?.kind === 'final' ? 'final' : 'answer'
}

export function composeCommonValues({ ctx, ticket }: Pick<Subject, 'ctx' | 'ticket'>): LetterValues {
  return { number: ticket.number, link: { href: `${ctx.settings.publicUrl}/lacak` } }
}

async function describeReceipt({ ctx, ticket, words }: Subject): Promise<LetterValues> {
  const office = await loadOffice(ctx.tx, ticket.standing.officeId)
  const timeZone = office?.timeZone ?? defaultTimeZone
  const clocks = await loadClocks(ctx.tx, ticket.id)
  const earlier = findEarlierReceipt(clocks, ticket.submittedAt, timeZone)
  const received = earlier === null ? words.dateTime(ticket.submittedAt, timeZone) : words.date(earlier, timeZone)
  if (!mayTell({ secret: ticket.secret, restricted: ticket.standing.restricted })) {
    // The days tell the class of the matter, and sixty of them that staff is complained of.
    return { received, promises: { kind: 'paragraph', pieces: [{ kind: 'text', text: words.t('notification.promise.elsewhere') }] } }
  }
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === null)
  const items = publicPromises(running).map(({ kind, clock }) =>
    words.t(`notification.promise.${kind}`, { date: words.date(clock.dueAt, timeZone) }),
  )
  return { received, promises: items.length === 0 ? null : { kind: 'list', lead: words.t('notification.promise.lead'), items } }
}

async function findMessage({ ctx, ticket }: Subject, messageId: string): Promise<Message> {
  const message = (await loadThread(ctx, ticket.id)).messages.find(({ id }) => id === messageId)
  // Written in the same transaction as its event.
  if (message === undefined) throw new Error('an event names a message that does not exist')
  return message
}

function quoteIn(words: Words, text: string): Block | null {
  return quote(text, words.t('notification.defanged'))
}

async function describeAnswer(subject: Subject, payload: Extract<ToldEvent, { type: 'ticket.answered' }>['payload']): Promise<Value> {
  const { words, ctx, ticket, at } = subject
  const [right, office] = await Promise.all([
    loadRight(ctx, ticket, { at, messageId: payload.messageId }),
    loadOffice(ctx.tx, ticket.standing.officeId),
  ])
  const isFinal = right?.kind === 'final' && isReviewOutcome(payload.outcome)
  const { answer } = await findMessage(subject, payload.messageId)
  if (answer === null) return null
  const { finding, action, remedy, nextStep } = answer
  const label = (part: string): string => words.t(`notification.answer.${part}`)
  return quoteFacts(
    [
      isFinal
        ? { label: words.t('review.outcome.label'), text: words.t(`review.outcome.${readOutcome(payload.outcome)}`) }
        : { label: label('outcome'), text: words.t(`record.outcome.${payload.outcome}`) },
      { label: label('finding'), text: finding },
      { label: label('action'), text: action },
      { label: label('remedy'), text: remedy },
      { label: label('next_step'), text: nextStep },
      { label: label('review'), text: sayRight(words, right, office?.timeZone ?? defaultTimeZone) },
    ],
    words.t('notification.defanged'),
  )
}

/** What the letter about an event says beside number and link. */
export async function describeEvent(subject: Subject, event: ToldEvent): Promise<LetterValues> {
  const { words } = subject
  if (isHandOver(event)) return describeHandOver(subject, event)
  switch (event.type) {
    case 'ticket.submitted':
      return describeReceipt(subject)
    case 'ticket.split_from':
      return { other: (await findWhole(subject))?.number ?? '' }
    case 'ticket.question_asked':
    case 'ticket.officer_wrote':
      return { words: quoteIn(words, (await findMessage(subject, event.payload.messageId)).body) ?? filesOnly(words) }
    case 'ticket.answered':
      return { answer: await describeAnswer(subject, event.payload) }
    case 'ticket.review_opened': {
      const { officeName = '', dueAt } = event.payload
      const office = await loadOffice(subject.ctx.tx, subject.ticket.standing.officeId)
      const timeZone = office?.timeZone ?? defaultTimeZone
      const due = words.date(dueAt === undefined ? subject.ticket.standing.dueAt : new Date(dueAt), timeZone)
      return { office: officeName === '' ? (office?.name ?? '') : officeName, due }
    }
    case 'ticket.office_changed':
      return { office: event.payload.toOfficeName }
    case 'ticket.deadline_extended': {
      const { reason, words: explained, dueAt } = event.payload
      const office = await loadOffice(subject.ctx.tx, subject.ticket.standing.officeId)
      const due = words.date(new Date(dueAt), office?.timeZone ?? defaultTimeZone)
      return { reason: words.t(`record.extension.${reason}`), due, words: quoteIn(words, explained) }
    }
    case 'ticket.archived':
      if (event.payload.reason === rejoinedReason) return { other: (await findWhole(subject))?.number ?? '' }
      return { reason: words.t(`record.archive.${event.payload.reason}`), words: quoteIn(words, event.payload.words) }
    case 'ticket.closed':
      return { reason: words.t(`notification.closed.${event.payload.reason}`), words: quoteIn(words, event.payload.words) }
    case 'ticket.withdrawn':
      return {}
  }
}

/** A message may consist of files alone, which never travel by mail. */
function filesOnly(words: Words): Block {
  return { kind: 'paragraph', pieces: [{ kind: 'text', text: words.t('notification.files_only') }] }
}

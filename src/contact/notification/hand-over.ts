import { loadOffice } from '../../access/accounts/index.ts'
import type { TicketEvent } from '../../complaint/record/events.ts'
import { showHops } from '../../complaint/scope/index.ts'
import { defaultTimeZone } from '../../platform/i18n.ts'
import { type Block, type LetterValues, quote } from './rules.ts'
import type { Subject } from './writing.ts'

const handOverEvents = [
  'ticket.handed_over',
  'ticket.transferred',
  'ticket.transfer_returned',
  'ticket.transfer_unacknowledged',
  'ticket.transfer_cancelled',
] as const
type HandOverEvent = Extract<TicketEvent, { type: (typeof handOverEvents)[number] }>

export function isHandOver(event: TicketEvent): event is HandOverEvent {
  return (handOverEvents as readonly string[]).includes(event.type)
}

/** The body that an event names; that it was late names none, and is about the last one that had the report. */
async function findBody({ ctx, ticket, words }: Subject, event: HandOverEvent): Promise<string> {
  if (event.type === 'ticket.transferred') return event.payload.body?.[words.locale] ?? event.payload.to
  if (event.type !== 'ticket.transfer_unacknowledged') return event.payload.body[words.locale]
  return (await showHops(ctx, ticket.id)).find(({ sentAt }) => sentAt !== null)?.body[words.locale] ?? ''
}

async function sayUntil({ ctx, ticket, words }: Subject, until: string | null): Promise<Block | null> {
  if (until === null) return null
  const office = await loadOffice(ctx.tx, ticket.standing.officeId)
  const date = words.date(new Date(until), office?.timeZone ?? defaultTimeZone)
  return { kind: 'paragraph', pieces: [{ kind: 'text', text: words.t('notification.waiting', { date }) }] }
}

/** What a letter says of a report's way to another body and back; nothing of what was written to that body. */
export async function describeHandOver(subject: Subject, event: HandOverEvent): Promise<LetterValues> {
  const { t } = subject.words
  const body = await findBody(subject, event)
  const note = t('notification.defanged')
  switch (event.type) {
    case 'ticket.handed_over':
      return { body, waiting: await sayUntil(subject, event.payload.acknowledgeBy) }
    case 'ticket.transferred': {
      const { reference = '' } = event.payload
      return { body, reference: reference === '' ? null : quote(t('notification.reference', { reference }), note) }
    }
    case 'ticket.transfer_returned':
      return { body, words: quote(event.payload.words, note) }
    case 'ticket.transfer_unacknowledged':
    case 'ticket.transfer_cancelled':
      return { body }
  }
}

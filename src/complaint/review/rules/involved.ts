import type { TicketEvent } from '../../record/events.ts'

/** What somebody had to do with the answer that is looked at again. */
export type Part = 'handled' | 'answered' | 'approved'

type Fact = { readonly event: TicketEvent; readonly actorId: string | null }

/** Facts by whose doer somebody had a part. Who only gave the ticket to somebody had none. */
const partOf: Readonly<Partial<Record<TicketEvent['type'], Part>>> = {
  'ticket.checking_started': 'handled',
  'ticket.investigation_started': 'handled',
  'ticket.question_asked': 'handled',
  'ticket.closed': 'handled',
  'ticket.answer_drafted': 'answered',
  'ticket.answered': 'answered',
  'ticket.answer_checked': 'approved',
}

function readPart({ event, actorId }: Fact): readonly [string | null, Part] | null {
  if (event.type === 'ticket.assigned') return [event.payload.officerId, 'handled']
  const part = partOf[event.type]
  return part === undefined ? null : [actorId, part]
}

const weight: readonly Part[] = ['handled', 'approved', 'answered']

/**
 * Everybody who had a part in what was answered first, with the weightiest one (acceptance C17). What happened after the second look was
 * asked for is part of the second look. `authorIds`: whose answers stand in the thread, since the last approval sends another one's words.
 */
export function findInvolved(history: readonly Fact[], authorIds: readonly string[]): ReadonlyMap<string, Part> {
  const asked = history.findIndex(({ event }) => event.type === 'ticket.review_opened')
  const first = asked === -1 ? history : history.slice(0, asked)
  const approvers = new Set(first.filter(({ event }) => event.type === 'ticket.answer_checked').map(({ actorId }) => actorId))
  const parts = new Map<string, Part>()
  const add = (id: string | null, part: Part): void => {
    if (id !== null && weight.indexOf(part) >= weight.indexOf(parts.get(id) ?? 'handled')) parts.set(id, part)
  }
  for (const fact of first) {
    const [id, part] = readPart(fact) ?? [null, 'handled']
    // Who approves last sends it: that does not make them its author.
    const isSending = fact.event.type === 'ticket.answered' && approvers.has(id)
    add(id, isSending ? 'approved' : part)
  }
  for (const id of authorIds) add(id, 'answered')
  return parts
}

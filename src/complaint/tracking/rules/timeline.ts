import { type BodyName, isVisible, type TicketEvent } from '../../record/events.ts'

/** Who did it, by role: a complainant is never told an officer's name. */
export type TimelineActor = 'you' | 'officer' | 'service'

/** One line of the history: which words say it, and what fills them. `words` is what an officer wrote for the complainant. */
export type TimelineLine = {
  readonly id: string
  readonly at: Date
  readonly by: TimelineActor
  /** Key under `tracking.event.`. */
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  /** Days that fill them as well, to be said in the reader's way. */
  readonly dates: Readonly<Record<string, Date>>
  readonly words: string
  /** A body outside this service, named in the reader's language under `body`. */
  readonly body?: BodyName
  /** Who it was, by role, where the words name them. */
  readonly roles?: readonly string[]
}

type Fact = { readonly id: string; readonly at: Date; readonly event: TicketEvent; readonly actorKind: string }

function findActor(actorKind: string): TimelineActor {
  if (actorKind === 'officer') return 'officer'
  return actorKind === 'keyholder' || actorKind === 'visitor' ? 'you' : 'service'
}

type Told = Pick<TimelineLine, 'key' | 'values' | 'dates' | 'words' | 'body' | 'roles'>

/** Each step of a report's way to another body and back, and what such a body may read; null for everything else. */
function tellHop(event: TicketEvent, name: string): Told | null {
  const { payload, type } = event
  if (!('body' in payload) || payload.body === undefined) return null
  const plain = { key: name, values: {}, dates: {}, words: '', body: payload.body }
  if (type === 'ticket.transfer_proposed') return { ...plain, key: `${name}.${event.payload.asked ? 'asked' : 'basis'}` }
  if (type === 'ticket.transfer_decided') return { ...plain, key: `${name}.${event.payload.verdict}` }
  if (type === 'ticket.shared')
    return { ...plain, key: `${name}.${event.payload.purpose}`, dates: { until: new Date(event.payload.until) } }
  if (type === 'ticket.transfer_returned') return { ...plain, words: event.payload.words }
  if (type === 'ticket.handed_over' && event.payload.acknowledgeBy !== null)
    return { ...plain, key: `${name}.by`, dates: { by: new Date(event.payload.acknowledgeBy) } }
  if (type === 'ticket.transferred') {
    const { reference } = event.payload
    return {
      ...plain,
      key: reference === undefined ? 'acknowledged' : 'acknowledged.reference',
      values: reference === undefined ? {} : { reference },
    }
  }
  return plain
}

/** What is done about the identity of somebody anonymous: who, is told by role. */
function tellIdentity(event: TicketEvent, name: string): Told | null {
  const plain = { values: {}, dates: {}, words: '' }
  if (event.type === 'ticket.identity_asked') return { ...plain, key: `${name}.${event.payload.reason}`, roles: event.payload.roles }
  if (event.type === 'ticket.identity_decided') return { ...plain, key: `${name}.${event.payload.verdict}`, roles: event.payload.roles }
  return event.type === 'ticket.identity_opened' ? { ...plain, key: name, roles: event.payload.roles } : null
}

function tell(event: TicketEvent): Told {
  const name = event.type.replace('ticket.', '')
  const plain = { key: name, values: {}, dates: {}, words: '' }
  const special = tellHop(event, name) ?? tellIdentity(event, name)
  if (special !== null) return special
  if (event.type === 'ticket.complainant_wrote') return { ...plain, values: { files: event.payload.files } }
  if (event.type === 'ticket.closed') return { ...plain, key: `closed.${event.payload.reason}`, words: event.payload.words }
  if (event.type === 'ticket.reopened') return { ...plain, key: `reopened.${event.payload.reason}` }
  if (event.type === 'ticket.review_opened' && event.payload.officeName !== undefined) {
    return { ...plain, key: `${name}.unit`, values: { office: event.payload.officeName } }
  }
  if (event.type === 'ticket.unmerged') return { ...plain, key: `unmerged.${event.payload.because}` }
  if (event.type === 'ticket.archived') return { ...plain, key: `archived.${event.payload.reason}`, words: event.payload.words }
  if (event.type === 'ticket.transferred' || event.type === 'ticket.referred') return { ...plain, values: { to: event.payload.to } }
  if (event.type === 'ticket.clock_paused') {
    const { latest, dueAt, reason } = event.payload
    return { ...plain, key: `clock_paused.${reason}`, dates: { latest: new Date(latest), due: new Date(dueAt) } }
  }
  if (event.type === 'ticket.clock_resumed') {
    return { ...plain, key: `clock_resumed.${event.payload.because}`, dates: { due: new Date(event.payload.dueAt) } }
  }
  if (event.type === 'ticket.due_recounted') return { ...plain, dates: { due: new Date(event.payload.dueAt) } }
  if (event.type === 'ticket.deadline_extended') {
    const { reason, words, from, dueAt } = event.payload
    return { ...plain, key: `deadline_extended.${reason}`, dates: { from: new Date(from), due: new Date(dueAt) }, words }
  }
  // The words of a transfer are written for the colleagues who take over, so they stay there.
  if (event.type === 'ticket.office_changed') return { ...plain, values: { office: event.payload.toOfficeName } }
  return plain
}

/** The history as the complainant reads it, newest first. */
export function composeTimeline(facts: readonly Fact[]): readonly TimelineLine[] {
  return facts
    .filter(({ event }) => isVisible(event.type))
    .map(({ id, at, event, actorKind }) => ({ id, at, by: findActor(actorKind), ...tell(event) }))
    .reverse()
}

/** Whether the report waits for an answer that others get as well. */
export function waitsTogether(facts: readonly { readonly event: TicketEvent }[]): boolean {
  const last = facts.findLast(
    ({ event: { type } }) => type === 'ticket.event_joined' || type === 'ticket.event_left' || type === 'ticket.answered',
  )
  return last?.event.type === 'ticket.event_joined'
}

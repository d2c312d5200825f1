import type { Severity, TicketClass, TicketEvent } from '../events.ts'
import { isOpen, type TicketState } from './states.ts'

/** What the events decide of a ticket. The row repeats it for speed; a test compares the two. */
export type TicketStanding = {
  readonly state: TicketState
  readonly category: string
  readonly class: TicketClass
  readonly officeId: string
  readonly assigneeId: string | null
  /** The team of the unit in whose heap it lies, whoever has it. */
  readonly queueId: string | null
  readonly restricted: boolean
  readonly severity: Severity
  readonly dueAt: Date
  readonly answeredAt: Date | null
  readonly closedAt: Date | null
  readonly outcome: string | null
  /** Where a reply of the complainant leads back to. */
  readonly resumeState: TicketState | null
  /** Someone still owes the complainant an answer. */
  readonly owed: boolean
  readonly version: number
}

type Change = Partial<Omit<TicketStanding, 'owed' | 'version'>>

function open(event: Extract<TicketEvent, { type: 'ticket.submitted' }>): Omit<TicketStanding, 'owed' | 'version'> {
  const { category, class: ticketClass, officeId, restricted, dueAt } = event.payload
  return {
    state: 'submitted',
    category,
    class: ticketClass,
    officeId,
    restricted,
    severity: 'normal',
    dueAt: new Date(dueAt),
    assigneeId: null,
    queueId: null,
    answeredAt: null,
    closedAt: null,
    outcome: null,
    resumeState: null,
  }
}

/** The part of the standing that an event changes; an empty part for facts that change nothing. */
function change(before: TicketStanding, event: Exclude<TicketEvent, { type: 'ticket.submitted' }>, at: Date): Change {
  switch (event.type) {
    case 'ticket.checking_started':
      return { state: 'checking' }
    case 'ticket.assigned':
      return { state: before.state === 'checking' ? 'assigned' : before.state, assigneeId: event.payload.officerId }
    case 'ticket.queued':
      return { queueId: event.payload.queueId }
    case 'ticket.released':
      // Back among what nobody has, where it is looked at anew; a question to the complainant stays open meanwhile.
      return before.state === 'waiting_complainant'
        ? { assigneeId: null, resumeState: 'checking' }
        : { assigneeId: null, state: before.state === 'submitted' || before.state === 'in_review' ? before.state : 'checking' }
    case 'ticket.question_asked':
      return { state: 'waiting_complainant', resumeState: before.state === 'waiting_complainant' ? before.resumeState : before.state }
    case 'ticket.complainant_wrote':
    case 'ticket.transfer_decided':
      return before.state === 'waiting_complainant' ? { state: before.resumeState ?? 'checking', resumeState: null } : {}
    case 'ticket.investigation_started':
      return { state: 'investigating', resumeState: null }
    case 'ticket.answered':
      return { state: 'answered', answeredAt: at, outcome: event.payload.outcome }
    case 'ticket.closed':
      return { state: 'closed', closedAt: at }
    case 'ticket.reopened':
      return {
        state: 'investigating',
        answeredAt: null,
        closedAt: null,
        outcome: null,
        dueAt: event.payload.dueAt === undefined ? before.dueAt : new Date(event.payload.dueAt),
      }
    case 'ticket.archived':
      return { state: 'archived', closedAt: at, resumeState: null }
    case 'ticket.unarchived':
      return { state: 'checking', closedAt: null, assigneeId: null }
    case 'ticket.office_changed':
      // A second look goes on wherever it lies.
      return {
        state: before.state === 'in_review' ? 'in_review' : 'checking',
        officeId: event.payload.toOfficeId,
        assigneeId: null,
        queueId: null,
        resumeState: null,
      }
    case 'ticket.reclassified':
      return {
        category: event.payload.category,
        class: event.payload.class,
        restricted: event.payload.restricted,
        dueAt: new Date(event.payload.dueAt),
      }
    case 'ticket.severity_set':
      return { severity: event.payload.severity }
    case 'ticket.clock_paused':
    case 'ticket.clock_resumed':
    case 'ticket.deadline_extended':
    case 'ticket.due_recounted':
    case 'ticket.due_bound':
    case 'ticket.split_from':
      return { dueAt: new Date(event.payload.dueAt) }
    case 'ticket.withdrawn':
      return { state: 'withdrawn', closedAt: at, resumeState: null }
    case 'ticket.transferred':
      return { state: 'transferred', closedAt: at, resumeState: null }
    case 'ticket.transfer_returned':
      // Given back before it was taken on, it never left.
      return before.state === 'transferred' ? { state: 'checking', closedAt: null, assigneeId: null } : {}
    case 'ticket.referred':
      return { state: 'referred', resumeState: null }
    case 'ticket.merged':
      return { state: 'merged', closedAt: at, resumeState: null }
    case 'ticket.unmerged': {
      const { state, assigneeId, resumeState } = event.payload
      return { state, assigneeId, resumeState, closedAt: null }
    }
    case 'ticket.review_opened': {
      const { officeId = before.officeId, dueAt } = event.payload
      return {
        state: 'in_review',
        closedAt: null,
        assigneeId: null,
        resumeState: null,
        officeId,
        dueAt: dueAt === undefined ? before.dueAt : new Date(dueAt),
      }
    }
    case 'ticket.transfer_proposed':
    case 'ticket.handed_over':
    case 'ticket.transfer_unacknowledged':
    case 'ticket.transfer_cancelled':
    case 'ticket.officer_wrote':
    case 'ticket.noted':
    case 'ticket.answer_drafted':
    case 'ticket.answer_checked':
    case 'ticket.rated':
    case 'ticket.code_renewed':
    case 'ticket.contribution_asked':
    case 'ticket.contribution_ended':
    case 'ticket.event_joined':
    case 'ticket.event_left':
    case 'ticket.identity_asked':
    case 'ticket.identity_decided':
    case 'ticket.identity_opened':
    case 'ticket.shared':
    case 'ticket.share_ended':
    case 'ticket.subject_named':
    case 'ticket.split_off':
    case 'ticket.part_rejoined':
      return {}
  }
}

/** The standing after one more event. The first event of a ticket is `ticket.submitted` and nothing else is. */
export function apply(before: TicketStanding | null, event: TicketEvent, at: Date): TicketStanding {
  if (event.type === 'ticket.submitted') {
    const opened = open(event)
    return { ...opened, owed: isOpen(opened.state), version: 1 }
  }
  // A ticket whose first event is another was not made by this program; there is no standing to give back.
  const base = before as TicketStanding
  const after = { ...base, ...change(base, event, at) }
  return { ...after, owed: isOpen(after.state), version: base.version + 1 }
}

/** The sum of a ticket's events in their order. */
export function fold(events: readonly { readonly event: TicketEvent; readonly at: Date }[]): TicketStanding | null {
  return events.reduce<TicketStanding | null>((standing, { event, at }) => apply(standing, event, at), null)
}

/** Events whose move the table of states does not allow; empty when all do. */
export function findForbiddenMove(
  before: TicketStanding,
  after: TicketStanding,
  canMove: (from: TicketState, to: TicketState) => boolean,
): string | null {
  return before.state === after.state || canMove(before.state, after.state) ? null : `${before.state} -> ${after.state}`
}

import type { Tx } from '../../platform/database/index.ts'
import type { Kind } from '../record/events.ts'
import type { TicketState } from '../record/rules.ts'
import type { EventState, LeaveReason } from './store.ts'

export type EventRow = {
  readonly id: string
  readonly officeId: string
  readonly officeName: string
  readonly timeZone: string
  readonly title: string
  readonly words: string
  readonly openedAt: Date
  readonly openedByName: string
  readonly state: EventState
  readonly restLanguage: string | null
  readonly closedAt: Date | null
}

const eventColumns = `e.id, e.office_id as "officeId", o.name as "officeName", o.time_zone as "timeZone", e.title, e.words,
  e.opened_at as "openedAt", e.opened_by_name as "openedByName", e.state, e.rest_language as "restLanguage", e.closed_at as "closedAt"`

/** Null when there is none, or it is of another unit: the two are the same to who asks. */
export async function loadEvent(tx: Tx, id: string): Promise<EventRow | null> {
  const rows = await tx.named<EventRow>(
    'mass_event.load',
    `select ${eventColumns} from mass_event e join accounts_office o on o.id = e.office_id where e.id = $1`,
    [id],
  )
  return rows[0] ?? null
}

export type EventLine = EventRow & { readonly waiting: number; readonly answered: number }

/** The events of the units of who looks, open ones first; only what they see is counted. */
export async function listEvents(tx: Tx): Promise<EventLine[]> {
  return tx.named<EventLine>(
    'mass_event.list',
    `with shown as (select * from mass_event where office_id = any (platform_offices()) order by state = 'closed', opened_at desc, id desc limit 100)
     select ${eventColumns}, count(a.id) filter (where a.state = 'waiting')::int as waiting,
       count(a.id) filter (where a.state = 'answered')::int as answered
     from shown e join accounts_office o on o.id = e.office_id left join mass_event_ticket a on a.event_id = e.id
     group by e.id, e.office_id, e.title, e.words, e.opened_at, e.opened_by_name, e.state, e.rest_language, e.closed_at, o.name, o.time_zone
     order by e.state = 'closed', e.opened_at desc, e.id desc`,
    [],
  )
}

export type LanguageCount = { readonly language: string; readonly waiting: number; readonly answered: number }

/** How many wait and how many were answered in each language, as far as the actor sees them. */
export async function countLanguages(tx: Tx, eventId: string): Promise<LanguageCount[]> {
  return tx.named<LanguageCount>(
    'mass_event.languages',
    `select t.language, count(*) filter (where a.state = 'waiting')::int as waiting, count(*) filter (where a.state = 'answered')::int as answered
     from mass_event_ticket a join record_ticket t on t.id = a.ticket_id
     where a.event_id = $1 and a.state <> 'left' group by t.language`,
    [eventId],
  )
}

export type MemberRow = {
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly language: string
  readonly ticketState: TicketState
  readonly dueAt: Date
  readonly state: 'waiting' | 'answered' | 'left'
  readonly because: LeaveReason | null
  readonly at: Date
}

/** In the text of the statement, so that its plan does not reckon with a tenth of all rows. */
export const membersShown = 100

/**
 * Tickets of an event that the actor sees: what waits first, the nearest due at the top, then what left. Who left and came again is shown
 * where it is now.
 */
export async function listMembers(
  tx: Tx,
  eventId: string,
): Promise<{ readonly members: readonly MemberRow[]; readonly total: number; readonly left: number }> {
  const rows = await tx.named<MemberRow & { total: number; left: number }>(
    'mass_event.members',
    `select * from (
       select distinct on (a.ticket_id) a.ticket_id as "ticketId", t.number, t.title, t.language, t.state as "ticketState", t.due_at as "dueAt",
         a.state, a.because, coalesce(a.ended_at, a.joined_at) as at
       from mass_event_ticket a join record_ticket t on t.id = a.ticket_id where a.event_id = $1
       order by a.ticket_id, a.state = 'waiting' desc, a.joined_at desc, a.id desc) latest
     cross join lateral (select count(distinct ticket_id)::int as total from mass_event_ticket where event_id = $1) counted
     cross join lateral (
       select count(*)::int as "left" from mass_event_ticket x where x.event_id = $1 and x.state = 'left' and x.because <> 'detached') gone
     order by array_position(array['waiting', 'left', 'answered'], latest.state), latest."dueAt", latest."ticketId" limit ${membersShown}`,
    [eventId],
  )
  return { members: rows.map(({ total: _, left: __, ...member }) => member), total: rows[0]?.total ?? 0, left: rows[0]?.left ?? 0 }
}

/** A ticket by its number, with the event in which it waits. */
export type Found = { readonly id: string; readonly number: string; readonly title: string; readonly waitsIn: string | null }

/** Those of these numbers that the actor sees. */
export async function findNumbers(tx: Tx, numbers: readonly string[]): Promise<readonly Found[]> {
  return tx.named<Found>(
    'mass_event.find',
    `select t.id, t.number, t.title,
       (select a.event_id from mass_event_ticket a where a.ticket_id = t.id and a.state = 'waiting') as "waitsIn"
     from record_ticket t where t.number = any ($1)`,
    [numbers],
  )
}

const pageSize = 20

/** One page of the tickets that are answered now: of these languages, or of any but those. As the service. */
export async function listAnswerable(
  tx: Tx,
  eventId: string,
  { own, rest }: { readonly own: readonly string[]; readonly rest: readonly string[] | null },
): Promise<readonly string[]> {
  const rows = await tx.named<{ id: string }>(
    'mass_event.page',
    `select a.ticket_id as id from mass_event_ticket a join record_ticket t on t.id = a.ticket_id
     where a.event_id = $1 and a.state = 'waiting' and (t.language = any ($2) or ($3::text[] is not null and t.language <> all ($3)))
     order by a.ticket_id limit ${pageSize}`,
    [eventId, own, rest],
  )
  return rows.map(({ id }) => id)
}

/** An event beside a ticket: the one it belongs to, or one that it can be attached to. */
export type TicketEventRow = {
  readonly id: string
  readonly title: string
  readonly state: EventState
  readonly standing: 'waiting' | 'answered' | null
}

/** The events that a ticket belongs to, and the open ones of its unit; as far as the actor sees them. */
export async function listForTicket(tx: Tx, ticketId: string): Promise<readonly TicketEventRow[]> {
  return tx.named<TicketEventRow>(
    'mass_event.of_ticket',
    `select e.id, e.title, e.state, a.state as standing
     from record_ticket t join mass_event e on e.office_id = t.office_id
     left join lateral (select x.state from mass_event_ticket x where x.event_id = e.id and x.ticket_id = t.id and x.state <> 'left'
       order by x.joined_at desc limit 1) a on true
     where t.id = $1 and (a.state is not null or e.state <> 'closed') order by a.state is null, e.opened_at desc limit 50`,
    [ticketId],
  )
}

const mostProposed = 50

/** A text that waits for the approval of who looks: of a unit in which they approve, and none of which they wrote anything. */
export type ProposedLine = { readonly eventId: string; readonly title: string; readonly language: string; readonly authorName: string }

export async function listProposed(tx: Tx, offices: readonly string[], officerId: string): Promise<ProposedLine[]> {
  return tx.named<ProposedLine>(
    'mass_event.proposed',
    `select e.id as "eventId", e.title, x.language, x.author_name as "authorName"
     from mass_event e join mass_event_text x on x.event_id = e.id and x.state = 'proposed'
     where e.office_id = any ($1::uuid[]) and e.state <> 'closed' and $2 <> all (x.writers) order by x.written_at, x.id limit ${mostProposed}`,
    [offices, officerId],
  )
}

/** More than anybody ticks in one go. */
const mostSuggested = 40

/** A report that may belong to an event. */
export type Suggested = {
  readonly number: string
  readonly title: string
  readonly language: string
  readonly submittedAt: Date
  readonly kind: Kind
  readonly category: string
}

/**
 * Reports in hand of the unit that came in around that time and wait in no event: those of a category that is among the attached first.
 * As far as the actor sees them.
 */
export async function listSuggested(
  tx: Tx,
  { id, officeId }: Pick<EventRow, 'id' | 'officeId'>,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<Suggested[]> {
  return tx.named<Suggested>(
    'mass_event.suggested',
    `select t.number, t.title, t.language, t.submitted_at as "submittedAt", t.kind, t.category
     from record_ticket t
     where t.office_id = $2 and t.submitted_at >= $3 and t.submitted_at < $4 and not t.restricted and t.severity > 0
       and t.kind in ('complaint', 'criticism', 'information_request')
       and t.state in ('submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating')
       and not exists (select from mass_event_ticket a where a.ticket_id = t.id and (a.state = 'waiting' or a.event_id = $1))
     order by t.category in (select x.category from mass_event_ticket a join record_ticket x on x.id = a.ticket_id where a.event_id = $1) desc,
       t.submitted_at desc, t.id desc limit ${mostSuggested}`,
    [id, officeId, from, until],
  )
}

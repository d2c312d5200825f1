import type { Tx } from '../../platform/database/index.ts'

export type RequestState = 'open' | 'answered' | 'declined'

/** A request as it stands beside its ticket. */
export type TicketRequest = {
  readonly id: string
  readonly officeName: string
  readonly question: string
  readonly askedByName: string
  readonly dueAt: Date
  readonly state: RequestState | 'withdrawn'
  readonly reply: string
  readonly repliedByName: string | null
  readonly endedAt: Date | null
}

/** All that was asked for one ticket, in its order; none of a ticket out of sight. */
export async function listRequestsOf(tx: Tx, ticketId: string): Promise<TicketRequest[]> {
  return tx.named<TicketRequest>(
    'contribution.of_ticket',
    `select r.id, o.name as "officeName", r.question, r.asked_by_name as "askedByName", r.due_at as "dueAt", r.state, r.reply,
       r.replied_by_name as "repliedByName", r.ended_at as "endedAt"
     from contribution_request r join accounts_office o on o.id = r.office_id
     where r.ticket_id = $1 and exists (select from record_ticket t where t.id = r.ticket_id) order by r.asked_at, r.id`,
    [ticketId],
  )
}

export type IncomingRequest = {
  readonly id: string
  readonly askingOffice: string
  readonly officeName: string
  readonly question: string
  readonly dueAt: Date
  readonly timeZone: string
  readonly isDrafted: boolean
}

const most = 100

/** Open requests to the units of who looks, the nearest due first. */
export async function listIncoming(tx: Tx): Promise<IncomingRequest[]> {
  return tx.named<IncomingRequest>(
    'contribution.incoming',
    `select r.id, r.asking_office as "askingOffice", o.name as "officeName", r.question, r.due_at as "dueAt", o.time_zone as "timeZone",
       r.draft <> '' as "isDrafted"
     from contribution_request r join accounts_office o on o.id = r.office_id
     where r.state = 'open' and r.office_id = any (platform_offices()) order by r.due_at, r.id limit ${most}`,
    [],
  )
}

export async function countIncoming(tx: Tx): Promise<number> {
  const rows = await tx.named<{ count: number }>(
    'contribution.count',
    `select count(*)::int as count from contribution_request where state = 'open' and office_id = any (platform_offices())`,
    [],
  )
  return rows[0]?.count ?? 0
}

export type OwnRequest = {
  readonly id: string
  readonly ticketId: string
  readonly number: string
  readonly officeName: string
  readonly question: string
  readonly dueAt: Date
  readonly timeZone: string
  readonly state: RequestState | 'withdrawn'
}

/** What the officer who looks asked for, open ones first; none of a ticket out of their sight. */
export async function listOwn(tx: Tx): Promise<OwnRequest[]> {
  return tx.named<OwnRequest>(
    'contribution.own',
    `select r.id, r.ticket_id as "ticketId", t.number, o.name as "officeName", r.question, r.due_at as "dueAt", o.time_zone as "timeZone", r.state
     from contribution_request r join record_ticket t on t.id = r.ticket_id join accounts_office o on o.id = r.office_id
     where r.asked_by = platform_actor_id() order by (r.state <> 'open'), r.asked_at desc, r.id desc limit ${most}`,
    [],
  )
}

/** One request as the asked unit sees it: the copy that was shared, and nothing of the ticket. */
export type SharedRequest = IncomingRequest & {
  readonly ticketId: string
  readonly officeId: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly shared: string
  readonly state: RequestState
  readonly draft: string
  readonly reply: string
  readonly repliedByName: string | null
  readonly wasPassed: boolean
}

/** Null when there is none, it was withdrawn, or it is not asked of a unit of who looks: the three look the same. */
export async function loadShared(tx: Tx, id: string): Promise<SharedRequest | null> {
  const rows = await tx.named<SharedRequest>(
    'contribution.shared',
    `select r.id, r.ticket_id as "ticketId", r.office_id as "officeId", r.asking_office as "askingOffice", o.name as "officeName", r.question,
       r.asked_by_name as "askedByName", r.asked_at as "askedAt", r.due_at as "dueAt", o.time_zone as "timeZone", r.shared, r.state,
       r.draft, r.draft <> '' as "isDrafted", r.reply, r.replied_by_name as "repliedByName", r.passed_from is not null as "wasPassed"
     from contribution_request r join accounts_office o on o.id = r.office_id
     where r.id = $1 and r.state <> 'withdrawn' and r.office_id = any (platform_offices())
       and (not r.restricted or r.office_id = any (platform_supervised()))`,
    [id],
  )
  return rows[0] ?? null
}

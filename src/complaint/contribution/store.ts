import type { Tx } from '../../platform/database/index.ts'

export type NewRequest = {
  readonly id: string
  readonly ticketId: string
  readonly officeId: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askingOffice: string
  readonly restricted: boolean
  readonly question: string
  readonly shared: string
  readonly askedAt: Date
  readonly dueAt: Date
  /** Already told of, where it is due within a day of being asked. */
  readonly warnedAt: Date | null
}

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  await tx.named(
    'contribution.ask',
    `insert into contribution_request
       (id, ticket_id, office_id, asked_by, asked_by_name, asking_office, restricted, question, shared, asked_at, due_at, warned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      request.id,
      request.ticketId,
      request.officeId,
      request.askedBy,
      request.askedByName,
      request.askingOffice,
      request.restricted,
      request.question,
      request.shared,
      request.askedAt,
      request.dueAt,
      request.warnedAt,
    ],
  )
}

/** An open request as it is decided on. */
export type OpenRequest = {
  readonly id: string
  readonly ticketId: string
  readonly officeId: string
  readonly passedFrom: string | null
  readonly askedBy: string
  readonly restricted: boolean
  readonly dueAt: Date
  readonly warnedAt: Date | null
}

const columns = `id, ticket_id as "ticketId", office_id as "officeId", passed_from as "passedFrom", asked_by as "askedBy", restricted,
  due_at as "dueAt", warned_at as "warnedAt"`

/** Locked, so that one of two deeds is done; null when it is not open any more. */
export async function lockOpen(tx: Tx, id: string): Promise<OpenRequest | null> {
  const rows = await tx.named<OpenRequest>(
    'contribution.lock',
    `select ${columns} from contribution_request where id = $1 and state = 'open' for update`,
    [id],
  )
  return rows[0] ?? null
}

export async function lockOpenOf(tx: Tx, ticketId: string): Promise<OpenRequest[]> {
  return tx.named<OpenRequest>(
    'contribution.lock_of',
    `select ${columns} from contribution_request where ticket_id = $1 and state = 'open' order by id for update`,
    [ticketId],
  )
}

/** In the text of the statement, so that its plan does not reckon with a tenth of all rows. */
const pageSize = 100

/** One page of what is late or due within a day and not told yet, locked; what another worker holds is passed over. */
export async function lockDue(tx: Tx, now: Date): Promise<OpenRequest[]> {
  return tx.named<OpenRequest>(
    'contribution.due',
    `select ${columns} from contribution_request
     where state = 'open' and late_at is null and due_at <= $1::timestamptz + interval '1 day' and (warned_at is null or due_at <= $1)
     order by due_at, id limit ${pageSize} for update skip locked`,
    [now],
  )
}

export async function saveTold(tx: Tx, id: string, news: 'soon' | 'late', at: Date): Promise<void> {
  await tx.named(
    'contribution.told',
    `update contribution_request set warned_at = coalesce(warned_at, $2), late_at = case when $3 then $2 end where id = $1`,
    [id, at, news === 'late'],
  )
}

export async function saveDraft(tx: Tx, id: string, words: string): Promise<void> {
  await tx.named('contribution.draft', 'update contribution_request set draft = $2 where id = $1', [id, words])
}

export type Ending = { readonly state: 'answered' | 'declined' | 'withdrawn'; readonly reply: string; readonly byName: string | null }

export async function saveEnd(tx: Tx, id: string, { state, reply, byName }: Ending, at: Date): Promise<void> {
  await tx.named(
    'contribution.end',
    `update contribution_request set state = $2, reply = $3, replied_by_name = $4, ended_at = $5, draft = '' where id = $1`,
    [id, state, reply, byName, at],
  )
}

/** What was drafted stays with who drafted it. */
export async function savePass(tx: Tx, id: string, fromId: string, toId: string): Promise<void> {
  await tx.named('contribution.pass', `update contribution_request set office_id = $3, passed_from = $2, draft = '' where id = $1`, [
    id,
    fromId,
    toId,
  ])
}

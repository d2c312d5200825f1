import type { Tx } from '../../platform/database/index.ts'
import { type Channel, type Kind, severities, type TicketClass, type TicketEvent } from './events.ts'
import type { TicketStanding } from './rules/fold.ts'
import type { TicketState } from './rules/states.ts'

/** What a report says, beside its standing. */
export type TicketContent = {
  readonly id: string
  readonly number: string
  readonly codeHash: Buffer
  readonly kind: Kind
  readonly channel: Channel
  readonly language: string
  readonly concernedOfficeId: string | null
  readonly anonymous: boolean
  readonly secret: boolean
  readonly unidentified: boolean
  readonly title: string
  readonly body: string
  readonly wish: string
  readonly happenedOn: string | null
  readonly happenedAt: string
  readonly relation: string | null
  readonly submittedAt: Date
}

export type StoredEvent = {
  readonly id: string
  readonly at: Date
  readonly version: number
  readonly event: TicketEvent
  readonly visible: boolean
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string | null
}

/** The ticket and its first event in one statement. False when the number is taken: the caller draws another. */
export async function insertTicket(tx: Tx, content: TicketContent, standing: TicketStanding, first: StoredEvent): Promise<boolean> {
  const rows = await tx.named<{ id: string }>(
    'record.open',
    `with ticket as (
       insert into record_ticket (id, number, code_hash, kind, category, class, state, channel, language, office_id, concerned_office_id,
         anonymous, secret, unidentified, restricted, title, body, wish, happened_on, happened_at, relation, submitted_at, due_at, owed, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
       on conflict (number) do nothing
       returning id),
     event as (
       insert into record_event (id, at, ticket_id, version, type, visible, actor_kind, actor_id, actor_name, payload)
       select $26, $22, ticket.id, 1, $27, $28, $29, $30, $31, $32 from ticket)
     select id from ticket`,
    [
      content.id,
      content.number,
      content.codeHash,
      content.kind,
      standing.category,
      standing.class,
      standing.state,
      content.channel,
      content.language,
      standing.officeId,
      content.concernedOfficeId,
      content.anonymous,
      content.secret,
      content.unidentified,
      standing.restricted,
      content.title,
      content.body,
      content.wish,
      content.happenedOn,
      content.happenedAt,
      content.relation,
      content.submittedAt,
      standing.dueAt,
      standing.owed,
      1,
      first.id,
      first.event.type,
      first.visible,
      first.actorKind,
      first.actorId,
      first.actorName,
      JSON.stringify(first.event.payload),
    ],
  )
  return rows.length === 1
}

/** The standing as the row has it. */
export type StandingRow = {
  id: string
  number: string
  state: TicketState
  category: string
  class: TicketClass
  office_id: string
  concerned_office_id: string | null
  assignee_id: string | null
  queue_id: string | null
  restricted: boolean
  /** Its place among the severities. */
  severity: number
  due_at: Date
  answered_at: Date | null
  closed_at: Date | null
  outcome: string | null
  resume_state: TicketState | null
  owed: boolean
  version: number
  kind: Kind
  language: string
  anonymous: boolean
  secret: boolean
  unidentified: boolean
  submitted_at: Date
}

/** A ticket to decide on. */
export type LoadedTicket = {
  readonly id: string
  readonly number: string
  readonly kind: Kind
  readonly language: string
  /** The office the report is about; another than the one that handles it where conduct is alleged. */
  readonly concernedOfficeId: string | null
  readonly anonymous: boolean
  readonly secret: boolean
  readonly unidentified: boolean
  readonly submittedAt: Date
  readonly standing: TicketStanding
}

export function toLoaded(row: StandingRow): LoadedTicket {
  const standing: TicketStanding = {
    state: row.state,
    category: row.category,
    class: row.class,
    officeId: row.office_id,
    assigneeId: row.assignee_id,
    queueId: row.queue_id,
    restricted: row.restricted,
    severity: severities[row.severity] ?? 'normal',
    dueAt: row.due_at,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
    resumeState: row.resume_state,
    owed: row.owed,
    version: row.version,
  }
  const { id, number, kind, language, anonymous, secret, unidentified } = row
  return {
    id,
    number,
    kind,
    language,
    concernedOfficeId: row.concerned_office_id,
    anonymous,
    secret,
    unidentified,
    submittedAt: row.submitted_at,
    standing,
  }
}

export const standingColumns = `id, number, state, category, class, office_id, concerned_office_id, assignee_id, queue_id, restricted, severity, due_at, answered_at, closed_at, outcome,
  resume_state, owed, version, kind, language, anonymous, secret, unidentified, submitted_at`

/** The row locked until the transaction ends; null when there is none or the actor may not see it: the two look the same. */
export async function loadForChange(tx: Tx, id: string): Promise<LoadedTicket | null> {
  const rows = await tx.named<StandingRow>(
    'record.load_for_change',
    `select ${standingColumns} from record_ticket where id = $1 for update`,
    [id],
  )
  return rows[0] ? toLoaded(rows[0]) : null
}

/** Locks several tickets, in one order for everybody, so that who changes the same two waits instead of for ever. */
export async function lockTickets(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.named('record.lock_many', 'select from record_ticket where id = any ($1) order by id for update', [ids])
}

export async function loadById(tx: Tx, id: string): Promise<LoadedTicket | null> {
  const rows = await tx.named<StandingRow>('record.load', `select ${standingColumns} from record_ticket where id = $1`, [id])
  return rows[0] ? toLoaded(rows[0]) : null
}

/** The stored events and the row that repeats their sum, in one statement so that both are judged by the same sight. */
export async function saveChange(tx: Tx, ticketId: string, standing: TicketStanding, events: readonly StoredEvent[]): Promise<void> {
  tx.send(
    'record.change',
    `with added as (
       insert into record_event (id, at, ticket_id, version, type, visible, actor_kind, actor_id, actor_name, payload)
       select e.id, e.at, $1, e.version, e.type, e.visible, e.actor_kind, e.actor_id, e.actor_name, e.payload
       from jsonb_to_recordset($2::jsonb) as e(id uuid, at timestamptz, version int, type text, visible boolean, actor_kind text, actor_id uuid, actor_name text, payload jsonb))
     update record_ticket set state = $3, category = $4, class = $5, office_id = $6, assignee_id = $7, restricted = $8, due_at = $9, answered_at = $10,
       closed_at = $11, outcome = $12, resume_state = $13, owed = $14, version = $15, severity = $16, queue_id = $17
     where id = $1`,
    [
      ticketId,
      JSON.stringify(
        events.map((stored) => ({
          id: stored.id,
          at: stored.at,
          version: stored.version,
          type: stored.event.type,
          visible: stored.visible,
          actor_kind: stored.actorKind,
          actor_id: stored.actorId,
          actor_name: stored.actorName,
          payload: stored.event.payload,
        })),
      ),
      standing.state,
      standing.category,
      standing.class,
      standing.officeId,
      standing.assigneeId,
      standing.restricted,
      standing.dueAt,
      standing.answeredAt,
      standing.closedAt,
      standing.outcome,
      standing.resumeState,
      standing.owed,
      standing.version,
      severities.indexOf(standing.severity),
      standing.queueId,
    ],
  )
}

export async function replaceCodeHash(tx: Tx, ticketId: string, codeHash: Buffer): Promise<void> {
  await tx.query('update record_ticket set code_hash = $2 where id = $1', [ticketId, codeHash])
}

export type NewFile = {
  readonly id: string
  readonly ticketId: string
  readonly messageId: string | null
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: Buffer
  readonly storeKey: string
  readonly at: Date
}

export async function insertFiles(tx: Tx, files: readonly NewFile[]): Promise<void> {
  for (const file of files) {
    tx.send(
      'record.add_file',
      'insert into record_file (id, ticket_id, message_id, name, type, size, sha256, store_key, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [file.id, file.ticketId, file.messageId, file.name, file.type, file.size, file.sha256, file.storeKey, file.at],
    )
  }
}

export type CopiedFiles = {
  readonly fromId: string
  readonly toId: string
  readonly files: readonly { readonly id: string; readonly newId: string }[]
}

/** Files of one ticket beside another one as well: the same stored bytes under a line of its own, as if it had come with it. */
export async function copyFiles(tx: Tx, { fromId, toId, files }: CopiedFiles): Promise<void> {
  if (files.length === 0) return
  await tx.named(
    'record.copy_files',
    `insert into record_file (id, ticket_id, message_id, name, type, size, sha256, store_key, at)
     select copy.new_id, $2, null, f.name, f.type, f.size, f.sha256, f.store_key, f.at
     from unnest($3::uuid[], $4::uuid[]) as copy(id, new_id) join record_file f on f.id = copy.id and f.ticket_id = $1`,
    [fromId, toId, files.map(({ id }) => id), files.map(({ newId }) => newId)],
  )
}

/** Which of these keys of the file store belong to a ticket. */
export async function loadKnownFileKeys(tx: Tx, keys: readonly string[]): Promise<string[]> {
  const rows = await tx.named<{ store_key: string }>('record.file_keys', 'select store_key from record_file where store_key = any ($1)', [
    keys,
  ])
  return rows.map(({ store_key }) => store_key)
}

export async function makePartitionsAhead(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `select record_make_partition(month::date)
     from generate_series(date_trunc('month', $1::timestamptz), date_trunc('month', $1::timestamptz) + interval '3 months', interval '1 month') month`,
    [now],
  )
}

/** Makes one line a unit of the sums of what is over. */
export async function sumClosed(tx: Tx): Promise<void> {
  await tx.query('select record_sum_closed()')
}

/** What can be asked about a ticket by its number alone, for the service's own decisions. */
export type NumberedTicket = {
  readonly id: string
  readonly state: TicketState
  readonly language: string
  readonly unidentified: boolean
  readonly codeHash: Buffer
}

export async function loadByNumber(tx: Tx, number: string): Promise<NumberedTicket | null> {
  const rows = await tx.named<NumberedTicket>(
    'record.by_number',
    'select id, state, language, unidentified, code_hash as "codeHash" from record_ticket where number = $1',
    [number],
  )
  return rows[0] ?? null
}

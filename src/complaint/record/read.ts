import type { Tx } from '../../platform/database/index.ts'
import type { Channel, Kind, TicketEvent } from './events.ts'

/** What a report says and how it is classed, as its own page shows it. `code_hash` and the search words never leave the table. */
export type TicketText = {
  readonly id: string
  readonly number: string
  readonly kind: Kind
  readonly category: string
  readonly channel: Channel
  readonly concernedOfficeId: string | null
  readonly title: string
  readonly body: string
  readonly wish: string
  /** `YYYY-MM-DD`. */
  readonly happenedOn: string | null
  readonly happenedAt: string
  /** null: about the person who reports. */
  readonly relation: string | null
}

/** Null when there is no such ticket or the actor may not see it. */
export async function loadText(tx: Tx, ticketId: string): Promise<TicketText | null> {
  const rows = await tx.named<TicketText>(
    'record.text',
    `select id, number, kind, category, channel, concerned_office_id as "concernedOfficeId", title, body, wish,
       to_char(happened_on, 'YYYY-MM-DD') as "happenedOn", happened_at as "happenedAt", relation
     from record_ticket where id = $1`,
    [ticketId],
  )
  return rows[0] ?? null
}

/** One line of a ticket's history. Row-level security leaves a keyholder the visible ones only. */
export type HistoryLine = {
  readonly id: string
  readonly at: Date
  readonly version: number
  readonly event: TicketEvent
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string | null
}

type HistoryRow = Omit<HistoryLine, 'event'> & { readonly type: string; readonly payload: unknown }

/** The history in its order, oldest first. */
export async function loadHistory(tx: Tx, ticketId: string): Promise<HistoryLine[]> {
  const rows = await tx.named<HistoryRow>(
    'record.history',
    `select id, at, version, type, payload, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName"
     from record_event where ticket_id = $1 order by version`,
    [ticketId],
  )
  // Only this program writes events, each by its type.
  return rows.map(({ type, payload, ...line }) => ({ ...line, event: { type, payload } as TicketEvent }))
}

export type FileFacts = {
  readonly id: string
  /** null: came with the report itself. */
  readonly messageId: string | null
  readonly name: string
  readonly type: string
  readonly size: number
  readonly at: Date
}

/** The files of a ticket, oldest first. */
export async function loadFiles(tx: Tx, ticketId: string): Promise<FileFacts[]> {
  return tx.named<FileFacts>(
    'record.files',
    'select id, message_id as "messageId", name, type, size, at from record_file where ticket_id = $1 order by at, id',
    [ticketId],
  )
}

/** Where one file of this very ticket is kept; null for a file of another ticket, whoever asks. */
export async function loadStoredFile(
  tx: Tx,
  ticketId: string,
  fileId: string,
): Promise<(FileFacts & { readonly storeKey: string }) | null> {
  const rows = await tx.named<FileFacts & { storeKey: string }>(
    'record.stored_file',
    'select id, message_id as "messageId", name, type, size, at, store_key as "storeKey" from record_file where ticket_id = $1 and id = $2',
    [ticketId, fileId],
  )
  return rows[0] ?? null
}

import type { Tx } from '../../../platform/database/index.ts'
import type { TicketEvent } from '../events.ts'
import type { FileFacts, HistoryLine, TicketText } from '../read.ts'
import { type LoadedTicket, type StandingRow, standingColumns, toLoaded } from '../store.ts'

/** Everything the record holds of one ticket; `categoryName` is null where the category is gone. */
export type Dossier = {
  readonly ticket: LoadedTicket
  readonly text: TicketText
  readonly categoryName: { readonly id: string; readonly en: string } | null
  readonly history: readonly HistoryLine[]
  readonly files: readonly FileFacts[]
}

type AsJson<T extends { readonly at: Date }> = Omit<T, 'at'> & { readonly at: string }
type EventRow = AsJson<Omit<HistoryLine, 'event'>> & { readonly type: string; readonly payload: unknown }
type Row = StandingRow &
  Omit<TicketText, 'id' | 'number' | 'kind' | 'category' | 'concernedOfficeId'> & {
    readonly categoryName: Dossier['categoryName']
    readonly history: readonly EventRow[]
    readonly files: readonly AsJson<FileFacts>[]
  }

function toText(row: Row): TicketText {
  const { id, number, kind, category, channel, title, body, wish, happenedOn, happenedAt, relation } = row
  return {
    id,
    number,
    kind,
    category,
    channel,
    concernedOfficeId: row.concerned_office_id,
    title,
    body,
    wish,
    happenedOn,
    happenedAt,
    relation,
  }
}

/**
 * A whole ticket in one statement, for the page of the person who brought it, which is opened more often than any other.
 * Null when there is no such ticket or the actor may not see it. No event is older than its report, which spares the partitions before it.
 */
export async function loadDossier(tx: Tx, ticketId: string): Promise<Dossier | null> {
  const rows = await tx.named<Row>(
    'record.dossier',
    `select ${standingColumns}, channel, title, body, wish, to_char(happened_on, 'YYYY-MM-DD') as "happenedOn", happened_at as "happenedAt", relation,
       (select json_build_object('id', c.name_id, 'en', c.name_en) from record_category c where c.code = t.category) as "categoryName",
       (select coalesce(json_agg(json_build_object('id', e.id, 'at', e.at, 'version', e.version, 'type', e.type, 'payload', e.payload,
          'actorKind', e.actor_kind, 'actorId', e.actor_id, 'actorName', e.actor_name) order by e.version), '[]')
        from record_event e where e.ticket_id = t.id and e.at >= t.submitted_at) as history,
       (select coalesce(json_agg(json_build_object('id', f.id, 'messageId', f.message_id, 'name', f.name, 'type', f.type, 'size', f.size, 'at', f.at)
          order by f.at, f.id), '[]')
        from record_file f where f.ticket_id = t.id) as files
     from record_ticket t where id = $1`,
    [ticketId],
  )
  const row = rows[0]
  if (!row) return null
  return {
    ticket: toLoaded(row),
    text: toText(row),
    categoryName: row.categoryName,
    // Only this program writes events, each by its type.
    history: row.history.map(({ type, payload, at, ...line }) => ({ ...line, at: new Date(at), event: { type, payload } as TicketEvent })),
    files: row.files.map(({ at, ...file }) => ({ ...file, at: new Date(at) })),
  }
}

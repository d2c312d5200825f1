import type { Tx } from '../../../platform/database/index.ts'

type Page = { readonly pageId: string; readonly ticketId: string; readonly officerId: string; readonly at: Date }

/** The page is open, or still is. */
export async function keepPresence(tx: Tx, { pageId, ticketId, officerId, at }: Page): Promise<void> {
  tx.send(
    'casework.keep_presence',
    `insert into casework_presence (page_id, ticket_id, officer_id, seen_at) values ($1, $2, $3, $4)
     on conflict (page_id) do update set seen_at = $4`,
    [pageId, ticketId, officerId, at],
  )
}

export async function noteWriting(tx: Tx, ticketId: string, officerId: string, until: Date): Promise<void> {
  tx.send('casework.note_writing', 'update casework_presence set writing_until = $3 where ticket_id = $1 and officer_id = $2', [
    ticketId,
    officerId,
    until,
  ])
}

/** The page is gone, and with it what a process that died left of others. */
export async function endPresence(tx: Tx, pageId: string, oldest: Date): Promise<void> {
  tx.send('casework.end_presence', 'delete from casework_presence where page_id = $1 or seen_at < $2', [pageId, oldest])
}

export type Present = { readonly name: string; readonly writing: boolean }

/** The colleagues who have the ticket open, each once, by name. */
export function loadPresent(
  tx: Tx,
  ticketId: string,
  { exceptId, now, since }: { readonly exceptId: string | null; readonly now: Date; readonly since: Date },
): Promise<readonly Present[]> {
  return tx.named<Present>(
    'casework.present',
    `select o.name, bool_or(coalesce(p.writing_until > $3, false)) as writing
     from casework_presence p join accounts_officer o on o.id = p.officer_id
     where p.ticket_id = $1 and p.officer_id is distinct from $2 and p.seen_at >= $4 group by o.id, o.name order by o.name, o.id`,
    [ticketId, exceptId, now, since],
  )
}

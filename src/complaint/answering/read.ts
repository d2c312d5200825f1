import type { Tx } from '../../platform/database/index.ts'
import type { Outcome } from '../record/events.ts'
import type { CheckedAnswer, ReturnReason } from './rules.ts'
import type { DraftParts } from './store.ts'

export type Draft = DraftParts & { readonly savedAt: Date }

/** The officer's own unsent answer; row-level security shows nobody else's. */
export async function loadDraft(tx: Tx, ticketId: string, officerId: string): Promise<Draft | null> {
  const rows = await tx.named<Draft>(
    'answering.draft',
    `select saved_at as "savedAt", finding, action, remedy, next_step as "nextStep", outcome
     from answering_draft where ticket_id = $1 and officer_id = $2`,
    [ticketId, officerId],
  )
  return rows[0] ?? null
}

export type Opinion = {
  readonly officerId: string
  readonly officerName: string
  readonly verdict: 'approved' | 'returned'
  readonly reason: ReturnReason | null
  readonly words: string
  readonly sha256: string
}

/** An answer that waits for others, or went back to its author. Hashes are hexadecimal. */
export type Check = CheckedAnswer & {
  readonly id: string
  readonly officeId: string
  readonly authorId: string
  readonly authorName: string
  readonly askedAt: Date
  readonly version: number
  readonly sha256: string
  readonly needed: number
  readonly state: 'open' | 'returned' | 'replaced' | 'sent'
  readonly opinions: readonly Opinion[]
}

/** The latest check of a ticket with what was said about it; what came before it counts no more. */
export async function loadLatestCheck(tx: Tx, ticketId: string): Promise<Check | null> {
  const rows = await tx.named<Check>(
    'answering.check',
    `select c.id, c.ticket_id as "ticketId", c.office_id as "officeId", c.author_id as "authorId", c.author_name as "authorName",
       c.asked_at as "askedAt", c.version, c.finding, c.action, c.remedy, c.next_step as "nextStep", c.outcome, c.language,
       encode(c.sha256, 'hex') as sha256, c.needed, c.state,
       coalesce((select jsonb_agg(jsonb_build_object('officerId', o.officer_id, 'officerName', o.officer_name, 'verdict', o.verdict,
         'reason', o.reason, 'words', o.words, 'sha256', encode(o.sha256, 'hex')) order by o.at)
         from answering_opinion o where o.check_id = c.id), '[]') as opinions
     from answering_check c where c.ticket_id = $1 order by c.version desc limit 1`,
    [ticketId],
  )
  return rows[0] ?? null
}

/** One line of what waits for a check. */
export type WaitingLine = {
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly dueAt: Date
  readonly officeId: string
  readonly authorName: string
  readonly askedAt: Date
  readonly outcome: Outcome
  readonly needed: number
  readonly approved: number
}

/** What waits for this officer: of the units in which they check, not their own, and not said anything about yet. */
const waiting = `answering_check c join record_ticket t on t.id = c.ticket_id
  where c.state = 'open' and c.office_id = any ($1::uuid[]) and t.office_id = c.office_id and t.owed and c.author_id <> $2
    and not exists (select from answering_opinion o where o.check_id = c.id and o.officer_id = $2)`

/** The nearest due first. */
export async function listWaiting(tx: Tx, offices: readonly string[], officerId: string, most: number): Promise<WaitingLine[]> {
  return tx.named<WaitingLine>(
    'answering.waiting',
    `select c.ticket_id as "ticketId", t.number, t.title, t.due_at as "dueAt", t.office_id as "officeId", c.author_name as "authorName",
       c.asked_at as "askedAt", c.outcome, c.needed,
       (select count(*)::int from answering_opinion o where o.check_id = c.id and o.verdict = 'approved') as approved
     from ${waiting} order by t.due_at, c.id limit $3`,
    [offices, officerId, most],
  )
}

export async function countWaiting(tx: Tx, offices: readonly string[], officerId: string): Promise<number> {
  const rows = await tx.named<{ count: number }>('answering.count_waiting', `select count(*)::int as count from ${waiting}`, [
    offices,
    officerId,
  ])
  return rows[0]?.count ?? 0
}

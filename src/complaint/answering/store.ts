import type { Tx } from '../../platform/database/index.ts'
import type { CheckedAnswer, ReturnReason } from './rules.ts'

/** An answer as far as it is written: nothing in it is missing yet. */
export type DraftParts = {
  readonly finding: string
  readonly action: string
  readonly remedy: string
  readonly nextStep: string
  readonly outcome: string
}

export async function saveDraft(tx: Tx, place: { ticketId: string; officerId: string; at: Date }, parts: DraftParts): Promise<void> {
  tx.send(
    'answering.save_draft',
    `insert into answering_draft (ticket_id, officer_id, saved_at, finding, action, remedy, next_step, outcome)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (ticket_id, officer_id) do update set saved_at = excluded.saved_at, finding = excluded.finding,
       action = excluded.action, remedy = excluded.remedy, next_step = excluded.next_step, outcome = excluded.outcome`,
    [place.ticketId, place.officerId, place.at, parts.finding, parts.action, parts.remedy, parts.nextStep, parts.outcome],
  )
}

export async function deleteDraft(tx: Tx, ticketId: string, officerId: string): Promise<void> {
  tx.send('answering.delete_draft', 'delete from answering_draft where ticket_id = $1 and officer_id = $2', [ticketId, officerId])
}

export type NewCheck = CheckedAnswer & {
  readonly id: string
  readonly officeId: string
  readonly authorId: string
  readonly authorName: string
  readonly askedAt: Date
  readonly version: number
  readonly sha256: Buffer
  readonly needed: number
}

export async function insertCheck(tx: Tx, check: NewCheck): Promise<void> {
  tx.send(
    'answering.ask_check',
    `insert into answering_check (id, ticket_id, office_id, author_id, author_name, asked_at, version, finding, action, remedy, next_step,
       outcome, language, sha256, needed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      check.id,
      check.ticketId,
      check.officeId,
      check.authorId,
      check.authorName,
      check.askedAt,
      check.version,
      check.finding,
      check.action,
      check.remedy,
      check.nextStep,
      check.outcome,
      check.language,
      check.sha256,
      check.needed,
    ],
  )
}

/** Ends the waiting of a ticket's check, if one waits. */
export async function settleCheck(tx: Tx, ticketId: string, state: 'returned' | 'replaced' | 'sent'): Promise<void> {
  tx.send('answering.settle_check', `update answering_check set state = $2 where ticket_id = $1 and state = 'open'`, [ticketId, state])
}

export type NewOpinion = {
  readonly checkId: string
  readonly officerId: string
  readonly officerName: string
  readonly at: Date
  readonly verdict: 'approved' | 'returned'
  readonly reason: ReturnReason | null
  readonly words: string
  readonly sha256: Buffer
}

export async function insertOpinion(tx: Tx, opinion: NewOpinion): Promise<void> {
  tx.send(
    'answering.give_opinion',
    `insert into answering_opinion (check_id, officer_id, officer_name, at, verdict, reason, words, sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [opinion.checkId, opinion.officerId, opinion.officerName, opinion.at, opinion.verdict, opinion.reason, opinion.words, opinion.sha256],
  )
}

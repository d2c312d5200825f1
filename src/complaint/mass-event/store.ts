import type { Tx } from '../../platform/database/index.ts'
import type { ReturnReason, TextParts, TextState } from './rules.ts'

export type NewEvent = {
  readonly id: string
  readonly officeId: string
  readonly title: string
  readonly words: string
  readonly at: Date
  readonly officer: { readonly id: string; readonly name: string }
}

export async function insertEvent(tx: Tx, { id, officeId, title, words, at, officer }: NewEvent): Promise<void> {
  await tx.named(
    'mass_event.open',
    `insert into mass_event (id, office_id, title, words, opened_at, opened_by, opened_by_name) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, officeId, title, words, at, officer.id, officer.name],
  )
}

export type EventState = 'open' | 'answered' | 'closed'
export type LockedEvent = { readonly id: string; readonly officeId: string; readonly state: EventState }

/** Held, so that nothing is attached to what is being closed. Null when there is none for the actor. */
export async function lockEvent(tx: Tx, id: string): Promise<LockedEvent | null> {
  const rows = await tx.named<LockedEvent>(
    'mass_event.lock',
    'select id, office_id as "officeId", state from mass_event where id = $1 for update',
    [id],
  )
  return rows[0] ?? null
}

/** An answer went out; a closed one stays closed. */
export async function saveAnswered(tx: Tx, id: string): Promise<void> {
  await tx.named('mass_event.answered', `update mass_event set state = 'answered' where id = $1 and state = 'open'`, [id])
}

export async function saveClosed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.named('mass_event.close', `update mass_event set state = 'closed', closed_at = $2 where id = $1 and state <> 'closed'`, [id, at])
}

export async function saveRest(tx: Tx, id: string, language: string | null): Promise<void> {
  await tx.named('mass_event.rest', 'update mass_event set rest_language = $2 where id = $1', [id, language])
}

type NewAttachment = {
  readonly id: string
  readonly eventId: string
  readonly ticketId: string
  readonly at: Date
  readonly officerId: string
}

export async function insertAttachment(tx: Tx, { id, eventId, ticketId, at, officerId }: NewAttachment): Promise<void> {
  await tx.named(
    'mass_event.attach',
    'insert into mass_event_ticket (id, event_id, ticket_id, joined_at, joined_by) values ($1, $2, $3, $4, $5)',
    [id, eventId, ticketId, at, officerId],
  )
}

export type LeaveReason = 'detached' | 'other_unit' | 'restricted' | 'grave' | 'not_in_hand' | 'kept'

/** False when the ticket waits in it no more: whoever comes second does nothing. */
export async function saveLeft(
  tx: Tx,
  place: { readonly eventId: string; readonly ticketId: string },
  because: LeaveReason,
  at: Date,
): Promise<boolean> {
  const rows = await tx.named(
    'mass_event.leave',
    `update mass_event_ticket set state = 'left', because = $3, ended_at = $4
     where event_id = $1 and ticket_id = $2 and state = 'waiting' returning id`,
    [place.eventId, place.ticketId, because, at],
  )
  return rows.length > 0
}

/** False when the ticket waits in it no more: it is answered once. */
export async function saveTicketAnswered(
  tx: Tx,
  place: { readonly eventId: string; readonly ticketId: string },
  textId: string,
  at: Date,
): Promise<boolean> {
  const rows = await tx.named(
    'mass_event.answer',
    `update mass_event_ticket set state = 'answered', text_id = $3, ended_at = $4
     where event_id = $1 and ticket_id = $2 and state = 'waiting' returning id`,
    [place.eventId, place.ticketId, textId, at],
  )
  return rows.length > 0
}

/** In which event the ticket waits, with the unit of that one; null when in none. */
export async function loadWaitingIn(tx: Tx, ticketId: string): Promise<{ readonly eventId: string; readonly officeId: string } | null> {
  const rows = await tx.named<{ eventId: string; officeId: string }>(
    'mass_event.waiting_in',
    `select e.id as "eventId", e.office_id as "officeId" from mass_event_ticket a join mass_event e on e.id = a.event_id
     where a.ticket_id = $1 and a.state = 'waiting'`,
    [ticketId],
  )
  return rows[0] ?? null
}

export type Text = TextParts & {
  readonly id: string
  readonly eventId: string
  readonly language: string
  readonly state: TextState
  readonly authorId: string
  readonly authorName: string
  readonly writers: readonly string[]
  readonly writtenAt: Date
  /** Hexadecimal; null of a draft. */
  readonly sha256: string | null
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  readonly reason: ReturnReason | null
  readonly decidedWords: string
}

/** All texts that count, of every language: at most two of one, what is approved and what is on its way. */
export async function loadTexts(tx: Tx, eventId: string): Promise<Text[]> {
  return tx.named<Text>(
    'mass_event.texts',
    `select id, event_id as "eventId", language, state, author_id as "authorId", author_name as "authorName", writers,
       written_at as "writtenAt", finding, action, remedy, next_step as "nextStep", outcome, encode(sha256, 'hex') as sha256,
       decided_by as "decidedBy", decided_by_name as "decidedByName", decided_at as "decidedAt", reason, decided_words as "decidedWords"
     from mass_event_text where event_id = $1 and state <> 'replaced' order by language, state`,
    [eventId],
  )
}

export type NewText = TextParts & {
  readonly id: string
  readonly eventId: string
  readonly language: string
  readonly officer: { readonly id: string; readonly name: string }
  readonly writers: readonly string[]
  readonly at: Date
  /** Null: a draft. */
  readonly sha256: Buffer | null
}

export async function insertText(tx: Tx, text: NewText): Promise<void> {
  await tx.named(
    'mass_event.write',
    `insert into mass_event_text (id, event_id, language, author_id, author_name, writers, written_at, finding, action, remedy, next_step,
       outcome, sha256, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, case when $13::bytea is null then 'draft' else 'proposed' end)`,
    [
      text.id,
      text.eventId,
      text.language,
      text.officer.id,
      text.officer.name,
      text.writers,
      text.at,
      text.finding,
      text.action,
      text.remedy,
      text.nextStep,
      text.outcome,
      text.sha256,
    ],
  )
}

/** Another text takes its place. */
export async function replaceText(tx: Tx, id: string): Promise<void> {
  await tx.named('mass_event.replace', `update mass_event_text set state = 'replaced' where id = $1`, [id])
}

export type Decision = {
  readonly state: 'approved' | 'returned'
  readonly officer: { readonly id: string; readonly name: string }
  readonly at: Date
  readonly reason: ReturnReason | null
  readonly words: string
}

/** False where it was decided, or changed, first. */
export async function saveDecision(tx: Tx, id: string, { state, officer, at, reason, words }: Decision): Promise<boolean> {
  const rows = await tx.named(
    'mass_event.decide',
    `update mass_event_text set state = $2, decided_by = $3, decided_by_name = $4, decided_at = $5, reason = $6, decided_words = $7
     where id = $1 and state = 'proposed' returning id`,
    [id, state, officer.id, officer.name, at, reason, words],
  )
  return rows.length > 0
}

import type { Tx } from '../../platform/database/index.ts'
import type { AnswerParts } from './rules.ts'

/** One turn as stored. Officers' names are not for the complainant: `loadThread` of actions.ts leaves them out. */
export type MessageRow = {
  readonly id: string
  readonly at: Date
  readonly author: 'complainant' | 'officer'
  readonly officerId: string | null
  readonly officerName: string | null
  readonly kind: 'message' | 'question' | 'answer'
  readonly body: string
  /** The parts of an answer; null for everything else. */
  readonly answer: AnswerParts | null
  readonly language: string
}

type Row = Omit<MessageRow, 'author' | 'answer'> & {
  readonly authorKind: 'keyholder' | 'officer'
  readonly finding: string | null
  readonly action: string | null
  readonly remedy: string | null
  readonly nextStep: string | null
}

function toMessage({ authorKind, finding, action, remedy, nextStep, ...row }: Row): MessageRow {
  const answer =
    row.kind === 'answer' ? { finding: finding ?? '', action: action ?? '', remedy: remedy ?? '', nextStep: nextStep ?? '' } : null
  return { ...row, author: authorKind === 'keyholder' ? 'complainant' : 'officer', answer }
}

/** All messages of a ticket, oldest first. */
export async function readMessages(tx: Tx, ticketId: string): Promise<MessageRow[]> {
  const rows = await tx.named<Row>(
    'conversation.messages',
    `select id, at, author_kind as "authorKind", author_id as "officerId", author_name as "officerName", kind, body, finding, action, remedy,
       next_step as "nextStep", language
     from conversation_message where ticket_id = $1 order by at, id`,
    [ticketId],
  )
  return rows.map(toMessage)
}

export type Note = {
  readonly id: string
  readonly at: Date
  readonly officerId: string
  readonly officerName: string
  readonly body: string
}

/** Internal notes, oldest first. The database shows a keyholder none, whatever is asked. */
export async function readNotes(tx: Tx, ticketId: string): Promise<Note[]> {
  return tx.named<Note>(
    'conversation.notes',
    `select id, at, officer_id as "officerId", officer_name as "officerName", body from conversation_note where ticket_id = $1 order by at, id`,
    [ticketId],
  )
}

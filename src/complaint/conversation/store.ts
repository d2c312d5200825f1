import type { Tx } from '../../platform/database/index.ts'
import type { AnswerParts } from './rules.ts'

export type NewMessage = {
  readonly id: string
  readonly ticketId: string
  readonly at: Date
  readonly authorKind: 'keyholder' | 'officer'
  readonly authorId: string | null
  readonly authorName: string | null
  readonly kind: 'message' | 'question' | 'answer'
  readonly body: string
  readonly answer: AnswerParts | null
  readonly language: string
}

export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  const { answer } = message
  tx.send(
    'conversation.add_message',
    `insert into conversation_message (id, ticket_id, at, author_kind, author_id, author_name, kind, body, finding, action, remedy, next_step, language)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      message.id,
      message.ticketId,
      message.at,
      message.authorKind,
      message.authorId,
      message.authorName,
      message.kind,
      message.body,
      answer?.finding ?? null,
      answer?.action ?? null,
      answer?.remedy ?? null,
      answer?.nextStep ?? null,
      message.language,
    ],
  )
}

export type NewNote = {
  readonly id: string
  readonly ticketId: string
  readonly at: Date
  readonly officerId: string
  readonly officerName: string
  readonly body: string
}

export async function insertNote(tx: Tx, note: NewNote): Promise<void> {
  tx.send(
    'conversation.add_note',
    'insert into conversation_note (id, ticket_id, at, officer_id, officer_name, body) values ($1, $2, $3, $4, $5, $6)',
    [note.id, note.ticketId, note.at, note.officerId, note.officerName, note.body],
  )
}

export async function hasMessage(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.named('conversation.has_message', 'select from conversation_message where id = $1', [id])
  return rows.length > 0
}

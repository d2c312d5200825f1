import type { Tx } from '../../platform/database/index.ts'
import type { Letter, LetterLanguage, LetterText, MailState } from './rules.ts'

export type NewMail = {
  readonly id: string
  readonly cause: string
  readonly ticketId: string | null
  readonly letter: Letter
  readonly language: LetterLanguage
  readonly sealed: Buffer
  readonly createdAt: Date
}

/** False when this cause has its mail already. */
export async function insertMail(tx: Tx, mail: NewMail): Promise<boolean> {
  const rows = await tx.named<{ id: string }>(
    'notification.add_mail',
    `insert into notification_mail (id, cause, ticket_id, template, language, sealed, state, created_at)
     values ($1, $2, $3, $4, $5, $6, 'queued', $7) on conflict (cause) do nothing returning id`,
    [mail.id, mail.cause, mail.ticketId, mail.letter, mail.language, mail.sealed, mail.createdAt],
  )
  return rows.length === 1
}

export type WaitingMail = { readonly sealed: Buffer; readonly language: LetterLanguage; readonly attempts: number }

/** A mail that has still to go, held until the transaction ends: a second process waits here, and then finds it gone. */
export async function lockWaitingMail(tx: Tx, id: string): Promise<WaitingMail | null> {
  const rows = await tx.named<WaitingMail & { state: MailState }>(
    'notification.lock_mail',
    'select sealed, language, attempts, state from notification_mail where id = $1 for update',
    [id],
  )
  const mail = rows[0]
  return mail?.state === 'queued' ? mail : null
}

export type Settlement = {
  readonly state: MailState
  readonly attempts: number
  readonly problem: string | null
  readonly sentAt: Date | null
}

/** What became of an attempt. Address and words are forgotten as soon as nobody needs them any more: after sending, and when it is given up. */
export async function settleMail(tx: Tx, id: string, settlement: Settlement): Promise<void> {
  await tx.named(
    'notification.settle_mail',
    `update notification_mail set state = $2, attempts = $3, last_problem = $4, sent_at = $5,
       sealed = case when $2 in ('sent', 'failed') then null else sealed end
     where id = $1`,
    [id, settlement.state, settlement.attempts, settlement.problem, settlement.sentAt],
  )
}

/** The administrator's own text of a letter; null while there is none. */
export async function loadOwnText(tx: Tx, letter: Letter, language: LetterLanguage): Promise<LetterText | null> {
  const rows = await tx.named<LetterText>(
    'notification.text',
    'select subject, body from notification_text where name = $1 and language = $2',
    [letter, language],
  )
  return rows[0] ?? null
}

export type NewText = LetterText & {
  readonly letter: Letter
  readonly language: LetterLanguage
  readonly changedAt: Date
  readonly changedBy: string | null
}

export async function saveText(tx: Tx, text: NewText): Promise<void> {
  await tx.query(
    `insert into notification_text (name, language, subject, body, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (name, language) do update set subject = excluded.subject, body = excluded.body,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [text.letter, text.language, text.subject, text.body, text.changedAt, text.changedBy],
  )
}

/** True when there was a text of one's own to put aside. */
export async function deleteText(tx: Tx, letter: Letter, language: LetterLanguage): Promise<boolean> {
  const { count } = await tx.query('delete from notification_text where name = $1 and language = $2', [letter, language])
  return count > 0
}

import type { Tx } from '../../platform/database/index.ts'
import type { Letter, LetterLanguage, MailState } from './rules.ts'

/** One mail about a ticket, without address and words. */
export type Delivery = {
  readonly id: string
  readonly letter: Letter
  readonly language: LetterLanguage
  readonly state: MailState
  readonly attempts: number
  /** Code of the last problem, `smtp_451` or a network code; `readProblem` puts it into words. */
  readonly problem: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
}

/** Mails to the complainant of a ticket, newest first; row-level security shows none of a ticket that the actor may not see. */
export async function listDeliveries(tx: Tx, ticketId: string): Promise<Delivery[]> {
  return tx.named<Delivery>(
    'notification.deliveries',
    `select id, template as letter, language, state, attempts, last_problem as problem, created_at as "createdAt", sent_at as "sentAt"
     from notification_mail where ticket_id = $1 and template not in ('attempt', 'mention', 'contribution', 'share') order by created_at desc, id desc`,
    [ticketId],
  )
}

export type SealedMail = {
  readonly id: string
  readonly letter: Letter
  readonly language: LetterLanguage
  readonly sealed: Buffer
  readonly createdAt: Date
}

const sealedColumns = 'id, template as letter, language, sealed, created_at as "createdAt"'

/** Where a page of the outbox begins: behind this mail. */
export type OutboxKey = { readonly at: Date; readonly id: string }

/** One page of the outbox, newest first, and one more to know whether there is a next page. None about a ticket that is kept from the reader. */
export async function listOutbox(tx: Tx, reader: string | null, after: OutboxKey | null, size: number): Promise<SealedMail[]> {
  return tx.named<SealedMail>(
    'notification.outbox',
    `select ${sealedColumns} from notification_mail
     where state = 'outbox' and ($1::timestamptz is null or (created_at, id) < ($1, $2::uuid))
       and (ticket_id is null or $4::uuid is null or not conduct_excludes(ticket_id, $4))
     order by created_at desc, id desc limit $3`,
    [after?.at ?? null, after?.id ?? null, size + 1, reader],
  )
}

export async function findInOutbox(tx: Tx, reader: string | null, id: string): Promise<SealedMail | null> {
  const rows = await tx.named<SealedMail>(
    'notification.outbox_mail',
    `select ${sealedColumns} from notification_mail where state = 'outbox' and id = $1
       and (ticket_id is null or $2::uuid is null or not conduct_excludes(ticket_id, $2))`,
    [id, reader],
  )
  return rows[0] ?? null
}

export type ChangedText = { readonly letter: Letter; readonly language: LetterLanguage; readonly changedAt: Date }

/** Which letters have a text of the administrator's own. */
export async function listChangedTexts(tx: Tx): Promise<ChangedText[]> {
  return tx.named<ChangedText>('notification.texts', 'select name as letter, language, changed_at as "changedAt" from notification_text')
}

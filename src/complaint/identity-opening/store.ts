import type { Tx } from '../../platform/database/index.ts'
import type { IdentityReason } from '../record/events.ts'
import type { OpeningState } from './rules.ts'

export type NewOpening = {
  readonly id: string
  readonly ticketId: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly reason: IdentityReason
  readonly words: string
  readonly byCompliance: boolean
}

export async function insertOpening(tx: Tx, opening: NewOpening): Promise<void> {
  const { id, ticketId, askedBy, askedByName, askedAt, reason, words, byCompliance } = opening
  await tx.named(
    'identity-opening.ask',
    `insert into identity_opening (id, ticket_id, asked_by, asked_by_name, asked_at, reason, words, by_compliance)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, ticketId, askedBy, askedByName, askedAt, reason, words, byCompliance],
  )
}

export type LockedOpening = {
  readonly id: string
  readonly askedBy: string
  readonly state: OpeningState
  readonly byCompliance: boolean
  readonly expiresAt: Date | null
}

/** Locked, so that one of two deeds is done; null where there is none of this ticket. */
export async function lockOpening(tx: Tx, ticketId: string, id: string): Promise<LockedOpening | null> {
  const rows = await tx.named<LockedOpening>(
    'identity-opening.lock',
    `select id, asked_by as "askedBy", state, by_compliance as "byCompliance", expires_at as "expiresAt" from identity_opening
     where id = $2 and ticket_id = $1 for update`,
    [ticketId, id],
  )
  return rows[0] ?? null
}

export type Decision = {
  readonly verdict: 'approved' | 'refused'
  readonly by: string
  readonly byName: string
  readonly words: string
  readonly at: Date
  readonly expiresAt: Date | null
}

export async function saveDecision(tx: Tx, id: string, { verdict, by, byName, words, at, expiresAt }: Decision): Promise<void> {
  await tx.named(
    'identity-opening.decide',
    `update identity_opening set state = $2, decided_by = $3, decided_by_name = $4, decided_words = $5, decided_at = $6, expires_at = $7
     where id = $1`,
    [id, verdict, by, byName, words, at, expiresAt],
  )
}

export async function saveEnd(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.named('identity-opening.end', `update identity_opening set state = 'ended', ended_at = $2 where id = $1`, [id, at])
}

/** Whether it was the first time. */
export async function saveFirstLook(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.named(
    'identity-opening.first_look',
    'update identity_opening set opened_at = $2 where id = $1 and opened_at is null returning id',
    [id, at],
  )
  return rows.length > 0
}

/** Names the opening that this transaction makes use of; null: none any more. The database judges it again. */
export async function useOpening(tx: Tx, id: string | null): Promise<void> {
  await tx.named('identity-opening.use', `select set_config('tanggap.opening', $1, true)`, [id ?? ''])
}

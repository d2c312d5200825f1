import type { Tx } from '../../platform/database/index.ts'
import type { IdentityReason } from '../record/events.ts'
import type { OpeningState } from './rules.ts'

/** What was asked for and decided, without anything of the identity. */
export type Opening = {
  readonly id: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly reason: IdentityReason
  readonly words: string
  readonly byCompliance: boolean
  readonly state: OpeningState
  readonly decidedByName: string | null
  readonly decidedWords: string
  readonly decidedAt: Date | null
  readonly expiresAt: Date | null
  readonly openedAt: Date | null
}

/** All of one ticket that who looks may know of, the newest first. */
export async function listOpeningsOf(tx: Tx, ticketId: string): Promise<Opening[]> {
  return tx.named<Opening>(
    'identity-opening.of_ticket',
    `select id, asked_by as "askedBy", asked_by_name as "askedByName", asked_at as "askedAt", reason, words, by_compliance as "byCompliance", state,
       decided_by_name as "decidedByName", decided_words as "decidedWords", decided_at as "decidedAt", expires_at as "expiresAt",
       opened_at as "openedAt"
     from identity_opening where ticket_id = $1 order by asked_at desc, id desc`,
    [ticketId],
  )
}

/** Whether the ticket is kept from anybody, so that compliance alone asks and decides. The caller has seen the ticket. */
export async function loadShielded(tx: Tx, ticketId: string): Promise<boolean> {
  const rows = await tx.named<{ shielded: boolean }>('identity-opening.shielded', 'select identity_opening_shielded($1) as shielded', [
    ticketId,
  ])
  return rows[0]?.shielded ?? true
}

export type WaitingOpening = {
  readonly id: string
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly officeId: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly reason: IdentityReason
}

const most = 100

/** What waits for a decision of who looks, the oldest first. `shieldedOffices`: where they decide on reports about staff too. */
export async function listWaitingOpenings(
  tx: Tx,
  { offices, shieldedOffices }: { readonly offices: readonly string[]; readonly shieldedOffices: readonly string[] },
): Promise<WaitingOpening[]> {
  return tx.named<WaitingOpening>(
    'identity-opening.waiting',
    `select o.id, o.ticket_id as "ticketId", t.number, t.title, t.office_id as "officeId", o.asked_by_name as "askedByName",
       o.asked_at as "askedAt", o.reason
     from identity_opening o join record_ticket t on t.id = o.ticket_id
     where o.state = 'asked' and o.asked_by <> platform_actor_id() and t.owed
       and t.office_id = any (case when identity_opening_shielded(t.id) then $2::uuid[] else $1::uuid[] end)
     order by o.asked_at, o.id limit ${most}`,
    [offices, shieldedOffices],
  )
}

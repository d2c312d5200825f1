import type { Tx } from '../../platform/database/index.ts'
import type { ConsentVerdict } from '../record/events.ts'
import type { HopReason, HopState, LegalBasis, Share } from './rules.ts'

/** A body outside this service to which reports may belong. */
export type Body = {
  readonly id: string
  /** Of those that come with the program. */
  readonly code: string | null
  readonly nameId: string
  readonly nameEn: string
  readonly handlesId: string
  readonly handlesEn: string
  readonly contact: string
  readonly source: string
  readonly active: boolean
}

export type ShippedBody = Body & { readonly code: string }

/** Under this name a process remembers the bodies; who changes one forgets it. */
const bodiesName = 'scope.bodies'

export async function installBodies(tx: Tx, bodies: readonly ShippedBody[], now: Date): Promise<void> {
  for (const body of bodies)
    await tx.named(
      'scope.install_body',
      `insert into scope_body (id, code, name_id, name_en, handles_id, handles_en, contact, source, active, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (code) do nothing`,
      [body.id, body.code, body.nameId, body.nameEn, body.handlesId, body.handlesEn, body.contact, body.source, body.active, now],
    )
  tx.forget(bodiesName)
}

/** All bodies, those in use first. */
export function loadBodies(tx: Tx): Promise<readonly Body[]> {
  return tx.recall(bodiesName, () =>
    tx.named<Body>(
      bodiesName,
      `select id, code, name_id as "nameId", name_en as "nameEn", handles_id as "handlesId", handles_en as "handlesEn", contact, source, active
       from scope_body order by active desc, name_id, id`,
    ),
  )
}

export async function saveBody(tx: Tx, body: Body, by: { readonly at: Date; readonly officerId: string | null }): Promise<void> {
  await tx.query(
    `insert into scope_body (id, name_id, name_en, handles_id, handles_en, contact, source, active, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (id) do update set name_id = excluded.name_id, name_en = excluded.name_en, handles_id = excluded.handles_id,
       handles_en = excluded.handles_en, contact = excluded.contact, source = excluded.source, active = excluded.active,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [body.id, body.nameId, body.nameEn, body.handlesId, body.handlesEn, body.contact, body.source, body.active, by.at, by.officerId],
  )
  tx.forget(bodiesName)
}

/** One hand-over of a report to a body, from the proposal on. */
export type Hop = {
  readonly id: string
  readonly ticketId: string
  readonly bodyId: string
  readonly state: HopState
  readonly reason: HopReason
  readonly words: string
  readonly message: string
  readonly shares: readonly Share[]
  readonly basis: LegalBasis | null
  readonly basisWords: string | null
  readonly proposedAt: Date
  readonly proposedBy: string
  readonly proposedName: string
  readonly verdict: ConsentVerdict | null
  readonly decidedAt: Date | null
  readonly sentAt: Date | null
  readonly acknowledgeBy: Date | null
  readonly reference: string
  readonly receiver: string
  /** `YYYY-MM-DD`. */
  readonly acknowledgedOn: string | null
  readonly acknowledgedAt: Date | null
  readonly returnedAt: Date | null
  readonly returnWords: string
}

/** The hand-overs of a ticket, the latest first. */
export async function loadHops(tx: Tx, ticketId: string): Promise<Hop[]> {
  return tx.named<Hop>(
    'scope.hops',
    `select id, ticket_id as "ticketId", body_id as "bodyId", state, reason, words, message, shares, basis, basis_words as "basisWords",
       proposed_at as "proposedAt", proposed_by as "proposedBy", proposed_name as "proposedName", verdict, decided_at as "decidedAt",
       sent_at as "sentAt", acknowledge_by as "acknowledgeBy", reference, receiver, acknowledged_on::text as "acknowledgedOn", acknowledged_at as "acknowledgedAt",
       returned_at as "returnedAt", return_words as "returnWords"
     from scope_hop where ticket_id = $1 order by proposed_at desc, id desc`,
    [ticketId],
  )
}

export type NewHop = Pick<
  Hop,
  | 'id'
  | 'ticketId'
  | 'bodyId'
  | 'state'
  | 'reason'
  | 'words'
  | 'message'
  | 'shares'
  | 'basis'
  | 'basisWords'
  | 'proposedBy'
  | 'proposedName'
>

export async function insertHop(tx: Tx, hop: NewHop, at: Date): Promise<void> {
  await tx.query(
    `insert into scope_hop (id, ticket_id, body_id, state, reason, words, message, shares, basis, basis_words, proposed_at, proposed_by, proposed_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      hop.id,
      hop.ticketId,
      hop.bodyId,
      hop.state,
      hop.reason,
      hop.words,
      hop.message,
      hop.shares,
      hop.basis,
      hop.basisWords,
      at,
      hop.proposedBy,
      hop.proposedName,
    ],
  )
}

type Move = { readonly id: string; readonly state: HopState; readonly at: Date }

export async function saveVerdict(tx: Tx, { id, state, at, verdict }: Move & { readonly verdict: ConsentVerdict }): Promise<void> {
  await tx.query('update scope_hop set state = $2, verdict = $3, decided_at = $4 where id = $1', [id, state, verdict, at])
}

export async function saveSent(
  tx: Tx,
  { id, at, reference, acknowledgeBy }: Omit<Move, 'state'> & { readonly reference: string; readonly acknowledgeBy: Date | null },
): Promise<void> {
  await tx.query(`update scope_hop set state = 'sent', sent_at = $2, reference = $3, acknowledge_by = $4 where id = $1`, [
    id,
    at,
    reference,
    acknowledgeBy,
  ])
}

export type Acknowledgement = { readonly receiver: string; readonly reference: string; readonly on: string }

export async function saveAcknowledged(tx: Tx, id: string, { receiver, reference, on }: Acknowledgement, at: Date): Promise<void> {
  await tx.query(
    `update scope_hop set state = 'acknowledged', receiver = $2, reference = case when $3 = '' then reference else $3 end,
       acknowledged_on = $4, acknowledged_at = $5 where id = $1`,
    [id, receiver, reference, on, at],
  )
}

export async function saveReturned(tx: Tx, { id, at, words }: Omit<Move, 'state'> & { readonly words: string }): Promise<void> {
  await tx.query(`update scope_hop set state = 'returned', returned_at = $2, return_words = $3 where id = $1`, [id, at, words])
}

export async function saveCancelled(tx: Tx, id: string): Promise<void> {
  await tx.query(`update scope_hop set state = 'cancelled' where id = $1`, [id])
}

import type { Tx } from '../../platform/database/index.ts'
import type { Circle } from './rules.ts'

export type NewSubject = {
  readonly id: string
  readonly ticketId: string
  readonly officerId: string | null
  readonly officeId: string | null
  readonly sealed: Buffer | null
  readonly at: Date
  /** null: by the complainant. */
  readonly namedBy: string | null
}

export function insertSubject(tx: Tx, subject: NewSubject): void {
  tx.send(
    'conduct.add_subject',
    'insert into conduct_subject (id, ticket_id, officer_id, office_id, sealed, named_at, named_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [subject.id, subject.ticketId, subject.officerId, subject.officeId, subject.sealed, subject.at, subject.namedBy],
  )
}

export type NamedBefore = { readonly officerId: string | null; readonly officeId: string | null }

/** Which relations are kept away with a person named, and how many days after their end; null: not at all. */
export type Relations = { readonly levels: number; readonly approverDays: number | null; readonly trainingDays: number | null }

/** The relations in force. */
export async function loadRelations(tx: Tx): Promise<Relations> {
  const rows = await tx.named<Relations>(
    'conduct.relations',
    `select levels, approver_days as "approverDays", training_days as "trainingDays" from conduct_relations order by version desc limit 1`,
  )
  if (rows[0] === undefined) throw new Error('no relations of the shield are in force')
  return rows[0]
}

/** Who checked answers of these authors since then. Told to the service alone. */
export async function loadApprovers(tx: Tx, authorIds: readonly string[], since: Date): Promise<string[]> {
  const rows = await tx.named<{ id: string }>('conduct.approvers', 'select conduct_approvers($1, $2) as id', [authorIds, since])
  return rows.map(({ id }) => id)
}

/** Officers and units that were named about this ticket before. */
export async function loadNamed(tx: Tx, ticketId: string): Promise<NamedBefore[]> {
  return tx.named<NamedBefore>(
    'conduct.named',
    'select officer_id as "officerId", office_id as "officeId" from conduct_subject where ticket_id = $1',
    [ticketId],
  )
}

/** Keeps the ticket from a circle; who was kept away before stays so. */
export async function insertCircle(tx: Tx, ticketId: string, circle: Circle, at: Date): Promise<void> {
  await Promise.all([
    tx.named(
      'conduct.keep_officers',
      `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since)
       select $1, o.id, o.reason, $4 from unnest($2::uuid[], $3::text[]) as o(id, reason) on conflict do nothing`,
      [ticketId, circle.officers.map(({ officerId }) => officerId), circle.officers.map(({ reason }) => reason), at],
    ),
    tx.named(
      'conduct.keep_units',
      `insert into conduct_excluded_unit (ticket_id, office_id, reason, since)
       select $1, u.id, u.reason, $4 from unnest($2::uuid[], $3::text[]) as u(id, reason) on conflict do nothing`,
      [ticketId, circle.units.map(({ officeId }) => officeId), circle.units.map(({ reason }) => reason), at],
    ),
  ])
}

/** Keeps the ticket from the unit that its category complains of. */
export function insertByCategory(tx: Tx, ticketId: string, officeId: string, at: Date): void {
  tx.send(
    'conduct.keep_by_category',
    `insert into conduct_excluded_unit (ticket_id, office_id, reason, since) values ($1, $2, 'category', $3) on conflict do nothing`,
    [ticketId, officeId, at],
  )
}

/** What was kept by category alone is kept no more. */
export async function deleteByCategory(tx: Tx, ticketId: string): Promise<void> {
  await tx.named('conduct.lower', `delete from conduct_excluded_unit where ticket_id = $1 and reason = 'category'`, [ticketId])
}

/** Who is kept from one ticket is kept from another as well, whatever happened to their roles since. */
export async function copyExcluded(tx: Tx, fromId: string, toId: string, at: Date): Promise<void> {
  await tx.named(
    'conduct.copy_officers',
    `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since)
     select $2, officer_id, reason, $3 from conduct_excluded_officer where ticket_id = $1 on conflict do nothing`,
    [fromId, toId, at],
  )
  await tx.named(
    'conduct.copy_units',
    `insert into conduct_excluded_unit (ticket_id, office_id, reason, since)
     select $2, office_id, reason, $3 from conduct_excluded_unit where ticket_id = $1 on conflict do nothing`,
    [fromId, toId, at],
  )
}

/** Those of these tickets about which somebody was named, or from which a unit is kept away. Only the service itself is told of every ticket. */
export async function listShielded(tx: Tx, ticketIds: readonly string[]): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'conduct.shielded_among',
    `select ticket_id as id from conduct_subject where ticket_id = any ($1)
     union select ticket_id from conduct_excluded_unit where ticket_id = any ($1)`,
    [ticketIds],
  )
  return rows.map(({ id }) => id)
}

/** Whether a ticket is kept from an officer, by their own name or by a unit they belong to now. */
export async function isKeptFrom(tx: Tx, ticketId: string, officerId: string): Promise<boolean> {
  const rows = await tx.named<{ kept: boolean }>('conduct.is_kept', 'select conduct_excludes($1, $2) as kept', [ticketId, officerId])
  return rows[0]?.kept === true
}

/** Who of these officers a ticket is kept from. */
export async function findKeptAmong(tx: Tx, ticketId: string, officerIds: readonly string[]): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'conduct.kept_among',
    'select officer.id from unnest($2::uuid[]) as officer(id) where conduct_excludes($1, officer.id)',
    [ticketId, officerIds],
  )
  return rows.map(({ id }) => id)
}

/** Units that may not get the ticket. Only the service itself is told all of them. */
export async function loadKeptUnits(tx: Tx, ticketId: string): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'conduct.kept_units',
    `select distinct office_id as id from conduct_excluded_unit where ticket_id = $1 and reason <> 'superior'`,
    [ticketId],
  )
  return rows.map(({ id }) => id)
}

export async function loadCircleUnits(tx: Tx, ticketId: string): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'conduct.circle_units',
    'select distinct office_id as id from conduct_excluded_unit where ticket_id = $1',
    [ticketId],
  )
  return rows.map(({ id }) => id)
}

export type AttemptWay = 'address' | 'number'

export async function insertAttempt(
  tx: Tx,
  attempt: { readonly id: string; readonly ticketId: string; readonly officerId: string; readonly way: AttemptWay; readonly at: Date },
): Promise<void> {
  await tx.named('conduct.add_attempt', 'insert into conduct_attempt (id, ticket_id, officer_id, way, at) values ($1, $2, $3, $4, $5)', [
    attempt.id,
    attempt.ticketId,
    attempt.officerId,
    attempt.way,
    attempt.at,
  ])
}

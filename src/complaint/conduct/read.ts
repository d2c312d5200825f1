import type { Tx } from '../../platform/database/index.ts'
import type { ExclusionReason } from './rules.ts'
import type { AttemptWay } from './store.ts'

export type ShieldCounts = {
  readonly subjects: number
  readonly excluded: number
  readonly attempts: number
  readonly lastAttempt: Date | null
}

export async function countShield(tx: Tx, ticketId: string): Promise<ShieldCounts> {
  const rows = await tx.named<ShieldCounts>(
    'conduct.counts',
    `select (select count(*)::int from conduct_subject where ticket_id = $1) as subjects,
       (select count(*)::int from conduct_excluded_officer where ticket_id = $1) as excluded,
       (select count(*)::int from conduct_attempt where ticket_id = $1) as attempts,
       (select max(at) from conduct_attempt where ticket_id = $1) as "lastAttempt"`,
    [ticketId],
  )
  return rows[0] ?? { subjects: 0, excluded: 0, attempts: 0, lastAttempt: null }
}

export type SubjectLine = {
  readonly id: string
  readonly officerId: string | null
  readonly officeId: string | null
  readonly sealed: Buffer | null
  readonly at: Date
  readonly namedBy: string | null
}
export type ExcludedLine = { readonly id: string; readonly reason: ExclusionReason | 'category' }
export type AttemptLine = { readonly id: string; readonly officerId: string; readonly way: AttemptWay; readonly at: Date }

export type Shield = {
  readonly subjects: readonly SubjectLine[]
  readonly officers: readonly ExcludedLine[]
  readonly units: readonly ExcludedLine[]
  /** The last fifty. */
  readonly attempts: readonly AttemptLine[]
}

/** All about the shield of one ticket; empty for who may not know it. */
export async function loadShield(tx: Tx, ticketId: string): Promise<Shield> {
  const [subjects, officers, units, attempts] = await Promise.all([
    tx.named<SubjectLine>(
      'conduct.subjects',
      `select id, officer_id as "officerId", office_id as "officeId", sealed, named_at as at, named_by as "namedBy"
       from conduct_subject where ticket_id = $1 order by named_at, id`,
      [ticketId],
    ),
    tx.named<ExcludedLine>('conduct.officers', 'select officer_id as id, reason from conduct_excluded_officer where ticket_id = $1', [
      ticketId,
    ]),
    tx.named<ExcludedLine>('conduct.units', 'select office_id as id, reason from conduct_excluded_unit where ticket_id = $1', [ticketId]),
    tx.named<AttemptLine>(
      'conduct.attempts',
      'select id, officer_id as "officerId", way, at from conduct_attempt where ticket_id = $1 order by at desc limit 50',
      [ticketId],
    ),
  ])
  return { subjects, officers, units, attempts }
}

import type { Tx } from '../../platform/database/index.ts'
import type { Milestone } from './rules.ts'

/** A warning as whoever was told of it sees it. */
export type WarningLine = {
  readonly id: string
  readonly ticketId: string
  readonly ruleId: string
  readonly milestone: Milestone
  readonly dueAt: Date
  readonly at: Date
  readonly officeId: string
  readonly acknowledgedAt: Date | null
  readonly acknowledgedBy: string | null
  readonly number: string
  readonly fromOfficeId: string
  /** Whether this officer sees the ticket; a unit above is told of tickets that it does not see. */
  readonly visible: boolean
}

export type WarningPlace = { readonly at: Date; readonly id: string }

/** What an officer was told, the latest first: what is still owed, or everything. */
export async function loadWarnings(
  tx: Tx,
  officerId: string,
  { open, after, most }: { readonly open: boolean; readonly after: WarningPlace | null; readonly most: number },
): Promise<WarningLine[]> {
  return tx.named<WarningLine>(
    'deadlines.warnings',
    `select w.id, w.ticket_id as "ticketId", w.rule_id as "ruleId", w.milestone, w.due_at as "dueAt", n.at, w.office_id as "officeId",
       w.acknowledged_at as "acknowledgedAt", o.name as "acknowledgedBy", w.number, w.from_office_id as "fromOfficeId", t.id is not null as visible
     from deadlines_notice n join deadlines_warning w on w.id = n.warning_id
     left join record_ticket t on t.id = w.ticket_id
     left join accounts_officer o on o.id = w.acknowledged_by
     where n.officer_id = $1
       and (not $2 or (w.acknowledged_at is null and (t.id is null or t.owed)))
       and ($3::timestamptz is null or (n.at, w.id) < ($3, $4::uuid))
     order by n.at desc, w.id desc limit $5`,
    [officerId, open, after?.at ?? null, after?.id ?? null, most],
  )
}

export async function loadWarning(
  tx: Tx,
  id: string,
): Promise<Pick<WarningLine, 'id' | 'ticketId' | 'ruleId' | 'milestone' | 'officeId' | 'fromOfficeId'> | null> {
  const rows = await tx.named<WarningLine>(
    'deadlines.warning',
    'select id, ticket_id as "ticketId", rule_id as "ruleId", milestone, office_id as "officeId", from_office_id as "fromOfficeId" from deadlines_warning where id = $1',
    [id],
  )
  return rows[0] ?? null
}

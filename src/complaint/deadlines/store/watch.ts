import type { Tx } from '../../../platform/database/index.ts'
import type { TicketEventType } from '../../record/events.ts'
import type { TicketState } from '../../record/rules.ts'
import type { DeadlineUnit, Milestone } from '../rules.ts'

/** A running clock whose moment has come, with what has to be known of its ticket. */
export type DueWatch = {
  readonly ticketId: string
  readonly ruleId: string
  readonly unit: DeadlineUnit
  readonly startedAt: Date
  readonly dueAt: Date | null
  readonly plannedAt: Date | null
  readonly pausable: boolean
  /** null: it has changed since it was looked at and has to be planned. */
  readonly milestone: string | null
  readonly state: TicketState
  readonly officeId: string
  readonly assigneeId: string | null
  readonly restricted: boolean
  readonly number: string
  /** An open pause of the ticket. */
  readonly waits: boolean
}

/**
 * How many clocks, or pauses, one transaction looks at. It stands in the text of the statement: given as a value, PostgreSQL's plan for any value
 * reckons with a tenth of all rows and sorts them all for each page, which at a hundred thousand tickets made a page take a second and more.
 */
const pageSize = 200

/**
 * One page of the clocks to look at, the longest waiting first, locked together with their tickets until the transaction ends. What somebody else
 * holds is passed over and comes up again: two workers never look at the same clock, and nobody waits for anybody.
 */
export async function lockDueWatches(tx: Tx, now: Date): Promise<DueWatch[]> {
  return tx.named<DueWatch>(
    'deadlines.watch_due',
    `select c.ticket_id as "ticketId", c.rule_id as "ruleId", c.unit, c.started_at as "startedAt", c.due_at as "dueAt", c.planned_at as "plannedAt",
       c.pausable, c.next_milestone as milestone, t.state, t.office_id as "officeId", t.assignee_id as "assigneeId", t.restricted, t.number,
       exists (select from deadlines_pause p where p.ticket_id = c.ticket_id and p.until_at is null) as waits
     from deadlines_clock c join record_ticket t on t.id = c.ticket_id
     where c.next_at <= $1 and c.stopped_at is null
     order by c.next_at, c.ticket_id limit ${pageSize}
     for no key update of c, t skip locked`,
    [now],
  )
}

/** What happened to these tickets so far, in its order. */
export async function loadHappened(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly type: TicketEventType; readonly at: Date }[]>> {
  const rows = await tx.named<{ ticketId: string; type: TicketEventType; at: Date }>(
    'deadlines.happened',
    'select ticket_id as "ticketId", type, at from record_event where ticket_id = any ($1) order by ticket_id, version',
    [ticketIds],
  )
  return Map.groupBy(rows, ({ ticketId }) => ticketId)
}

export type WatchChange = Pick<DueWatch, 'ticketId' | 'ruleId' | 'startedAt' | 'plannedAt'> & {
  readonly next: { readonly milestone: string | null; readonly at: Date } | null
}

export async function saveWatches(tx: Tx, changes: readonly WatchChange[]): Promise<void> {
  if (changes.length === 0) return
  await tx.named(
    'deadlines.save_watches',
    `update deadlines_clock c set next_milestone = d.milestone, next_at = d.at
     from jsonb_to_recordset($1::jsonb) as d(ticket_id uuid, rule_id text, started_at timestamptz, planned_at timestamptz, milestone text, at timestamptz)
     where c.ticket_id = d.ticket_id and c.rule_id = d.rule_id and c.started_at = d.started_at and c.planned_at is not distinct from d.planned_at`,
    [
      JSON.stringify(
        changes.map(({ ticketId, ruleId, startedAt, plannedAt, next }) => ({
          ticket_id: ticketId,
          rule_id: ruleId,
          started_at: startedAt,
          planned_at: plannedAt,
          milestone: next?.milestone ?? null,
          at: next?.at ?? null,
        })),
      ),
    ],
  )
}

/** The running clocks of a ticket changed: the watch plans them anew. */
export function askForPlan(tx: Tx, ticketId: string, now: Date): void {
  tx.send(
    'deadlines.ask_for_plan',
    'update deadlines_clock set next_milestone = null, next_at = $2 where ticket_id = $1 and stopped_at is null',
    [ticketId, now],
  )
}

export type NewWarning = {
  readonly id: string
  readonly ticketId: string
  readonly number: string
  readonly fromOfficeId: string
  readonly ruleId: string
  readonly milestone: Milestone
  readonly dueAt: Date
  readonly officeId: string
  readonly at: Date
  readonly officerIds: readonly string[]
}

/** Who was told: nobody from whom the ticket is kept. Null when it was told before: the same milestone of the same promise is told once. */
export async function insertWarning(tx: Tx, warning: NewWarning): Promise<readonly string[] | null> {
  const rows = await tx.named<{ officers: string[] }>(
    'deadlines.warn',
    `with warning as (
       insert into deadlines_warning (id, ticket_id, rule_id, milestone, due_at, office_id, at, number, from_office_id)
       values ($1, $2, $3, $4, $5, $6, $7, $9, $10)
       on conflict do nothing returning id),
     told as (
       insert into deadlines_notice (warning_id, officer_id, at) select warning.id, officer, $7 from warning, unnest($8::uuid[]) officer where not conduct_excludes($2, officer)
       returning officer_id)
     select array(select officer_id from told) as officers from warning`,
    [
      warning.id,
      warning.ticketId,
      warning.ruleId,
      warning.milestone,
      warning.dueAt,
      warning.officeId,
      warning.at,
      warning.officerIds,
      warning.number,
      warning.fromOfficeId,
    ],
  )
  return rows[0]?.officers ?? null
}

/** One page of the open pauses that have lasted as long as they may, the longest first. */
export async function listEndedPauses(tx: Tx, now: Date): Promise<{ readonly ticketId: string }[]> {
  return tx.named<{ ticketId: string }>(
    'deadlines.ended_pauses',
    `select ticket_id as "ticketId" from deadlines_pause where until_at is null and latest_at <= $1 order by latest_at, id limit ${pageSize}`,
    [now],
  )
}

/** Somebody of the unit that was told has taken note; false when somebody had already. */
export async function saveAcknowledgement(tx: Tx, warningId: string, officerId: string, at: Date): Promise<boolean> {
  const rows = await tx.named(
    'deadlines.acknowledge',
    'update deadlines_warning set acknowledged_at = $3, acknowledged_by = $2 where id = $1 and acknowledged_at is null returning id',
    [warningId, officerId, at],
  )
  return rows.length === 1
}

/** The next level of a clock is told no earlier than `at`. */
export async function delayLevels(tx: Tx, ticketId: string, ruleId: string, at: Date): Promise<void> {
  await tx.query(
    `update deadlines_clock set next_at = greatest(next_at, $3)
     where ticket_id = $1 and rule_id = $2 and stopped_at is null and next_milestone in ('regional', 'directorate')`,
    [ticketId, ruleId, at],
  )
}

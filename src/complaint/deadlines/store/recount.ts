import type { Tx } from '../../../platform/database/index.ts'
import type { DeadlineUnit } from '../rules.ts'

/** Running clocks of open tickets of one unit that count the same days: they move together. */
export type ClockGroup = {
  readonly officeId: string
  readonly ruleId: string
  readonly amount: number
  readonly unit: DeadlineUnit
  /** The day of the start at the unit. */
  readonly startDay: string
  readonly plannedAt: Date | null
  readonly tickets: number
}

const clocks = 'deadlines_clock c join record_ticket t on t.id = c.ticket_id join accounts_office o on o.id = t.office_id'
const counting = "t.owed and c.stopped_at is null and c.unit = 'wd'"
const startDay = '(c.started_at at time zone o.time_zone)::date'

/** Every group of clocks that counts working days; `officeIds` null: of all units. */
export async function loadClockGroups(tx: Tx, officeIds: readonly string[] | null): Promise<ClockGroup[]> {
  return tx.named<ClockGroup>(
    'deadlines.groups',
    `select t.office_id as "officeId", c.rule_id as "ruleId", c.amount, c.unit, ${startDay}::text as "startDay", c.planned_at as "plannedAt",
       count(*)::int as tickets
     from ${clocks} where ${counting} and ($1::uuid[] is null or t.office_id = any ($1))
     group by 1, 2, 3, 4, 5, 6`,
    [officeIds],
  )
}

export type GroupMove = Pick<ClockGroup, 'officeId' | 'ruleId' | 'amount' | 'startDay' | 'plannedAt'> & {
  readonly dueOn: string | null
  readonly dueAt: Date | null
}

const given = `moves as (
       select * from jsonb_to_recordset($1::jsonb) as m(office_id uuid, rule_id text, amount int, start_day date, planned_at timestamptz, due_on date, due_at timestamptz))`
const belonging = `join moves m on m.office_id = t.office_id
       where ${counting} and m.rule_id = c.rule_id and m.amount = c.amount and m.start_day = ${startDay} and m.planned_at is not distinct from c.planned_at`

function giveMoves(moves: readonly GroupMove[]): string {
  return JSON.stringify(
    moves.map((move) => ({
      office_id: move.officeId,
      rule_id: move.ruleId,
      amount: move.amount,
      start_day: move.startDay,
      planned_at: move.plannedAt,
      due_on: move.dueOn,
      due_at: move.dueAt,
    })),
  )
}

/** The tickets whose clocks are in these groups. */
export async function listGroupTickets(tx: Tx, moves: readonly GroupMove[]): Promise<readonly string[]> {
  const rows = await tx.named<{ id: string }>('deadlines.group_tickets', `with ${given} select distinct t.id from ${clocks} ${belonging}`, [
    giveMoves(moves),
  ])
  return rows.map(({ id }) => id)
}

/**
 * Moves the planned due times of whole groups, and of clocks without pause or extension what holds as well. Gives the tickets touched, and whether
 * something stood still or was promised anew for them: those are reckoned one by one.
 */
export async function moveGroups(
  tx: Tx,
  moves: readonly GroupMove[],
  now: Date,
): Promise<readonly { readonly ticketId: string; readonly officeId: string; readonly single: boolean }[]> {
  return tx.named(
    'deadlines.move_groups',
    `with ${given},
     hit as (
       select c.ticket_id, c.rule_id, c.started_at, c.planned_at, t.office_id, m.due_on, m.due_at,
         c.extended_to is not null or (c.pausable and exists (select from deadlines_pause p where p.ticket_id = c.ticket_id)) as single
       from ${clocks} ${belonging}),
     moved as (
       update deadlines_clock c set planned_on = hit.due_on, planned_at = hit.due_at,
         due_on = case when hit.single then c.due_on else hit.due_on end, due_at = case when hit.single then c.due_at else hit.due_at end,
         next_milestone = null, next_at = $2
       from hit where c.ticket_id = hit.ticket_id and c.rule_id = hit.rule_id and c.started_at = hit.started_at
         and c.planned_at is not distinct from hit.planned_at and c.stopped_at is null)
     select ticket_id as "ticketId", office_id as "officeId", bool_or(single) as single from hit group by 1, 2`,
    [giveMoves(moves), now],
  )
}

/** The earliest due time of the clocks that bind the answer, for each of these tickets. */
export async function loadBindingDues(
  tx: Tx,
  ticketIds: readonly string[],
  answerRules: readonly string[],
): Promise<{ readonly ticketId: string; readonly dueAt: Date }[]> {
  return tx.named(
    'deadlines.binding',
    `select ticket_id as "ticketId", min(due_at) as "dueAt" from deadlines_clock
     where ticket_id = any ($1) and stopped_at is null and rule_id = any ($2) and due_at is not null group by 1`,
    [ticketIds, answerRules],
  )
}

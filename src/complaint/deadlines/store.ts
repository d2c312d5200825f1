import type { Tx } from '../../platform/database/index.ts'
import type { Clock, DeadlineUnit, Pause, WatchStep } from './rules.ts'

/** `next` undefined: the watch plans it. */
export type NewClock = Clock & { readonly next?: WatchStep['next'] }

/** A clock that is there already, stopped, runs on: back in its old class a ticket has its old promise. */
export async function insertClocks(tx: Tx, ticketId: string, clocks: readonly NewClock[]): Promise<void> {
  tx.send(
    'deadlines.insert',
    `insert into deadlines_clock (ticket_id, rule_id, rule_version, law, unit, amount, started_at, due_on, due_at, planned_on, planned_at, pausable,
       next_milestone, next_at)
     select $1, c.rule_id, c.rule_version, c.law, c.unit, c.amount, c.started_at, c.due_on, c.due_at, c.due_on, c.due_at, c.pausable,
       c.next_milestone, c.next_at
     from jsonb_to_recordset($2::jsonb) as c(rule_id text, rule_version int, law text, unit text, amount int, started_at timestamptz, due_on date,
       due_at timestamptz, pausable boolean, next_milestone text, next_at timestamptz)
     on conflict (ticket_id, rule_id, started_at, planned_at) do update set stopped_at = null, next_milestone = excluded.next_milestone,
       next_at = excluded.next_at`,
    [
      ticketId,
      JSON.stringify(
        clocks.map((clock) => ({
          rule_id: clock.ruleId,
          rule_version: clock.ruleVersion,
          law: clock.law,
          unit: clock.unit,
          amount: clock.amount,
          started_at: clock.startedAt,
          due_on: clock.dueOn,
          due_at: clock.dueAt,
          pausable: clock.pausable,
          next_milestone: clock.next?.milestone ?? null,
          next_at: clock.next === undefined ? clock.startedAt : (clock.next?.at ?? null),
        })),
      ),
    ],
  )
}

/** Stopped clocks stay in the table: the history of what was promised is not rewritten. `ruleIds` null: all of the ticket. */
export async function stopClocks(tx: Tx, ticketId: string, at: Date, ruleIds: readonly string[] | null = null): Promise<void> {
  const stop = 'update deadlines_clock set stopped_at = $2 where ticket_id = $1 and stopped_at is null'
  if (ruleIds === null) tx.send('deadlines.stop_all', stop, [ticketId, at])
  else tx.send('deadlines.stop', `${stop} and rule_id = any ($3::text[])`, [ticketId, at, ruleIds])
}

/** `plannedAt` is the due time without pauses and extensions, `dueAt` the one that holds; null where the calendar does not know the year. */
export type StoredClock = {
  readonly ruleId: string
  readonly ruleVersion: number
  readonly law: string
  readonly unit: DeadlineUnit
  readonly amount: number
  readonly startedAt: Date
  readonly dueAt: Date | null
  readonly plannedAt: Date | null
  readonly pausable: boolean
  readonly extendedFrom: Date | null
  readonly extendedTo: Date | null
  readonly stoppedAt: Date | null
}

export async function loadClocks(tx: Tx, ticketId: string): Promise<StoredClock[]> {
  return tx.named<StoredClock>(
    'deadlines.clocks',
    `select rule_id as "ruleId", rule_version as "ruleVersion", law, unit, amount, started_at as "startedAt", due_at as "dueAt", planned_at as "plannedAt", pausable,
       extended_from as "extendedFrom", extended_to as "extendedTo", stopped_at as "stoppedAt"
     from deadlines_clock where ticket_id = $1 order by stopped_at nulls first, due_at, rule_id`,
    [ticketId],
  )
}

export type DueChange = Pick<StoredClock, 'ruleId' | 'startedAt' | 'plannedAt'> & {
  readonly dueOn: string | null
  readonly dueAt: Date | null
}

export async function saveDue(tx: Tx, ticketId: string, changes: readonly DueChange[]): Promise<void> {
  if (changes.length === 0) return
  tx.send(
    'deadlines.save_due',
    `update deadlines_clock c set due_on = d.due_on, due_at = d.due_at
     from jsonb_to_recordset($2::jsonb) as d(rule_id text, started_at timestamptz, planned_at timestamptz, due_on date, due_at timestamptz)
     where c.ticket_id = $1 and c.rule_id = d.rule_id and c.started_at = d.started_at and c.planned_at is not distinct from d.planned_at`,
    [
      ticketId,
      JSON.stringify(
        changes.map(({ ruleId, startedAt, plannedAt, dueOn, dueAt }) => ({
          rule_id: ruleId,
          started_at: startedAt,
          planned_at: plannedAt,
          due_on: dueOn,
          due_at: dueAt,
        })),
      ),
    ],
  )
}

/** The running clocks of these rules are promised anew, from `at` on, for `to`. */
export async function saveExtension(tx: Tx, ticketId: string, ruleIds: readonly string[], at: Date, to: Date): Promise<void> {
  await tx.query(
    'update deadlines_clock set extended_from = $3, extended_to = $4 where ticket_id = $1 and rule_id = any ($2) and stopped_at is null',
    [ticketId, ruleIds, at, to],
  )
}

export type StoredPause = Pause & { readonly id: string; readonly reason: string }

export async function loadPauses(tx: Tx, ticketId: string): Promise<StoredPause[]> {
  return tx.named<StoredPause>(
    'deadlines.pauses',
    `select id, reason, from_at as "from", latest_at as latest, until_at as until from deadlines_pause where ticket_id = $1 order by from_at, id`,
    [ticketId],
  )
}

export async function insertPause(tx: Tx, ticketId: string, pause: StoredPause): Promise<void> {
  await tx.query('insert into deadlines_pause (id, ticket_id, reason, from_at, latest_at, until_at) values ($1, $2, $3, $4, $5, $6)', [
    pause.id,
    ticketId,
    pause.reason,
    pause.from,
    pause.latest,
    pause.until,
  ])
}

export async function endPause(tx: Tx, id: string, until: Date): Promise<void> {
  await tx.query('update deadlines_pause set until_at = greatest(from_at, least($2, latest_at)) where id = $1 and until_at is null', [
    id,
    until,
  ])
}

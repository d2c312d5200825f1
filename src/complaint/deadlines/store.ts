import type { Database, Tx } from '../../platform/database/index.ts'
import type { Clock, DeadlineRule, Holidays } from './rules.ts'

/** A clock that is there already, stopped, runs on: back in its old class a ticket has its old promise. */
export async function insertClocks(tx: Tx, ticketId: string, clocks: readonly Clock[]): Promise<void> {
  tx.send(
    'deadlines.insert',
    `insert into deadlines_clock (ticket_id, rule_id, rule_version, law, unit, amount, started_at, due_on, due_at)
     select $1, c.rule_id, c.rule_version, c.law, c.unit, c.amount, c.started_at, c.due_on, c.due_at
     from jsonb_to_recordset($2::jsonb) as c(rule_id text, rule_version int, law text, unit text, amount int, started_at timestamptz, due_on date, due_at timestamptz)
     on conflict (ticket_id, rule_id, started_at, due_at) do update set stopped_at = null`,
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
        })),
      ),
    ],
  )
}

/** Stopped clocks stay in the table: the history of what was promised is not rewritten. `ruleIds` null: all of the ticket. */
export async function stopClocks(tx: Tx, ticketId: string, at: Date, ruleIds: readonly string[] | null = null): Promise<void> {
  await tx.query(
    `update deadlines_clock set stopped_at = $2
     where ticket_id = $1 and stopped_at is null and ($3::text[] is null or rule_id = any ($3::text[]))`,
    [ticketId, at, ruleIds],
  )
}

export type StoredClock = {
  readonly ruleId: string
  readonly law: string
  readonly unit: DeadlineRule['unit']
  readonly amount: number
  readonly startedAt: Date
  readonly dueAt: Date | null
  readonly stoppedAt: Date | null
}

export async function loadClocks(tx: Tx, ticketId: string): Promise<StoredClock[]> {
  return tx.named<StoredClock>(
    'deadlines.clocks',
    `select rule_id as "ruleId", law, unit, amount, started_at as "startedAt", due_at as "dueAt", stopped_at as "stoppedAt"
     from deadlines_clock where ticket_id = $1 order by stopped_at nulls first, due_at, rule_id`,
    [ticketId],
  )
}

export type RuleVersion = DeadlineRule & { readonly validFrom: string }

export type KnownRules = {
  /** Every version of every rule: which one counts is told by the day of a receipt. */
  readonly versions: readonly RuleVersion[]
  readonly national: Holidays
  readonly byProvince: ReadonlyMap<string, Holidays>
}

type DayRow = { day: string; province: string | null }

function toHolidays(rows: readonly DayRow[], years: ReadonlySet<number>, province: string | null): Holidays {
  const days = rows.filter((row) => row.province === null || row.province === province).map(({ day }) => day)
  return { daysOff: new Set(days), years }
}

type FactsRow = { readonly versions: readonly RuleVersion[]; readonly days: readonly DayRow[]; readonly years: readonly number[] }

/** All in one statement: lists ask for it while somebody waits. */
async function readRules(tx: Tx): Promise<KnownRules> {
  const facts = await tx.named<FactsRow>(
    'deadlines.rules',
    `select
       (select coalesce(json_agg(r), '[]') from (
         select id, version, what, amount as max, unit, starts as "from", law, evidence, source, valid_from as "validFrom"
         from deadlines_rule order by id, version) r) as versions,
       (select coalesce(json_agg(json_build_object('day', day, 'province', province)), '[]') from deadlines_day_off) as days,
       (select coalesce(json_agg(year), '[]') from deadlines_year) as years`,
    [],
  )
  const { versions, days, years: known } = facts[0] ?? { versions: [], days: [], years: [] }
  const years = new Set(known)
  const provinces = new Set(days.flatMap(({ province }) => province ?? []))
  return {
    versions,
    national: toHolidays(days, years, null),
    byProvince: new Map([...provinces].map((province) => [province, toHolidays(days, years, province)])),
  }
}

const remembered = new WeakMap<Database, { readonly until: number; readonly rules: KnownRules }>()
const rememberMilliseconds = 10_000

/** Rules and days off, remembered for ten seconds: they are asked for at every report and change a few times a year. */
export async function loadRules(tx: Tx, database: Database): Promise<KnownRules> {
  const known = remembered.get(database)
  if (known && known.until > performance.now()) return known.rules
  const rules = await readRules(tx)
  remembered.set(database, { until: performance.now() + rememberMilliseconds, rules })
  return rules
}

type InstalledRule = DeadlineRule & { readonly valid_from: string }

export async function installRules(tx: Tx, rules: readonly InstalledRule[]): Promise<void> {
  for (const rule of rules) {
    await tx.named(
      'deadlines.install_rule',
      `insert into deadlines_rule (id, version, what, amount, unit, starts, law, evidence, source, valid_from)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [rule.id, rule.version, rule.what, rule.max, rule.unit, rule.from, rule.law, rule.evidence, rule.source, rule.valid_from],
    )
  }
}

export type DayOff = {
  readonly day: string
  readonly province: string | null
  readonly type: string
  readonly name: string
  readonly source: string
}

export async function installYears(tx: Tx, years: readonly { readonly year: number; readonly source: string }[]): Promise<void> {
  for (const { year, source } of years)
    await tx.query('insert into deadlines_year (year, source) values ($1, $2) on conflict do nothing', [year, source])
}

export async function installDaysOff(tx: Tx, days: readonly DayOff[]): Promise<void> {
  await tx.query(
    `insert into deadlines_day_off (day, province, type, name, source)
     select d.day, d.province, d.type, d.name, d.source from jsonb_to_recordset($1::jsonb) as d(day date, province text, type text, name text, source text)
     on conflict do nothing`,
    [JSON.stringify(days)],
  )
}

import type { Tx } from '../../../platform/database/index.ts'
import type { DeadlineRule, OfficeHours, RuleChange, Window } from '../rules.ts'

export type RuleVersion = DeadlineRule & { readonly validFrom: string }

/** A day with other hours than its weekday; no windows: nobody works. */
export type DayOff = {
  readonly day: string
  /** Neither province nor unit: the whole country. */
  readonly province: string | null
  readonly officeId: string | null
  readonly type: string
  readonly name: string
  readonly source: string
  readonly windows: readonly Window[] | null
}

export type KnownRules = {
  /** Every version of every rule: which one counts is told by the day of a receipt. */
  readonly versions: readonly RuleVersion[]
  readonly days: readonly DayOff[]
  /** Years whose national list is complete. */
  readonly years: ReadonlySet<number>
  /** Hours of units that have their own; under '' those of all others. */
  readonly hours: ReadonlyMap<string, OfficeHours>
}

type FactsRow = {
  readonly versions: readonly RuleVersion[]
  readonly days: readonly DayOff[]
  readonly years: readonly number[]
  readonly hours: readonly { readonly officeId: string | null; readonly windows: OfficeHours }[]
}

let lastRead: readonly RuleVersion[] = []

/** The versions as this process last read them, for pages that must not ask the database; empty until somebody did. */
export function recallVersions(): readonly RuleVersion[] {
  return lastRead
}

/** All in one statement: lists ask for it while somebody waits. */
async function readRules(tx: Tx): Promise<KnownRules> {
  const facts = await tx.named<FactsRow>(
    'deadlines.rules',
    `select
       (select coalesce(json_agg(r), '[]') from (
         select id, version, what, amount as max, unit, starts as "from", law, evidence, source, pause, extend, valid_from as "validFrom"
         from deadlines_rule order by id, version) r) as versions,
       (select coalesce(json_agg(d), '[]') from (
         select day, province, office_id as "officeId", type, name, source, windows from deadlines_day_off order by day) d) as days,
       (select coalesce(json_agg(year), '[]') from deadlines_year) as years,
       (select coalesce(json_agg(json_build_object('officeId', office_id, 'windows', windows)), '[]') from deadlines_hours) as hours`,
  )
  const { versions, days, years, hours } = facts[0] ?? { versions: [], days: [], years: [], hours: [] }
  lastRead = versions
  return { versions, days, years: new Set(years), hours: new Map(hours.map(({ officeId, windows }) => [officeId ?? '', windows])) }
}

const rulePack = 'deadlines.rules'

/** Rules, days and hours, kept for some seconds: they are asked for at every report and change a few times a year. */
export function loadRules(tx: Tx): Promise<KnownRules> {
  return tx.recall(rulePack, () => readRules(tx))
}

/** The same as it stands now, whatever this process remembers. */
export function rereadRules(tx: Tx): Promise<KnownRules> {
  tx.forget(rulePack)
  return loadRules(tx)
}

type InstalledRule = DeadlineRule & { readonly valid_from: string }

export async function installRules(tx: Tx, rules: readonly InstalledRule[]): Promise<void> {
  for (const rule of rules) {
    await tx.named(
      'deadlines.install_rule',
      `insert into deadlines_rule (id, version, what, amount, unit, starts, law, evidence, source, valid_from, pause, extend)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
      [
        rule.id,
        rule.version,
        rule.what,
        rule.max,
        rule.unit,
        rule.from,
        rule.law,
        rule.evidence,
        rule.source,
        rule.valid_from,
        rule.pause ?? 'never',
        rule.extend ?? 0,
      ],
    )
  }
}

/** The next version of a rule, like its last one but for what is given. Two that are added at once do not both get a number: one fails. */
export async function insertVersion(tx: Tx, { ruleId, amount, validFrom, evidence, source }: RuleChange): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `insert into deadlines_rule (id, version, what, amount, unit, starts, law, evidence, source, valid_from, pause, extend)
     select id, version + 1, what, $2, unit, starts, law, $4, $5, $3, pause, extend from deadlines_rule where id = $1 order by version desc limit 1
     returning version`,
    [ruleId, amount, validFrom, evidence, source],
  )
  tx.forget(rulePack)
  return rows[0]?.version ?? 0
}

export async function installHours(tx: Tx, hours: { readonly windows: OfficeHours; readonly source: string }): Promise<void> {
  await tx.query('insert into deadlines_hours (office_id, windows, source) values (null, $1, $2) on conflict do nothing', [
    JSON.stringify(hours.windows),
    hours.source,
  ])
}

export async function installYears(tx: Tx, years: readonly { readonly year: number; readonly source: string }[]): Promise<void> {
  for (const { year, source } of years)
    await tx.query('insert into deadlines_year (year, source) values ($1, $2) on conflict do nothing', [year, source])
}

export async function installDaysOff(tx: Tx, days: readonly Pick<DayOff, 'day' | 'type' | 'name' | 'source'>[]): Promise<void> {
  await tx.query(
    `insert into deadlines_day_off (day, type, name, source)
     select d.day, d.type, d.name, d.source from jsonb_to_recordset($1::jsonb) as d(day date, type text, name text, source text)
     on conflict do nothing`,
    [JSON.stringify(days)],
  )
}

/** Adds a day or changes one; the caller sees to the clocks that move. */
export async function saveDay(tx: Tx, { day, province, officeId, type, name, source, windows }: DayOff): Promise<void> {
  await tx.query(
    `insert into deadlines_day_off (day, province, office_id, type, name, source, windows) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint deadlines_day_off_once do update set type = $4, name = $5, source = $6, windows = $7`,
    [day, province, officeId, type, name, source, windows === null ? null : JSON.stringify(windows)],
  )
  tx.forget(rulePack)
}

/** Takes a day away; the caller sees to the clocks that move. */
export async function deleteDay(tx: Tx, { day, province, officeId }: Pick<DayOff, 'day' | 'province' | 'officeId'>): Promise<void> {
  await tx.query(
    'delete from deadlines_day_off where day = $1 and province is not distinct from $2 and office_id is not distinct from $3',
    [day, province, officeId],
  )
  tx.forget(rulePack)
}

/** Says that a year's national list is complete. */
export async function addYear(tx: Tx, year: number, source: string): Promise<void> {
  await tx.query('insert into deadlines_year (year, source) values ($1, $2) on conflict (year) do update set source = $2', [year, source])
  tx.forget(rulePack)
}

/** The hours of one unit; of every unit without its own where `officeId` is null. */
export async function saveHours(tx: Tx, officeId: string | null, windows: OfficeHours, source: string): Promise<void> {
  await tx.query(
    `insert into deadlines_hours (office_id, windows, source) values ($1, $2, $3)
     on conflict (office_id) do update set windows = $2, source = $3`,
    [officeId, JSON.stringify(windows), source],
  )
  tx.forget(rulePack)
}

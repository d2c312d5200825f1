import { stringify } from 'csv-stringify/sync'
import type { TrailEntry } from '../rules.ts'

/** More than this does not go into one file: narrow the filter, or take the days one by one. */
export const mostExported = 50_000

const columns = [
  'at',
  'event',
  'outcome',
  'actorKind',
  'actorId',
  'actorName',
  'actorRoles',
  'objectType',
  'objectId',
  'reason',
  'address',
  'requestId',
  'details',
] as const

/** Entries as CSV for a spreadsheet. Cells that a spreadsheet would run as a formula are disarmed. */
export function composeCsv(entries: readonly TrailEntry[]): string {
  const rows = entries.map((entry) => ({
    ...entry,
    at: entry.at.toISOString(),
    actorRoles: entry.actorRoles.join(' '),
    details: JSON.stringify(entry.details),
  }))
  return stringify(rows, { header: true, columns: [...columns], bom: true, escape_formulas: true })
}

import type { Result } from '../../../platform/result.ts'
import { Temporal } from '../../../platform/time.ts'

/** What an auditor asked for, as it stands in the address. */
export type TrailQuery = {
  readonly dari?: string
  readonly sampai?: string
  readonly pelaku?: string
  readonly peristiwa?: string
  readonly objek?: string
  readonly hasil?: string
  readonly alamat?: string
  readonly sebelum?: string
}

/** `actor` is an id or the beginning of a name. Times bound a half-open stretch. */
export type TrailFilter = {
  readonly from: Date | null
  readonly until: Date | null
  readonly actor: { readonly id: string } | { readonly name: string } | null
  readonly event: string | null
  readonly objectId: string | null
  readonly outcome: 'done' | 'refused' | null
  readonly address: string | null
  /** The last entry of the page before. */
  readonly before: { readonly at: Date; readonly id: string } | null
}

/** The trail is read by the clock of the central office, whatever the unit of the reader. */
export const trailZone = 'Asia/Jakarta'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function parseDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  // Days that do not exist (31 June) must not slide into the next month.
  const last = month >= 1 && month <= 12 ? Temporal.PlainDate.from({ year, month, day: 1 }).daysInMonth : 0
  return day >= 1 && day <= last ? Temporal.PlainDate.from({ year, month, day }) : null
}

function startOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime({ timeZone: trailZone }).epochMilliseconds)
}

function parsePlace(text: string | undefined): TrailFilter['before'] {
  const [moment = '', id = ''] = (text ?? '').split('~')
  const at = new Date(moment)
  return uuid.test(id) && !Number.isNaN(at.getTime()) ? { at, id } : null
}

type Problems = Readonly<Record<string, string>>

const blank = { dari: '', sampai: '', pelaku: '', peristiwa: '', objek: '', hasil: '', alamat: '' }

function isDay(text: string): boolean {
  return text === '' || parseDay(text) !== null
}

function isOutcome(text: string): text is 'done' | 'refused' | '' {
  return text === 'done' || text === 'refused' || text === ''
}

function findProblems(query: typeof blank): Problems {
  const checks = [
    ['dari', isDay(query.dari), 'malformed'],
    ['sampai', isDay(query.sampai), 'malformed'],
    ['objek', query.objek === '' || uuid.test(query.objek.toLowerCase()), 'malformed'],
    ['hasil', isOutcome(query.hasil), 'choose'],
  ] as const
  return Object.fromEntries(checks.filter(([, fine]) => !fine).map(([field, , code]) => [field, code]))
}

function parseActor(text: string): TrailFilter['actor'] {
  if (text === '') return null
  const small = text.toLowerCase()
  return uuid.test(small) ? { id: small } : { name: small }
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text
}

function startAfter(text: string, days: number): Date | null {
  const day = parseDay(text)
  return day === null ? null : startOf(day.add({ days }))
}

/** Reads the filters of the address. One that cannot be read is named: silently ignoring it would show what was not asked for. */
export function readFilter(query: TrailQuery): Result<TrailFilter, Problems> {
  const given = { ...blank, ...query }
  const problems = findProblems(given)
  if (Object.keys(problems).length > 0) return { ok: false, error: problems }
  return {
    ok: true,
    value: {
      from: startAfter(given.dari, 0),
      until: startAfter(given.sampai, 1),
      actor: parseActor(given.pelaku),
      event: textOrNull(given.peristiwa),
      objectId: textOrNull(given.objek.toLowerCase()),
      outcome: given.hasil === 'done' || given.hasil === 'refused' ? given.hasil : null,
      address: textOrNull(given.alamat),
      before: parsePlace(query.sebelum),
    },
  }
}

/** The filter as an address again, without the place in the list. */
export function writeQuery(query: TrailQuery, changes: Partial<TrailQuery> = {}): string {
  const { sebelum: _place, ...filters } = query
  const kept = Object.entries({ ...filters, ...changes }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  )
  return new URLSearchParams(kept).toString()
}

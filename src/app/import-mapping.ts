import { type Kind, kinds } from '../complaint/record/events.ts'
import { isLocale, type Locale } from '../platform/i18n.ts'
import { err, ok, type Result } from '../platform/result.ts'
import city from './import-maps/city-complaints.json' with { type: 'json' }
import exchange from './import-maps/exchange.json' with { type: 'json' }

const fields = ['reference', 'text', 'place', 'submittedAt', 'kind', 'category', 'office', 'language', 'name', 'email', 'phone'] as const
type Field = (typeof fields)[number]

/** Says which column of a foreign file is what; `values` translates what stands there into our codes. */
export type ImportMap = {
  readonly name: string
  readonly columns: Readonly<Partial<Record<Field, string>>>
  /** Columns by which a file is recognised when no map is named. */
  readonly requires: readonly string[]
  readonly constants: { readonly kind: string; readonly category: string; readonly language: string; readonly office: string | null }
  readonly values?: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>>
}

export const shippedMaps: readonly ImportMap[] = [city, exchange]

export type ImportRow = Readonly<Record<string, unknown>>

export type MappedReport = {
  readonly reference: string
  readonly text: string
  readonly place: string
  readonly submittedAt: string
  readonly kind: Kind
  readonly category: string
  /** Code of an office; null: not known. */
  readonly office: string | null
  readonly language: Locale
  readonly name: string
  readonly email: string
  readonly phone: string
}

export function findMap(columns: readonly string[]): ImportMap | null {
  return shippedMaps.find((map) => map.requires.every((column) => columns.includes(column))) ?? null
}

/** One row of a foreign file as a report; an error names what it lacks. */
export function mapRow(
  row: ImportRow,
  map: ImportMap,
): Result<MappedReport, 'text_missing' | 'reference_missing' | 'kind_unknown' | 'language_unknown'> {
  const read = (field: Field): string => {
    const column = map.columns[field]
    const raw = column === undefined ? '' : row[column]
    const text = typeof raw === 'string' ? raw.trim() : raw === undefined || raw === null ? '' : String(raw)
    return map.values?.[field]?.[text] ?? text
  }
  const text = read('text')
  const reference = read('reference')
  const kind = read('kind') || map.constants.kind
  const language = read('language') || map.constants.language
  if (text === '') return err('text_missing')
  if (reference === '') return err('reference_missing')
  if (!(kinds as readonly string[]).includes(kind)) return err('kind_unknown')
  if (!isLocale(language)) return err('language_unknown')
  return ok({
    reference,
    text,
    kind: kind as Kind,
    language,
    place: read('place'),
    submittedAt: read('submittedAt'),
    category: read('category') || map.constants.category,
    office: read('office') || map.constants.office,
    name: read('name'),
    email: read('email'),
    phone: read('phone'),
  })
}

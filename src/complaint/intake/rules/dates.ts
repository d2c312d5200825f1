import { err, ok, type Result } from '../../../platform/result.ts'
import { Temporal } from '../../../platform/time.ts'

/** The law asks for complaints within 30 days (UU 25/2009 art. 42); ours are taken later too, and the handler is told. */
const lawfulDays = 30
/** A day has begun in the country when it has begun in its east: nobody there is told that today lies ahead. */
export const eastmostZone = 'Asia/Jayapura'
/** No report is about a time before this; a smaller year is a slip. */
const earliestYear = 1945

/** Whether a matter lies longer back than the law's 30 days. `happenedOn` is `YYYY-MM-DD` or null. */
export function isLateFiled(happenedOn: string | null, today: Temporal.PlainDate): boolean {
  return happenedOn !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(happenedOn), today.subtract({ days: lawfulDays })) < 0
}

export type DateParts = { readonly day: string; readonly month: string; readonly year: string }
export type DateProblem = 'date_incomplete' | 'date_unreal' | 'date_future'

function readPart(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null
}

/** Two digits are meant as this century: nobody reports 1926. */
function readYear(text: string): number | null {
  const year = readPart(text)
  return year === null ? null : year < 100 ? 2000 + year : year
}

/** A date typed in three boxes; null when all are empty. Today is the last day that can have happened. */
export function readDate(parts: DateParts, today: Temporal.PlainDate): Result<string | null, DateProblem> {
  const typed = [parts.day, parts.month, parts.year]
  if (typed.every((part) => part === '')) return ok(null)
  if (typed.includes('')) return err('date_incomplete')
  const numbers = [readYear(parts.year), readMonth(parts.month), readPart(parts.day)]
  if (numbers.includes(null) || Number(numbers[0]) < earliestYear) return err('date_unreal')
  return checkDate(numbers.map((number, place) => String(number).padStart(place === 0 ? 4 : 2, '0')).join('-'), today)
}

/** Whether `YYYY-MM-DD` is a day of the calendar and has begun. */
export function checkDate(text: string, today: Temporal.PlainDate): Result<string, 'date_unreal' | 'date_future'> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return err('date_unreal')
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1) return err('date_unreal')
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  if (day > first.daysInMonth) return err('date_unreal')
  return Temporal.PlainDate.compare(first.with({ day }), today) > 0 ? err('date_future') : ok(text)
}

/** A letter put down more than a year after it came is a slip of the year. */
const longestLateYears = 1
export type ReceivedProblem = 'received_unreal' | 'received_future' | 'received_too_old'

/** The day (`YYYY-MM-DD`) on which a report came in by other ways than the web: begun, and not longer ago than a year. */
export function checkReceived(text: string, today: Temporal.PlainDate): Result<Temporal.PlainDate, ReceivedProblem> {
  const date = checkDate(text, today)
  if (!date.ok) return err(date.error === 'date_future' ? 'received_future' : 'received_unreal')
  const day = Temporal.PlainDate.from(date.value)
  return Temporal.PlainDate.compare(day, today.subtract({ years: longestLateYears })) < 0 ? err('received_too_old') : ok(day)
}

const monthNames: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'pebruari'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'aug', 'ags', 'agt'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov', 'nopember'],
  ['desember', 'december', 'des', 'dec'],
]

/** Months are also written in words, Indonesian or English. */
function readMonth(text: string): number | null {
  const number = readPart(text)
  if (number !== null) return number
  const place = monthNames.findIndex((names) => names.includes(text.trim().toLowerCase()))
  return place === -1 ? null : place + 1
}

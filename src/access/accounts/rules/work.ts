/** Languages in which an officer can talk with a complainant. */
export const spokenLanguages = ['id', 'en', 'zh', 'ar', 'ms', 'fa'] as const

/** What an officer is especially good at; rules of assignment ask for one of these. */
export const skills = [
  'passports',
  'stay_permits',
  'border',
  'detention',
  'children',
  'trafficking',
  'law',
  'technology',
  'sign_language',
] as const

/** A day out of three boxes, as `YYYY-MM-DD`; null where there is no such day. */
export function readDay({ day, month, year }: { readonly day: string; readonly month: string; readonly year: string }): string | null {
  if (![day, month].every((part) => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) return null
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  // 31 February rolls over to March: then the day is another than the one written.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text
}

export type AbsenceProblem = 'absence_reversed' | 'absence_past' | 'absence_too_long' | 'deputy_unknown'

const longestDays = 730

/** Whether somebody can be away from one day to another. What is over need not be said any more. */
export function findAbsenceProblem(
  { from, until }: { readonly from: string; readonly until: string },
  today: string,
): Exclude<AbsenceProblem, 'deputy_unknown'> | null {
  if (until < from) return 'absence_reversed'
  if (until < today) return 'absence_past'
  return Date.parse(until) - Date.parse(from) > longestDays * 86_400_000 ? 'absence_too_long' : null
}

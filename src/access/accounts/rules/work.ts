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

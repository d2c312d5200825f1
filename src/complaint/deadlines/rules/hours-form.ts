import { err, ok, type Result } from '../../../platform/result.ts'
import { readScope, readWindows } from './calendar-form.ts'
import { areInOrder, type OfficeHours, type Window } from './working-time.ts'

export const hourFields = ['day1', 'day2', 'day3', 'day4', 'day5'] as const
type Field = (typeof hourFields)[number]

/** Hours of Monday to Friday as they were typed, of one unit or of all that have no own. */
export type TypedHours = Readonly<Partial<Record<Field | 'scope' | 'source', string>>>
export type HoursChange = { readonly officeId: string | null; readonly windows: OfficeHours; readonly source: string }
export type HoursProblem = { readonly field: Field | 'hoursScope' | 'hoursSource'; readonly code: 'windows_wrong' | 'invalid' | 'required' }

/** The hours that somebody typed, or what is wrong with them. A day without any is worked by nobody. */
export function readHours(typed: TypedHours): Result<HoursChange, HoursProblem> {
  const scope = readScope(typed.scope ?? '')
  if (scope === null || scope.province !== null) return err({ field: 'hoursScope', code: 'invalid' })
  const week: (readonly Window[])[] = []
  for (const field of hourFields) {
    const windows = readWindows(typed[field] ?? '') ?? []
    if (windows === 'wrong' || !areInOrder(windows)) return err({ field, code: 'windows_wrong' })
    week.push(windows)
  }
  if (week.every((windows) => windows.length === 0)) return err({ field: 'day1', code: 'windows_wrong' })
  const source = (typed.source ?? '').trim()
  return source === ''
    ? err({ field: 'hoursSource', code: 'required' })
    : ok({ officeId: scope.officeId, windows: week as unknown as OfficeHours, source })
}

import { err, ok, type Result } from '../../../platform/result.ts'
import { type CalendarChange, type CalendarDay, dayTypes } from './calendar-change.ts'
import type { Window } from './working-time.ts'

/** The form of a change, as it was typed. */
export type TypedChange = {
  readonly change: 'add' | 'remove' | 'year'
  readonly day?: string
  readonly dateDay?: string
  readonly dateMonth?: string
  readonly dateYear?: string
  readonly scope?: string
  readonly type?: string
  readonly name?: string
  readonly source?: string
  readonly hours?: string
  readonly year?: string
}

export type TypedProblem = { readonly field: 'date' | 'scope' | 'type' | 'name' | 'source' | 'hours' | 'year'; readonly code: string }

const timePattern = /^([01]?\d|2[0-4])[.:]([0-5]\d)$/

function readTime(text: string): number | null {
  const match = timePattern.exec(text.trim())
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}

/** Windows as people write them: "07.30-12.00, 13.00-15.00". Nothing written: the whole day is off. */
export function readWindows(text: string): readonly Window[] | null | 'wrong' {
  if (text.trim() === '') return null
  const windows: Window[] = []
  for (const part of text.split(/[,;]/)) {
    const [from, until] = part.split(/[-\u2013]/).map(readTime)
    if (from === undefined || from === null || until === undefined || until === null) return 'wrong'
    windows.push({ from, until })
  }
  return windows
}

/** `''` the country, `p:<province>`, `o:<office id>`. */
export function readScope(text: string): Pick<CalendarDay, 'province' | 'officeId'> | null {
  if (text === '') return { province: null, officeId: null }
  if (text.startsWith('p:') && text.length > 2) return { province: text.slice(2), officeId: null }
  return text.startsWith('o:') && text.length > 2 ? { province: null, officeId: text.slice(2) } : null
}

function readDay({ dateDay = '', dateMonth = '', dateYear = '' }: TypedChange): string | null {
  if (!/^\d{1,2}$/.test(dateDay) || !/^\d{1,2}$/.test(dateMonth) || !/^\d{4}$/.test(dateYear)) return null
  return `${dateYear}-${dateMonth.padStart(2, '0')}-${dateDay.padStart(2, '0')}`
}

function fault(field: TypedProblem['field'], code: string): { readonly ok: false; readonly error: TypedProblem } {
  return err({ field, code })
}

function readAdded(typed: TypedChange): Result<CalendarChange, TypedProblem> {
  const day = readDay(typed)
  const scope = readScope(typed.scope ?? '')
  const windows = readWindows(typed.hours ?? '')
  const { type = '', name = '', source = '' } = typed
  if (day === null) return fault('date', 'invalid')
  if (scope === null) return fault('scope', 'invalid')
  if (!(dayTypes as readonly string[]).includes(type)) return fault('type', 'required')
  if (name.trim() === '') return fault('name', 'required')
  if (source.trim() === '') return fault('source', 'required')
  if (windows === 'wrong') return fault('hours', 'windows_wrong')
  return ok({ kind: 'add', day: { day, ...scope, type, name: name.trim(), source: source.trim(), windows } })
}

/** What an administrator wants changed, or what is wrong with how it was typed. */
export function readCalendarChange(typed: TypedChange): Result<CalendarChange, TypedProblem> {
  if (typed.change === 'add') return readAdded(typed)
  if (typed.change === 'remove') {
    const scope = readScope(typed.scope ?? '')
    return scope === null ? fault('scope', 'invalid') : ok({ kind: 'remove', day: { day: typed.day ?? '', ...scope } })
  }
  if (!/^20\d\d$/.test(typed.year ?? '')) return fault('year', 'invalid')
  return (typed.source ?? '').trim() === ''
    ? fault('source', 'required')
    : ok({ kind: 'year', year: Number(typed.year), source: (typed.source ?? '').trim() })
}

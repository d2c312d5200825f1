import { expect, test } from 'vitest'
import pack from '../data/deadlines.json' with { type: 'json' }
import holidays from '../data/holidays.json' with { type: 'json' }
import type { DeadlineRule, OfficeCalendar } from './clocks.ts'
import { listBindings, reviewRules } from './review-pack.ts'

type Version = DeadlineRule & { readonly validFrom: string }
const shipped = (pack.rules as (DeadlineRule & { valid_from: string })[]).map(
  ({ valid_from, ...rule }): Version => ({ ...rule, validFrom: valid_from }),
)
const calendar: OfficeCalendar = {
  timeZone: 'Asia/Jakarta',
  holidays: { daysOff: new Set(holidays.days.map(({ date }) => date)), years: new Set(holidays.years) },
}
const lastYear = Math.max(...holidays.years)
const soon = `${lastYear - 1}-02-02`
const change = (id: string, changed: Partial<Version>): readonly Version[] =>
  shipped.map((rule) => (rule.id === id ? { ...rule, ...changed } : rule))

test('T4: of rules that overlap the one that ends first binds, and it is named', () => {
  const bindings = listBindings(shipped, calendar, soon)
  expect(bindings.map(({ serviceClass, binding }) => [serviceClass, binding.ruleId])).toEqual([
    ['INFO', 'CLASS-INFO'],
    ['NON', 'CLASS-NON-OVERSIGHT'],
    ['OVR', 'UU25-DECIDE'],
  ])
  for (const { binding, others } of bindings) for (const other of others) expect(binding.dueAt <= other.dueAt).toBe(true)
})

test('T4: the sixty working days of an examination never bind, because sixty calendar days end before; longer ones of the law let them', () => {
  const never = { kind: 'never_binds', ruleId: 'CLASS-OVERSIGHT', by: 'UU25-DECIDE' }
  expect(reviewRules(shipped, calendar, soon)).toContainEqual(never)
  expect(reviewRules(change('UU25-DECIDE', { max: 200 }), calendar, soon)).not.toContainEqual(never)
})

test('T4: a class without its rule, two versions of one day and a rule from memory are told', () => {
  expect(
    reviewRules(
      shipped.filter(({ id }) => id !== 'CLASS-INFO'),
      calendar,
      soon,
    )[0],
  ).toEqual({ kind: 'class_missing', serviceClass: 'INFO' })
  const twice = [...shipped, ...shipped.filter(({ id }) => id === 'CLASS-INFO').map((rule) => ({ ...rule, version: 2 }))]
  expect(reviewRules(twice, calendar, soon)).toContainEqual({ kind: 'same_day', ruleId: 'CLASS-INFO', day: shipped[0]?.validFrom })
  expect(reviewRules(change('CLASS-INFO', { evidence: 'R' }), calendar, soon)).toContainEqual({ kind: 'unverified', ruleId: 'CLASS-INFO' })
})

test('rule 42: the day from which nothing can be dated is told months before it comes, and not years', () => {
  const kinds = (today: string): readonly string[] => reviewRules(shipped, calendar, today).map(({ kind }) => kind)
  expect(kinds(soon)).not.toContain('undated_from')
  const late = reviewRules(shipped, calendar, `${lastYear}-09-01`).filter((finding) => finding.kind === 'undated_from')
  // Sixty working days reach over the end of the year from the beginning of October on, five from its last week.
  expect(late.map((finding) => finding.kind === 'undated_from' && [finding.serviceClass, finding.day.slice(0, 7)])).toEqual([
    ['INFO', `${lastYear}-12`],
    ['NON', `${lastYear}-12`],
    ['OVR', expect.stringMatching(new RegExp(`^${lastYear}-(09|10)$`))],
  ])
})

import { expect, test } from 'vitest'
import { Temporal } from '../../../platform/time.ts'
import { checkDate, checkReceived, isLateFiled, readDate } from './dates.ts'

const today = Temporal.PlainDate.from('2026-11-24')

test.each([
  ['3', '9', '2026', '2026-09-03'],
  ['03', 'September', '26', '2026-09-03'],
  ['3', 'agu', '2026', '2026-08-03'],
  ['24', '11', '2026', '2026-11-24'],
  ['29', '2', '2024', '2024-02-29'],
])('C3: %s %s %s is a day', (day, month, year, expected) => {
  expect(readDate({ day, month, year }, today)).toEqual({ ok: true, value: expected })
})

test.each([
  ['', '9', '2026', 'date_incomplete'],
  ['31', '2', '2026', 'date_unreal'],
  ['0', '1', '2026', 'date_unreal'],
  ['12', '13', '2026', 'date_unreal'],
  ['x', '1', '2026', 'date_unreal'],
  ['1', '1', '1900', 'date_unreal'],
  ['25', '11', '2026', 'date_future'],
])('C3: %s %s %s is refused with its reason: %s', (day, month, year, problem) => {
  expect(readDate({ day, month, year }, today)).toEqual({ ok: false, error: problem })
})

test('an empty date is no date', () => {
  expect(readDate({ day: '', month: '', year: '' }, today)).toEqual({ ok: true, value: null })
})

test('checkDate takes only the written form', () => {
  expect(checkDate('2026-02-30', today)).toEqual({ ok: false, error: 'date_unreal' })
  expect(checkDate('24-11-2026', today)).toEqual({ ok: false, error: 'date_unreal' })
  expect(checkDate('2026-11-23', today)).toEqual({ ok: true, value: '2026-11-23' })
})

test('a matter of more than 30 days ago is told, on the 30th day not yet', () => {
  expect(isLateFiled('2026-10-25', today)).toBe(false)
  expect(isLateFiled('2026-10-24', today)).toBe(true)
  expect(isLateFiled(null, today)).toBe(false)
})

test.each([
  ['2026-11-24', null],
  ['2026-11-20', null],
  ['2025-11-24', null],
  ['2025-11-23', 'received_too_old'],
  ['2026-11-25', 'received_future'],
  ['2026-02-30', 'received_unreal'],
])('a letter that came on %s can be put down today: %s', (text, problem) => {
  const checked = checkReceived(text, today)
  expect(checked.ok ? null : checked.error).toBe(problem)
  expect(checked.ok && checked.value.toString()).toBe(problem === null && text)
})

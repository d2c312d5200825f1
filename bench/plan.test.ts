import { expect, test } from 'vitest'
import register from '../src/access/accounts/data/offices.json' with { type: 'json' }
import pack from '../src/complaint/deadlines/data/deadlines.json' with { type: 'json' }
import calendar from '../src/complaint/deadlines/data/holidays.json' with { type: 'json' }
import type { DeadlineRule } from '../src/complaint/deadlines/rules.ts'
import type { RoutedCategory } from '../src/complaint/intake/rules.ts'
import taxonomy from '../src/complaint/record/data/taxonomy.json' with { type: 'json' }
import { canMove, fold, parseAccessCode, parseNumber } from '../src/complaint/record/rules.ts'
import { composeBenchCode, createPlanner, type Ground } from './plan.ts'
import { composeTexts, vocabularySize } from './texts.ts'

const now = Date.parse('2026-11-24T03:00:00Z')
const offices = register.offices.map(({ code, name, timeZone }, place) => ({
  code,
  name,
  timeZone,
  id: `0193b1a2-0000-7000-8000-${String(place).padStart(12, '0')}`,
}))
const ground: Ground = {
  offices,
  handlers: new Map(offices.map((office) => [office.id, [{ id: `1${office.id.slice(1)}`, name: 'Demo', officeId: office.id }]])),
  categories: taxonomy.categories.flatMap(({ code, sla, conf, subs }) =>
    [code, ...subs.map((sub) => sub.code)].map((each) => ({ code: each, class: sla, confidentiality: conf }) as RoutedCategory),
  ),
  rules: pack.rules as readonly DeadlineRule[],
  holidays: { daysOff: new Set(calendar.days.map(({ date }) => date)), years: new Set(calendar.years) },
  texts: composeTexts(50),
  now,
  count: 4000,
}
const plan = createPlanner(ground)
const tickets = Array.from({ length: ground.count }, (_, index) => plan(index))
const share = (wanted: (ticket: (typeof tickets)[number]) => boolean): number => tickets.filter(wanted).length / tickets.length

test('each ticket is the sum of its events, and every move is one of the table', () => {
  for (const { events, standing } of tickets) {
    expect(fold(events.map(({ event, at }) => ({ event, at: new Date(at) })))).toEqual(standing)
    events.reduce(
      (before, _, place) => {
        const after = fold(events.slice(0, place + 1).map(({ event, at }) => ({ event, at: new Date(at) })))?.state ?? before
        expect(before === after || canMove(before, after), `${before} -> ${after}`).toBe(true)
        return after
      },
      'submitted' as (typeof standing)['state'],
    )
  }
})

test('ids, numbers and codes are of the real kind and none comes twice', () => {
  expect(
    new Set(tickets.flatMap(({ id, events, messages }) => [id, ...events.map((each) => each.id), ...messages.map((each) => each.id)])).size,
  ).toBe(tickets.reduce((sum, { events, messages }) => sum + 1 + events.length + messages.length, 0))
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(tickets.length)
  for (const { number } of tickets.slice(0, 200)) {
    expect(parseNumber(number)).toEqual({ ok: true, value: number })
    expect(parseAccessCode(composeBenchCode(number)).ok).toBe(true)
  }
})

test('time goes over two years, upwards, and nothing happens in the future', () => {
  const days = tickets.map(({ submittedAt }) => (now - submittedAt) / 86_400_000)
  expect(days[0]).toBeGreaterThan(720)
  expect(days.at(-1)).toBeLessThan(2)
  for (const { events } of tickets) {
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(events.at(-1)?.at).toBeLessThanOrEqual(now)
  }
})

test('about 92 of 100 are done, 3 to 6 events each are usual, and the biggest unit has about a tenth', () => {
  expect(share(({ standing }) => !standing.owed)).toBeGreaterThan(0.88)
  expect(share(({ standing }) => !standing.owed)).toBeLessThan(0.95)
  const events = tickets.reduce((sum, ticket) => sum + ticket.events.length, 0) / tickets.length
  expect(events).toBeGreaterThan(3)
  expect(events).toBeLessThan(7)
  const biggest = Math.max(...[...Map.groupBy(tickets, ({ standing }) => standing.officeId).values()].map((list) => list.length))
  expect(biggest / tickets.length).toBeGreaterThan(0.08)
  expect(biggest / tickets.length).toBeLessThan(0.13)
  expect(new Set(tickets.map(({ standing }) => standing.officeId)).size).toBe(85)
})

test('texts differ and are made of some thousand words', () => {
  expect(vocabularySize).toBeGreaterThan(2500)
  expect(new Set(composeTexts(5000).map(({ body }) => body)).size).toBe(5000)
})

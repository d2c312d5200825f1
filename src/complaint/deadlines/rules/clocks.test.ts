import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TicketClass, ticketClasses } from '../../record/events.ts'
import pack from '../data/deadlines.json' with { type: 'json' }
import table from '../data/holidays.json' with { type: 'json' }
import type { Holidays } from './calendar.ts'
import {
  answerDue,
  type Clock,
  type DeadlineRule,
  deadlineUnits,
  type OfficeCalendar,
  publicPromises,
  startClock,
  startClocksOnReceipt,
  urgency,
  workingDaysLeft,
} from './clocks.ts'

const holidays: Holidays = { daysOff: new Set(table.days.map((day) => day.date)), years: new Set(table.years) }
const bitung: OfficeCalendar = { timeZone: 'Asia/Makassar', holidays }
// The shipped pack, with the compiler as witness that the fields are there, and a test below for their values.
const rules = pack.rules as readonly DeadlineRule[]

function rule(id: string): DeadlineRule {
  const found = rules.find((one) => one.id === id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}

function start(serviceClass: TicketClass, received: string, calendar = bitung, from = rules): readonly Clock[] {
  const clocks = startClocksOnReceipt({ ...calendar, serviceClass, receivedAt: new Date(received), rules: from })
  if (!clocks.ok) throw new Error(clocks.error)
  return clocks.value
}

const dues = (clocks: readonly Clock[]) => Object.fromEntries(clocks.map((clock) => [clock.ruleId, clock.dueOn]))
const promises = (clocks: readonly Clock[]) => publicPromises(clocks).map(({ kind, clock }) => `${kind} ${clock.dueOn}`)
const dueAt = (clocks: readonly Clock[], id: string) => clocks.find((clock) => clock.ruleId === id)?.dueAt?.toISOString()

describe('the clocks of a ticket received', () => {
  it.each<[TicketClass, string, string]>([
    ['INFO', 'CLASS-INFO', '2026-12-01'],
    ['NON', 'CLASS-NON-OVERSIGHT', '2026-12-14'],
    ['OVR', 'CLASS-OVERSIGHT', '2027-02-23'],
  ])('T1 class %s runs %s until %s, beside the other laws', (serviceClass, id, due) => {
    expect(dues(start(serviceClass, '2026-11-24T03:00:00Z'))).toEqual({
      [id]: due,
      'LAPOR-VERIFY': '2026-11-27',
      'UU25-ACK-COMPLETENESS': '2026-12-08',
      'UU25-DECIDE': '2027-01-23',
    })
  })

  it('carries rule, version, law and start, and ends with the office day', () => {
    const receivedAt = new Date('2026-11-24T03:00:00Z')
    expect(start('NON', receivedAt.toISOString())[0]).toEqual({
      ruleId: 'CLASS-NON-OVERSIGHT',
      ruleVersion: 1,
      law: 'SP4N-LAPOR! (KemenPANRB)',
      unit: 'wd',
      amount: 14,
      startedAt: receivedAt,
      startedEarly: false,
      pausable: true,
      dueOn: '2026-12-14',
      dueAt: new Date('2026-12-14T15:59:59.999Z'),
      problem: null,
    })
  })

  it('T1 the same instant is due by the day of each office, WIB, WITA and WIT', () => {
    const late = '2026-03-12T15:30:00Z' // 22.30 WIB, 23.30 WITA, already 13 March in WIT
    const due = (timeZone: string) => dueAt(start('INFO', late, { timeZone, holidays }), 'CLASS-INFO')
    expect(due('Asia/Jakarta')).toBe('2026-03-26T16:59:59.999Z')
    expect(due('Asia/Makassar')).toBe('2026-03-26T15:59:59.999Z')
    expect(due('Asia/Jayapura')).toBe('2026-03-27T14:59:59.999Z')
  })

  it('marks the clocks that the law starts only once the file is complete', () => {
    const early = start('OVR', '2026-11-24T03:00:00Z')
      .filter((clock) => clock.startedEarly)
      .map((clock) => clock.ruleId)
    expect(early).toEqual(['CLASS-OVERSIGHT', 'UU25-DECIDE'])
  })

  it('T3 counts the answer of a report that was opened again from then, and the rest from the receipt', () => {
    const receivedAt = new Date('2026-10-01T03:00:00Z')
    const answerFrom = new Date('2026-11-24T03:00:00Z')
    const clocks = startClocksOnReceipt({ ...bitung, serviceClass: 'NON', receivedAt, answerFrom, rules })
    expect(clocks.ok && dues(clocks.value)).toEqual({
      'CLASS-NON-OVERSIGHT': '2026-12-14',
      'LAPOR-VERIFY': '2026-10-06',
      'UU25-ACK-COMPLETENESS': '2026-10-15',
      'UU25-DECIDE': '2027-01-23',
    })
  })

  it('C9 answers to the versions it is given: a changed rule moves new clocks and keeps its version', () => {
    const changed = rules.map((one) => (one.id === 'CLASS-INFO' ? { ...one, max: 3, version: 2 } : one))
    const clock = start('INFO', '2026-11-24T03:00:00Z', bitung, changed)[0]
    expect(clock).toMatchObject({ ruleId: 'CLASS-INFO', ruleVersion: 2, amount: 3, dueOn: '2026-11-27' })
  })

  it('starts no clock for a rule switched off, but a class without a rule is a named fault', () => {
    const without = (id: string) => rules.filter((one) => one.id !== id)
    expect(Object.keys(dues(start('NON', '2026-11-24T03:00:00Z', bitung, without('UU25-DECIDE'))))).toEqual([
      'CLASS-NON-OVERSIGHT',
      'LAPOR-VERIFY',
      'UU25-ACK-COMPLETENESS',
    ])
    const receipt = {
      ...bitung,
      serviceClass: 'NON',
      receivedAt: new Date('2026-11-24T03:00:00Z'),
      rules: without('CLASS-NON-OVERSIGHT'),
    } as const
    expect(startClocksOnReceipt(receipt)).toEqual({ ok: false, error: 'class_rule_missing' })
  })

  it('C9 beyond the calendar the working-day clocks run undated and say why, the others still count', () => {
    const clocks = start('NON', '2028-01-04T03:00:00Z')
    expect(dues(clocks)).toEqual({
      'CLASS-NON-OVERSIGHT': null,
      'LAPOR-VERIFY': null,
      'UU25-ACK-COMPLETENESS': '2028-01-18',
      'UU25-DECIDE': '2028-03-04',
    })
    expect(clocks.map((clock) => clock.problem)).toEqual(['calendar_year_unknown', 'calendar_year_unknown', null, null])
    expect(clocks.map((clock) => clock.dueAt === null)).toEqual([true, true, false, false])
    expect(answerDue(clocks)?.ruleId).toBe('UU25-DECIDE')
    expect(promises(clocks)).toEqual(['completeness 2028-01-18', 'answer 2028-03-04'])
  })

  it('receives a ticket whose every clock is undated, and promises nothing then', () => {
    const wdOnly = rules.filter((one) => one.unit === 'wd')
    const clocks = start('OVR', '2028-01-04T03:00:00Z', bitung, wdOnly)
    expect(clocks).toHaveLength(2)
    expect(answerDue(clocks)).toBeNull()
    expect(publicPromises(clocks)).toEqual([])
  })
})

describe('other units', () => {
  it('counts hours to the minute and years to the day', () => {
    const at = new Date('2026-11-27T16:30:00Z')
    expect(startClock(rule('PDP-BREACH'), 'breach_known', at, bitung)).toMatchObject({
      dueOn: '2026-12-01',
      dueAt: new Date('2026-11-30T16:30:00Z'),
      startedEarly: false,
    })
    expect(startClock(rule('ORI-AGE'), 'event', at, bitung)).toMatchObject({
      dueOn: '2028-11-28',
      dueAt: new Date('2028-11-28T15:59:59.999Z'),
    })
  })
})

describe('what binds the answer and what is promised', () => {
  it('T1 the earlier of class and statute binds the answer, and is named: 5 and 14 working days, then 60 calendar days', () => {
    expect(answerDue(start('INFO', '2026-11-24T03:00:00Z'))?.ruleId).toBe('CLASS-INFO')
    expect(answerDue(start('NON', '2026-11-24T03:00:00Z'))?.ruleId).toBe('CLASS-NON-OVERSIGHT')
    expect(answerDue(start('OVR', '2026-11-24T03:00:00Z'))).toMatchObject({
      ruleId: 'UU25-DECIDE',
      law: 'UU 25/2009 Pasal 50; Perpres 76/2013',
      dueOn: '2027-01-23',
    })
  })

  it('T1 the class binds where it is the earlier one, whichever stands first', () => {
    const shorter = rules.map((one) => (one.id === 'CLASS-OVERSIGHT' ? { ...one, max: 30 } : one))
    const clocks = start('OVR', '2026-11-24T03:00:00Z', bitung, shorter)
    expect(answerDue(clocks)?.ruleId).toBe('CLASS-OVERSIGHT')
    expect(answerDue([...clocks].reverse())?.ruleId).toBe('CLASS-OVERSIGHT')
  })

  it('never takes the first check or the completeness reply for the answer', () => {
    const clocks = start('NON', '2026-11-24T03:00:00Z').filter((clock) => ['LAPOR-VERIFY', 'UU25-ACK-COMPLETENESS'].includes(clock.ruleId))
    expect(answerDue(clocks)).toBeNull()
    expect(answerDue([])).toBeNull()
  })

  it('promises soonest first and leaves out what the answer makes moot', () => {
    expect(promises(start('INFO', '2026-11-24T03:00:00Z'))).toEqual(['first_check 2026-11-27', 'answer 2026-12-01'])
    expect(promises(start('NON', '2026-11-24T03:00:00Z'))).toEqual([
      'first_check 2026-11-27',
      'completeness 2026-12-08',
      'answer 2026-12-14',
    ])
    expect(promises(start('OVR', '2026-11-24T03:00:00Z'))).toEqual([
      'first_check 2026-11-27',
      'completeness 2026-12-08',
      'answer 2027-01-23',
    ])
  })

  it('T1 near Idulfitri a calendar-day law falls before the working-day one and both are kept', () => {
    const clocks = start('NON', '2026-03-12T03:00:00Z')
    expect(dues(clocks)).toMatchObject({ 'UU25-ACK-COMPLETENESS': '2026-03-26', 'CLASS-NON-OVERSIGHT': '2026-04-09' })
  })

  it('C9 whatever the day, class and zone: the answer has a date, and no promise is later', () => {
    const at = fc.date({ min: new Date('2025-01-02'), max: new Date('2028-06-30'), noInvalidDate: true })
    fc.assert(
      fc.property(
        at,
        fc.constantFrom(...ticketClasses),
        fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
        (received, serviceClass, timeZone) => {
          const clocks = start(serviceClass, received.toISOString(), { timeZone, holidays })
          const answer = answerDue(clocks)
          expect(answer).not.toBeNull()
          const last = answer?.dueAt.getTime() ?? 0
          for (const clock of clocks) if (clock.dueAt) expect(clock.dueAt > received).toBe(true)
          const answering = clocks.filter(({ ruleId }) => /^CLASS|DECIDE$/.test(ruleId)).flatMap(({ dueAt: at }) => at?.getTime() ?? [])
          expect(last).toBe(Math.min(...answering))
          const times = publicPromises(clocks).map(({ clock }) => clock.dueAt.getTime())
          expect(times).toEqual([...times].sort((a, b) => a - b))
          expect(Math.max(...times)).toBe(last)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('urgency', () => {
  const due = new Date('2026-11-30T15:59:59.999Z') // Monday's end in WITA
  it.each([
    ['2026-12-01T00:00:00Z', 'late', -1],
    ['2026-11-30T16:00:00.000Z', 'late', -1],
    ['2026-11-30T15:59:59.999Z', 'today', 0],
    ['2026-11-29T16:00:00.000Z', 'today', 0],
    ['2026-11-29T15:59:59.999Z', 'soon', 1], // Sunday: Monday is the one working day left
    ['2026-11-27T03:00:00.000Z', 'soon', 1], // Friday
    ['2026-11-26T03:00:00.000Z', 'soon', 2], // Thursday
    ['2026-11-25T15:59:59.999Z', 'later', 3], // Wednesday's last moment
    ['2026-11-25T16:00:00.000Z', 'soon', 2], // Thursday's first
  ])('at %s a ticket due on Monday is %s, %i working days left', (now, expected, left) => {
    expect(urgency(due, new Date(now), bitung)).toBe(expected)
    expect(workingDaysLeft(due, new Date(now), bitung)).toEqual({ ok: true, value: left })
  })

  it('C9 the last working day before the Lebaran leave warns of the second day after it', () => {
    const afterLeave = new Date('2026-03-26T15:59:59.999Z')
    expect(urgency(afterLeave, new Date('2026-03-17T03:00:00Z'), bitung)).toBe('soon')
    expect(urgency(afterLeave, new Date('2026-03-16T03:00:00Z'), bitung)).toBe('later')
  })

  it('a due hour passed today is late, though the day is not over', () => {
    const hour = new Date('2026-11-30T02:00:00Z')
    expect(urgency(hour, new Date('2026-11-30T01:59:00Z'), bitung)).toBe('today')
    expect(urgency(hour, new Date('2026-11-30T02:01:00Z'), bitung)).toBe('late')
  })

  it('C9 beyond the calendar two calendar days are soon', () => {
    const far = new Date('2028-01-18T15:59:59.999Z')
    expect(urgency(far, new Date('2028-01-19T03:00:00Z'), bitung)).toBe('late')
    expect(urgency(far, new Date('2028-01-18T03:00:00Z'), bitung)).toBe('today')
    expect(urgency(far, new Date('2028-01-16T03:00:00Z'), bitung)).toBe('soon')
    expect(urgency(far, new Date('2028-01-15T03:00:00Z'), bitung)).toBe('later')
    expect(workingDaysLeft(far, new Date('2028-01-15T03:00:00Z'), bitung)).toEqual({ ok: false, error: 'calendar_year_unknown' })
  })
})

describe('the shipped rule pack', () => {
  it('has 20 rules, each once, of known unit and evidence, with law and source', () => {
    expect(new Set(rules.map((one) => one.id)).size).toBe(20)
    for (const one of pack.rules) {
      expect(deadlineUnits as readonly string[]).toContain(one.unit)
      expect(['S', 'V', 'R']).toContain(one.evidence)
      expect(one.valid_from).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(Number.isInteger(one.max) && one.max > 0).toBe(true)
      for (const text of [one.what, one.from, one.law, one.source]) expect(text.length).toBeGreaterThan(3)
    }
  })

  it('has each version once, and a later one from a later day', () => {
    expect(new Set(pack.rules.map(({ id, version }) => `${id} ${version}`)).size).toBe(pack.rules.length)
    for (const one of pack.rules) {
      const versions = pack.rules.filter(({ id }) => id === one.id).sort((a, b) => a.version - b.version)
      const days = versions.map(({ valid_from: day }) => day)
      expect(days).toEqual([...new Set(days)].sort())
    }
  })

  it('T1 says 5, 14 and 60 working days for the classes, 3 for the first check, 14 and 60 days for the statute', () => {
    const short = (id: string) => `${rule(id).max} ${rule(id).unit}`
    expect(
      ['CLASS-INFO', 'CLASS-NON-OVERSIGHT', 'CLASS-OVERSIGHT', 'LAPOR-VERIFY', 'UU25-ACK-COMPLETENESS', 'UU25-DECIDE'].map(short),
    ).toEqual(['5 wd', '14 wd', '60 wd', '3 wd', '14 cd', '60 cd'])
  })
})

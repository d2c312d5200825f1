import { describe, expect, test } from 'vitest'
import { parseStat } from './processes.ts'
import { composeReport, composeTable, type Figures, percentile, ratio, total } from './report.ts'

const submit: Figures = {
  name: 'submit',
  what: 'the last POST',
  count: 100,
  failures: 0,
  seconds: 4,
  programCpu: 1.5,
  databaseCpu: 0.75,
  statements: 12,
  floorCpu: 0.9,
  times: Array.from({ length: 100 }, (_, place) => 100 - place),
}

describe('percentiles', () => {
  test.each([
    [50, 50],
    [95, 95],
    [99, 99],
    [100, 100],
    [0, 1],
  ])('the %i-th of 1 to 100 in any order is %i', (hundredth, value) => {
    expect(percentile(submit.times, hundredth)).toBe(value)
  })

  test('of one value is that value, of nothing is none', () => {
    expect([percentile([7], 50), percentile([7], 99)]).toEqual([7, 7])
    expect(percentile([], 50)).toBeNaN()
  })

  test('are of numbers, not of their digits', () => {
    expect(percentile([9, 10, 100, 1000], 50)).toBe(10)
  })
})

describe('sums', () => {
  test('the processor time of program and database is what is compared with the floor', () => {
    expect(total(submit)).toBe(2.25)
    expect(ratio(submit)).toBe(2.5)
  })

  test('without a floor there is no ratio', () => {
    expect(ratio({ ...submit, floorCpu: null })).toBeNull()
    expect(ratio({ ...submit, floorCpu: 0 })).toBeNull()
  })
})

describe('the table', () => {
  test('has a line for each operation, its columns in line', () => {
    const lines = composeTable([submit, { ...submit, name: 'open ticket', floorCpu: null, statements: null }]).split('\n')
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1)
    expect(
      lines.map((line) =>
        line
          .split('|')
          .map((cell) => cell.trim())
          .filter((cell) => cell !== ''),
      ),
    ).toEqual([
      [
        'operation',
        'CPU ms/op',
        'program',
        'database',
        'floor',
        'ratio',
        'messages',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'ops/s',
        'count',
        'failed',
      ],
      expect.arrayContaining([expect.stringMatching(/^:-+$/)]),
      ['submit', '2.25', '1.50', '0.75', '0.90', '2.5', '12', '50.0', '95.0', '99.0', '25', '100', '0'],
      ['open ticket', '2.25', '1.50', '0.75', '-', '-', '-', '50.0', '95.0', '99.0', '25', '100', '0'],
    ])
  })

  test('stands in the report with date, command, commit and machine', () => {
    const report = composeReport(
      {
        command: 'npm run bench',
        date: '2026-11-24',
        commit: 'abc1234',
        scale: '10k',
        tickets: 10_000,
        machine: '2 cores',
        residentMegabytes: 150.4,
        peakMegabytes: 180,
        databaseMegabytes: 200,
        diskMegabytes: 90,
        load: [0.1, 2],
        workers: 2,
        notes: ['pgbench not found'],
      },
      [submit],
    )
    for (const part of [
      composeTable([submit]),
      '2026-11-24',
      '`npm run bench`',
      'abc1234',
      '2 cores',
      '150 MB',
      'the last POST',
      'pgbench not found',
    ])
      expect(report).toContain(part)
  })
})

test('the processor time of a process is read behind its name, whatever that holds', () => {
  const line = '1234 (post gres: a) b) S 77 1234 1234 0 -1 4194560 1 2 3 4 150 50 30 20 20 0 1 0 1 1 1'
  expect(parseStat(line)).toEqual({ pid: 1234, parent: 77, own: 200, ended: 50 })
})

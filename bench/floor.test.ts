import { describe, expect, test } from 'vitest'
import { composeScript, readProgress } from './floor.ts'
import { parseParameters, readTransactions } from './recording.ts'

describe('what the log says', () => {
  test('values come back as they were sent', () => {
    expect(parseParameters(`Parameters: $1 = 'it''s $2 = ''x'', really', $2 = NULL, $3 = '', $4 = 'two\nlines'`)).toEqual([
      `it's $2 = 'x', really`,
      null,
      '',
      'two\nlines',
    ])
  })

  test('transactions of requests are kept, those of jobs are not, whatever order their lines have', () => {
    const line = (session_id: string, message: string, detail?: string) => ({
      session_id,
      message,
      ...(detail === undefined ? {} : { detail }),
    })
    const transactions = readTransactions([
      line('a', `statement: begin; set local tanggap.actor = 'visitor'`),
      line('b', `statement: begin; set local tanggap.actor = 'system'`),
      line('b', 'execute job: select 1'),
      line('a', 'execute record.load: select $1', `Parameters: $1 = 'x'`),
      { session_id: 'a', message: 'duration: 1 ms' },
      line('b', 'statement: commit'),
      line('a', 'statement: commit'),
      line('a', 'execute <unnamed>: select 2'),
    ])
    expect(transactions.map((each) => each.map(({ sql }) => sql))).toEqual([
      [`begin; set local tanggap.actor = 'visitor'`, 'select $1', 'commit'],
    ])
    expect(transactions[0]?.[1]?.values).toEqual(['x'])
  })
})

describe('the script for pgbench', () => {
  const since = Date.parse('2026-11-24T00:00:00Z')
  const idAt = (at: number) =>
    `${at
      .toString(16)
      .padStart(12, '0')
      .replace(/^(.{8})/, '$1-')}-7abc-8abc-0123456789ab`
  const [old, made] = [idAt(since - 5000), idAt(since + 5000)]
  const hash = `\\x${'ab'.repeat(32)}`
  const known = `\\x${'cd'.repeat(32)}`

  test('keeps what was asked for and renews what the table takes once', () => {
    const { text, variables } = composeScript(
      [
        [
          { sql: `begin; set local a = 'b'`, values: [] },
          { sql: 'select 1 from draft where token = $1', values: [known] },
          {
            sql: 'insert into t (id, office, hash, token, number, note, empty) values ($1, $2, $3, $4, $5, $6, $7)',
            values: [made, old, hash, known, '26-0000-0000-A', null, ''],
          },
          { sql: 'commit', values: [] },
        ],
      ],
      3,
      since,
    )
    const prefix = made.replaceAll('-', '').slice(0, 13)
    expect(variables).toEqual([
      ['s3v0', known],
      ['s3v1', old],
    ])
    expect(text.split('\n')).toEqual([
      ...[0, 1, 2].map((place) => `\\set f${place} random(1000000000000000000, 9000000000000000000)`),
      'begin;',
      `set local a = 'b';`,
      'select 1 from draft where token = :s3v0;',
      `insert into t (id, office, hash, token, number, note, empty) values (('${prefix}' || :f0::text)::uuid, :s3v1, decode('0' || :f1::text || '000000000000', 'hex'), :s3v0, ('26-' || :f2::text), null, '');`,
      'commit;',
    ])
  })

  test('a renewed id is a whole uuid and a renewed hash a whole number of bytes', () => {
    const drawn = '1'.repeat(19)
    expect(`${made.replaceAll('-', '').slice(0, 13)}${drawn}`).toHaveLength(32)
    expect(`0${drawn}000000000000`.length % 2).toBe(0)
  })
})

test('turns are read from what pgbench says of each second', () => {
  expect(readProgress('progress: 3.0 s, 812.4 tps, lat 2.461 ms stddev 0.9, 0 failed')).toEqual({ second: 3, turns: 812.4 })
  expect(readProgress('pgbench (15.18, server 18.4)')).toBeNull()
})

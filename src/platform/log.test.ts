import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function logged(error: unknown): Record<string, unknown> {
  const lines: string[] = []
  createLog('warn', { write: (line: string) => void lines.push(line) }).warn({ error }, 'failed')
  return (JSON.parse(lines[0] ?? '{}') as { error: Record<string, unknown> }).error
}

test('C14: a failure is told by its class and place, never in its words', () => {
  const error = Object.assign(new TypeError('nama Siti Aminah'), {
    code: '23505',
    severity: 'ERROR',
    routine: 'check',
    table: 'record_ticket',
    detail: 'Siti',
  })
  expect(logged(error)).toMatchObject({
    kind: 'TypeError',
    code: '23505',
    table: 'record_ticket',
    trace: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
  })
  expect(JSON.stringify(logged(error))).not.toMatch(/Siti/)
  expect(logged('Siti')).toEqual({ kind: 'string' })
})

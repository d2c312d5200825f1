import { describe, expect, test } from 'vitest'
import { readSignals, writeSignals } from './signals.ts'

const ticket = (id: string) => ({ kind: 'ticket', ids: [id, 'office'] })

describe('signals on their way between processes', () => {
  test('come out as they went in, each once', () => {
    const [message = '', ...more] = writeSignals([ticket('a'), ticket('b'), ticket('a')])
    expect(more).toEqual([])
    expect(readSignals(message)).toEqual([ticket('a'), ticket('b')])
  })

  test('a thousand of them go in messages that PostgreSQL takes, and none is lost', () => {
    const many = Array.from({ length: 1000 }, (_, place) => ticket(`01a20c62-6a80-7401-b776-${String(place).padStart(12, '0')}`))
    const messages = writeSignals(many)
    expect(messages.length).toBeGreaterThan(1)
    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(8000)
    expect(messages.flatMap(readSignals)).toEqual(many)
  })

  test('nothing said is nothing sent, and an empty message says nothing', () => {
    expect(writeSignals([])).toEqual([])
    expect(readSignals('')).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { findTouched, readPageMoment } from './watching.ts'

const now = new Date('2026-11-24T10:00:00Z')

describe('an open list', () => {
  test('is told of its own unit, and not of what the officer did', () => {
    const signals = [
      { kind: 'ticket', ids: ['a', 'here', 'sari'] },
      { kind: 'ticket', ids: ['b', 'here', 'me'] },
      { kind: 'ticket', ids: ['c', 'there', 'sari'] },
      { kind: 'ticket', ids: ['d'] },
      { kind: 'actor', ids: ['e', 'here', 'sari'] },
    ]
    expect(findTouched(signals, 'here', 'me')).toEqual(['a'])
  })

  test('begins where the page was made, at the most half a day ago', () => {
    expect(readPageMoment(String(now.getTime() - 5000), now)).toEqual(new Date(now.getTime() - 5000))
    expect(readPageMoment('1', now)).toEqual(new Date('2026-11-23T22:00:00Z'))
    for (const wrong of [undefined, '', 'x', '-5', String(now.getTime() + 1)]) expect(readPageMoment(wrong, now)).toBeNull()
  })
})

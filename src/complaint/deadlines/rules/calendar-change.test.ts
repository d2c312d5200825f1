import { expect, test } from 'vitest'
import { divideMoves } from './calendar-change.ts'

const move = (officeId: string, tickets: number) => ({ officeId, tickets })

test('T6: groups of clocks lie in parts by their units, none lost, none larger than one group makes it', () => {
  const parts = divideMoves([move('b', 300), move('a', 200), move('b', 300), move('a', 100), move('c', 900)], 500)
  expect(parts).toEqual([[move('a', 200), move('a', 100)], [move('b', 300)], [move('b', 300)], [move('c', 900)]])
  expect(divideMoves([], 500)).toEqual([])
})

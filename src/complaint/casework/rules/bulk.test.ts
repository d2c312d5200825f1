import { describe, expect, it } from 'vitest'
import { mayUndo, moveInOrder } from './bulk.ts'

const at = new Date('2026-11-24T03:00:00Z')
const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

describe('taking back what was done to many at once', () => {
  it('goes for ten minutes, and once', () => {
    expect(mayUndo({ at, undoneAt: null }, later(10))).toBe(true)
    expect(mayUndo({ at, undoneAt: null }, new Date(later(10).getTime() + 1))).toBe(false)
    expect(mayUndo({ at, undoneAt: later(1) }, later(2))).toBe(false)
  })
})

describe('the order of saved views', () => {
  it('moves one past its neighbour, and stays at its ends', () => {
    expect(moveInOrder(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(moveInOrder(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(moveInOrder(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
    expect(moveInOrder(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moveInOrder(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
  })
})

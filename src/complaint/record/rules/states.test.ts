import { describe, expect, it } from 'vitest'
import {
  canMove,
  isOpen,
  isTicketState,
  movesTo,
  publicStage,
  publicStages,
  type TicketState,
  ticketStates,
  transitions,
} from './states.ts'

/** The table of moves once more, as a picture and by hand: rows from, columns to, both in the order of `order`. */
const order: readonly TicketState[] = [
  'submitted',
  'checking',
  'waiting_complainant',
  'assigned',
  'investigating',
  'answered',
  'closed',
  'in_review',
  'referred',
  'transferred',
  'archived',
  'merged',
  'withdrawn',
]
//   su ch wa as in an cl re rf tr ar me wi
const picture = `
     .  x  .  .  .  .  .  .  x  x  x  x  x   submitted
     .  .  x  x  .  .  .  .  x  x  x  x  x   checking
     .  x  .  x  x  .  .  .  x  x  x  x  x   waiting_complainant
     .  x  x  .  x  .  .  .  x  x  x  x  x   assigned
     .  x  x  x  .  x  .  x  x  x  x  x  x   investigating
     .  .  .  .  x  .  x  x  x  .  .  x  .   answered
     .  .  .  .  x  .  .  x  .  .  .  .  .   closed
     .  .  .  .  .  x  .  .  .  .  .  .  .   in_review
     .  .  .  .  x  x  .  .  .  .  .  .  .   referred
     .  x  .  .  .  .  .  .  .  .  .  .  .   transferred
     .  x  .  .  .  .  .  .  .  .  .  .  .   archived
     x  x  x  x  x  .  .  .  .  .  .  .  .   merged
     .  .  .  .  .  .  .  .  .  .  .  .  .   withdrawn`
const rows = picture
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const pairs = order.flatMap((from, row) => order.map((to, column) => ({ from, to, allowed: rows[row]?.[column] === 'x' })))

describe('states of a ticket', () => {
  it('K4 the picture names every state once', () => {
    expect([...order].sort()).toEqual([...ticketStates].sort())
    expect(rows.map((row) => row.at(-1))).toEqual(order)
    expect(pairs).toHaveLength(169)
  })

  it.each(pairs)('K4 $from -> $to allowed: $allowed', ({ from, to, allowed }) => {
    expect(canMove(from, to)).toBe(allowed)
  })

  it('K4 no state moves to itself or twice to the same, and none but withdrawn is a dead end', () => {
    for (const state of ticketStates) {
      expect(transitions[state]).not.toContain(state)
      expect(new Set(transitions[state]).size).toBe(transitions[state].length)
      if (state !== 'withdrawn') expect(transitions[state].length).toBeGreaterThan(0)
    }
  })

  it('knows a state by its name only', () => {
    for (const state of ticketStates) expect(isTicketState(state)).toBe(true)
    for (const other of ['', 'open', 'SUBMITTED', 'toString', 'constructor', null, undefined, 3, {}])
      expect(isTicketState(other)).toBe(false)
  })
})

describe('ways that imply steps', () => {
  it.each<[TicketState, TicketState, readonly TicketState[] | null]>([
    ['submitted', 'assigned', ['checking', 'assigned']],
    ['submitted', 'investigating', ['checking', 'assigned', 'investigating']],
    ['submitted', 'answered', ['checking', 'assigned', 'investigating', 'answered']],
    ['submitted', 'waiting_complainant', ['checking', 'waiting_complainant']],
    ['checking', 'answered', ['assigned', 'investigating', 'answered']],
    ['assigned', 'answered', ['investigating', 'answered']],
    ['investigating', 'answered', ['answered']],
    ['waiting_complainant', 'answered', ['investigating', 'answered']],
    ['referred', 'answered', ['answered']],
    ['submitted', 'archived', ['archived']],
    ['assigned', 'assigned', []],
    // An answer or a closure is never implied, nor is bringing back what was ended.
    ['investigating', 'closed', null],
    ['submitted', 'closed', null],
    ['submitted', 'in_review', null],
    ['archived', 'answered', null],
    ['transferred', 'assigned', null],
    ['closed', 'answered', null],
    ['answered', 'assigned', null],
    ['withdrawn', 'checking', null],
    ['in_review', 'investigating', null],
    ['investigating', 'submitted', null],
  ])('K4 %s to %s: %j', (from, to, expected) => {
    expect(movesTo(from, to)).toEqual(expected)
  })

  it.each(pairs)('K4 $from ... $to goes only along the table, ends there and passes only implied states', ({ from, to, allowed }) => {
    const moves = movesTo(from, to)
    if (allowed) expect(moves).toEqual([to])
    if (from === to) expect(moves).toEqual([])
    if (!moves || from === to) return
    expect(moves.at(-1)).toBe(to)
    let at = from
    for (const next of moves) {
      expect(canMove(at, next)).toBe(true)
      at = next
    }
    for (const passed of moves.slice(0, -1)) expect(['checking', 'assigned', 'investigating']).toContain(passed)
    expect(moves.length).toBe(shortest(from, to))
  })

  /** Breadth-first over the implied states: an independent answer to how long the shortest way is. */
  function shortest(from: TicketState, to: TicketState): number {
    const passable: readonly TicketState[] = ['checking', 'assigned', 'investigating']
    let edge: readonly TicketState[] = [from]
    for (let steps = 1; steps <= ticketStates.length; steps += 1) {
      if (edge.some((state) => canMove(state, to))) return steps
      edge = edge.flatMap((state) => transitions[state]).filter((state) => passable.includes(state))
    }
    return Infinity
  }
})

describe('what a state means to others', () => {
  it('is open exactly while something is owed', () => {
    expect(ticketStates.filter(isOpen)).toEqual([
      'submitted',
      'checking',
      'waiting_complainant',
      'assigned',
      'investigating',
      'referred',
      'in_review',
    ])
  })

  it('shows a public stage for every state and uses every stage', () => {
    expect(Object.fromEntries(ticketStates.map((state) => [state, publicStage(state)]))).toEqual({
      submitted: 'received',
      checking: 'checking',
      waiting_complainant: 'waiting_for_you',
      assigned: 'in_progress',
      investigating: 'in_progress',
      answered: 'answered',
      closed: 'closed',
      referred: 'sent_on',
      transferred: 'sent_on',
      archived: 'closed',
      merged: 'in_progress',
      withdrawn: 'withdrawn',
      in_review: 'in_progress',
    })
    expect(new Set(ticketStates.map(publicStage))).toEqual(new Set(publicStages))
  })
})

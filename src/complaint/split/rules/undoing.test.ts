import { describe, expect, it } from 'vitest'
import { ticketStates } from '../../record/rules.ts'
import { findUndoProblem } from './undoing.ts'

const at = new Date('2026-11-24T03:00:00Z')
const later = (hours: number): Date => new Date(at.getTime() + hours * 3_600_000)
const part = { at, state: 'submitted', answered: false } as const

describe('K3: giving a part back', () => {
  it('is possible for a day, to the millisecond', () => {
    expect(findUndoProblem(part, later(24))).toBeNull()
    expect(findUndoProblem(part, new Date(later(24).getTime() + 1))).toBe('too_late')
  })

  it('is refused once it was answered, also when it was opened again since', () => {
    expect(findUndoProblem({ ...part, state: 'answered', answered: true }, later(1))).toBe('answered')
    expect(findUndoProblem({ ...part, state: 'investigating', answered: true }, later(1))).toBe('answered')
  })

  it('fits where it is in hand and nowhere else', () => {
    const fits = ticketStates.filter((state) => findUndoProblem({ ...part, state }, later(1)) === null)
    expect(fits).toEqual(['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating'])
  })
})

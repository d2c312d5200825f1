import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLinkProblem, relations, seenFrom, toLink } from './relations.ts'

const here = { id: 'a', hidden: false }
const there = { id: 'b', hidden: false }

describe('C19: what one report is to another', () => {
  it('is read from the side it was written from as it was written, and turned around from the other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...relations), (relation) => {
        const { kind, side } = toLink(relation)
        const back = side === 'ticket' ? 'other' : 'ticket'
        expect(seenFrom(kind, side)).toBe(relation)
        // What it looks like from the other side, written there, is the same link.
        const again = toLink(seenFrom(kind, back))
        expect(again.kind).toBe(kind)
        if (kind === 'earlier' || kind === 'follows') expect(again.side).toBe(back)
      }),
    )
  })

  it('turns an earlier report into a later one', () => {
    expect(seenFrom('earlier', 'other')).toBe('later')
    expect(seenFrom('follows', 'other')).toBe('leads')
    expect(seenFrom('related', 'other')).toBe('related')
  })

  it.each([
    ['related', here, there, null],
    ['related', here, null, 'number_not_found'],
    ['related', here, here, 'same_ticket'],
    ['earlier', here, there, null],
    ['earlier', here, { ...there, hidden: true }, 'person_hidden'],
    ['later', { ...here, hidden: true }, there, 'person_hidden'],
    ['same_matter', { ...here, hidden: true }, { ...there, hidden: true }, null],
  ] as const)('%s of %o to %o: %s', (relation, one, other, problem) => {
    expect(findLinkProblem(one, other, relation)).toBe(problem)
  })
})

import { describe, expect, it } from 'vitest'
import { ticketStates } from '../../record/rules.ts'
import { findProposalProblem, findShared, fitsHop, type HopState, hopDeeds, hopStates, isUnderWay, maySendOn, offerShares } from './hops.ts'

const open = { anonymous: false, unidentified: false, secret: false, restricted: false }

describe('rule 24: a report of another body', () => {
  it('is sent on from where work is going on, and never when it is merged, answered or over', () => {
    expect(ticketStates.filter(maySendOn)).toEqual(['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating'])
  })

  it.each<[string, readonly HopState[], readonly HopState[]]>([
    ['send', ['agreed'], []],
    ['acknowledge', ['sent'], []],
    ['return', ['sent'], ['acknowledged']],
    ['cancel', ['asked', 'agreed', 'sent'], []],
  ])('%s fits exactly these stands while the report is in hand, and these when the body has it', (deed, inHand, elsewhere) => {
    const known = hopDeeds.find((each) => each === deed)
    if (known === undefined) throw new Error(deed)
    expect(hopStates.filter((state) => fitsHop(known, state, 'assigned'))).toEqual(inHand)
    expect(hopStates.filter((state) => fitsHop(known, state, 'transferred') && deed !== 'cancel')).toEqual(elsewhere)
    // What was answered meanwhile goes nowhere.
    if (deed !== 'cancel') expect(hopStates.filter((state) => fitsHop(known, state, 'answered'))).toEqual([])
  })

  it('C16: only what a body acknowledged is with it, and nothing else begins beside what is under way', () => {
    expect(hopStates.filter(isUnderWay)).toEqual(['asked', 'agreed', 'sent', 'acknowledged'])
  })
})

describe('C12: what goes along', () => {
  it('is never the identity of who is anonymous or gave none, asked or not', () => {
    for (const hidden of [{ anonymous: true }, { unidentified: true }])
      for (const asks of [true, false]) expect(offerShares({ ...open, ...hidden }, asks)).toEqual(['text', 'files'])
  })

  it('of a secret or shielded report the identity only by its owner’s own yes', () => {
    for (const kept of [{ secret: true }, { restricted: true }]) {
      expect(offerShares({ ...open, ...kept }, true)).toContain('contact')
      expect(offerShares({ ...open, ...kept }, false)).not.toContain('contact')
    }
    expect(offerShares(open, false)).toContain('contact')
  })

  it('is nothing without a yes or a basis, and no more than was proposed', () => {
    const all = ['text', 'files', 'contact'] as const
    expect(findShared(all, null, false)).toEqual([])
    expect(findShared(all, 'no', true)).toEqual([])
    expect(findShared(all, 'without_identity', false)).toEqual(['text'])
    expect(findShared(['text'], 'yes', false)).toEqual(['text'])
    expect(findShared(all, null, true)).toEqual(all)
  })

  it.each([
    [{ shares: [], asks: true }, 'share_missing'],
    [{ asks: false, basis: null }, 'basis_missing'],
    [{ asks: false, basisWords: ' ' }, 'basis_words_missing'],
    [{ shares: ['contact'], asks: true }, null],
    [{}, null],
  ] as const)('a proposal of %j: %s', (change, problem) => {
    const proposal = { shares: ['text'] as const, asks: true, basis: 'legal_obligation' as const, basisWords: 'Pasal 10.', ...change }
    expect(findProposalProblem(proposal, open)).toBe(problem)
  })
})

import { describe, expect, it } from 'vitest'
import { ticketStates } from '../../record/rules.ts'
import {
  composeLanguages,
  composeText,
  countAnswered,
  findApart,
  findAttachProblem,
  findDecideRefusal,
  findProposeProblem,
  type TicketFacts,
} from '../rules.ts'

const inHand = ['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating']
const standing = { state: 'submitted', officeId: 'here', restricted: false, class: 'NON', category: 'PSP.06', severity: 'normal' } as const
const plain: TicketFacts = { kind: 'complaint', secret: false, standing, shielded: false }
const event = { id: 'e', officeId: 'here' }

describe('C19 what is answered together', () => {
  it.each(ticketStates)('only tickets in hand: %s', (state) => {
    expect(findApart({ ...plain, standing: { ...standing, state } }, 'here')).toBe(inHand.includes(state) ? null : 'not_in_hand')
  })

  it('none of another unit, restricted, kept from somebody, about staff, or grave enough for two approvals', () => {
    expect(findApart(plain, 'there')).toBe('other_unit')
    expect(findApart({ ...plain, standing: { ...standing, restricted: true } }, 'here')).toBe('restricted')
    expect(findApart({ ...plain, shielded: true }, 'here')).toBe('restricted')
    expect(findApart({ ...plain, standing: { ...standing, category: 'INT.01' } }, 'here')).toBe('restricted')
    expect(findApart({ ...plain, standing: { ...standing, severity: 'very_high' } }, 'here')).toBe('grave')
    expect(findApart({ ...plain, standing: { ...standing, class: 'OVR' } }, 'here')).toBeNull()
  })

  it('a ticket waits in one event', () => {
    expect(findAttachProblem(null, event)).toBe('not_found')
    expect(findAttachProblem({ ...plain, waitsIn: 'e' }, event)).toBe('attached_here')
    expect(findAttachProblem({ ...plain, waitsIn: 'f' }, event)).toBe('attached_elsewhere')
    expect(findAttachProblem({ ...plain, waitsIn: null }, event)).toBeNull()
  })
})

const parts = { finding: 'Mati.', action: 'Diperbaiki.', remedy: '', nextStep: 'Datang lagi.', outcome: 'noted' } as const

describe('C19 one text a language', () => {
  it('is proposed whole, and comes to the same in every language', () => {
    expect(findProposeProblem(parts, [])).toBeNull()
    expect(findProposeProblem({ ...parts, nextStep: ' ' }, [])).toBe('answer_incomplete')
    expect(findProposeProblem({ ...parts, outcome: '' }, [])).toBe('outcome_missing')
    expect(findProposeProblem({ ...parts, outcome: 'substantiated' }, [])).toBe('remedy_missing')
    expect(findProposeProblem(parts, ['noted'])).toBeNull()
    expect(findProposeProblem(parts, ['noted', 'substantiated'])).toBe('outcome_differs')
  })

  it('C15 is approved by nobody who wrote any of it, and only as it was read', () => {
    const hashes = ['h', 'h', 'h']
    expect(findDecideRefusal({ writers: ['a', 'b'], officerId: 'b', hashes })).toBe('own_text')
    expect(findDecideRefusal({ writers: ['a', 'b'], officerId: 'c', hashes })).toBeNull()
    expect(findDecideRefusal({ writers: ['a'], officerId: 'c', hashes: ['h', 'h', 'other'] })).toBe('text_changed')
  })

  it('two texts that differ anywhere are hashed differently', () => {
    const text = { ...parts, eventId: 'e', language: 'id' }
    const changed = (Object.keys(text) as (keyof typeof text)[]).map((key) => composeText({ ...text, [key]: 'x' }))
    expect(new Set([composeText(text), ...changed]).size).toBe(changed.length + 1)
  })

  it('nobody is answered in another language unless an officer said so, and a text on its way is waited for', () => {
    const counts = ['id', 'en', 'zh', 'ar'].map((language, place) => ({ language, waiting: 4 - place, answered: 0 }))
    const texts = [
      { language: 'id', state: 'approved' },
      { language: 'en', state: 'approved' },
      { language: 'ar', state: 'draft' },
    ] as const
    const by = (rest: string | null) => Object.fromEntries(composeLanguages(counts, texts, rest).map((one) => [one.language, one.by]))
    expect(by(null)).toEqual({ id: 'id', en: 'en', zh: null, ar: null })
    expect(by('en')).toEqual({ id: 'id', en: 'en', zh: 'en', ar: null })
    // The text of that language is not approved.
    expect(by('ar')).toEqual({ id: 'id', en: 'en', zh: null, ar: null })
  })

  it('an approver is told how many the text goes to: the rest among them, where an officer said so', () => {
    const counts = ['id', 'en', 'zh'].map((language) => ({ language, waiting: 2, answered: 0 }))
    const texts = [{ language: 'en', state: 'proposed' }] as const
    expect(countAnswered('en', { counts, texts, restLanguage: null })).toBe(2)
    expect(countAnswered('en', { counts, texts, restLanguage: 'en' })).toBe(6)
  })

  it('shows a text of a language in which nobody waits, last', () => {
    const shown = composeLanguages([{ language: 'id', waiting: 1, answered: 2 }], [{ language: 'fa', state: 'returned' }], null)
    expect(shown.map(({ language, waiting, open }) => [language, waiting, open])).toEqual([
      ['id', 1, null],
      ['fa', 0, 'returned'],
    ])
  })
})

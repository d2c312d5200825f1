import { describe, expect, test } from 'vitest'
import { type AssignmentRule, type Candidate, type Matter, tryRules } from './choosing.ts'

const matter: Matter = { officeId: 'jaksel', category: 'PSP.06', language: 'en', kind: 'complaint', restricted: false }
const person = (id: string, changes: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id,
  languages: ['id'],
  skills: [],
  awayUntil: null,
  deputyId: null,
  open: 5,
  kept: false,
  ...changes,
})
const rule = (id: string, changes: Partial<AssignmentRule> = {}): AssignmentRule => ({
  id,
  position: 1,
  name: id,
  active: true,
  officeId: null,
  category: null,
  language: null,
  kind: null,
  target: { to: 'people', skill: null, speaks: false, most: null },
  ...changes,
})
const unit = (...candidates: readonly Candidate[]) => ({ candidates, queueIds: new Set(['team']) })
const decide = (rules: readonly AssignmentRule[], candidates: readonly Candidate[], changes: Partial<Matter> = {}) => {
  const { decision } = tryRules(rules, { ...matter, ...changes }, unit(...candidates))
  return decision === null ? null : [decision.rule.id, decision.to === 'queue' ? decision.queueId : decision.officer.id]
}

describe('which rules fit', () => {
  test.each<[Partial<AssignmentRule>, boolean]>([
    [{}, true],
    [{ officeId: 'jaksel' }, true],
    [{ officeId: 'bandung' }, false],
    [{ category: 'PSP.06' }, true],
    [{ category: 'PSP' }, true],
    [{ category: 'PS' }, false],
    [{ category: 'PSP.07' }, false],
    [{ language: 'en' }, true],
    [{ language: 'id' }, false],
    [{ kind: 'complaint' }, true],
    [{ kind: 'suggestion' }, false],
    [{ active: false }, false],
  ])('%j: %s', (changes, fits) => {
    expect(decide([rule('r', changes)], [person('a')]) !== null).toBe(fits)
  })
})

describe('who gets it', () => {
  const speaks = { target: { to: 'people', skill: null, speaks: true, most: null } } as const
  const skilled = { target: { to: 'people', skill: 'passports', speaks: false, most: null } } as const
  const few = { target: { to: 'people', skill: null, speaks: false, most: 5 } } as const
  const named = { target: { to: 'person', officerId: 'a' } } as const

  test.each<[string, Partial<AssignmentRule>, readonly Candidate[], string | null]>([
    ['the one with the fewest open reports', {}, [person('a'), person('b', { open: 2 })], 'b'],
    ['of equals the first by name', {}, [person('a'), person('b')], 'a'],
    ['never one who is away', {}, [person('a', { open: 0, awayUntil: '2026-12-01' }), person('b')], 'b'],
    ['never one it is kept from', {}, [person('a', { open: 0, kept: true }), person('b')], 'b'],
    ['nobody when all are away or kept away', {}, [person('a', { awayUntil: '2026-12-01' }), person('b', { kept: true })], null],
    ['who speaks the language', speaks, [person('a', { open: 0 }), person('b', { languages: ['en'] })], 'b'],
    ['who has the skill', skilled, [person('a', { open: 0 }), person('b', { skills: ['passports'] })], 'b'],
    ['nobody when none has the skill', skilled, [person('a')], null],
    ['nobody who has enough', few, [person('a'), person('b', { open: 6 })], null],
    ['the named one, however much they have', named, [person('a', { open: 90 }), person('b', { open: 0 })], 'a'],
    ['the deputy of the named one', named, [person('a', { awayUntil: '2026-12-01', deputyId: 'b' }), person('b')], 'b'],
    [
      'nobody when the deputy is away too',
      named,
      [person('a', { awayUntil: '2026-12-01', deputyId: 'b' }), person('b', { awayUntil: '2026-12-01' })],
      null,
    ],
    [
      'nobody when it is kept from the deputy',
      named,
      [person('a', { awayUntil: '2026-12-01', deputyId: 'b' }), person('b', { kept: true })],
      null,
    ],
    ['nobody when it is kept from the named one', named, [person('a', { kept: true }), person('b')], null],
    ['nobody when the named one is of another unit', named, [person('b')], null],
  ])('%s', (_, changes, candidates, expected) => {
    expect(decide([rule('r', changes)], candidates)).toEqual(expected === null ? null : ['r', expected])
  })

  test('the first rule that finds somebody decides, and what became of each is told', () => {
    const rules = [rule('off', { active: false }), rule('id', { language: 'id' }), rule('skilled', skilled), rule('any'), rule('last')]
    const trial = tryRules(rules, matter, unit(person('a')))
    expect(trial.tried.map(({ outcome }) => outcome)).toEqual(['off', 'unfit', 'nobody', 'decided', 'not_reached'])
    expect(trial.decision).toMatchObject({ to: 'officer', because: 'fewest', officer: { id: 'a' } })
  })

  test('what is restricted is given to no person by a rule, and may lie in a team’s heap', () => {
    const queue = rule('team', { target: { to: 'queue', queueId: 'team' } })
    expect(decide([rule('any')], [person('a')], { restricted: true })).toBeNull()
    expect(decide([rule('any'), queue], [person('a')], { restricted: true })).toEqual(['team', 'team'])
  })

  test('a team of another unit gets nothing', () => {
    expect(decide([rule('r', { target: { to: 'queue', queueId: 'elsewhere' } })], [person('a')])).toBeNull()
  })
})

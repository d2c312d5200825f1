import { expect, test } from 'vitest'
import { findCircle, findNewPlace, type Held, type Related, type Unit } from '../rules.ts'

const unit = (id: string, type: string, province = 'Sulawesi Utara'): Unit => ({ id, code: id.toUpperCase(), type, province })
const units = [
  unit('ditjen', 'ditjen', 'DKI Jakarta'),
  unit('patnal', 'compliance', 'DKI Jakarta'),
  unit('kanwil', 'kanwil'),
  unit('bitung', 'kanim'),
  unit('manado', 'kanim'),
  unit('tarakan', 'kanim', 'Kalimantan Utara'),
]
const held: readonly Held[] = [
  { officerId: 'rani', officeId: 'bitung', role: 'handler' },
  { officerId: 'bayu', officeId: 'bitung', role: 'intake' },
  { officerId: 'audi', officeId: 'bitung', role: 'auditor' },
  { officerId: 'sari', officeId: 'kanwil', role: 'manager' },
  { officerId: 'wawan', officeId: 'kanwil', role: 'handler' },
  { officerId: 'mira', officeId: 'manado', role: 'manager' },
  { officerId: 'dian', officeId: 'patnal', role: 'compliance' },
  { officerId: 'second', officeId: 'patnal', role: 'compliance' },
  { officerId: 'head', officeId: 'ditjen', role: 'manager' },
]
const name = (officerIds: readonly string[], officeIds: readonly string[] = [], levels = 1, related: readonly Related[] = []) =>
  findCircle({ officerIds, officeIds, held, units, levels, related })
const reasonsOf = (circle: ReturnType<typeof findCircle>) =>
  Object.fromEntries([...circle.officers].map(({ officerId, reason }) => [officerId, reason]))

test('A4 C11: the named person, everybody of their unit, and who is set over it are kept away; neighbours are not', () => {
  const circle = name(['rani'])
  expect(reasonsOf(circle)).toEqual({ rani: 'named', bayu: 'unit', audi: 'unit', sari: 'superior' })
  expect(circle.units).toEqual([
    { officeId: 'bitung', reason: 'unit' },
    { officeId: 'kanwil', reason: 'superior' },
  ])
})

test('A4: a unit named as a whole is kept away without anybody named in it', () => {
  expect(reasonsOf(name([], ['bitung']))).toEqual({ rani: 'unit', bayu: 'unit', audi: 'unit', sari: 'superior' })
})

test('A4: how many levels above are kept away is a setting', () => {
  expect(name(['rani'], [], 0).units).toEqual([{ officeId: 'bitung', reason: 'unit' }])
  expect(reasonsOf(name(['rani'], [], 9))).toEqual(reasonsOf(name(['rani'])))
})

test('A4: somebody of compliance is kept away alone; a Kanwil complained of is no superior of itself', () => {
  expect(name(['dian'])).toEqual({ officers: [{ officerId: 'dian', reason: 'named' }], units: [] })
  expect(reasonsOf(name(['wawan', 'rani'])).sari).toBe('unit')
})

test('C11 A4: approvers and who trains or is trained are kept away wherever they are, each for the nearest reason', () => {
  const related: readonly Related[] = [
    { officerId: 'second', reason: 'approver' },
    { officerId: 'mira', reason: 'training' },
    { officerId: 'bayu', reason: 'training' },
    { officerId: 'sari', reason: 'approver' },
  ]
  const circle = name(['rani'], [], 1, related)
  expect(reasonsOf(circle)).toMatchObject({ second: 'approver', mira: 'training', bayu: 'unit', sari: 'superior' })
  expect(circle.units).toEqual(name(['rani']).units)
})

test('C11 A4: another relation, another person named or another level never takes anybody out of the circle', () => {
  const everybody = held.map(({ officerId }) => officerId)
  for (const first of everybody)
    for (const other of everybody)
      for (const levels of [0, 1]) {
        const narrow = name([first], [], levels)
        const wide = name([first, other], ['manado'], 1, [{ officerId: other, reason: 'approver' }])
        const [few, many] = [narrow, wide].map(({ officers }) => new Set(officers.map(({ officerId }) => officerId)))
        expect([...(few ?? [])].filter((id) => many?.has(id) !== true)).toEqual([])
        expect(many?.has(first) && many.has(other)).toBe(true)
      }
})

const place = (circle: ReturnType<typeof findCircle>, currentId: string) =>
  findNewPlace({ currentId, candidateIds: ['patnal', 'ditjen'], circle, handling: held })

test('C11: it goes to internal compliance, and stays there', () => {
  expect(place(name(['rani']), 'bitung')).toBe('patnal')
  expect(place(name(['rani']), 'patnal')).toBeNull()
  expect(place(name(['rani']), 'ditjen')).toBeNull()
})

test('C11: where nobody of compliance is left, headquarters get it; where nobody is left at all, it stays with compliance', () => {
  expect(place(name(['dian']), 'patnal')).toBeNull()
  expect(place(name(['dian', 'second']), 'patnal')).toBe('ditjen')
  expect(place(name([], ['patnal']), 'patnal')).toBe('ditjen')
  expect(place(name(['dian', 'second', 'head']), 'patnal')).toBeNull()
})

import { expect, test } from 'vitest'
import { findCheckNeed, fitToUnit } from './check-need.ts'

const two = { approvals: 2, because: 'conduct' } as const

test.each([
  [['a', 'b', 'c'], 'a', 2],
  [['a', 'b'], 'a', 1],
  [['a', 'b'], 'x', 2],
  [['a'], 'x', 1],
  [['a'], 'a', 1],
  [[], 'a', 1],
])('C15: of approvers %j an answer by %s needs %i, never none and never its author', (ids, authorId, approvals) => {
  expect(fitToUnit(two, { ids, authorId })).toEqual({ ...two, approvals })
})

test('C15: what alleges something of staff needs two, a plain matter none', () => {
  const standing = { class: 'NON', category: 'ITK.01', restricted: false, severity: 'normal' } as const
  expect(findCheckNeed({ kind: 'complaint', secret: false, standing }, 'substantiated')).toBeNull()
  expect(findCheckNeed({ kind: 'complaint', secret: false, standing: { ...standing, category: 'INT.01' } }, 'noted')).toEqual(two)
})

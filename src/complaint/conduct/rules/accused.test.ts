import { expect, test } from 'vitest'
import { recognise } from './accused.ts'

const listed = [
  { officerId: '1', name: 'Demo Rani' },
  { officerId: '2', name: 'Demo  Bayu' },
  { officerId: '3', name: 'demo rani' },
  { officerId: '1', name: 'Demo Rani' },
]

test.each([
  ['Demo Bayu', ['2']],
  [' demo   BAYU ; petugas berkumis', ['2']],
  ['Demo Rani, Demo Bayu', ['1', '2', '3']],
  ['Rani', []],
  ['petugas bernama Demo Bayu', []],
  ['', []],
])('C11: %s is recognised as %j', (said, ids) => {
  expect(recognise(said, listed)).toEqual(ids)
})

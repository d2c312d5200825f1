import { expect, it } from 'vitest'
import { composeNumber } from '../../record/rules.ts'
import { readSought } from './search.ts'

const number = composeNumber(2026, 48_392_075)

it('a whole number is found however it was typed', () => {
  for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ''), ` ${number.replaceAll('-', ' ')} `])
    expect(readSought(typed)).toEqual({ kind: 'number', number })
})

it.each([
  ['4839', '4839'],
  ['48-39', '4839'],
  ['26-4839-2075', '2648392075'],
  ['2075 x', '2075X'],
])('%s is a part of a number', (typed, part) => {
  expect(readSought(typed)).toEqual({ kind: 'part', part })
})

it.each(['paspor', '123', 'loket 3', '2026 paspor', 'antrean-online', '123456789012345', 'A1234567'])('%s are words', (typed) => {
  expect(readSought(typed)).toEqual({ kind: 'words', words: typed })
})

it.each([
  ['Siti@Contoh.id', 'email'],
  ['081234567890', 'phone'],
  ['0812-3456-789', 'phone'],
  ['(0812) 3456 789', 'phone'],
  ['+62 812 3456 7890', 'phone'],
  ['6281234567890', 'phone'],
  ['81234567890', 'phone'],
  ['+61 412 345 678', 'phone'],
  ['0812', 'part'],
  ['81234', 'part'],
  ['siti@', 'words'],
  ['@contoh', 'words'],
])('%s is looked for as %s', (typed, kind) => {
  expect(readSought(typed)?.kind).toBe(kind)
})

it('nothing is nothing', () => {
  expect(readSought('  ')).toBeNull()
})

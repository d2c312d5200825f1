import { expect, test } from 'vitest'
import { holdsIdentityNumber, isKnownReference } from './references.ts'

test.each(['', 'A1234567', 'a 123 4567', 'X1234567', '820260724123456', '26-4839-2075-H', 'EV123456'])(
  'C3: %j has a known form',
  (reference) => {
    expect(isKnownReference(reference)).toBe(true)
  },
)

test.each(['abc/12 x', 'nomor saya lupa', '12', '💡'])('C3: %j is not known, and is only remarked on', (reference) => {
  expect(isKnownReference(reference)).toBe(false)
})

test.each(['NIK saya 3171234567890123', '3171 2345 6789 0123.', '(3171-2345-6789-0123)'])('an identity number is noticed in %j', (text) => {
  expect(holdsIdentityNumber(text)).toBe(true)
})

test.each(['tanggal 3 9 2026', 'rekening 12345', '31712345678901234', ''])('none in %j', (text) => {
  expect(holdsIdentityNumber(text)).toBe(false)
})

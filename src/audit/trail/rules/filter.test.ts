import { expect, test } from 'vitest'
import { readFilter, writeQuery } from './filter.ts'

test('L4: days are those of the central office, the last one included', () => {
  const filter = readFilter({ dari: '2026-11-01', sampai: '2026-11-30' })
  expect(filter.ok && [filter.value.from?.toISOString(), filter.value.until?.toISOString()]).toEqual([
    '2026-10-31T17:00:00.000Z',
    '2026-11-30T17:00:00.000Z',
  ])
})

test('L4: an actor is an id or the beginning of a name', () => {
  const id = '0199f1f2-0000-7000-8000-0000000000ab'
  expect(readFilter({ pelaku: id.toUpperCase() })).toMatchObject({ value: { actor: { id } } })
  expect(readFilter({ pelaku: 'Demo Siti' })).toMatchObject({ value: { actor: { name: 'demo siti' } } })
  expect(readFilter({})).toMatchObject({
    value: { actor: null, from: null, until: null, event: null, objectId: null, outcome: null, address: null, before: null },
  })
})

test.each([
  [{ dari: '2026-02-30' }, 'dari'],
  [{ dari: '1 November' }, 'dari'],
  [{ sampai: '2026-13-01' }, 'sampai'],
  [{ objek: '26-1234' }, 'objek'],
  [{ hasil: 'maybe' }, 'hasil'],
])('L4: what cannot be read is named, never ignored: %o', (query, field) => {
  const filter = readFilter(query)
  expect(!filter.ok && Object.keys(filter.error)).toEqual([field])
})

test('L4: a place in the list that is no place begins at the top', () => {
  for (const sebelum of ['', 'x', '2026-11-24T00:00:00.000Z~x', '~0199f1f2-0000-7000-8000-0000000000ab'])
    expect(readFilter({ sebelum })).toMatchObject({ value: { before: null } })
})

test('L4: the address carries the filters on, without the place and without empty ones', () => {
  expect(writeQuery({ dari: '2026-11-01', hasil: '', sebelum: 'x~y' }, { pelaku: 'Demo & Co' })).toBe('dari=2026-11-01&pelaku=Demo+%26+Co')
})

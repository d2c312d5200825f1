import { expect, test } from 'vitest'
import { findMap, mapRow, shippedMaps } from './import-mapping.ts'

test('a file is recognised by its columns, and an unknown one is not', () => {
  expect(findMap(['id', 'text', 'agency', 'topic', 'district', 'submitted_at'])?.name).toBe('city-complaints')
  expect(findMap(['reference', 'text', 'kind'])?.name).toBe('exchange')
  expect(findMap(['a', 'b'])).toBeNull()
})

test('a row becomes a report with the map’s constants where a column is missing', () => {
  const [city] = shippedMaps
  if (!city) throw new Error('no maps')
  expect(mapRow({ id: 'x1', text: ' lampu mati ', district: 'Tegalsari' }, city)).toMatchObject({
    ok: true,
    value: { reference: 'x1', text: 'lampu mati', place: 'Tegalsari', kind: 'complaint', category: 'SVC', office: null, language: 'id' },
  })
  expect(mapRow({ id: 'x1', text: '' }, city)).toEqual({ ok: false, error: 'text_missing' })
  expect(mapRow({ text: 'x' }, city)).toEqual({ ok: false, error: 'reference_missing' })
  expect(mapRow({ id: 'x', text: 'x', k: 'nonsense' }, { ...city, columns: { ...city.columns, kind: 'k' } })).toEqual({
    ok: false,
    error: 'kind_unknown',
  })
})

import { expect, test } from 'vitest'
import { homeOf, readReturnPath } from './paths.ts'
import { permissionsOf } from './roles.ts'

test.each(['/petugas', '/petugas?urut=tenggat', '/petugas/laporan/0199f1f2-0000-7000-8000-000000000000', '/petugas/cari?q=paspor%20anak'])(
  'S4: goes on to a page of the console: %s',
  (path) => {
    expect(readReturnPath(path)).toBe(path)
  },
)

test.each([
  undefined,
  '',
  '/',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/petugas',
  '/petugas//evil.example',
  '/petugasx',
  '/petugas/masuk?kembali=/petugas',
  '/petugas/keluar',
  '/petugas/sandi/abc',
  '/petugas\n/x',
  '/lapor',
])('S4: goes nowhere else: %s', (path) => {
  expect(readReturnPath(path)).toBeNull()
})

test.each([
  ['handler', '/petugas'],
  ['administrator', '/petugas/admin'],
  ['auditor', '/petugas/jejak'],
] as const)('A1: a day of the %s begins where their rights reach', (role, path) => {
  expect(homeOf(new Set(permissionsOf(role)))).toBe(path)
})

test('A1: without any right the own account remains', () => {
  expect(homeOf(new Set())).toBe('/petugas/akun')
})

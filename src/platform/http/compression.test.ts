import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressText } from './compression.ts'

const page = '<p>Paspor saya terlambat – tiga minggu.</p>'.repeat(100)

test('a browser gets the best encoding it takes, and the very text comes out', () => {
  const best = compressText(page, 'gzip, deflate, br')
  expect(best?.encoding).toBe('br')
  expect(brotliDecompressSync(best?.bytes ?? Buffer.alloc(0)).toString()).toBe(page)
  const older = compressText(page, 'gzip;q=0.8')
  expect(older?.encoding).toBe('gzip')
  expect(gunzipSync(older?.bytes ?? Buffer.alloc(0)).toString()).toBe(page)
})

test.each([undefined, '', 'identity', 'br;q=0', 'gzip;q=0.0, br; q=0', 'zstd'])('%s: as it is', (header) => {
  expect(compressText(page, header)).toBeNull()
})

test('what is short or very long is left alone', () => {
  expect(compressText('short', 'br')).toBeNull()
  expect(compressText('x'.repeat(300_000), 'br')).toBeNull()
})

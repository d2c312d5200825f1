import { describe, expect, test } from 'vitest'
import { readViolations } from './rules.ts'

const own = 'https://lapor.example'
const old = (fields: object) => ({
  'csp-report': { 'effective-directive': 'script-src-elem', 'document-uri': `${own}/lacak/pemulihan/secret`, ...fields },
})

describe('H4: what is kept of a report of a browser', () => {
  test('both forms of it say the same', () => {
    const expected = [{ directive: 'img-src', blocked: 'outside', area: 'tracking' }]
    const page = `${own}/lacak/laporan?nomor=26-1234-5678-X`
    expect(
      readViolations(
        { 'csp-report': { 'violated-directive': "img-src 'self'", 'blocked-uri': 'https://evil.example/x', 'document-uri': page } },
        own,
      ),
    ).toEqual(expected)
    expect(
      readViolations(
        [{ type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'https://evil.example/x', documentURL: page } }],
        own,
      ),
    ).toEqual(expected)
  })

  test.each([
    ['inline', 'inline'],
    ['eval', 'eval'],
    [`${own}/aset/x.js`, 'own'],
    ['data', 'unknown'],
    ['data:image/png;base64,AAAA', 'data'],
    ['chrome-extension://abcdef/x.js', 'extension'],
    [undefined, 'unknown'],
  ])('blocked %s is told as %s', (blocked, told) => {
    expect(readViolations(old({ 'blocked-uri': blocked }), own)).toEqual([
      { directive: 'script-src-elem', blocked: told, area: 'tracking' },
    ])
  })

  test('no address, number or secret comes through', () => {
    const hostile = {
      'effective-directive': 'script-src 203.0.113.7',
      'blocked-uri': 'https://203.0.113.7/26-1234',
      referrer: 'x',
      'script-sample': 'Demo Siti',
    }
    expect(JSON.stringify(readViolations(old(hostile), own))).not.toMatch(/203|26-1234|secret|Siti/)
    for (const page of [`${own}/constructor`, `${own}/`, 'nonsense', 7])
      expect(readViolations(old({ 'document-uri': page }), own)[0]?.area).toBe('other')
  })

  test.each([
    [null],
    ['x'],
    [7],
    [[]],
    [{}],
    [[null, 7, { type: 'deprecation', body: {} }]],
    [{ 'csp-report': { 'effective-directive': '<script>' } }],
  ])('what is no report gives nothing: %j', (body) => expect(readViolations(body, own)).toEqual([]))

  test('of a long list only the beginning is read', () => {
    const one = { type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'inline', documentURL: own } }
    expect(
      readViolations(
        Array.from({ length: 500 }, () => one),
        own,
      ),
    ).toHaveLength(10)
  })
})

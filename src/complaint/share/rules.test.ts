import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betrays, findLinkState, findRefusal, findShareProblem, mostDays, nameFile, planExpiry } from './rules.ts'

const open = { secret: false, restricted: false, shielded: false, state: 'assigned' } as const
const sharing = {
  bodyId: '1',
  bodyWords: '',
  purposeWords: 'Mohon rekaman kamera.',
  basis: 'consent',
  body: 'Antrean panjang.',
  answer: '',
  fileIds: [],
  checked: true,
} as const
const known = { hidden: { anonymous: false, unidentified: false }, offered: ['a', 'b'] } as const

describe('A6: what may be shared by a link', () => {
  it.each([
    [open, null],
    [{ ...open, state: 'closed' }, null],
    [{ ...open, secret: true }, 'secret'],
    [{ ...open, restricted: true }, 'restricted'],
    [{ ...open, shielded: true }, 'shielded'],
    [{ ...open, state: 'withdrawn' }, 'state'],
    [{ ...open, state: 'merged' }, 'state'],
  ] as const)('%o: %s', (facts, refusal) => {
    expect(findRefusal(facts)).toBe(refusal)
  })

  it('lets nothing of a ticket kept close through, whatever else it is', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (secret, restricted, shielded) => {
        expect(findRefusal({ ...open, secret, restricted, shielded }) === null).toBe(!secret && !restricted && !shielded)
      }),
    )
  })

  it.each([
    ['a whole one', sharing, null],
    ['no body', { ...sharing, bodyId: null }, 'body_missing'],
    ['two bodies', { ...sharing, bodyWords: 'Bank Contoh' }, 'body_twice'],
    ['a body in words', { ...sharing, bodyId: null, bodyWords: 'Bank Contoh' }, null],
    ['nothing', { ...sharing, body: '' }, 'nothing_shared'],
    ['a file alone', { ...sharing, body: '', fileIds: ['a'] }, null],
    ['a file of another ticket', { ...sharing, fileIds: ['a', 'c'] }, 'file_unknown'],
    ['not read again', { ...sharing, checked: false }, 'unchecked'],
  ] as const)('%s', (_name, input, code) => {
    expect(findShareProblem(input, known)?.code ?? null).toBe(code)
  })

  it('of somebody hidden no words that tell who it is; of somebody known the officer decides', () => {
    const telling = { ...sharing, body: 'Hubungi 0812-3456-7890.' }
    for (const hidden of [
      { anonymous: true, unidentified: false },
      { anonymous: false, unidentified: true },
    ]) {
      expect(findShareProblem(telling, { ...known, hidden })).toEqual({ field: 'shared', code: 'betrays' })
      expect(findShareProblem({ ...sharing, answer: 'Nama saya Kenanga.' }, { ...known, hidden })).toEqual({
        field: 'answer',
        code: 'betrays',
      })
      for (const [field, words] of [
        ['purposeWords', { purposeWords: 'Mohon periksa paspor C1234567.' }],
        ['body', { bodyId: null, bodyWords: 'Bank dari 0812-3456-7890' }],
      ] as const)
        expect(findShareProblem({ ...sharing, ...words }, { ...known, hidden })).toEqual({ field, code: 'betrays' })
      expect(findShareProblem(sharing, { ...known, hidden })).toBeNull()
    }
    expect(findShareProblem(telling, known)).toBeNull()
  })

  it.each([
    ['Surel saya a.b@contoh.example', true],
    ['NIK 3171 2345 6789 0001', true],
    ['Paspor C 1234567', true],
    ['Laporan lain 26-4839-2075-C', true],
    ['My name is Rose', true],
    ['Transfer Rp 081234567890', true],
    ['idr 3171234567890001', true],
    ['Tanggal 24-11-2026 dan 2026-11-24, biaya Rp 1.500.000.000', false],
    ['Loket 3, antrean 12345', false],
  ])('%s', (words, told) => {
    expect(betrays(words)).toBe(told)
  })
})

describe('A6: how long a link lives', () => {
  const now = new Date('2026-11-24T03:00:00Z')

  it('until the end of its last day in the zone of the unit', () => {
    expect(planExpiry(7, now, 'Asia/Makassar').toISOString()).toBe('2026-12-01T15:59:59.999Z')
    expect(planExpiry(1, now, 'Asia/Jakarta').toISOString()).toBe('2026-11-25T16:59:59.999Z')
  })

  it('never longer than the table allows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: mostDays }),
        fc.date({ min: now, max: new Date('2030-01-01'), noInvalidDate: true }),
        (days, at) => {
          const life = planExpiry(days, at, 'Asia/Jayapura').getTime() - at.getTime()
          expect(life).toBeGreaterThan(0)
          expect(life).toBeLessThan(15 * 86_400_000)
        },
      ),
    )
  })

  it('and is over for good when it was closed', () => {
    const link = { expiresAt: new Date('2026-11-25T03:00:00Z'), endedHow: null }
    expect(findLinkState(link, now)).toBe('open')
    expect(findLinkState(link, link.expiresAt)).toBe('expired')
    for (const endedHow of ['revoked', 'kept', 'withdrawn'] as const) expect(findLinkState({ ...link, endedHow }, now)).toBe(endedHow)
  })
})

it('A6: a file is called by its place and kind', () => {
  expect(nameFile(0, { name: 'KTP Demo Kenanga.JPG' })).toBe('lampiran-1.jpg')
  expect(nameFile(1, { name: 'tanpa akhiran' })).toBe('lampiran-2')
})

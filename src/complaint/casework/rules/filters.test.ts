import { describe, expect, it } from 'vitest'
import { ticketStates } from '../../record/rules.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { isNarrowed, readFilter, sortsOf, statesOf, tabs, writeFilter } from './filters.ts'

const officer = '01a20c62-6a80-7401-b776-21e936259c9b'

describe('the filter in an address', () => {
  it('every state lies on exactly one heap', () => {
    expect(tabs.flatMap(statesOf).sort()).toEqual([...ticketStates].sort())
  })

  it('comes back as it was written', () => {
    const full = readFilter({
      kantor: officer,
      bagian: 'owed',
      keadaan: 'checking',
      kategori: 'PSP.06',
      kelas: 'NON',
      petugas: officer,
      tenggat: 'late',
      kanal: 'letter',
      jenis: 'complaint',
      urut: 'newest',
      antrean: 'mine',
    })
    expect(Object.values(full)).not.toContain(null)
    expect(readFilter(Object.fromEntries(new URLSearchParams(writeFilter(full))))).toEqual(full)
    expect(isNarrowed(full)).toBe(true)
  })

  it('a plain inbox has a plain address', () => {
    expect(writeFilter(readFilter({}))).toBe('')
    expect(writeFilter(readFilter({ bagian: 'closed' }))).toBe('bagian=closed')
    expect(isNarrowed(readFilter({ bagian: 'closed', urut: 'oldest', kantor: officer }))).toBe(false)
  })

  it('A9 what is unknown or does not belong there is as if it were not there', () => {
    const nonsense = {
      bagian: 'x',
      keadaan: 'toString',
      kategori: "' or 1=1 --",
      kelas: 'INF',
      petugas: '../..',
      tenggat: 'never',
      urut: 'due; drop table',
      kantor: 'x',
    }
    expect(readFilter(nonsense)).toEqual(readFilter({}))
    expect(readFilter({ bagian: 'closed', tenggat: 'late', keadaan: 'checking', urut: 'due' })).toEqual(readFilter({ bagian: 'closed' }))
    expect(sortsOf('closed')).not.toContain('due')
  })
})

describe('a place in a list', () => {
  it('comes back as it was written', () => {
    const written = writeCursor({ key: '1795489200123456', id: officer, over: true })
    expect(readCursor({ setelah: written })).toEqual({ direction: 'after', key: '1795489200123456', id: officer, over: true })
    expect(readCursor({ sebelum: writeCursor({ key: '-5', id: officer }) })).toEqual({
      direction: 'before',
      key: '-5',
      id: officer,
      over: false,
    })
  })

  it.each(['', 'x', `1~${officer}`, `01;select~${officer}`, `0${'9'.repeat(30)}~${officer}`])('%s is none', (text) => {
    expect(readCursor({ setelah: text })).toBeNull()
  })
})

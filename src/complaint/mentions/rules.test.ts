import { describe, expect, test } from 'vitest'
import { findCalled, type Holding, listSighted } from './rules.ts'

const hold = (officerId: string, role: string, active = true): Holding => ({ officerId, name: `Demo ${officerId}`, active, role })
const held = [
  hold('ani', 'handler'),
  hold('budi', 'manager'),
  hold('cici', 'auditor'),
  hold('dodi', 'handler', false),
  hold('budi', 'intake'),
]
const open = { restricted: false, assigneeId: null, selfId: 'ani' }

describe('A2: who can be called to a note', () => {
  test.each([
    ['an open ticket', open, ['budi']],
    ['from another hand', { ...open, selfId: 'eka' }, ['ani', 'budi']],
    ['a restricted one', { ...open, restricted: true, selfId: 'eka' }, ['budi']],
    ['a restricted one in hand', { restricted: true, assigneeId: 'ani', selfId: 'eka' }, ['ani', 'budi']],
  ] as const)('%s', (_, sight, ids) => {
    expect(listSighted(held, sight).map(({ id }) => id)).toEqual(ids)
  })

  const people = [
    { id: '1', name: 'Demo Rani' },
    { id: '2', name: 'Demo Rani Putri' },
  ]
  test.each([
    ['@demo rani tolong dilihat', ['1']],
    ['Tolong, @Demo Rani Putri.', ['2']],
    ['@Demo Rani dan @Demo Rani Putri', ['1', '2']],
    ['@Demo Ranita', []],
    ['Demo Rani sudah tahu', []],
    ['surat ke x@demo rani', ['1']],
  ] as const)('%s', (body, ids) => {
    expect(findCalled(body, people)).toEqual(ids)
  })
})

import { expect, test } from 'vitest'
import { checkDeactivation, checkOwnSight, checkRoles } from './administration.ts'

const other = { actorId: 'a', officerId: 'b', wasAdministrator: true, otherAdministrators: 1 }

test('A1: the last administrator keeps the role, whoever asks', () => {
  expect(checkRoles({ ...other, otherAdministrators: 0 }, false)).toEqual({ ok: false, error: 'last_administrator' })
  expect(checkRoles({ ...other, otherAdministrators: 0 }, true).ok).toBe(true)
  expect(checkDeactivation({ ...other, otherAdministrators: 0 })).toEqual({ ok: false, error: 'last_administrator' })
})

test('A1: nobody takes the role of administrator from themselves, or switches themselves off', () => {
  expect(checkRoles({ ...other, officerId: 'a' }, false)).toEqual({ ok: false, error: 'own_administrator' })
  expect(checkDeactivation({ ...other, officerId: 'a' })).toEqual({ ok: false, error: 'own_account' })
})

test('A1: others may be changed', () => {
  expect(checkRoles(other, false).ok).toBe(true)
  expect(checkRoles({ ...other, wasAdministrator: false, otherAdministrators: 0 }, false).ok).toBe(true)
  expect(checkDeactivation(other).ok).toBe(true)
})

test('L3: an administrator gives sight of reports or of the trail to others, never to themselves', () => {
  const own = { actorId: 'a', officerId: 'a', wasAdministrator: true, otherAdministrators: 2 }
  expect(checkOwnSight(own, true)).toEqual({ ok: false, error: 'own_sight' })
  expect(checkOwnSight(own, false).ok).toBe(true)
  expect(checkOwnSight({ ...own, officerId: 'b' }, true).ok).toBe(true)
})

import { expect, test } from 'vitest'
import { checkDeactivation, checkRoles } from './administration.ts'

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

import { expect, test } from 'vitest'
import { aliveSince, isSessionAlive, isTouchDue } from './sessions.ts'

const at = (time: string) => new Date(`2026-11-24T${time}Z`)

test('S1: half an hour without a click ends a session, twelve hours end it in any case', () => {
  expect(isSessionAlive({ createdAt: at('00:00:00'), seenAt: at('08:00:00') }, at('08:30:00'))).toBe(true)
  expect(isSessionAlive({ createdAt: at('00:00:00'), seenAt: at('08:00:00') }, at('08:30:01'))).toBe(false)
  expect(isSessionAlive({ createdAt: at('00:00:00'), seenAt: at('11:59:00') }, at('12:00:00'))).toBe(true)
  expect(isSessionAlive({ createdAt: at('00:00:00'), seenAt: at('12:00:00') }, at('12:00:01'))).toBe(false)
})

test('S1: lists show the sessions that are alive', () => {
  const { created, seen } = aliveSince(at('12:00:00'))
  expect([created, seen]).toEqual([at('00:00:00'), at('11:30:00')])
})

test('S1: a click is noted at most once a minute', () => {
  expect(isTouchDue({ createdAt: at('00:00:00'), seenAt: at('08:00:00') }, at('08:01:00'))).toBe(false)
  expect(isTouchDue({ createdAt: at('00:00:00'), seenAt: at('08:00:00') }, at('08:01:01'))).toBe(true)
})

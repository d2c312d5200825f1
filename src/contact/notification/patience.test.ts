import { expect, test } from 'vitest'
import { createMailer } from '../../platform/mail.ts'
import { isResting, noteFailure } from './patience.ts'

test('a mail server that hangs is left alone for a while, one that fails at once is not', () => {
  const [quick, slow] = [1, 2].map(() => createMailer({ smtpUrl: null, from: 'tanggap@demo.example' }))
  if (!quick || !slow) throw new Error('no mailers')
  noteFailure(quick, 300)
  noteFailure(slow, 10_000)
  expect(isResting(quick)).toBe(false)
  expect(isResting(slow)).toBe(true)
})

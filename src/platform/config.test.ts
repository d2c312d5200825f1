import { describe, expect, it } from 'vitest'
import { readSettings } from './config.ts'

describe('a wrong setting stops the start with its name', () => {
  it.each([
    ['PORT', '99999'],
    ['PORT', 'abc'],
    ['DATABASE_POOL', '0'],
    ['LOG_LEVEL', 'loud'],
    ['TANGGAP_DEMO', 'yes'],
    ['TANGGAP_MODE', 'prod'],
    ['MAIL_FROM', 'foo'],
    ['PUBLIC_URL', 'ftp://x'],
    ['SMTP_URL', 'mail.example'],
  ])('%s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name)
  })

  it('an empty one counts as not set', () => {
    const settings = readSettings({ PORT: '', LOG_LEVEL: '', TANGGAP_DEMO: '', MAIL_FROM: '' })
    expect(settings).toMatchObject({ port: 8080, logLevel: 'info', demo: true, mailFrom: 'Tanggap <tanggap@localhost>' })
    expect(readSettings({ MAIL_FROM: 'desk@immigration.example' }).mailFrom).toBe('desk@immigration.example')
  })

  it('in production the demo is off unless switched on', () => {
    expect(readSettings({ TANGGAP_MODE: 'production' }).demo).toBe(false)
    expect(readSettings({ TANGGAP_MODE: 'production', TANGGAP_DEMO: 'on' }).demo).toBe(true)
  })
})

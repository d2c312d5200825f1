import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { composeHeaders } from '../src/platform/http/security.ts'
import { Client } from './client.ts'
import { createTestService, type TestService } from './service.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
})
afterAll(() => service.close())

const report = (blocked = 'inline', page = 'http://127.0.0.1:8080/lacak/pemulihan/secret') => ({
  'csp-report': { 'effective-directive': 'script-src-elem', 'blocked-uri': blocked, 'document-uri': page, 'script-sample': 'Demo Siti' },
})
const send = (body: unknown, options: { type?: string; address?: string } = {}) =>
  new Client(service.app, options.address ?? '198.51.100.1').request('POST', '/csp', {
    headers: { 'content-type': options.type ?? 'application/csp-report' },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('H1 H4: every page says where browsers may report, and what they report is logged and counted without anybody in it', async () => {
  const page = await new Client(service.app).get('/')
  expect(page.headers['content-security-policy']).toMatch(/report-uri \/csp$/)
  const secure = composeHeaders({ publicUrl: 'https://lapor.example' }, 'n')
  expect(secure['content-security-policy']).toContain('report-uri /csp; report-to csp')
  expect(secure['reporting-endpoints']).toBe('csp="/csp"')
  const warn = vi.spyOn(service.services.log, 'warn')
  const first = await send(report())
  expect([first.status, first.body, first.headers['set-cookie']]).toEqual([204, '', undefined])
  const modern = [
    {
      type: 'csp-violation',
      body: { effectiveDirective: 'script-src-elem', blockedURL: 'inline', documentURL: 'http://127.0.0.1:8080/lacak' },
    },
  ]
  expect((await send(modern, { type: 'application/reports+json' })).status).toBe(204)
  const line = { directive: 'script-src-elem', blocked: 'inline', area: 'tracking' }
  expect(warn.mock.calls.map(([fields]) => fields)).toEqual([
    { ...line, today: 1 },
    { ...line, today: 2 },
  ])
  warn.mockRestore()
  expect((await service.owner.query('select from trail_entry')).rowCount).toBe(0)
})

test('H4: nothing longer than 10 KB, nothing broken, nothing of another kind; none is echoed', async () => {
  const long = await send(report('x'.repeat(10_300)))
  const broken = await send('{"csp-report": "Demo Siti')
  const foreign = await send('<x>Demo Siti</x>', { type: 'text/xml' })
  expect([long.status, broken.status, foreign.status]).toEqual([413, 400, 415])
  for (const { body } of [long, broken, foreign]) expect(body).not.toMatch(/xxx|Siti/)
  expect((await send({ hello: 'Demo Siti' })).status).toBe(204)
  expect((await new Client(service.app).get('/csp')).status).toBe(405)
})

test('H4: an address may report sixty an hour, and the rest costs no line anywhere', async () => {
  const warn = vi.spyOn(service.services.log, 'warn')
  const statuses = []
  for (let n = 0; n < 62; n += 1) statuses.push((await send(report(), { address: '198.51.100.2' })).status)
  expect(statuses.filter((status) => status === 204)).toHaveLength(60)
  expect(statuses.slice(60)).toEqual([429, 429])
  expect(warn).toHaveBeenCalledTimes(60)
  expect((await send(report(), { address: '203.0.113.9' })).status).toBe(204)
  warn.mockRestore()
  expect((await service.owner.query('select from trail_entry')).rowCount).toBe(0)
  service.clock.advance(3_600_000)
  expect((await send(report(), { address: '198.51.100.2' })).status).toBe(204)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capabilities } from '../src/app/capabilities.ts'
import type { Route } from '../src/platform/http/route.ts'
import { composeHeaders } from '../src/platform/http/security.ts'
import { type Answer, Client, openSession } from './client.ts'
import { enterReport, type SentReport, sendReport } from './complainant.ts'
import { addOfficer, createTestService, findOffice, type TestService } from './service.ts'

const routes = capabilities.flatMap((capability) => capability.routes ?? [])

let service: TestService
let report: SentReport
let anybody: Client
let handler: Client
let complainant: Client

beforeAll(async () => {
  service = await createTestService()
  const officeId = await findOffice(service, 'KANIM-BITUNG')
  report = await sendReport(service, { officeId })
  anybody = new Client(service.app)
  handler = new Client(service.app)
  const roles = ['handler', 'manager', 'administrator', 'auditor'] as const
  const officer = await addOfficer(
    service,
    roles.map((role) => ({ role, officeId })),
  )
  await openSession(service, handler, officer.id)
  complainant = new Client(service.app)
  await enterReport(complainant, report)
})
afterAll(() => service.close())

function readPolicy(answer: Answer): ReadonlyMap<string, string> {
  const text = String(answer.headers['content-security-policy'] ?? '')
  return new Map(text.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]))
}

/** H1 and H2: what every answer carries, whatever it is. */
function expectGuarded(answer: Answer, what: string): void {
  const policy = readPolicy(answer)
  expect(policy.get('default-src'), what).toBe("'none'")
  for (const name of ['object-src', 'base-uri', 'frame-ancestors']) expect(policy.get(name), `${what} ${name}`).toBe("'none'")
  expect(["'self'", "'none'"], what).toContain(policy.get('form-action'))
  expect(String(answer.headers['content-security-policy']), what).not.toContain('unsafe')
  expect(answer.headers, what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  })
  // Where the address is the secret, it is told to nobody at all.
  const silent = /\/berbagi\//.test(what) ? ['strict-origin', 'no-referrer'] : []
  expect(['same-origin', ...silent], what).toContain(answer.headers['referrer-policy'])
  for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'usb'])
    expect(answer.headers['permissions-policy'], what).toContain(`${feature}=()`)
  expect([answer.headers['server'], answer.headers['x-powered-by']], what).toEqual([undefined, undefined])
}

function fill(path: string): string {
  const values: Readonly<Record<string, string>> = {
    number: report.number,
    token: 'x'.repeat(43),
    locale: 'id',
    code: 'PSP.06',
    letter: 'receipt',
    language: 'id',
  }
  const id = /\/(laporan|tickets)\/:id/.test(path) ? report.id : '0199f1f2-0000-7000-8000-0000000000ab'
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => values[name] ?? id)
}

/** What `Allow` must say: every verb of the table at this address, and HEAD beside GET. */
function verbsOf(path: string): string {
  const verbs = routes.filter((route) => route.path === path).map(({ method }) => method)
  return [...(verbs.includes('GET') ? ['GET', 'HEAD'] : []), ...(verbs.includes('POST') ? ['POST'] : [])].join(', ')
}

function clientOf(route: Route): Client {
  if (route.audience === 'officer') return handler
  return route.audience === 'keyholder' ? complainant : anybody
}

/** Everything that is made for one person: not kept by the browser, nor by anything between. */
function isPersonal({ path }: Route): boolean {
  return /^\/(petugas|lacak|lapor|berbagi|api)/.test(path)
}

const gets = routes.filter(({ method, path }) => method === 'GET' && !path.endsWith('/keluar'))

describe('H1 H2 H3: every page', () => {
  test.each(gets.map((route) => [route.path, route] as const))('GET and HEAD %s', async (path, route) => {
    const client = clientOf(route)
    const [first, second] = [await client.get(fill(path)), await client.get(fill(path))]
    const head = await client.request('HEAD', fill(path))
    for (const answer of [first, second, head]) {
      expectGuarded(answer, path)
      if (isPersonal(route)) expect(answer.headers['cache-control'], path).toBe('no-store')
    }
    expect([head.status, head.body], path).toEqual([second.status, ''])
    if (String(first.headers['content-security-policy']).includes('sandbox')) {
      // A file is saved and runs nowhere: there is nothing in it to give a nonce to.
      expect(first.headers['content-disposition'], path).toMatch(/^attachment/)
      return
    }
    const nonces = [first, second].map((answer) => /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1])
    expect(nonces[0], path).toMatch(/^[\w+/=]{20,}$/)
    expect(nonces[0], path).not.toBe(nonces[1])
    // Nothing in the page needs an exception: no inline script, style or handler.
    expect(first.body.replace(/<script[^>]+src="[^"]+"[^>]*><\/script>/g, ''), path).not.toMatch(/<script|<style|\sstyle="|\son[a-z]+="/i)
  })
})

describe('H1 H2 H4: every refusal', () => {
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s, without a session or a token',
    async (name, { path, method, audience }) => {
      const nobody = new Client(service.app)
      const headers: Record<string, string> = audience === 'api' ? { 'content-type': 'application/json' } : {}
      expectGuarded(
        await nobody.request(method, fill(path), { headers, ...(method === 'POST' && audience === 'api' ? { payload: '{}' } : {}) }),
        name,
      )
    },
  )

  test.each([...new Set(routes.map(({ path }) => path))])('H4: a verb that %s does not know is told so', async (path) => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const) {
      const answer = await anybody.request(method as 'PUT', fill(path))
      expect(answer.status, `${method} ${path}`).toBe(405)
      expect(answer.headers['allow'], `${method} ${path}`).toBe(verbsOf(path))
      expectGuarded(answer, `${method} ${path}`)
    }
  })

  test('H4: POST where there is only reading, and HEAD where there is none, are told so too; an unknown address knows no verb', async () => {
    const posted = await anybody.request('POST', '/tentang', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    })
    const asked = await anybody.request('HEAD', '/petugas/keluar')
    const api = await anybody.request('DELETE', '/api/v1/tickets')
    expect([posted, asked, api].map(({ status, headers }) => [status, headers['allow']])).toEqual([
      [405, 'GET, HEAD'],
      [405, 'POST'],
      [405, 'POST'],
    ])
    expect(asked.body).toBe('')
    expect(api.headers['content-type']).toContain('application/problem+json')
    for (const answer of [posted, asked, api]) expectGuarded(answer, '405')
    const unknown = await anybody.request('DELETE', '/tidak-ada')
    expect([unknown.status, unknown.headers['allow']]).toEqual([404, undefined])
  })

  test('H1 H2: unknown addresses, broken requests and failures of ours', async () => {
    const answers = [
      [await anybody.get('/tidak-ada'), 404],
      [await anybody.get('/aset/tidak-ada.css'), 404],
      [await anybody.get('/petugas/laporan/%E0%A4%A'), 400],
      [await anybody.request('POST', '/api/v1/tickets', { headers: { 'content-type': 'application/json' }, payload: '{"broken"' }), 400],
      [
        await anybody.request('POST', '/petugas/masuk', {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: 'x'.repeat(1_100_000),
        }),
        413,
      ],
      [await anybody.request('POST', '/petugas/masuk', { headers: { 'content-type': 'text/xml' }, payload: '<x/>' }), 415],
    ] as const
    for (const [answer, status] of answers) {
      expect(answer.status).toBe(status)
      expectGuarded(answer, String(status))
    }
  })

  test('H1 H2: a failure of the database shows nothing of itself', async () => {
    await service.owner.query('alter table accounts_office rename to accounts_office_gone')
    const answer = await anybody.get('/lapor/kantor')
    const other = await handler.get('/petugas/admin/kantor')
    await service.owner.query('alter table accounts_office_gone rename to accounts_office')
    for (const failed of [answer, other].filter(({ status }) => status >= 500)) {
      expectGuarded(failed, '500')
      expect(failed.body).not.toMatch(/accounts_office|relation|select|at .*\.ts/i)
    }
    expect(other.status).toBe(500)
  })
})

test('H1 H2: files of the program carry the same, and may be kept for a year', async () => {
  const manifest = JSON.parse(readFileSync(join(service.services.settings.root, 'build/assets/manifest.json'), 'utf8')) as Record<
    string,
    string
  >
  const answer = await anybody.get(`/aset/${manifest['citizen.css']}`)
  expect(answer.status).toBe(200)
  expectGuarded(answer, 'citizen.css')
  expect(answer.headers['cache-control']).toContain('immutable')
})

test('H3: a complainant who leaves takes everything along', async () => {
  const client = new Client(service.app)
  await enterReport(client, report)
  await client.get('/lacak/laporan')
  const answer = await client.post('/lacak/keluar')
  expect(String(answer.headers['clear-site-data'])).toMatch(/"\*"|"cache", "cookies", "storage"/)
})

test('H2: over HTTPS the browser is told to come by HTTPS only', () => {
  expect(composeHeaders({ publicUrl: 'https://lapor.example' }, 'n')['strict-transport-security']).toBe(
    'max-age=63072000; includeSubDomains',
  )
  expect(composeHeaders({ publicUrl: 'https://lapor.example' }, 'n')['content-security-policy']).toContain('upgrade-insecure-requests')
  expect(composeHeaders({ publicUrl: 'http://127.0.0.1:8080' }, 'n')).not.toHaveProperty('strict-transport-security')
})

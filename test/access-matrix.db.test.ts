import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../src/access/accounts/actions/api-keys.ts'
import { allPermissions, roles } from '../src/access/accounts/rules.ts'
import { capabilities } from '../src/app/capabilities.ts'
import { openTracking } from '../src/complaint/tracking/actions/enter.ts'
import type { Route } from '../src/platform/http/route.ts'
import { composeFormToken } from '../src/platform/http/security.ts'
import { findTableFaults } from '../src/platform/http/table.ts'
import { accessMatrix, ticketSight, type Visitor, visitors } from './access-matrix.ts'
import { type Answer, Client, openSession } from './client.ts'
import { sendReport } from './complainant.ts'
import { addOfficer, createTestService, findOffice, type TestOfficer, type TestService } from './service.ts'

const routes = capabilities.flatMap((capability) => capability.routes ?? [])
const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`

let service: TestService
let bitung: string
const people = new Map<Visitor, { readonly officer: TestOfficer; readonly key: string }>()
type Case = { readonly id: string; readonly fileId: string }
const cases = new Map<'own' | 'other' | 'sealed', Case>()

const noId = '0199f1f2-0000-7000-8000-0000000000ab'
/** A word that stands in every report of this test, and must never reach somebody who may not read it. */
const canary = 'kanarihijau'
const noFile = { name: 'bukti.pdf', type: 'application/pdf', size: 4, sha256: '00'.repeat(32), storeKey: 'no/such/file' }

async function openCase(officeId: string, changes: Parameters<typeof sendReport>[1] = {}): Promise<Case> {
  const { id } = await sendReport(service, { officeId, files: [noFile], text: `Antre ${canary} lima jam tanpa kabar.`, ...changes })
  const { rows } = await service.owner.query<{ id: string }>('select id from record_file where ticket_id = $1', [id])
  return { id, fileId: rows[0]?.id ?? '' }
}

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  for (const role of roles) {
    const officer = await addOfficer(service, [{ role, officeId: bitung }], `Demo ${role}`)
    const made = await service.as(officer.actor, (ctx) => createApiKey(ctx, officer.id, 'uji'))
    people.set(role, { officer, key: made.ok ? made.value.key : '' })
  }
  cases.set('own', await openCase(bitung))
  cases.set('other', await openCase(await findOffice(service, 'KANIM-TARAKAN')))
  cases.set('sealed', await openCase(bitung, { secret: true }))
})
afterAll(() => service.close())

/** The address with its parameters filled: a report of the own office where one is meant, else something that does not exist. */
function fillPath(path: string, target: Case): string {
  const values: Readonly<Record<string, string>> = {
    number: '26-0000-0000-0',
    token: 'x'.repeat(43),
    locale: 'id',
    code: 'PSP.06',
    letter: 'receipt',
    language: 'id',
  }
  const isTicket = /\/(laporan|tickets)\/:id/.test(path)
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    name === 'id' ? (isTicket ? target.id : noId) : name === 'file' ? target.fileId : (values[name] ?? noId),
  )
}

async function equip(client: Client, who: Visitor): Promise<void> {
  client.cookies.set('__Host-kunjungan', 'a-visit-of-this-test')
  const person = people.get(who)
  if (person) await openSession(service, client, person.officer.id)
  if (who === 'keyholder') {
    const { id } = await sendReport(service)
    client.cookies.set('__Host-pelapor', await service.as(null, (ctx) => openTracking(ctx, id, { byLink: false, before: undefined })))
  }
}

async function knock(route: Route, who: Visitor, target: Case): Promise<Answer> {
  const client = new Client(service.app)
  await equip(client, who)
  const url = fillPath(route.path, target)
  if (route.audience === 'api') {
    const key = people.get(who)?.key
    const headers = { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) }
    return client.request(route.method, url, route.method === 'GET' ? { headers } : { headers, payload: '{}' })
  }
  if (route.method === 'GET') return client.get(url)
  const payload = new URLSearchParams({ _csrf: composeFormToken(service.services.keyring, 'a-visit-of-this-test') }).toString()
  return client.request('POST', url, {
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  })
}

async function countRefusals(route: Route, who: Visitor): Promise<number> {
  const { rows } = await service.owner.query<{ count: string }>(
    `select count(*) as count from trail_entry where event = $1 and outcome = 'refused' and reason in ('permission', 'no_identity', 'api_key') and actor_id is not distinct from $2`,
    [route.audit.event, isKnownAt(route, who) ? (people.get(who)?.officer.id ?? null) : null],
  )
  return Number(rows[0]?.count)
}

/** Where somebody is sent who is not known at that door. */
function isTurnedAway(route: Route, answer: Answer): boolean {
  const signIn = { officer: '/petugas/masuk', keyholder: '/lacak', visitor: '-', api: '-' }[route.audience]
  return (
    answer.status === 403 ||
    answer.status === 401 ||
    (answer.status === 303 && route.permission !== 'public' && answer.location?.split('?')[0] === signIn)
  )
}

/** An officer is unknown at the complainant's door, and a complainant at the officers'. */
function isKnownAt(route: Route, who: Visitor): boolean {
  return route.audience === 'keyholder' ? who === 'keyholder' : people.has(who)
}

describe('A1 C2: every route for everybody', () => {
  test('the table names exactly the routes that there are', () => {
    expect(Object.keys(accessMatrix).sort()).toEqual(routes.map(nameOf).sort())
  })

  test.each(routes.map((route) => [nameOf(route), route] as const))('%s', async (name, route) => {
    const expected = accessMatrix[name] ?? []
    const target = cases.get('own') ?? nothing
    const letIn: Visitor[] = []
    for (const who of visitors) {
      const before = await countRefusals(route, who)
      const answer = await knock(route, who, target)
      const refusals = (await countRefusals(route, who)) - before
      const away = isTurnedAway(route, answer) && !(expected.includes(who) && name === 'POST /petugas/keluar')
      if (!away) letIn.push(who)
      else expect([who, answer.body.includes(canary)], name).toEqual([who, false])
      expect(answer.status, `${who}: ${name}`).toBeLessThan(500)
      expect([who, refusals], name).toEqual([who, away ? 1 : 0])
      if (away && route.audience !== 'api') expect([who, answer.status], name).toEqual([who, isKnownAt(route, who) ? 403 : 303])
    }
    expect(letIn).toEqual(visitors.filter((who) => expected.includes(who)))
  })
})

const nothing: Case = { id: noId, fileId: noId }

/** What an answer tells about a ticket, apart from the id that was asked for. */
function tell(answer: Answer, { id }: Case): string {
  return `${answer.status} ${answer.location?.replaceAll(id, 'ID') ?? ''}`
}

describe('A1 A2 C12: a ticket of the own office, of another office, and a restricted one', () => {
  const ticketRoutes = routes.filter(
    ({ path }) => /^\/(petugas\/laporan|api\/v1\/officer\/tickets)\/:id/.test(path) && !path.includes(':file'),
  )

  test('there are such routes', () => {
    expect(ticketRoutes.length).toBeGreaterThan(20)
  })

  test.each(ticketRoutes.map((route) => [nameOf(route), route] as const))('%s', async (name, route) => {
    for (const [who, sight] of Object.entries(ticketSight) as [keyof typeof ticketSight, (typeof ticketSight)['intake']][]) {
      if (!accessMatrix[name]?.includes(who)) continue
      for (const [kind, target] of cases) {
        const answer = await knock(route, who, target)
        if (sight[kind]) expect([who, kind, answer.status], name).not.toEqual([who, kind, 404])
        else
          expect([who, kind, tell(answer, target), answer.body.includes(canary)], name).toEqual([
            who,
            kind,
            tell(await knock(route, who, nothing), nothing),
            false,
          ])
      }
    }
  })
})

describe('A1: no route without its guards', () => {
  const known = new Set<string>(allPermissions)
  const whole = {
    method: 'GET',
    path: '/x',
    audience: 'officer',
    permission: 'ticket.read',
    audit: { event: 'ticket.read', done: false },
    handler: () => Promise.reject(new Error('unused')),
  } as const

  test('the table as it is has no fault', () => {
    expect(findTableFaults(routes, known)).toEqual([])
    expect(findTableFaults([whole], known)).toEqual([])
  })

  test.each([
    ['no permission', { permission: undefined }],
    ['an unknown permission', { permission: 'ticket.everything' }],
    ['no audit', { audit: undefined }],
    ['an audit without an event', { audit: { done: true } }],
    ['an event that is none', { audit: { event: 'Read the ticket', done: true } }],
    ['anybody changing something in the console', { permission: 'public', method: 'POST' }],
  ])('a route with %s cannot be registered', (_, change) => {
    expect(findTableFaults([{ ...whole, ...change } as unknown as Route], known)).toHaveLength(1)
  })

  test('one address cannot be claimed twice', () => {
    expect(findTableFaults([whole, whole], known)).toEqual(['GET /x is registered twice'])
  })
})

test('L4: every event of a route has words for the auditor, in both languages', () => {
  const missing = (['id', 'en'] as const).flatMap((locale) => {
    const words = service.services.words(locale)
    return [...new Set(routes.map(({ audit }) => `trail.event.${audit.event}`))]
      .filter((key) => !words.has(key))
      .map((key) => `${locale} ${key}`)
  })
  expect(missing).toEqual([])
})

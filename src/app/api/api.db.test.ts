import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { addOfficer, createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { composeNumber } from '../../complaint/record/rules.ts'
import { hashToken } from '../../platform/crypto.ts'
import { describeRoute } from '../../platform/http/openapi.ts'
import { routes } from './routes.ts'

let service: TestService
let client: Client
let key: string

beforeAll(async () => {
  service = await createTestService()
  client = new Client(service.app)
  const officer = await addOfficer(service, [{ role: 'manager', officeId: await findOffice(service, 'KANIM-BITUNG') }])
  key = 'tgp_test-key-of-the-api'
  await service.owner.query(
    'insert into accounts_api_key (id, officer_id, name, key_hash, created_at) values (gen_random_uuid(), $1, $2, $3, $4)',
    [officer.id, 'test', hashToken(key), service.clock.now()],
  )
})
afterAll(() => service.close())

type Media = { readonly content: Readonly<Record<string, { readonly schema: TSchema; readonly example?: unknown }>> }
type Operation = {
  readonly operationId?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security?: readonly object[]
  readonly parameters?: readonly { readonly in: string; readonly example?: unknown }[]
  readonly requestBody?: Media
  readonly responses: Readonly<Record<string, Media>>
}

/** Every answer that any test here gets must be one that the operation's description promises. */
function checkPromised(method: string, url: string, status: number, body: unknown): void {
  const path = url.split('?')[0] ?? ''
  const route = routes.find((one) => one.method === method && new RegExp(`^${one.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
  if (route?.api === undefined) return
  const promised = describeRoute(route).response as Record<string, unknown>
  expect(Object.keys(promised), `${method} ${path}`).toContain(String(status))
  if (status < 300) expect([...Compile(route.api.response).Errors(body)], `${method} ${path}`).toEqual([])
}

async function call(
  method: 'GET' | 'POST',
  url: string,
  body?: object,
  authorization?: string,
): Promise<{ status: number; type: string; body: Record<string, unknown> }> {
  const answer = await client.request(method, url, {
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(authorization === undefined ? {} : { authorization: `Bearer ${authorization}` }),
    },
  })
  const read = JSON.parse(answer.body) as Record<string, unknown>
  checkPromised(method, url, answer.status, read)
  return { status: answer.status, type: String(answer.headers['content-type']), body: read }
}

const report = {
  kind: 'complaint',
  category: 'PSP.06',
  office: 'KANIM-BITUNG',
  text: 'Paspor anak terlambat tiga minggu.',
  email: 'a@demo.example',
  name: 'Demo',
  idempotencyKey: 'test-key-number-one',
}

test('A9 C4: a report sent twice under one key is one ticket, and what the sender may not say is refused or ignored', async () => {
  const first = await call('POST', '/api/v1/tickets', { ...report, state: 'closed', severity: 'very_high', assigneeId: 'x' })
  expect(first.status).toBe(201)
  expect(first.body).toMatchObject({
    number: expect.stringMatching(/^26-\d{4}-\d{4}-[0-9A-Z]$/),
    accessCode: expect.stringMatching(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/),
    repeated: false,
  })
  const second = await call('POST', '/api/v1/tickets', report)
  expect(second.status).toBe(200)
  expect(second.body).toMatchObject({ number: first.body['number'], accessCode: null, repeated: true })
  const { rows } = await service.owner.query('select state, severity from record_ticket where number = $1', [first.body['number']])
  expect(rows).toEqual([{ state: 'submitted', severity: 2 }])
})

test('C1 P7: number and code open the report, everything else one and the same refusal', async () => {
  const opened = await call('POST', '/api/v1/tickets', { ...report, idempotencyKey: 'test-key-number-two' })
  const { number, accessCode } = opened.body
  const tracked = await call('POST', '/api/v1/track', { number, accessCode })
  expect(tracked.status).toBe(200)
  expect(tracked.body).toMatchObject({ number, stage: 'received', messages: [] })
  const message = await call('POST', '/api/v1/track/messages', { number, accessCode, body: 'Ada kabar?' })
  expect(message.status).toBe(201)
  const wrong = await call('POST', '/api/v1/track', { number, accessCode: '0000-0000-0000-0000-0000' })
  const unknown = await call('POST', '/api/v1/track', { number: composeNumber(2026, 12_345_678), accessCode })
  expect(wrong).toEqual(unknown)
  expect(wrong).toMatchObject({
    status: 404,
    type: expect.stringContaining('application/problem+json'),
    body: { code: 'no_match', instance: '/api/v1/track' },
  })
})

test('C2 A1: an officer’s key lists, opens and acts in the own unit; without a key and elsewhere there is nothing', async () => {
  const elsewhere = await call('POST', '/api/v1/tickets', {
    ...report,
    office: 'KANIM-TARAKAN',
    text: 'KANARI di kantor lain',
    idempotencyKey: 'test-key-number-three',
  })
  expect((await call('GET', '/api/v1/officer/tickets')).status).toBe(401)
  expect((await call('GET', '/api/v1/officer/tickets', undefined, 'wrong')).body).toMatchObject({
    status: 401,
    code: 'api_key',
    title: 'Kunci API tidak ada atau tidak berlaku',
  })
  const list = await call('GET', '/api/v1/officer/tickets', undefined, key)
  const tickets = list.body['tickets'] as { id: string; number: string }[]
  expect(tickets.length).toBe(2)
  expect(JSON.stringify(list.body)).not.toContain('KANARI')
  const foreign = await service.owner.query<{ id: string }>('select id from record_ticket where number = $1', [elsewhere.body['number']])
  expect((await call('GET', `/api/v1/officer/tickets/${foreign.rows[0]?.id}`, undefined, key)).status).toBe(404)
  expect((await call('POST', `/api/v1/officer/tickets/${foreign.rows[0]?.id}/acts`, { verb: 'take' }, key)).status).toBe(404)
  const id = tickets[0]?.id
  expect((await call('POST', `/api/v1/officer/tickets/${id}/acts`, { verb: 'take' }, key)).body).toMatchObject({ state: 'assigned' })
  const read = await call('GET', `/api/v1/officer/tickets/${id}`, undefined, key)
  expect(read.body).toMatchObject({ state: 'assigned', person: { email: 'a@demo.example' } })
  const stale = await call(
    'POST',
    `/api/v1/officer/tickets/${id}/acts`,
    { verb: 'answer', version: 1, outcome: 'partly', finding: 'a', action: 'b', remedy: 'd', nextStep: 'c' },
    key,
  )
  expect(stale).toMatchObject({ status: 409, body: { code: 'stale' } })
  const incomplete = await call(
    'POST',
    `/api/v1/officer/tickets/${id}/acts`,
    { verb: 'answer', version: read.body['version'], outcome: 'partly', finding: 'a' },
    key,
  )
  expect(incomplete).toMatchObject({ status: 422, body: { code: 'answer_incomplete' } })
  const answered = await call(
    'POST',
    `/api/v1/officer/tickets/${id}/acts`,
    { verb: 'answer', version: read.body['version'], outcome: 'partly', finding: 'a', action: 'b', remedy: 'd', nextStep: 'c' },
    key,
  )
  expect(answered.body).toMatchObject({ state: 'answered' })
})

test('E4 L1: the trail holds no address of who reports, and a line for each refusal of an officer’s key', async () => {
  const { rows } = await service.owner.query<{ event: string; outcome: string; reason: string | null; address: string | null }>(
    'select event, outcome, reason, address from trail_entry',
  )
  expect(
    rows.filter(
      ({ event, address }) => ['ticket.submitted', 'ticket.tracked', 'ticket.complainant_wrote'].includes(event) && address !== null,
    ),
  ).toEqual([])
  expect(
    rows.some(
      ({ event, outcome, reason, address }) =>
        event === 'ticket.read' && outcome === 'refused' && reason === 'ticket_not_found' && address !== null,
    ),
  ).toBe(true)
  expect(rows.some(({ event, outcome, reason }) => event === 'ticket.acted' && outcome === 'refused' && reason === 'stale')).toBe(true)
})

test('pages of the list go on without overlap', async () => {
  const first = await call('GET', '/api/v1/officer/tickets?state=submitted&limit=1', undefined, key)
  for (const index of [1, 2, 3]) await call('POST', '/api/v1/tickets', { ...report, idempotencyKey: `test-key-of-page-${index}` })
  const seen: string[] = []
  let next: unknown = null
  do {
    const page = await call(
      'GET',
      `/api/v1/officer/tickets?limit=2${next === null ? '' : `&after=${encodeURIComponent(String(next))}`}`,
      undefined,
      key,
    )
    seen.push(...(page.body['tickets'] as { id: string }[]).map(({ id }) => id))
    next = page.body['next']
  } while (next !== null)
  expect(new Set(seen).size).toBe(seen.length)
  expect((await call('GET', '/api/v1/officer/tickets?after=99999999999999999999~x', undefined, key)).status).toBe(200)
  expect(seen.length).toBe(4)
  expect(first.status).toBe(200)
})

test('what is wrong is named field by field, in the caller’s language', async () => {
  const answer = await call('POST', '/api/v1/tickets', { kind: 'nonsense', text: 'x'.repeat(60_000) })
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({
    code: 'fields',
    instance: '/api/v1/tickets',
    problems: { kind: 'choose', category: 'required', text: 'too_long', idempotencyKey: 'required' },
  })
  const broken = await client.request('POST', '/api/v1/tickets', { payload: '{"kind":', headers: { 'content-type': 'application/json' } })
  expect(broken.status).toBe(400)
  expect(broken.headers['content-type']).toContain('application/problem+json')
  expect((await call('GET', '/api/v1/nothing')).body).toMatchObject({ code: 'not_found' })
})

test('the OpenAPI document names every operation and describes its body by the schema that checks it', async () => {
  const { body } = await call('GET', '/api/v1/openapi.json')
  expect(body['openapi']).toBe('3.1.0')
  const paths = body['paths'] as Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema: { required: string[] } }> } }>
  >
  expect(Object.keys(paths).sort()).toEqual([
    '/api/v1/categories',
    '/api/v1/officer/receiving-bodies',
    '/api/v1/officer/tickets',
    '/api/v1/officer/tickets/{id}',
    '/api/v1/officer/tickets/{id}/acts',
    '/api/v1/offices',
    '/api/v1/tickets',
    '/api/v1/tickets/{number}/stage',
    '/api/v1/track',
    '/api/v1/track/messages',
  ])
  expect(paths['/api/v1/tickets']?.['post']?.requestBody?.content['application/json']?.schema.required).toContain('idempotencyKey')
  const page = await client.get('/api/v1')
  expect(page.status).toBe(200)
  expect(page.body).toContain('/api/v1/officer/tickets/{id}/acts')
  expect(page.body).toContain('Authorization: Bearer $TANGGAP_KEY')
})

test('the OpenAPI document gives each operation its name, its example and its refusals, and each reference leads somewhere', async () => {
  const { body } = await call('GET', '/api/v1/openapi.json')
  const components = body['components'] as { schemas: object; securitySchemes: object }
  expect(components.securitySchemes).toMatchObject({ key: { type: 'http', scheme: 'bearer' } })
  expect(Object.keys(components.schemas)).toEqual(['Problem'])
  expect(new Set(JSON.stringify(body).match(/"\$ref":"[^"]*"/g))).toEqual(new Set(['"$ref":"#/components/schemas/Problem"']))
  const operations = Object.values(body['paths'] as Record<string, Record<string, Operation>>).flatMap((methods) => Object.entries(methods))
  for (const [method, { operationId, summary, tags, security, parameters = [], requestBody, responses }] of operations) {
    expect({ operationId, summary, tags }).toEqual({
      operationId: expect.stringMatching(/^[a-z]+[A-Z]\w+$/),
      summary: expect.stringMatching(/./),
      tags: [security === undefined ? 'public' : 'officers'],
    })
    if (method === 'post') expect(requestBody?.content['application/json']?.example, operationId).toBeTypeOf('object')
    for (const one of parameters.filter((parameter) => parameter.in === 'path')) expect(one.example, operationId).toBeTypeOf('string')
    const refused = Object.entries(responses).filter(([status]) => !status.startsWith('2'))
    expect(refused.length, operationId).toBeGreaterThan(0)
    for (const [status, { content }] of refused)
      expect(content['application/problem+json']?.example, operationId).toMatchObject({ status: Number(status), code: expect.any(String) })
    const done = Object.entries(responses).filter(([status]) => status.startsWith('2'))
    expect(done.length, operationId).toBeGreaterThan(0)
    for (const [, { content }] of done) expect(content['application/json']?.example, operationId).toBeTypeOf('object')
  }
})

test('C16: an officer’s key proposes a body from the list, hands over, records its acknowledgement and its giving back', async () => {
  const sent = await call('POST', '/api/v1/tickets', {
    ...report,
    text: 'Akta anak saya belum terbit.',
    idempotencyKey: 'test-key-of-a-hop',
  })
  const { rows } = await service.owner.query<{ id: string }>('select id from record_ticket where number = $1', [sent.body['number']])
  const id = rows[0]?.id
  const act = (body: object) => call('POST', `/api/v1/officer/tickets/${id}/acts`, body, key)
  expect((await call('GET', '/api/v1/officer/receiving-bodies')).status).toBe(401)
  const { bodies } = (await call('GET', '/api/v1/officer/receiving-bodies', undefined, key)).body as {
    bodies: { code: string; name: object }[]
  }
  expect(bodies).toContainEqual(
    expect.objectContaining({ code: 'POLRI', name: { id: 'Kepolisian (Polri)', en: 'National Police (Polri)' } }),
  )
  const version = (await call('GET', `/api/v1/officer/tickets/${id}`, undefined, key)).body['version']
  const proposal = {
    verb: 'send_on',
    version,
    receivingBody: 'POLRI',
    sendOnReason: 'crime',
    words: 'Mohon ditangani.',
    body: 'Kami serahkan.',
  }
  expect(await act({ ...proposal, receivingBody: 'NOBODY' })).toMatchObject({ status: 422, body: { code: 'body_unknown' } })
  expect(await act({ ...proposal, basis: 'vital_interest' })).toMatchObject({ status: 422, body: { code: 'basis_words_missing' } })
  expect(await act({ verb: 'hand_over' })).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect((await act({ ...proposal, basis: 'vital_interest', basisWords: 'UU 27/2022 Pasal 20.' })).status).toBe(200)
  expect(await act({ ...proposal, basis: 'vital_interest', basisWords: 'UU 27/2022.' })).toMatchObject({ status: 409 })
  expect((await act({ verb: 'hand_over', reference: 'LP-1' })).status).toBe(200)
  expect(await act({ verb: 'acknowledge' })).toMatchObject({ status: 422, body: { code: 'reason_missing' } })
  expect(await act({ verb: 'acknowledge', receiver: 'Loket', on: '2020-01-01' })).toMatchObject({
    status: 422,
    body: { code: 'day_unfit' },
  })
  expect((await act({ verb: 'acknowledge', receiver: 'Loket' })).body).toMatchObject({ state: 'transferred' })
  expect(await act({ verb: 'cancel_send_on' })).toMatchObject({ status: 409 })
  expect(await act({ verb: 'give_back' })).toMatchObject({ status: 422, body: { code: 'reason_missing' } })
  expect((await act({ verb: 'give_back', words: 'Bukan pidana.' })).body).toMatchObject({ state: 'assigned' })
})

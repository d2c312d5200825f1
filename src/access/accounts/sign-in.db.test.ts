import { hash } from '@node-rs/argon2'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { addSigningOfficer, firefox, postSignIn, type SigningOfficer, signInAs, testPassword } from '../../../test/sign-in.ts'
import { hashToken } from '../../platform/crypto.ts'
import { countOne, type Limit } from '../../platform/limits.ts'
import { accountLimit, addressLimit, pairLimits } from './rules/limits.ts'

let service: TestService
let office: string
beforeAll(async () => {
  service = await createTestService()
  office = await findOffice(service, 'KANIM-BITUNG')
})
afterAll(() => service.close())

const addHandler = (name?: string): Promise<SigningOfficer> => addSigningOfficer(service, [{ role: 'handler', officeId: office }], name)

type TrailRow = {
  event: string
  outcome: string
  actor_id: string | null
  object_id: string | null
  reason: string | null
  address: string | null
  details: Record<string, unknown>
}

async function readTrail(event: string): Promise<TrailRow[]> {
  return (
    await service.owner.query<TrailRow>(
      'select event, outcome, actor_id, object_id, reason, address, details from trail_entry where event = $1 order by at, id',
      [event],
    )
  ).rows
}

async function sessionsOf(officer: SigningOfficer): Promise<{ token_hash: Buffer; second_factor: boolean; device: string }[]> {
  return (
    await service.owner.query<{ token_hash: Buffer; second_factor: boolean; device: string }>(
      'select * from accounts_session where officer_id = $1',
      [officer.id],
    )
  ).rows
}

/** What changes from one answer to the next anyway. */
function withoutChance(body: string, email: string): string {
  return body
    .replace(/name="_csrf" value="[^"]+"/g, '')
    .replace(/nonce="[^"]+"/g, '')
    .replaceAll(email, 'EMAIL')
}

const cookie = '__Host-petugas'

/** What so many tries leave behind, without hashing a password each time. */
function count(times: number, limit: Limit, subject: string): Promise<void> {
  return service.as(null, async (ctx) => {
    for (let n = 0; n < times; n += 1) await countOne(ctx, limit, subject)
  })
}

async function countTries(officer: SigningOfficer, address: string, times: number): Promise<void> {
  for (const limit of pairLimits) await count(times, limit, `${officer.email}|${address}`)
}

describe('signing in', () => {
  test('S2 S4: a fresh token of 256 bits, only its hash stored, in a cookie that no script and no other site gets', async () => {
    const officer = await addHandler()
    const client = new Client(service.app)
    const answer = await postSignIn(client, officer.email.toUpperCase())
    expect([answer.status, answer.location]).toEqual([303, '/petugas'])
    const set = [answer.headers['set-cookie']].flat().find((line) => String(line).startsWith(cookie))
    expect(set).toMatch(/Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const token = client.cookies.get(cookie) ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const stored = await sessionsOf(officer)
    expect(stored.map((row) => row.token_hash)).toEqual([hashToken(token)])
    // What lies in the database opens nothing.
    const thief = new Client(service.app)
    for (const loot of [stored[0]?.token_hash.toString('base64url'), stored[0]?.token_hash.toString('hex')]) {
      thief.cookies.set(cookie, loot ?? '')
      expect((await thief.get('/petugas/akun')).location).toBe('/petugas/masuk?kembali=%2Fpetugas%2Fakun')
    }
    expect((await client.get('/petugas/akun')).status).toBe(200)
    await postSignIn(client, officer.email)
    expect(client.cookies.get(cookie)).not.toBe(token)
    expect(await sessionsOf(officer)).toHaveLength(1)
  })

  test('S4: goes back to where one came from, and never to another site', async () => {
    const officer = await addHandler()
    const client = new Client(service.app)
    const form = await client.get('/petugas/masuk?kembali=%2Fpetugas%2Fcari%3Fq%3Dpaspor')
    expect(form.body).toContain('name="kembali" value="/petugas/cari?q=paspor"')
    expect(
      (await client.post('/petugas/masuk', { email: officer.email, password: testPassword, kembali: '/petugas/cari?q=paspor' })).location,
    ).toBe('/petugas/cari?q=paspor')
    await client.get('/petugas/masuk')
    expect(
      (await client.post('/petugas/masuk', { email: officer.email, password: testPassword, kembali: '//evil.example' })).location,
    ).toBe('/petugas')
  })

  test('S4: a form without the token, or from another origin, is refused', async () => {
    const officer = await addHandler()
    const client = new Client(service.app)
    expect((await client.post('/petugas/masuk', { email: officer.email, password: testPassword })).status).toBe(403)
    await client.get('/petugas/masuk')
    expect(
      (await client.post('/petugas/masuk', { email: officer.email, password: testPassword }, { origin: 'https://evil.example' })).status,
    ).toBe(403)
    expect(await sessionsOf(officer)).toEqual([])
  })

  test('P3: unknown, wrong, inactive and held-up accounts are told the same', async () => {
    const [known, off, demo] = [await addHandler(), await addHandler(), await addHandler()]
    await service.owner.query('update accounts_officer set active = false where id = $1', [off.id])
    const tries = [
      { email: 'nobody@demo.test', password: testPassword },
      { email: known.email, password: 'wrong-password-here' },
      { email: off.email, password: testPassword },
      { email: demo.email, password: '' },
    ]
    const answers = []
    for (const { email, password } of tries.slice(0, 3)) {
      const answer = await postSignIn(new Client(service.app, '198.51.100.9'), email, { password })
      answers.push([answer.status, withoutChance(answer.body, email)])
    }
    const client = new Client(service.app, '198.51.100.10')
    for (let n = 0; n < 6; n += 1) await postSignIn(client, known.email, { password: 'wrong-password-here' })
    const heldUp = await postSignIn(client, known.email)
    answers.push([heldUp.status, withoutChance(heldUp.body, known.email)])
    expect(answers[0]?.[0]).toBe(422)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    const reasons = (await readTrail('accounts.sign_in')).filter(({ outcome }) => outcome === 'refused').map(({ reason }) => reason)
    expect(reasons).toEqual(expect.arrayContaining(['unknown_account', 'wrong_password', 'inactive', 'held_up']))
  })

  test('P3: an unknown account takes as long as a known one', async () => {
    const officer = await addHandler()
    const samples: Record<string, number[]> = { known: [], unknown: [] }
    for (let round = 0; round < 9; round += 1) {
      for (const [kind, email] of [
        ['known', officer.email],
        ['unknown', `nobody${round}@demo.test`],
      ] as const) {
        const client = new Client(service.app, `198.51.101.${round}`)
        await client.get('/petugas/masuk')
        const start = performance.now()
        await client.post('/petugas/masuk', { email, password: 'wrong-password-here' })
        samples[kind]?.push(performance.now() - start)
      }
      service.clock.advance(3_600_000)
    }
    const median = (values: number[] = []) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const ratio = median(samples['known']) / median(samples['unknown'])
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.6)
  })

  test('P1: a hash made with older parameters is made anew at the next sign-in', async () => {
    const officer = await addHandler()
    const old = await hash(testPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    await service.owner.query('update accounts_officer set password_hash = $2 where id = $1', [officer.id, old])
    await signInAs(service, officer)
    const { rows } = await service.owner.query<{ password_hash: string }>('select password_hash from accounts_officer where id = $1', [
      officer.id,
    ])
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$[\w+/]{22,}\$/)
    await signInAs(service, officer)
    const { rows: again } = await service.owner.query<{ password_hash: string }>(
      'select password_hash from accounts_officer where id = $1',
      [officer.id],
    )
    expect(again[0]?.password_hash).toBe(rows[0]?.password_hash)
  })

  test('L1: each attempt leaves one line with who, from where and why not', async () => {
    const officer = await addHandler('Demo Jejak')
    const client = new Client(service.app, '203.0.113.44')
    await postSignIn(client, officer.email, { password: 'wrong-password-here' })
    service.clock.advance(1000)
    await postSignIn(client, officer.email)
    const lines = (await readTrail('accounts.sign_in')).filter(({ object_id }) => object_id === officer.id)
    expect(lines).toMatchObject([
      { outcome: 'refused', actor_id: null, reason: 'wrong_password', address: '203.0.113.44' },
      { outcome: 'done', actor_id: officer.id, reason: null, address: '203.0.113.44', details: { next: 'console' } },
    ])
    const { rows } = await service.owner.query<{ text: string }>('select row_to_json(e)::text as text from trail_entry e')
    expect(rows.some(({ text }) => text.includes('wrong-password-here') || text.includes(testPassword))).toBe(false)
  })

  test('S5: a browser or network never seen before leaves a line of its own, a known one none', async () => {
    const officer = await addHandler()
    const lines = async () =>
      (await readTrail('accounts.new_device')).filter(({ object_id }) => object_id === officer.id).map(({ details }) => details['device'])
    await postSignIn(new Client(service.app, '203.0.113.5'), officer.email)
    await postSignIn(new Client(service.app, '203.0.113.77'), officer.email)
    expect(await lines()).toEqual(['Firefox · Linux'])
    const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
    service.clock.advance(1000)
    await postSignIn(new Client(service.app, '203.0.113.5'), officer.email, { agent: chrome })
    service.clock.advance(1000)
    await postSignIn(new Client(service.app, '198.18.0.5'), officer.email)
    expect(await lines()).toEqual(['Firefox · Linux', 'Chrome · Windows', 'Firefox · Linux'])
  })
})

describe('waiting', () => {
  test('B1: twenty wrong tries hold up this account from this address, longer each time; others come in at once', async () => {
    const [a, b] = [await addHandler(), await addHandler()]
    const attacker = new Client(service.app, '192.0.2.1')
    for (let n = 0; n < 20; n += 1) await postSignIn(attacker, a.email, { password: `guess-number-${n}-here` })
    expect((await postSignIn(attacker, a.email)).status).toBe(422)
    const start = performance.now()
    expect((await postSignIn(new Client(service.app, '192.0.2.2'), b.email)).status).toBe(303)
    expect((await postSignIn(new Client(service.app, '192.0.2.2'), a.email)).status).toBe(303)
    expect((await postSignIn(new Client(service.app, '192.0.2.1'), b.email)).status).toBe(303)
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('B1: five wrong tries cost minutes, ten an hour, twenty a day', async () => {
    service.clock.set('2026-12-01T00:00:00Z')
    const officer = await addHandler()
    const client = new Client(service.app, '192.0.2.9')
    const guess = (times: number) => countTries(officer, '192.0.2.9', times)
    const comesIn = async () => (await postSignIn(client, officer.email)).status === 303
    await guess(5)
    expect(await comesIn()).toBe(false)
    service.clock.set('2026-12-01T00:05:01Z')
    await guess(4)
    service.clock.set('2026-12-01T00:10:01Z')
    expect(await comesIn()).toBe(false)
    service.clock.set('2026-12-01T01:00:01Z')
    await guess(4)
    service.clock.set('2026-12-01T01:10:01Z')
    await guess(5)
    service.clock.set('2026-12-01T02:00:01Z')
    await guess(2)
    service.clock.set('2026-12-01T23:59:00Z')
    expect(await comesIn()).toBe(false)
    service.clock.set('2026-12-02T00:00:01Z')
    expect(await comesIn()).toBe(true)
  })

  test('B1: signing in ends the count', async () => {
    const officer = await addHandler()
    const client = new Client(service.app, '192.0.2.20')
    for (let round = 0; round < 3; round += 1) {
      await countTries(officer, '192.0.2.20', 4)
      expect((await postSignIn(client, officer.email)).status).toBe(303)
    }
  })

  test('B1: tries on one account from everywhere are counted too, but lock nobody out of a browser and network the account knows', async () => {
    const officer = await addHandler()
    await postSignIn(new Client(service.app, '192.0.3.1'), officer.email)
    await count(60, accountLimit, officer.email)
    expect((await postSignIn(new Client(service.app, '192.0.4.1'), officer.email)).status).toBe(422)
    expect((await postSignIn(new Client(service.app, '192.0.3.200'), officer.email)).status).toBe(303)
  })

  test('B1: an address that only guesses is told to wait before any password is looked at', async () => {
    await count(100, addressLimit, '192.0.2.30')
    const officer = await addHandler()
    const answer = await postSignIn(new Client(service.app, '192.0.2.30'), officer.email)
    expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([429, true])
    expect((await postSignIn(new Client(service.app, '192.0.2.31'), officer.email)).status).toBe(303)
  })

  test('B1: nobody escapes the count by claiming another address', async () => {
    const officer = await addHandler()
    const client = new Client(service.app, '192.0.2.40')
    for (let n = 0; n < 6; n += 1)
      await postSignIn(client, officer.email, { password: 'wrong-password-here', headers: { 'x-forwarded-for': `10.0.0.${n}` } })
    expect((await postSignIn(client, officer.email, { headers: { 'x-forwarded-for': '10.0.0.99' } })).status).toBe(422)
  })

  test("B1: the operator's factor for shared addresses widens no limit that guards a password", async () => {
    const officer = await addHandler()
    Object.assign(service.services.settings, { limitFactor: 1000 })
    try {
      await countTries(officer, '192.0.2.45', 5)
      expect((await postSignIn(new Client(service.app, '192.0.2.45'), officer.email)).status).toBe(422)
    } finally {
      Object.assign(service.services.settings, { limitFactor: 1 })
    }
  })

  test('B1: many tries at once are counted one by one', async () => {
    const officer = await addHandler()
    const tries = Array.from({ length: 6 }, () =>
      postSignIn(new Client(service.app, '192.0.2.50'), officer.email, { password: 'wrong-password-here' }),
    )
    await Promise.all(tries)
    expect((await postSignIn(new Client(service.app, '192.0.2.50'), officer.email)).status).toBe(422)
  })

  test('B2: without its counter nobody is let in', async () => {
    const officer = await addHandler()
    const client = new Client(service.app, '192.0.2.60')
    await service.owner.query('alter table platform_limit rename to platform_limit_gone')
    const answer = await postSignIn(client, officer.email)
    await service.owner.query('alter table platform_limit_gone rename to platform_limit')
    expect(answer.status).toBe(500)
    expect(client.cookies.has(cookie)).toBe(false)
    expect(await sessionsOf(officer)).toEqual([])
    expect((await postSignIn(client, officer.email)).status).toBe(303)
  })
})

describe('second step', () => {
  async function enrolled(): Promise<{ officer: SigningOfficer; secret: string; client: Client; before: string | undefined }> {
    const officer = await addHandler()
    const client = await signInAs(service, officer)
    const before = client.cookies.get(cookie)
    const form = await client.get('/petugas/akun/kode')
    const secret = (/id="totp-secret">([^<]+)</.exec(form.body)?.[1] ?? '').replace(/ /g, '')
    const seal = /name="seal" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const answer = await client.post('/petugas/akun/kode', { seal, code: codeOf(secret), password: testPassword })
    expect([answer.status, answer.location]).toEqual([303, '/petugas/akun'])
    return { officer, secret, client, before }
  }
  const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(service.clock.now().getTime() / 1000) })
  const headers = { 'user-agent': firefox }

  test('P4 S2: enrolling seals the secret, gives the session a new token and asks for a code from then on', async () => {
    const { officer, secret, client, before } = await enrolled()
    expect(client.cookies.get(cookie)).not.toBe(before)
    const { rows } = await service.owner.query<{ totp_secret: Buffer }>('select totp_secret from accounts_officer where id = $1', [
      officer.id,
    ])
    expect(rows[0]?.totp_secret.includes(Buffer.from(secret))).toBe(false)
    const other = new Client(service.app)
    const first = await postSignIn(other, officer.email)
    expect(first.location).toBe('/petugas/masuk/kode')
    expect(other.cookies.has(cookie)).toBe(false)
    expect((await other.get('/petugas/akun')).location).toContain('/petugas/masuk')
    service.clock.advance(60_000)
    await other.get('/petugas/masuk/kode', headers)
    const second = await other.post('/petugas/masuk/kode', { code: codeOf(secret) }, headers)
    expect([second.status, second.location]).toEqual([303, '/petugas'])
    expect((await sessionsOf(officer)).every((row) => row.second_factor)).toBe(true)
  })

  test('P4: a code works once, one step early or late, and no further', async () => {
    const { officer, secret } = await enrolled()
    service.clock.set('2026-12-05T00:00:10Z')
    const tryCode = async (code: string): Promise<number> => {
      const client = new Client(service.app, `192.0.7.${Math.floor(Math.random() * 250)}`)
      await postSignIn(client, officer.email)
      await client.get('/petugas/masuk/kode', headers)
      return (await client.post('/petugas/masuk/kode', { code }, headers)).status
    }
    const early = codeOf(secret)
    service.clock.set('2026-12-05T00:01:10Z')
    expect(await tryCode(early)).toBe(422)
    service.clock.set('2026-12-05T00:01:29Z')
    const late = codeOf(secret)
    service.clock.set('2026-12-05T00:01:31Z')
    expect(await tryCode(late)).toBe(303)
    expect(await tryCode(late)).toBe(422)
    const present = codeOf(secret)
    expect(await tryCode(`${present.slice(0, 3)} ${present.slice(3)}`)).toBe(303)
    expect(await tryCode(present)).toBe(422)
  })

  test('P4 P3: five wrong codes lock the second step alone, and a right one then looks as wrong', async () => {
    service.clock.set('2026-12-06T00:00:00Z')
    const { officer, secret } = await enrolled()
    service.clock.advance(60_000)
    const client = new Client(service.app, '192.0.8.1')
    await postSignIn(client, officer.email)
    await client.get('/petugas/masuk/kode', headers)
    const wrong = await client.post('/petugas/masuk/kode', { code: '000000' }, headers)
    for (let n = 0; n < 4; n += 1) await client.post('/petugas/masuk/kode', { code: '000000' }, headers)
    const locked = await client.post('/petugas/masuk/kode', { code: codeOf(secret) }, headers)
    expect([locked.status, withoutChance(locked.body, '')]).toEqual([422, withoutChance(wrong.body, '')])
    // The first step still answers as ever.
    expect((await postSignIn(client, officer.email)).location).toBe('/petugas/masuk/kode')
    service.clock.set('2026-12-06T00:10:30Z')
    await postSignIn(client, officer.email)
    await client.get('/petugas/masuk/kode', headers)
    expect((await client.post('/petugas/masuk/kode', { code: codeOf(secret) }, headers)).status).toBe(303)
  })

  test('P4 A1: a new API key asks for a code beside the password, once each, and wrong ones lock it', async () => {
    service.clock.set('2026-12-07T00:00:00Z')
    const { officer, secret, client } = await enrolled()
    const make = (code?: string) =>
      client.post('/petugas/akun/kunci', { name: 'Laporan', password: testPassword, ...(code === undefined ? {} : { code }) })
    const countKeys = async () => (await service.owner.query('select from accounts_api_key where officer_id = $1', [officer.id])).rowCount
    service.clock.advance(60_000)
    expect((await client.get('/petugas/akun')).body).toContain('id="field-keyCode"')
    const refused = await make()
    expect([refused.status, refused.body.includes('href="#field-keyCode"')]).toEqual([422, true])
    const code = codeOf(secret)
    expect((await client.post('/petugas/akun/kunci', { name: 'Laporan', password: 'salah-sama-sekali', code })).status).toBe(422)
    expect(await countKeys()).toBe(0)
    expect((await make(code)).status).toBe(200)
    expect((await make(code)).status).toBe(422)
    for (let n = 0; n < 5; n += 1) expect((await make('000000')).status).toBe(422)
    service.clock.advance(60_000)
    expect((await make(codeOf(secret))).status).toBe(422)
    expect(await countKeys()).toBe(1)
  })

  test('P4: half a sign-in ends after ten minutes', async () => {
    const { officer, secret } = await enrolled()
    const client = new Client(service.app)
    await postSignIn(client, officer.email)
    await client.get('/petugas/masuk/kode', headers)
    service.clock.advance(10 * 60_000 + 1000)
    const answer = await client.post('/petugas/masuk/kode', { code: codeOf(secret) }, headers)
    expect([answer.status, answer.location]).toEqual([303, '/petugas/masuk'])
    expect(client.cookies.has(cookie)).toBe(false)
  })

  test('P2: whoever became administrator with a shorter password must choose a longer one before coming in', async () => {
    const officer = await addHandler()
    const short = await hash('gerobak-taman', { memoryCost: 65_536, timeCost: 2, parallelism: 1 })
    await service.owner.query('update accounts_officer set password_hash = $2 where id = $1', [officer.id, short])
    await service.owner.query(`insert into accounts_role (officer_id, role, office_id) values ($1, 'administrator', $2)`, [
      officer.id,
      office,
    ])
    const client = new Client(service.app)
    const answer = await postSignIn(client, officer.email, { password: 'gerobak-taman' })
    expect(answer.location).toMatch(/^\/petugas\/sandi\/[\w-]{43}$/)
    expect(client.cookies.has(cookie)).toBe(false)
    expect((await client.get(answer.location ?? '')).status).toBe(200)
    expect((await client.post(answer.location ?? '', { next: 'gerobak-lapan-9', again: 'gerobak-lapan-9' })).status).toBe(303)
    expect((await postSignIn(client, officer.email, { password: 'gerobak-lapan-9' })).location).toBe('/petugas')
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { addSigningOfficer, postSignIn, type SigningOfficer, signInAs, testPassword } from '../../../test/sign-in.ts'
import { createApiKey } from './actions/api-keys.ts'
import { resolveApiKey } from './actions/sessions.ts'
import { demoPassword, listDemoAccounts, seedDemoOfficers } from './seed.ts'

let service: TestService
let office: string
beforeAll(async () => {
  service = await createTestService()
  office = await findOffice(service, 'KANIM-BITUNG')
})
afterAll(() => service.close())

const cookie = '__Host-petugas'
const account = '/petugas/akun'
const addHandler = (): Promise<SigningOfficer> => addSigningOfficer(service, [{ role: 'handler', officeId: office }])

async function isIn(client: Client): Promise<boolean> {
  return (await client.get(account)).status === 200
}

async function changePassword(client: Client, next: string, present = testPassword, again = next) {
  await client.get(account)
  return client.post(`${account}/sandi`, { present, next, again })
}

test('S1: a session ends half an hour after the last click and twelve hours after signing in', async () => {
  const client = await signInAs(service, await addHandler())
  for (let half = 0; half < 24; half += 1) {
    service.clock.advance(29 * 60_000)
    expect(await isIn(client)).toBe(true)
  }
  service.clock.advance(25 * 60_000)
  expect(await isIn(client)).toBe(false)
  const idle = await signInAs(service, await addHandler())
  service.clock.advance(30 * 60_000 + 1000)
  expect(await isIn(idle)).toBe(false)
})

test('S3 S2: changing the password ends the other sessions at once and gives this one a new token', async () => {
  const officer = await addHandler()
  const [here, there] = [await signInAs(service, officer), await signInAs(service, officer)]
  const before = here.cookies.get(cookie)
  expect((await changePassword(here, 'bangku-ketiga-di-sudut')).location).toBe(account)
  expect(await isIn(there)).toBe(false)
  expect(await isIn(here)).toBe(true)
  const old = new Client(service.app)
  old.cookies.set(cookie, before ?? '')
  expect(await isIn(old)).toBe(false)
  expect((await postSignIn(new Client(service.app), officer.email)).status).toBe(422)
  expect((await postSignIn(new Client(service.app), officer.email, { password: 'bangku-ketiga-di-sudut' })).status).toBe(303)
})

test('P2: a new password meets the rules, differs from the last five and needs the present one', async () => {
  const officer = await addHandler()
  const client = await signInAs(service, officer)
  const refused = async (next: string, present?: string, again?: string) => {
    const answer = await changePassword(client, next, present, again)
    expect(answer.status).toBe(422)
    return answer.body
  }
  expect(await refused('pendek')).toContain('Kata sandi terlalu pendek')
  expect(await refused('indonesiamerdeka45')).toContain('terlalu mudah ditebak')
  expect(await refused(testPassword)).toContain('pernah Anda pakai')
  expect(await refused('bangku-ketiga-di-sudut', testPassword, 'bangku-lain-di-sudut')).toContain('Kedua kata sandi tidak sama')
  expect(await refused('bangku-ketiga-di-sudut', 'salah-sama-sekali')).toContain('Kata sandi tidak cocok')
  let present = testPassword
  for (const next of ['bangku-satu-di-sudut', 'bangku-dua-di-sudut', 'bangku-tiga-di-sudut', 'bangku-empat-di-sudut']) {
    service.clock.advance(1000)
    expect((await changePassword(client, next, present)).status).toBe(303)
    present = next
  }
  await client.get(account)
  expect((await client.post(`${account}/sandi`, { present, next: testPassword, again: testPassword })).body).toContain('pernah Anda pakai')
  service.clock.advance(1000)
  expect((await changePassword(client, 'bangku-lima-di-sudut', present)).status).toBe(303)
  service.clock.advance(1000)
  expect((await changePassword(client, testPassword, 'bangku-lima-di-sudut')).status).toBe(303)
})

test('B1: wrong present passwords on the own account are counted too', async () => {
  const client = await signInAs(service, await addHandler())
  await client.get(account)
  for (let n = 0; n < 5; n += 1)
    await client.post(`${account}/sandi`, { present: 'salah-sama-sekali', next: 'bangku-ketiga-di-sudut', again: 'bangku-ketiga-di-sudut' })
  expect(
    (await client.post(`${account}/sandi`, { present: testPassword, next: 'bangku-ketiga-di-sudut', again: 'bangku-ketiga-di-sudut' }))
      .body,
  ).toContain('Terlalu banyak percobaan')
})

test('S5 S3: devices are listed and ended one by one or all together; those of others are out of reach', async () => {
  const officer = await addHandler()
  const [here, there, third] = [await signInAs(service, officer), await signInAs(service, officer), await signInAs(service, officer)]
  const list = await here.get(account)
  expect(list.body.match(/Firefox · Linux/g)?.length).toBeGreaterThanOrEqual(3)
  const end = /\/petugas\/akun\/perangkat\/[0-9a-f-]{36}\/akhiri/.exec(list.body)?.[0] ?? ''
  const stranger = await signInAs(service, await addHandler())
  await stranger.get(account)
  expect((await stranger.post(end)).status).toBe(404)
  expect([await isIn(there), await isIn(third)]).toEqual([true, true])
  await here.get(account)
  expect((await here.post(end)).status).toBe(303)
  expect([await isIn(there), await isIn(third)].filter(Boolean)).toHaveLength(1)
  await here.get(account)
  expect((await here.post(`${account}/perangkat/akhiri-lain`)).status).toBe(303)
  expect([await isIn(here), await isIn(there), await isIn(third)]).toEqual([true, false, false])
})

test('H3: signing out ends the session and lets the browser forget everything', async () => {
  const client = await signInAs(service, await addHandler())
  const token = client.cookies.get(cookie) ?? ''
  const shown = await client.get(account)
  expect(shown.headers['cache-control']).toBe('no-store')
  const answer = await client.post('/petugas/keluar')
  expect([answer.status, answer.location]).toEqual([303, '/petugas/masuk?keluar=ya'])
  expect(answer.headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
  client.cookies.set(cookie, token)
  expect(await isIn(client)).toBe(false)
})

test('S3 P2: a link sets a password once, within three days, and ends all sessions', async () => {
  const officer = await addHandler()
  const client = await signInAs(service, officer)
  const { renewPassword } = await import('./actions/officers.ts')
  const link = async () => {
    const made = await service.as(null, (ctx) => renewPassword(ctx, officer.id))
    return made.ok ? `/petugas/sandi/${made.value.link}` : ''
  }
  const first = await link()
  expect(await isIn(client)).toBe(false)
  expect((await postSignIn(new Client(service.app), officer.email)).status).toBe(422)
  const second = await link()
  const holder = new Client(service.app)
  expect((await holder.get(first)).status).toBe(410)
  expect((await holder.get(second)).body).toContain(officer.email)
  expect((await holder.post(second, { next: 'rahasiaku123456', again: 'rahasiaku123456' })).body).toContain('terlalu mudah ditebak')
  expect((await holder.post(second, { next: 'bangku-ketiga-di-sudut', again: 'bangku-ketiga-di-sudut' })).location).toBe('/petugas/masuk')
  expect((await holder.get(second)).status).toBe(410)
  expect((await postSignIn(new Client(service.app), officer.email, { password: 'bangku-ketiga-di-sudut' })).status).toBe(303)
  const late = await link()
  service.clock.advance(3 * 86_400_000 + 1000)
  expect((await holder.get(late)).status).toBe(410)
})

test("A1 S2: an API key is shown once, kept as a hash, opens with its officer's rights and ends when revoked", async () => {
  const officer = await addHandler()
  const client = await signInAs(service, officer)
  await client.get(account)
  const made = await client.post(`${account}/kunci`, { name: 'Laporan bulanan', password: testPassword })
  const key = /tanggap_[\w-]{43}/.exec(made.body)?.[0] ?? ''
  expect(key).not.toBe('')
  const shown = await client.get(account)
  expect([shown.body.includes('Laporan bulanan'), shown.body.includes(key)]).toEqual([true, false])
  const { rows } = await service.owner.query<{ text: string }>('select row_to_json(k)::text as text from accounts_api_key k')
  expect(rows.some(({ text }) => text.includes(key))).toBe(false)
  const resolve = (authorization: string | undefined) => service.as(null, (ctx) => resolveApiKey(ctx, { cookie: undefined, authorization }))
  expect((await resolve(`Bearer ${key}`))?.actor).toEqual(officer.actor)
  for (const wrong of [undefined, key, `Basic ${key}`, `Bearer ${key}x`, 'Bearer ', `Bearer ${'x'.repeat(300)}`])
    expect(await resolve(wrong)).toBeNull()
  const { rows: used } = await service.owner.query<{ day: string }>(
    'select last_used_on::text as day from accounts_api_key where officer_id = $1',
    [officer.id],
  )
  expect(used[0]?.day).toBe(service.clock.now().toISOString().slice(0, 10))
  const revoke = /\/petugas\/akun\/kunci\/[0-9a-f-]{36}\/cabut/.exec(shown.body)?.[0] ?? ''
  const stranger = await signInAs(service, await addHandler())
  await stranger.get(account)
  expect([(await stranger.get(revoke)).status, (await stranger.post(revoke, { password: testPassword })).status]).toEqual([404, 404])
  expect((await client.get(revoke)).body).toContain('Laporan bulanan')
  expect((await client.post(revoke, { password: testPassword })).status).toBe(303)
  expect(await resolve(`Bearer ${key}`)).toBeNull()
})

test('A1 B1: a session left open neither makes nor revokes a key: the password is asked for, and wrong ones are counted', async () => {
  const officer = await addHandler()
  const client = await signInAs(service, officer)
  const countKeys = async () =>
    (await service.owner.query('select from accounts_api_key where officer_id = $1 and revoked_at is null', [officer.id])).rowCount
  await client.get(account)
  for (const password of [[], '', 'salah-sama-sekali'])
    expect((await client.post(`${account}/kunci`, { name: 'Diam-diam', password })).status).toBe(422)
  expect(await countKeys()).toBe(0)
  expect((await client.post(`${account}/kunci`, { name: 'Sah', password: testPassword })).status).toBe(200)
  const revoke = /\/petugas\/akun\/kunci\/[0-9a-f-]{36}\/cabut/.exec((await client.get(account)).body)?.[0] ?? ''
  await client.get(revoke)
  expect((await client.post(revoke)).status).toBe(422)
  for (let n = 0; n < 5; n += 1)
    expect((await client.post(revoke, { password: 'salah-sama-sekali' })).body).toContain('Kata sandi tidak cocok')
  expect((await client.post(revoke, { password: testPassword })).body).toContain('Terlalu banyak percobaan')
  expect((await client.post(`${account}/kunci`, { name: 'Sah', password: testPassword })).body).toContain('Terlalu banyak percobaan')
  expect(await countKeys()).toBe(1)
})

test('A1: an officer has at most ten keys, and none opens anything once the officer is switched off', async () => {
  const officer = await addHandler()
  const keys = await service.as(officer.actor, async (ctx) => {
    const made = []
    for (let n = 0; n < 11; n += 1) made.push(await createApiKey(ctx, officer.id, `kunci ${n}`))
    return made
  })
  expect(keys.map(({ ok }) => ok)).toEqual([...Array.from({ length: 10 }, () => true), false])
  const key = keys[0]?.ok ? keys[0].value.key : ''
  await service.owner.query('update accounts_officer set active = false where id = $1', [officer.id])
  expect(await service.as(null, (ctx) => resolveApiKey(ctx, { cookie: undefined, authorization: `Bearer ${key}` }))).toBeNull()
})

test('C6: the language of the account is that of the console from the next sign-in, and can be switched', async () => {
  const officer = await addHandler()
  const client = await signInAs(service, officer)
  expect((await client.get(account)).body).toContain('Akun saya')
  expect((await client.post(`${account}/bahasa`, { language: 'en' })).status).toBe(303)
  expect((await client.get(account)).body).toContain('My account')
  await client.get('/bahasa/id')
  expect((await client.get(account)).body).toContain('Akun saya')
  expect((await (await signInAs(service, officer)).get(account)).body).toContain('My account')
})

test('A1: accounts of the demonstration exist once, sign in, and are refused in production', async () => {
  await service.as(null, seedDemoOfficers)
  const count = async () =>
    Number(
      (await service.owner.query<{ count: string }>(`select count(*) as count from accounts_officer where email like '%@demo.example'`))
        .rows[0]?.count,
    )
  const before = await count()
  await service.as(null, seedDemoOfficers)
  expect(await count()).toBe(before)
  expect(listDemoAccounts()).toHaveLength(6)
  const { rows } = await service.owner.query<{ name: string }>(`select name from accounts_officer where email like '%@demo.example'`)
  expect(rows.every(({ name }) => name.startsWith('Demo '))).toBe(true)
  const email = listDemoAccounts()[4]?.email ?? ''
  const client = new Client(service.app)
  expect((await postSignIn(client, email, { password: demoPassword })).location).toBe('/petugas/admin')
  Object.assign(service.services.settings, { mode: 'production' })
  try {
    expect(await isIn(client)).toBe(false)
    expect((await postSignIn(new Client(service.app), email, { password: demoPassword })).status).toBe(422)
  } finally {
    Object.assign(service.services.settings, { mode: 'test' })
  }
})

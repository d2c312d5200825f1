import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Client, openSession } from '../../../test/client.ts'
import { addOfficer, createTestService, findOffice, type TestOfficer, type TestService } from '../../../test/service.ts'
import { createAdministrator } from './index.ts'

let service: TestService
let ditjen: string
let bitung: string
let admin: TestOfficer
let client: Client
const list = '/petugas/admin/petugas'

beforeAll(async () => {
  service = await createTestService()
  ditjen = await findOffice(service, 'DITJEN')
  bitung = await findOffice(service, 'KANIM-BITUNG')
  admin = await addOfficer(service, [{ role: 'administrator', officeId: ditjen }], 'Demo Administrator')
  client = new Client(service.app)
  await openSession(service, client, admin.id)
})
afterAll(() => service.close())
// The last line of the trail is the latest: two tests must not write in the same moment.
beforeEach(() => service.clock.advance(1000))

async function lastLine(
  event: string,
): Promise<{ outcome: string; actor_id: string; object_id: string; details: { before?: unknown; after?: unknown } } | undefined> {
  service.clock.advance(1000)
  return (
    await service.owner.query('select outcome, actor_id, object_id, details from trail_entry where event = $1 order by at desc limit 1', [
      event,
    ])
  ).rows[0]
}

async function isIn(browser: Client): Promise<boolean> {
  return (await browser.get('/petugas/akun')).status === 200
}

test('L1: the start page counts, and lists every place the administrator may go', async () => {
  const page = await client.get('/petugas/admin')
  expect(page.status).toBe(200)
  for (const path of ['kantor', 'petugas', 'kategori']) expect(page.body).toContain(`/petugas/admin/${path}"`)
})

test('L1 P2: a new officer gets a link that works once; the line names before and after and no secret', async () => {
  await client.get(`${list}/baru`)
  const made = await client.post(`${list}/baru`, { name: 'Demo Baru', email: 'baru@demo.test', language: 'en' })
  const link = /http:\/\/127\.0\.0\.1:8080(\/petugas\/sandi\/[\w-]{43})/.exec(made.body)?.[1] ?? ''
  expect(link).not.toBe('')
  const line = await lastLine('accounts.create_officer')
  expect(line).toMatchObject({
    outcome: 'done',
    actor_id: admin.id,
    details: { before: null, after: { name: 'Demo Baru', email: 'baru@demo.test', language: 'en' } },
  })
  expect(JSON.stringify(line)).not.toContain(link.slice(-20))
  expect((await new Client(service.app).get(link)).status).toBe(200)
  // Roles are given before the newcomer comes in for the first time: the link stays good, and dies with the account.
  const id = (await service.owner.query<{ id: string }>(`select id from accounts_officer where email = 'baru@demo.test'`)).rows[0]?.id
  await client.get(`${list}/${id}`)
  expect((await client.post(`${list}/${id}/peran`, { held: [], office: bitung, added: ['handler'] })).status).toBe(303)
  expect((await new Client(service.app).get(link)).status).toBe(200)
  await client.post(`${list}/${id}/keadaan`)
  await client.post(`${list}/${id}/keadaan`, { active: 'yes' })
  expect((await new Client(service.app).get(link)).status).toBe(410)
  await client.get(`${list}/baru`)
  const twice = await client.post(`${list}/baru`, { name: 'Demo Lain', email: 'BARU@demo.test', language: 'id' })
  expect([twice.status, twice.body.includes('sudah dipakai petugas lain')]).toEqual([422, true])
})

test("S3 A3: roles are ticks by unit; a change of roles ends the officer's sessions", async () => {
  const officer = await addOfficer(service, [{ role: 'handler', officeId: bitung }], 'Demo Peran')
  const browser = new Client(service.app)
  await openSession(service, browser, officer.id)
  expect(await isIn(browser)).toBe(true)
  const page = await client.get(`${list}/${officer.id}`)
  expect(page.body).toMatch(new RegExp(`value="handler@${bitung}" checked`))
  expect(page.body).not.toMatch(new RegExp(`value="manager@${bitung}" checked`))
  const answer = await client.post(`${list}/${officer.id}/peran`, {
    held: [`handler@${bitung}`, `intake@${bitung}`],
    office: ditjen,
    added: ['auditor'],
  })
  expect(answer.status).toBe(303)
  const { rows } = await service.owner.query<{ held: string }>(
    `select role || '@' || office_id as held from accounts_role where officer_id = $1 order by 1`,
    [officer.id],
  )
  expect(rows.map(({ held }) => held)).toEqual([`auditor@${ditjen}`, `handler@${bitung}`, `intake@${bitung}`])
  expect(await isIn(browser)).toBe(false)
  expect(await lastLine('accounts.set_roles')).toMatchObject({
    object_id: officer.id,
    details: { before: [{ role: 'handler', officeId: bitung }] },
  })
  expect((await client.post(`${list}/${officer.id}/peran`, { held: [], added: ['auditor'] })).body).toContain('Pilih kantor untuk peran')
  expect((await client.post(`${list}/${officer.id}/peran`, { held: [`king@${bitung}`] })).status).toBe(422)
})

test('A1: the last administrator can neither lose the role nor be switched off, and nobody does it to themselves', async () => {
  await client.get(`${list}/${admin.id}`)
  const drop = () => client.post(`${list}/${admin.id}/peran`, { held: [] })
  const off = () => client.post(`${list}/${admin.id}/keadaan`)
  expect((await drop()).body).toContain('administrator terakhir')
  expect((await off()).body).toContain('administrator terakhir')
  const second = await addOfficer(service, [{ role: 'administrator', officeId: ditjen }], 'Demo Kedua')
  expect((await drop()).body).toContain('peran administrator Anda sendiri')
  expect((await off()).body).toContain('akun Anda sendiri')
  const colleague = new Client(service.app)
  await openSession(service, colleague, second.id)
  await colleague.get('/petugas/akun')
  // Another administrator may; and then is the last one.
  expect((await client.post(`${list}/${second.id}/keadaan`)).status).toBe(303)
  expect(await isIn(colleague)).toBe(false)
  expect((await drop()).body).toContain('administrator terakhir')
})

test('S2: whoever changes their own roles goes on under a new token', async () => {
  const before = client.cookies.get('__Host-petugas')
  await client.get(`${list}/${admin.id}`)
  // Sight of reports or of the trail is for others to give (acceptance L3).
  const refused = await client.post(`${list}/${admin.id}/peran`, { held: [`administrator@${ditjen}`, `auditor@${ditjen}`] })
  expect([refused.status, refused.body.includes('Anda tidak dapat memberi diri sendiri peran')]).toEqual([422, true])
  expect((await client.post(`${list}/${admin.id}/peran`, { held: [`administrator@${ditjen}`, `administrator@${bitung}`] })).status).toBe(
    303,
  )
  expect(client.cookies.get('__Host-petugas')).not.toBe(before)
  expect(await isIn(client)).toBe(true)
  await client.post(`${list}/${admin.id}/peran`, { held: [`administrator@${ditjen}`] })
})

test('S3 P4: switching off, signing out everywhere and taking off the second step end every session', async () => {
  const officer = await addOfficer(service, [{ role: 'handler', officeId: bitung }], 'Demo Sesi')
  await client.get(`${list}/${officer.id}`)
  for (const [verb, event] of [
    ['sesi', 'accounts.end_officer_sessions'],
    ['kode', 'accounts.reset_second_factor'],
    ['keadaan', 'accounts.switch_officer'],
  ] as const) {
    const browser = new Client(service.app)
    await openSession(service, browser, officer.id)
    if (verb === 'kode')
      await service.owner.query('update accounts_officer set totp_secret = $2 where id = $1', [officer.id, Buffer.alloc(60)])
    expect(await isIn(browser)).toBe(true)
    expect((await client.post(`${list}/${officer.id}/${verb}`)).status).toBe(303)
    expect(await isIn(browser)).toBe(false)
    expect(await lastLine(event)).toMatchObject({ outcome: 'done', object_id: officer.id })
  }
  const { rows } = await service.owner.query('select totp_secret, active from accounts_officer where id = $1', [officer.id])
  expect(rows[0]).toEqual({ totp_secret: null, active: false })
  expect((await client.post(`${list}/${officer.id}/keadaan`, { active: 'yes' })).status).toBe(303)
})

test('L1: officers are found by word, unit, role and state, page by page', async () => {
  for (let n = 0; n < 55; n += 1)
    await addOfficer(service, [{ role: 'intake', officeId: ditjen }], `Demo Halaman ${String(n).padStart(2, '0')}`)
  const first = await client.get(`${list}?q=halaman&peran=intake&kantor=${ditjen}&keadaan=aktif`)
  expect(first.body).toContain('55 petugas')
  expect(first.body).toContain('Demo Halaman 49')
  expect(first.body).not.toContain('Demo Halaman 50')
  const next = /href="(\/petugas\/admin\/petugas\?[^"]*setelah=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await client.get(next)
  expect(second.body).toContain('Demo Halaman 54')
  expect(second.body).not.toContain('Demo Halaman 49')
  expect((await client.get(`${list}?q=halaman&keadaan=nonaktif`)).body).toContain('Tidak ada petugas yang cocok')
  expect((await client.get(`${list}?setelah=${encodeURIComponent("x~' or 1=1")}&kantor=kacau`)).status).toBe(200)
})

test('L1: an office is added and changed; code and type stay, and its tickets stay where they are', async () => {
  await client.get('/petugas/admin/kantor/baru')
  const facts = {
    name: 'Kantor Imigrasi Demo',
    class: 'Kelas II',
    city: 'Demo',
    province: 'Papua',
    timeZone: 'Asia/Jayapura',
    active: '1',
    selectable: '1',
  }
  expect((await client.post('/petugas/admin/kantor/baru', { ...facts, code: 'kecil', type: 'kanim' })).body).toContain('huruf besar')
  expect((await client.post('/petugas/admin/kantor/baru', { ...facts, code: 'KANIM-BITUNG', type: 'kanim' })).body).toContain(
    'sudah dipakai kantor lain',
  )
  expect((await client.post('/petugas/admin/kantor/baru', { ...facts, code: 'KANIM-DEMO', type: 'kanim' })).status).toBe(303)
  const id = await findOffice(service, 'KANIM-DEMO')
  await client.get(`/petugas/admin/kantor/${id}`)
  expect(
    (
      await client.post(`/petugas/admin/kantor/${id}`, {
        ...facts,
        code: 'X',
        type: 'tpi',
        name: 'Kantor Demo Baru',
        active: '',
        selectable: '',
      })
    ).status,
  ).toBe(303)
  const { rows } = await service.owner.query('select code, type, name, active, selectable from accounts_office where id = $1', [id])
  expect(rows[0]).toEqual({ code: 'KANIM-DEMO', type: 'kanim', name: 'Kantor Demo Baru', active: false, selectable: false })
  expect(await lastLine('accounts.edit_office')).toMatchObject({
    object_id: id,
    details: { before: { name: 'Kantor Imigrasi Demo', active: true }, after: { name: 'Kantor Demo Baru', active: false } },
  })
  expect((await client.post(`/petugas/admin/kantor/${id}`, { ...facts, timeZone: 'Mars/Base' })).status).toBe(422)
  expect((await client.get('/petugas/admin/kantor?q=demo%20baru&keadaan=nonaktif&jenis=kanim')).body).toContain('Kantor Demo Baru')
})

test('P2: the first administrator of the command line meets the rules for administrators', async () => {
  const make = (password: string, email = 'awal@demo.test') =>
    service.as(null, (ctx) => createAdministrator(ctx, { name: 'Demo Awal', email, password }))
  expect(await make('gerobak-taman')).toEqual({ ok: false, error: 'too_short_administrator' })
  expect(await make('gerobak-taman-lapang')).toMatchObject({ ok: true })
  expect(await make('gerobak-taman-lapang', 'AWAL@demo.test')).toEqual({ ok: false, error: 'email_taken' })
})

test('C11 L1: who trains whom is recorded for a colleague of the unit, once, and ended on both their pages', async () => {
  const trainer = await addOfficer(service, [{ role: 'handler', officeId: bitung }], 'Demo Pembimbing')
  const trainee = await addOfficer(service, [{ role: 'intake', officeId: bitung }], 'Demo Dibimbing')
  const home = `${list}/${trainee.id}/kerja`
  const begin = { beginDay: '2', beginMonth: '11', beginYear: '2026' }
  const send = (fields: Readonly<Record<string, string>>) => client.post(`${home}/bimbingan`, fields)
  // A page seen first, so that forms can be sent.
  await client.get(home)
  expect((await send({ ...begin, trainer: admin.id })).body).toContain('Pilih seorang rekan')
  expect((await send({ trainer: trainer.id, ...begin, beginDay: '31' })).body).toContain('tanggal yang ada')
  expect((await send({ trainer: trainer.id, ...begin })).status).toBe(303)
  expect(await lastLine('accounts.enter_training')).toMatchObject({
    object_id: trainee.id,
    details: { after: { trainerId: trainer.id, from: '2026-11-02' } },
  })
  expect((await send({ trainer: trainer.id, ...begin })).body).toContain('masih berjalan')
  expect((await client.get(home)).body).toContain('Dibimbing Demo Pembimbing')
  const other = await client.get(`${list}/${trainer.id}/kerja`)
  expect(other.body).toContain('Membimbing Demo Dibimbing')
  const id = /bimbingan\/([0-9a-f-]{36})\/akhiri/.exec(other.body)?.[1] ?? ''
  expect((await client.post(`${list}/${admin.id}/kerja/bimbingan/${id}/akhiri`)).status).toBe(404)
  expect((await client.post(`${list}/${trainer.id}/kerja/bimbingan/${id}/akhiri`)).status).toBe(303)
  expect((await client.get(home)).body).not.toContain('/akhiri')
  expect((await client.post(`${home}/bimbingan/${id}/akhiri`)).status).toBe(404)
})

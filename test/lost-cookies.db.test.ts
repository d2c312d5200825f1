import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { capabilities } from '../src/app/capabilities.ts'
import { findTableFaults } from '../src/platform/http/table.ts'
import { Client, openSession } from './client.ts'
import { sendReport } from './complainant.ts'
import { buildPhoto } from './files.ts'
import { answerForm, walkForm } from './report-form.ts'
import { addOfficer, createTestService, findOffice, type TestService } from './service.ts'

let service: TestService
let office: string
beforeAll(async () => {
  service = await createTestService()
  office = await findOffice(service, 'KANIM-BITUNG')
})
afterAll(() => service.close())

/** In the middle of the form, with the page open, and then every cookie is gone. */
async function lose(until: string): Promise<Client> {
  const client = new Client(service.app)
  await walkForm(client, answerForm(office), { until })
  await client.get(until)
  client.cookies.clear()
  return client
}

const text = 'Petugas meminta uang di loket tiga.'
const story = { text, wish: 'Uang kembali', reference: '' }

describe('S4 C4: a browser that lost its cookies in the middle of the form', () => {
  test('keeps what was typed in a new draft, and shows it again when its turn comes', async () => {
    const client = await lose('/lapor/cerita')
    const sent = await client.post('/lapor/cerita', story)
    expect([sent.status, sent.location]).toEqual([303, '/lapor?kabar=mulai'])
    expect((await client.get(sent.location ?? '')).body).toContain('tulisan itu tetap tersimpan')
    await walkForm(client, answerForm(office), { until: '/lapor/cerita' })
    const shown = (await client.get('/lapor/cerita')).body
    expect(shown).toContain(text)
    expect(shown).toContain('Uang kembali')
  })

  test('gets the same page again with what was typed when it has a problem, and goes on from there', async () => {
    const client = await lose('/lapor/cerita')
    const again = await client.post('/lapor/cerita', { ...story, text: '' })
    expect([again.status, again.body.includes('Uang kembali')]).toEqual([422, true])
    expect((await client.post('/lapor/cerita', story)).status).toBe(303)
  })

  test('keeps its files, and sends nothing by itself', async () => {
    const client = await lose('/lapor/berkas')
    const photo = { field: 'files', name: 'foto.jpg', bytes: await buildPhoto() }
    expect((await client.upload('/lapor/berkas', { stay: '1' }, [photo])).status).toBe(303)
    const other = await lose('/lapor/periksa')
    expect((await other.post('/lapor/kirim')).location).toBe('/lapor?kabar=mulai')
    expect((await service.owner.query('select from record_ticket')).rowCount).toBe(0)
  })

  test('gets in with number and code', async () => {
    const report = await sendReport(service, { officeId: office })
    const client = new Client(service.app)
    await client.get('/lacak')
    client.cookies.clear()
    expect((await client.post('/lacak', { number: report.number, accessCode: report.accessCode })).location).toBe('/lacak/laporan')
  })
})

describe('S4: nobody else is taken without the token', () => {
  test.each([
    ['from another site', 'cross-site'],
    ['from another host of the same site', 'same-site'],
    ['typed into the address bar', 'none'],
  ])('%s', async (_, site) => {
    const client = await lose('/lapor/cerita')
    expect((await client.post('/lapor/cerita', story, { 'sec-fetch-site': site })).status).toBe(403)
  })

  test('from a form that never had one', async () => {
    const client = await lose('/lapor/cerita')
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    expect((await client.request('POST', '/lapor/cerita', { payload: 'text=x', headers })).status).toBe(403)
  })

  test('from a browser that does not say where the page was', async () => {
    const client = await lose('/lapor/cerita')
    expect((await client.post('/lapor/cerita', story, { 'sec-fetch-site': '' })).status).toBe(403)
  })

  test('with an origin that is not ours, or with a visit whose token is wrong', async () => {
    const client = await lose('/lapor/cerita')
    expect((await client.post('/lapor/cerita', story, { origin: 'https://evil.example' })).status).toBe(403)
    client.cookies.set('__Host-kunjungan', 'another-visit')
    expect((await client.post('/lapor/cerita', story)).status).toBe(403)
  })

  test('officers: not signing in, and nothing behind it', async () => {
    const officer = await addOfficer(service, [{ role: 'intake', officeId: office }])
    const client = new Client(service.app)
    await openSession(service, client, officer.id)
    await client.get('/petugas/laporan/baru')
    client.cookies.delete('__Host-kunjungan')
    expect((await client.post('/petugas/laporan/baru', { channel: 'phone' })).status).toBe(403)
    const nobody = new Client(service.app)
    await nobody.get('/petugas/masuk')
    nobody.cookies.clear()
    expect((await nobody.post('/petugas/masuk', { email: 'a@demo.example', password: 'x' })).status).toBe(403)
    const routes = capabilities.flatMap((capability) => capability.routes ?? [])
    const fresh = routes.filter(({ freshVisit }) => freshVisit)
    expect(fresh.filter(({ path }) => !/^\/(lapor|lacak|berbagi)/.test(path))).toEqual([])
    const wrong = fresh.map((route) => ({ ...route, audience: 'officer' as const, permission: 'ticket.register' }))
    expect(findTableFaults(wrong, new Set(['ticket.register']))).toHaveLength(wrong.length)
  })
})

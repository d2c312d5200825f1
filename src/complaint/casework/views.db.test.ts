import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let sari: Console
let rani: Console
let stranger: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  sari = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  stranger = await openConsole(service, [{ role: 'handler', officeId: await findOffice(service, 'KANIM-TARAKAN') }], 'Demo Bayu')
  for (const secret of [false, false, true]) await sendReport(service, { officeId: bitung, kind: 'suggestion', secret })
  await sendReport(service, { officeId: bitung })
})
afterAll(() => service.close())

/** Name and count of each saved view as the inbox lists them. */
async function listViews({ client }: Console): Promise<string[]> {
  const { body } = await client.get('/petugas')
  const nav = /<nav aria-label="Tampilan tersimpan">(.*?)<\/nav>/s.exec(body)?.[1] ?? ''
  return [...nav.matchAll(/<span dir="auto">([^<]+)<\/span>(.*?)<\/a>/gs)].map(
    ([, name, rest = '']) => `${name} ${/>(\d+)</.exec(rest)?.[1]}`,
  )
}

const save = (who: Console, name: string, query: string, shared = false) =>
  who.client.post('/petugas/tampilan', { name, query, office: bitung, ...(shared ? { shared: '1' } : {}) })

async function findId(name: string): Promise<string> {
  const { rows } = await service.owner.query<{ id: string }>('select id from casework_view where name = $1', [name])
  return rows[0]?.id ?? ''
}

const change = async (who: Console, name: string, fields: Record<string, string>) =>
  who.client.post(`/petugas/tampilan/${await findId(name)}`, fields)

describe('saved views', () => {
  test('A2: have the exact count of what each officer may see, and shared ones are the whole unit’s', async () => {
    await save(sari, 'Saran', 'jenis=suggestion', true)
    await save(sari, 'Sendiri', 'petugas=me')
    expect(await listViews(sari)).toEqual(['Saran 3', 'Sendiri 0'])
    // The secret one counts for supervisors alone.
    expect(await listViews(rani)).toEqual(['Saran 2'])
    expect(await listViews(stranger)).toEqual([])
    const { body } = await rani.client.get('/petugas?jenis=suggestion')
    expect(body).toMatch(/href="\/petugas\?jenis=suggestion" aria-current="true"[^>]*><span dir="auto">Saran/)
  })

  test('are renamed, ordered, shared and removed by their owner alone', async () => {
    await change(sari, 'Sendiri', { deed: 'up' })
    expect(await listViews(sari)).toEqual(['Sendiri 0', 'Saran 3'])
    for (const deed of ['rename', 'delete', 'unshare', 'up']) {
      expect((await change(rani, 'Saran', { deed, name: 'Milik saya' })).status).toBe(404)
    }
    await change(sari, 'Sendiri', { deed: 'rename', name: 'Punya saya' })
    await change(sari, 'Punya saya', { deed: 'share', name: '' })
    expect(await listViews(rani)).toEqual(['Punya saya 0', 'Saran 2'])
    await change(sari, 'Saran', { deed: 'unshare' })
    await change(sari, 'Punya saya', { deed: 'delete' })
    expect(await listViews(rani)).toEqual([])
    expect((await sari.client.get('/petugas/tampilan')).body).toContain('value="Saran"')
  })

  test('need a name, and are at most twelve', async () => {
    expect((await save(rani, ' ', 'jenis=suggestion')).location).toBe('/petugas?jenis=suggestion')
    for (let place = 0; place < 14; place += 1) await save(rani, `T${place}`, 'jenis=complaint')
    expect((await listViews(rani)).length).toBe(12)
  })

  test('cannot be put into a unit that is not the officer’s', async () => {
    await save(stranger, 'Mata-mata', 'jenis=suggestion', true)
    const { rows } = await service.owner.query(
      'select f.code from casework_view v join accounts_office f on f.id = v.office_id where v.name = $1',
      ['Mata-mata'],
    )
    expect(rows).toEqual([{ code: 'KANIM-TARAKAN' }])
  })
})

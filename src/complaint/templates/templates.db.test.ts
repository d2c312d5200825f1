import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let tarakan: string
let admin: Console
let manager: Console
let handler: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  admin = await openConsole(service, [{ role: 'administrator', officeId: await findOffice(service, 'DITJEN') }])
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }])
  handler = await openConsole(service, [{ role: 'handler', officeId: bitung }])
})
afterAll(() => service.close())

const whole = {
  name: 'Paspor terlambat',
  office: 'all',
  category: 'PSP',
  language: 'id',
  finding: '{complainant}, laporan {number} tentang {category} di {office}.',
  nextStep: 'Jawaban paling lambat {due}.',
  active: 'yes',
}

async function add({ client }: Console, changes: Record<string, string> = {}) {
  await client.get('/petugas/templat/baru')
  return client.post('/petugas/templat/baru', { ...whole, ...changes })
}

async function findId(name: string): Promise<string> {
  const { rows } = await service.owner.query<{ id: string }>('select id from templates_answer where name = $1', [name])
  return rows[0]?.id ?? ''
}

describe('C15: answer templates', () => {
  test('an unknown variable is refused and named, and a preview keeps nothing', async () => {
    const refused = await add(admin, { name: 'Salah', action: 'Halo {nama}' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('{nama} bukan kata yang dapat diisi')
    const looked = await admin.client.post('/petugas/pratinjau-templat', { ...whole, name: 'Contoh' })
    expect(looked.status).toBe(200)
    expect(looked.body).toContain('Bapak/Ibu, laporan 26-4839-2075-H tentang Paspor di Kantor Imigrasi Bitung.')
    expect([await findId('Salah'), await findId('Contoh')]).toEqual(['', ''])
  })

  test('an administrator writes those of every unit, a manager those of the own one, and neither the other', async () => {
    expect((await add(admin)).status).toBe(303)
    expect((await add(admin, { office: bitung })).status).toBe(403)
    expect((await add(manager, { name: 'Milik kantor', office: bitung })).status).toBe(303)
    expect((await add(manager, { office: 'all' })).status).toBe(403)
    expect((await add(manager, { office: tarakan })).status).toBe(403)
    const [general, own] = [await findId('Paspor terlambat'), await findId('Milik kantor')]
    expect((await manager.client.get(`/petugas/templat/${general}`)).status).toBe(404)
    expect((await manager.client.post(`/petugas/templat/${general}`, { ...whole, office: bitung })).status).toBe(404)
    expect((await manager.client.post(`/petugas/templat/${own}`, { ...whole, name: 'Milik kantor', office: 'all' })).status).toBe(403)
    expect((await admin.client.get(`/petugas/templat/${own}`)).status).toBe(404)
  })

  test('fits by language, category, unit and being in use', async () => {
    for (const [name, changes] of [
      ['Inggris', { language: 'en' }],
      ['Visa', { category: 'VSA' }],
      ['Lama', { active: '' }],
      ['Semua', { category: '' }],
    ] as const)
      await add(admin, { ...changes, name })
    const { id } = await sendReport(service, { officeId: bitung, category: 'PSP.06' })
    const { body } = await handler.client.get(`/petugas/laporan/${id}/jawab`)
    const offered = [...body.matchAll(/<option value="[0-9a-f-]{36}"[^>]*>([^<]+)</g)].map((match) => match[1])
    expect(offered).toEqual(expect.arrayContaining(['Milik kantor', 'Paspor terlambat', 'Semua']))
    for (const name of ['Inggris', 'Visa', 'Lama']) expect(offered).not.toContain(name)
    const elsewhere = await openConsole(service, [{ role: 'handler', officeId: tarakan }])
    const other = await sendReport(service, { officeId: tarakan, category: 'PSP.06' })
    expect((await elsewhere.client.get(`/petugas/laporan/${other.id}/jawab`)).body).not.toContain('Milik kantor')
  })

  test('is put in below what was typed, with the words of this report, and sends nothing', async () => {
    const contact = { name: 'Demo Kenanga {number}', email: '', phone: '' }
    const { id, number } = await sendReport(service, { officeId: bitung, category: 'PSP.06', contact })
    await handler.client.get(`/petugas/laporan/${id}/jawab`)
    const put = (template: string) =>
      handler.client.post(`/petugas/laporan/${id}/jawab/templat`, { template, finding: 'Sudah saya tulis.', version: '1' })
    const { status, body } = await put(await findId('Paspor terlambat'))
    expect(status).toBe(200)
    expect(body).toContain(`Sudah saya tulis.\n\nDemo Kenanga {number}, laporan ${number} tentang`)
    const { rows } = await service.owner.query('select from conversation_message where ticket_id = $1', [id])
    expect(rows).toHaveLength(0)
    expect((await put(await findId('Visa'))).body).toContain('>Sudah saya tulis.</textarea>')
  })

  test('C12: says nothing of who chose to be hidden', async () => {
    const contact = { name: 'Demo Kenanga', email: '', phone: '' }
    const { id } = await sendReport(service, { officeId: bitung, category: 'PSP.06', contact, anonymous: true })
    await handler.client.get(`/petugas/laporan/${id}/jawab`)
    const { body } = await handler.client.post(`/petugas/laporan/${id}/jawab/templat`, { template: await findId('Paspor terlambat') })
    expect([body.includes('Bapak/Ibu, laporan'), body.includes('Demo Kenanga')]).toEqual([true, false])
  })
})

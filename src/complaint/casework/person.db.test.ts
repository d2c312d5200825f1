import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let tarakan: string
let handler: Console
let manager: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  handler = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
})
afterAll(() => service.close())

const readIds = (body: string): string[] =>
  [...body.matchAll(/<a href="\/petugas\/laporan\/([0-9a-f-]{36})[^"]*" data-key-item/g)].map(([, id]) => id ?? '')
const readTotal = (body: string): string | undefined => /<p>([\d.]+) laporan<\/p>/.exec(body)?.[1]

describe('looking for a person', () => {
  test('finds by the whole e-mail address or phone number, and never who chose to be hidden or what is secret (C12)', async () => {
    const contact = { name: 'Siti', email: 'siti@contoh.example', phone: '+62 812-0000-1234' }
    const { id } = await sendReport(service, { officeId: bitung, contact })
    await sendReport(service, { officeId: bitung, contact, anonymous: true })
    await sendReport(service, { officeId: bitung, contact, secret: true })
    await sendReport(service, { officeId: tarakan, contact })
    for (const who of [handler, manager])
      for (const typed of ['Siti@Contoh.example', '0812 0000 1234', '6281200001234']) {
        const { body } = await who.client.get(`/petugas/cari?q=${encodeURIComponent(typed)}`)
        expect(readIds(body), typed).toEqual([id])
        expect(readTotal(body), typed).toBe('1')
      }
    for (const typed of ['siti@contoh', 'siti@contoh.exampl', '0812 0000 123', 'Siti'])
      expect(readIds((await handler.client.get(`/petugas/cari?q=${encodeURIComponent(typed)}`)).body), typed).toEqual([])
  })
})

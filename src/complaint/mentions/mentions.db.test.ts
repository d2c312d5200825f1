import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let patnal: string
let bitung: string
let tarakan: string
let dian: Console
let rani: Console
let bayu: Console

beforeAll(async () => {
  service = await createTestService()
  patnal = await findOffice(service, 'PATNAL')
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  const helping = { role: 'compliance', officeId: patnal }
  dian = await openConsole(service, [helping], 'Demo Dian')
  rani = await openConsole(service, [{ role: 'handler', officeId: tarakan }, helping], 'Demo Rani')
  bayu = await openConsole(service, [helping], 'Demo Bayu')
})
afterAll(() => service.close())

const complain = (): Promise<SentReport> => sendReport(service, { category: 'INT.01', officeId: bitung, text: 'Petugas kanarimerah.' })
const noteOn = ({ id }: SentReport, fields: Record<string, string>, by = dian) => by.client.post(`/petugas/laporan/${id}/catatan`, fields)
const calls = async ({ client }: Console) => (await client.get('/petugas/sebutan')).body

async function readMails(): Promise<string[]> {
  await service.runJobs()
  const { rows } = await service.owner.query<{ cause: string }>(
    `select cause from notification_mail where template = 'mention' order by cause`,
  )
  return rows.map(({ cause }) => cause.slice(-36))
}

describe('A2: calling a colleague to a note', () => {
  test('by name or by choice: they find it in their list, and get a mail without number and words', async () => {
    const report = await complain()
    const form = await dian.client.post(`/petugas/laporan/${report.id}/catatan/rekan`, { body: 'Tolong dilihat.' })
    expect(form.body).toContain('Tolong dilihat.')
    for (const name of ['Demo Rani', 'Demo Bayu']) expect(form.body).toContain(`>${name}</option>`)
    expect((await noteOn(report, { body: 'Ada kanarimerah, @demo rani', mention: bayu.officer.id })).status).toBe(303)
    expect(await readMails()).toEqual([rani.officer.id, bayu.officer.id].sort())
    for (const who of [rani, bayu]) expect(await calls(who)).toContain(report.number)
    const { rows } = await service.owner.query<{ id: string; sealed: Buffer }>(
      `select id, sealed from notification_mail where template = 'mention'`,
    )
    for (const { id, sealed } of rows) {
      const words = service.services.keyring.open('mail', sealed, id).toString('utf8')
      for (const secret of [report.number, 'kanarimerah', 'Demo Dian']) expect(words).not.toContain(secret)
    }
    const id = /sebutan\/([0-9a-f-]{36})\/catat/.exec(await calls(rani))?.[1] ?? ''
    expect((await bayu.client.post(`/petugas/sebutan/${id}/catat`)).status).toBe(404)
    expect((await rani.client.post(`/petugas/sebutan/${id}/catat`)).status).toBe(303)
    expect(await calls(rani)).toContain('Sudah dibaca')
  })

  test('C11: who does not see it is neither offered nor told, and nothing says whether there is such an officer', async () => {
    const report = await complain()
    await dian.client.post(`/petugas/laporan/${report.id}/terlapor`, { officers: rani.officer.id, office: tarakan })
    const before = await readMails()
    const form = await dian.client.post(`/petugas/laporan/${report.id}/catatan/rekan`, { body: 'x' })
    expect([form.body.includes('>Demo Rani</option>'), form.body.includes('>Demo Bayu</option>')]).toEqual([false, true])
    expect((await noteOn(report, { body: 'Lihat @Demo Rani' })).status).toBe(303)
    const [kept, nobody] = [
      await noteOn(report, { body: 'x', mention: rani.officer.id }),
      await noteOn(report, { body: 'x', mention: '01a20c62-6a80-7401-b776-21e936259c9b' }),
    ]
    expect([kept.status, nobody.status]).toEqual([422, 422])
    expect(kept.body).toContain('tidak dapat disebut')
    expect(await readMails()).toEqual(before)
    expect(await calls(rani)).not.toContain(report.number)
  })

  test('C11: a call to a ticket that is kept from the called one later is gone from their list', async () => {
    const report = await complain()
    await noteOn(report, { body: '@Demo Rani' })
    expect(await calls(rani)).toContain(report.number)
    await dian.client.post(`/petugas/laporan/${report.id}/terlapor`, { officers: rani.officer.id, office: tarakan })
    expect(await calls(rani)).not.toContain(report.number)
  })
})

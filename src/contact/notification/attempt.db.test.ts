import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { loadOutbox } from './actions.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T02:50:00Z' })
})
afterAll(() => service.close())

const readNotices = async () =>
  (await service.as(null, (ctx) => loadOutbox(ctx, null, 50))).mails.filter(({ letter }) => letter === 'attempt')

test('A4: compliance is told that a shielded report was reached for, once an hour for each who did, without a word of it', async () => {
  const [patnal, bitung] = [await findOffice(service, 'PATNAL'), await findOffice(service, 'KANIM-BITUNG')]
  const helping = { role: 'compliance', officeId: patnal }
  const dian = await openConsole(service, [helping], 'Demo Dian')
  await openConsole(service, [{ role: 'handler', officeId: patnal }], 'Demo Rani')
  const both = await openConsole(service, [{ role: 'handler', officeId: bitung }, helping], 'Demo Bayu')
  const report = await sendReport(service, { category: 'INT.01', officeId: bitung, text: 'Petugas loket meminta kanarimalam.' })
  await both.client.get('/petugas/laporan/01a20c62-6a80-7401-b776-21e936259c9b')
  await service.runJobs()
  expect(await readNotices()).toEqual([])
  await both.client.get(`/petugas/laporan/${report.id}`)
  await both.client.get(`/petugas/cari?q=${report.number}`)
  await service.runJobs()
  const notices = await readNotices()
  expect(notices.map(({ to }) => to)).toEqual([`${dian.officer.id}@demo.test`])
  const [notice] = notices
  expect(notice?.text).toContain(`/petugas/laporan/${report.id}/terlapor`)
  for (const words of [report.number, 'kanarimalam', 'Demo Bayu', 'Bitung'])
    expect(`${notice?.subject} ${notice?.text}`).not.toContain(words)
  expect((await dian.client.get(`/petugas/laporan/${report.id}/surel`)).body).not.toContain('kepatuhan)')
  service.clock.advance(15 * 60_000)
  await both.client.get(`/petugas/laporan/${report.id}`)
  await service.runJobs()
  expect(await readNotices()).toHaveLength(2)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { answerTicket } from '../conversation/index.ts'

/*
 * Ways by which a ticket could come into the hand of somebody it is kept from, beside giving and sending it (conduct.db.test.ts): many at
 * once, merging, and an answer that was drafted before its author was named. Each is a conflict, and says what can be done instead.
 */

let service: TestService
let patnal: string
let tarakan: string
let dian: Console
let second: Console
let rani: Console
let chief: Console

beforeAll(async () => {
  service = await createTestService()
  patnal = await findOffice(service, 'PATNAL')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  const helping = { role: 'compliance', officeId: patnal }
  dian = await openConsole(service, [helping], 'Demo Dian')
  second = await openConsole(service, [helping], 'Demo Dewi')
  rani = await openConsole(service, [{ role: 'handler', officeId: tarakan }, helping], 'Demo Rani')
  chief = await openConsole(service, [{ role: 'compliance', officeId: patnal }], 'Demo Kepala')
})
afterAll(() => service.close())

const complain = (changes: Parameters<typeof sendReport>[1] = {}): Promise<SentReport> =>
  sendReport(service, { category: 'SVC.01', text: 'Petugas membentak.', ...changes })
const name = ({ id }: SentReport) => dian.client.post(`/petugas/laporan/${id}/terlapor`, { officers: rani.officer.id, office: tarakan })

async function readTicket({ id }: SentReport) {
  const { rows } = await service.owner.query<{ state: string; assignee_id: string | null; version: number; office_id: string }>(
    'select state, assignee_id, version, office_id from record_ticket where id = $1',
    [id],
  )
  const row = rows[0]
  if (row === undefined) throw new Error('the ticket is gone')
  return row
}
const versionOf = async (report: SentReport) => String((await readTicket(report)).version)

test('C11 A4: many at once are refused for one who may not have one of them, with what else can be done', async () => {
  const [open, kept] = [await complain(), await complain()]
  await name(kept)
  await chief.client.get(`/petugas/beban?kantor=${patnal}`)
  const answer = await chief.client.post('/petugas/beban/tugaskan', {
    officer: rani.officer.id,
    office: patnal,
    tickets: [open.id, kept.id],
  })
  expect(answer.status).toBe(409)
  expect(answer.body).toContain('Pilih petugas lain')
  expect([(await readTicket(open)).assignee_id, (await readTicket(kept)).assignee_id]).toEqual([null, null])
})

describe('C11 A4 C19: merging', () => {
  const merge = async (survivor: SentReport, other: SentReport) =>
    dian.client.post(`/petugas/laporan/${survivor.id}/gabung`, { numbers: other.number, version: await versionOf(survivor) })

  test('one that is kept from somebody is refused either way round, with what else can be done', async () => {
    const [open, kept] = [await complain(), await complain()]
    await name(kept)
    for (const [survivor, other] of [
      [open, kept],
      [kept, open],
    ] as const) {
      const answer = await merge(survivor, other)
      expect(answer.status).toBe(409)
      expect(answer.body).toContain('Hapus nomor yang ditandai')
    }
    expect([(await readTicket(open)).state, (await readTicket(kept)).state]).toEqual(['submitted', 'submitted'])
  })

  test('of who was named after the merge: their answer does not reach it by the way of the other', async () => {
    const [survivor, member] = [await complain(), await complain()]
    expect((await merge(survivor, member)).status).toBe(303)
    await name(member)
    await service.as(rani.officer.actor, (ctx) =>
      answerTicket(ctx, survivor.id, { finding: 'x', action: 'x', remedy: 'x', nextStep: 'x', outcome: 'noted' }),
    )
    await service.runJobs()
    expect((await readTicket(survivor)).state).toBe('answered')
    expect(await readTicket(member)).toMatchObject({ state: 'submitted', office_id: patnal })
  })
})

test('C11 A4 C15: a draft whose author is named meanwhile is not approved; given back, somebody else can answer', async () => {
  const report = await complain({ category: 'INT.01' })
  await rani.client.get(`/petugas/laporan/${report.id}/jawab`)
  const asked = await rani.client.post(`/petugas/laporan/${report.id}/jawab/penelaahan`, {
    finding: 'Tidak ada.',
    action: 'Tidak ada.',
    nextStep: 'Selesai.',
    outcome: 'unsubstantiated',
    version: await versionOf(report),
  })
  expect(asked.status).toBe(303)
  await name(report)
  const decide = async (fields: Record<string, string>) => {
    const { body } = await second.client.get(`/petugas/laporan/${report.id}/penelaahan`)
    const read = (field: string): string => new RegExp(`name="${field}" value="([^"]*)"`).exec(body)?.[1] ?? ''
    const seen = { check: read('check'), sha256: read('sha256'), version: read('version') }
    return second.client.post(`/petugas/laporan/${report.id}/penelaahan`, { ...seen, ...fields })
  }
  const approved = await decide({ verdict: 'approved' })
  expect(approved.status).toBe(409)
  expect(approved.body).toContain('petugas lain yang menulis jawabannya')
  expect((await readTicket(report)).state).not.toBe('answered')
  expect((await decide({ verdict: 'returned', reason: 'facts', words: 'Ditulis ulang.' })).status).toBe(303)
})

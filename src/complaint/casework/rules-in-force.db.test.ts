import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { openConsole } from '../../../test/console.ts'
import { addOfficer, createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { composeKeyholder } from '../../access/accounts/rules.ts'
import { answerTicket, writeAsComplainant } from '../conversation/index.ts'
import { verbHref } from './urls.ts'

let service: TestService
let office: string

beforeAll(async () => {
  service = await createTestService({ at: '2026-12-30T03:00:00Z' })
  office = await findOffice(service, 'KANIM-JAKARTA-PUSAT')
  await service.owner.query(
    `insert into deadlines_rule (id, version, what, amount, unit, starts, law, evidence, source, valid_from)
     select id, 2, what, 7, unit, starts, law, evidence, source, '2027-01-01' from deadlines_rule where id = 'CLASS-INFO' and version = 1`,
  )
})
afterAll(() => service.close())

async function reclassifyInJanuary(id: string): Promise<{ version: number; amount: number } | undefined> {
  service.clock.set('2027-01-04T03:00:00Z')
  const manager = await openConsole(service, [{ role: 'manager', officeId: office }])
  expect((await manager.client.post(verbHref(id, 'reclassify'), { category: 'PSP.06', class: 'INFO', version: '1' })).status).toBe(303)
  const { rows } = await service.owner.query<{ version: number; amount: number }>(
    `select rule_version as version, amount from deadlines_clock where ticket_id = $1 and rule_id = 'CLASS-INFO' and stopped_at is null`,
    [id],
  )
  return rows[0]
}

describe('a new version of a rule from 1 January', () => {
  test('T1 C9 leaves a ticket of December its rule, though it is put under another class in January', async () => {
    const { id } = await sendReport(service, { officeId: office })
    expect(await reclassifyInJanuary(id)).toEqual({ version: 1, amount: 5 })
  })

  test('T1 C9 counts from midnight at the office, not in Greenwich', async () => {
    service.clock.set('2026-12-31T16:30:00Z')
    const before = await sendReport(service, { officeId: office })
    service.clock.set('2026-12-31T17:30:00Z')
    const after = await sendReport(service, { officeId: office })
    expect(await reclassifyInJanuary(before.id)).toEqual({ version: 1, amount: 5 })
    expect(await reclassifyInJanuary(after.id)).toEqual({ version: 2, amount: 7 })
  })
})

describe('T3 a report that was opened again', () => {
  test('counts another class from the reopening, its first check from the receipt, and keeps what was promised before', async () => {
    service.clock.set('2026-11-24T03:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    const officer = await addOfficer(service, [{ role: 'handler', officeId: office }])
    const parts = {
      finding: 'Tercecer.',
      action: 'Dicetak.',
      remedy: 'Permintaan maaf.',
      nextStep: 'Ambil.',
      outcome: 'substantiated',
    } as const
    expect((await service.as(officer.actor, (ctx) => answerTicket(ctx, id, parts))).ok).toBe(true)
    service.clock.set('2027-02-01T03:00:00Z')
    expect((await service.as(composeKeyholder(id), (ctx) => writeAsComplainant(ctx, id, { body: 'Belum.' }))).ok).toBe(true)
    service.clock.set('2027-02-02T03:00:00Z')
    const manager = await openConsole(service, [{ role: 'manager', officeId: office }])
    const { rows: before } = await service.owner.query<{ version: number }>('select version from record_ticket where id = $1', [id])
    const fields = { category: 'PSP.06', class: 'INFO', version: String(before[0]?.version) }
    expect((await manager.client.post(verbHref(id, 'reclassify'), fields)).status).toBe(303)
    const { rows } = await service.owner.query(
      `select rule_id, to_char(started_at, 'MM-DD') as started, to_char(due_on, 'MM-DD') as due, stopped_at is null as runs
       from deadlines_clock where ticket_id = $1 order by rule_id, started_at`,
      [id],
    )
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      'CLASS-INFO 02-01 02-09 true',
      'CLASS-NON-OVERSIGHT 11-24 12-14 false',
      'CLASS-NON-OVERSIGHT 02-01 02-22 false',
      'LAPOR-AUTOCLOSE 11-24 12-08 false',
      'LAPOR-VERIFY 11-24 11-27 true',
      'UU25-ACK-COMPLETENESS 11-24 12-08 true',
      'UU25-DECIDE 11-24 01-23 false',
      'UU25-DECIDE 02-01 04-02 true',
    ])
    const page = (await manager.client.get(`/petugas/laporan/${id}`)).body
    expect(page).toContain('Ditepati 24 November 2026')
  })
})

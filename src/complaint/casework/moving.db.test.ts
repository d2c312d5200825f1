import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import type { TicketEvent } from '../record/events.ts'
import { fold } from '../record/rules.ts'
import { verbHref } from './urls.ts'

let service: TestService
let west: string
let east: string
let patnal: string
let manager: Console
let far: Console
let compliance: Console

beforeAll(async () => {
  service = await createTestService()
  west = await findOffice(service, 'KANIM-JAKARTA-PUSAT')
  east = await findOffice(service, 'KANIM-BITUNG')
  patnal = await findOffice(service, 'PATNAL')
  manager = await openConsole(service, [{ role: 'manager', officeId: west }])
  far = await openConsole(service, [{ role: 'manager', officeId: east }])
  compliance = await openConsole(service, [{ role: 'compliance', officeId: patnal }])
})
afterAll(() => service.close())

type Row = {
  state: string
  office_id: string
  assignee_id: string | null
  due_at: Date
  category: string
  class: string
  version: number
  restricted: boolean
}

async function readRow(id: string): Promise<Row> {
  const { rows } = await service.owner.query<Row>('select * from record_ticket where id = $1', [id])
  if (rows[0] === undefined) throw new Error('the ticket is gone')
  return rows[0]
}

async function readClocks(id: string) {
  const { rows } = await service.owner.query<{ rule_id: string; due_at: Date; stopped_at: Date | null; started_at: Date }>(
    'select rule_id, due_at, stopped_at, started_at from deadlines_clock where ticket_id = $1 order by rule_id, stopped_at nulls first',
    [id],
  )
  return rows
}

async function listEvents(id: string): Promise<readonly string[]> {
  const { rows } = await service.owner.query<{ type: string }>('select type from record_event where ticket_id = $1 order by version', [id])
  return rows.map(({ type }) => type)
}

/** The row must be what its events come to, whoever changed it. */
async function expectSumOfEvents(id: string): Promise<void> {
  const { rows } = await service.owner.query<{ type: string; payload: unknown; at: Date }>(
    'select type, payload, at from record_event where ticket_id = $1 order by version',
    [id],
  )
  const standing = fold(rows.map(({ type, payload, at }) => ({ event: { type, payload } as TicketEvent, at })))
  const row = await readRow(id)
  expect({ state: standing?.state, office: standing?.officeId, due: standing?.dueAt, version: standing?.version }).toEqual({
    state: row.state,
    office: row.office_id,
    due: row.due_at,
    version: row.version,
  })
}

describe('moving a ticket to another office', () => {
  test('A2 C9: it leaves the mover’s sight, arrives to be checked, and nothing promised gets later', async () => {
    const { id } = await sendReport(service, { officeId: west })
    await manager.client.post(verbHref(id, 'take'))
    const before = await readRow(id)
    // Days end an hour earlier in Bitung than in Jakarta, so the promise gets earlier by that.
    service.clock.advance(600_000)
    const moved = await manager.client.post(verbHref(id, 'transfer'), {
      office: east,
      words: 'Terjadi di Bitung.',
      version: String(before.version),
    })
    expect([moved.status, moved.location]).toEqual([303, '/petugas'])
    expect((await manager.client.get('/petugas')).body).toContain('Laporan dipindahkan ke kantor lain.')
    expect((await manager.client.get(`/petugas/laporan/${id}`)).status).toBe(404)
    const after = await readRow(id)
    expect(after).toMatchObject({ state: 'checking', office_id: east, assignee_id: null })
    expect(after.due_at.getTime()).toBe(before.due_at.getTime() - 3_600_000)
    await expectSumOfEvents(id)
    const clocks = await readClocks(id)
    const running = clocks.filter(({ stopped_at }) => stopped_at === null)
    expect(running).toHaveLength(clocks.length / 2)
    expect(new Set(clocks.map(({ started_at }) => started_at.getTime())).size).toBe(1)

    const there = await far.client.get(`/petugas/laporan/${id}`)
    expect(there.body).toContain('Terjadi di Bitung.')
    expect((await far.client.get('/petugas')).body).toContain(id)
    // Back again: days end later there, and the promise stays what it was.
    await far.client.post(verbHref(id, 'transfer'), { office: west, words: 'Salah alamat.', version: String(after.version) })
    expect((await readRow(id)).due_at).toEqual(after.due_at)
    await expectSumOfEvents(id)
    expect((await manager.client.get(`/petugas/cari?q=terlambat`)).body).toContain(id)
    expect((await far.client.get(`/petugas/cari?q=terlambat`)).body).not.toContain(id)
  })

  test.each(['INT.01', 'SVC.01'])(
    'A4: a report about staff (%s) is never offered to, nor accepted by, the unit complained of',
    async (category) => {
      const { id } = await sendReport(service, { officeId: west, category })
      expect((await readRow(id)).office_id).toBe(patnal)
      const form = await compliance.client.get(verbHref(id, 'transfer'))
      expect(form.body).not.toContain(`value="${west}"`)
      expect(form.body).toContain(`value="${east}"`)
      const refused = await compliance.client.post(verbHref(id, 'transfer'), { office: west, words: 'Silakan.', version: '1' })
      expect(refused.status).toBe(422)
      expect(refused.body).toContain('tidak boleh menangani laporan tentang petugasnya sendiri')
      expect((await readRow(id)).office_id).toBe(patnal)
    },
  )
})

describe('another category', () => {
  test('brings another class and deadline from the same receipt, and the old clocks stay, stopped (domain rule 7)', async () => {
    const { id } = await sendReport(service, { officeId: west })
    const before = await readRow(id)
    expect((await manager.client.post(verbHref(id, 'reclassify'), { category: 'PSP.06', version: '1' })).status).toBe(422)
    expect((await manager.client.post(verbHref(id, 'reclassify'), { category: 'NONE.1', version: '1' })).status).toBe(422)
    expect((await manager.client.post(verbHref(id, 'reclassify'), { category: 'PSP.06', class: 'INFO', version: '1' })).status).toBe(303)
    const after = await readRow(id)
    expect(after).toMatchObject({ category: 'PSP.06', class: 'INFO', state: 'submitted' })
    expect(after.due_at.getTime()).toBeLessThan(before.due_at.getTime())
    const rules = (await readClocks(id)).map(({ rule_id, stopped_at }) => [rule_id, stopped_at !== null])
    expect(rules).toContainEqual(['CLASS-NON-OVERSIGHT', true])
    expect(rules).toContainEqual(['CLASS-INFO', false])
    await expectSumOfEvents(id)
  })

  test('A2: into a sensitive category takes a ticket out of a handler’s sight', async () => {
    const handler = await openConsole(service, [{ role: 'handler', officeId: west }])
    const { id } = await sendReport(service, { officeId: west })
    const done = await handler.client.post(verbHref(id, 'reclassify'), { category: 'DET.01', version: '1' })
    expect(done).toMatchObject({ status: 303, location: '/petugas' })
    expect((await handler.client.get('/petugas')).body).toContain('hanya terbuka bagi pengelola')
    expect((await readRow(id)).restricted).toBe(true)
    expect((await handler.client.get(`/petugas/laporan/${id}`)).status).toBe(404)
  })

  test('A4: that makes it an allegation takes it from the unit complained of to compliance, and the officer is told', async () => {
    const { id } = await sendReport(service, { officeId: west })
    const form = await manager.client.get(verbHref(id, 'reclassify'))
    expect(form.body).toContain('pindah ke Kepatuhan Internal')
    await manager.client.post(verbHref(id, 'take'))
    const { version } = await readRow(id)
    const done = await manager.client.post(verbHref(id, 'reclassify'), { category: 'INT.01', version: String(version) })
    expect(done).toMatchObject({ status: 303, location: '/petugas' })
    expect((await manager.client.get('/petugas')).body).toContain('Laporan kini berada di unit lain')
    expect((await manager.client.get(`/petugas/laporan/${id}`)).status).toBe(404)
    expect(await readRow(id)).toMatchObject({
      state: 'checking',
      office_id: patnal,
      assignee_id: null,
      category: 'INT.01',
      class: 'OVR',
      restricted: true,
    })
    expect((await listEvents(id)).slice(-2)).toEqual(['ticket.reclassified', 'ticket.office_changed'])
    await expectSumOfEvents(id)
    expect((await compliance.client.get(`/petugas/laporan/${id}`)).body).toContain('Dipindahkan ke Kepatuhan Internal')
  })

  test('A4: that makes it none after all sends it to the office it is about; inside conduct it stays', async () => {
    const { id } = await sendReport(service, { officeId: west, category: 'SVC.01' })
    expect(await readRow(id)).toMatchObject({ office_id: patnal, class: 'NON' })
    const seen = await compliance.client.post(verbHref(id, 'reclassify'), { category: 'INT.04', version: '1' })
    expect(seen.location).toBe(`/petugas/laporan/${id}`)
    expect(await readRow(id)).toMatchObject({ office_id: patnal, class: 'OVR', restricted: true, version: 2 })
    const gone = await compliance.client.post(verbHref(id, 'reclassify'), { category: 'PSP.06', version: '2' })
    expect(gone).toMatchObject({ status: 303, location: '/petugas' })
    expect((await compliance.client.get('/petugas')).body).toContain('Laporan kini berada di unit lain')
    expect((await compliance.client.get(`/petugas/laporan/${id}`)).status).toBe(404)
    expect(await readRow(id)).toMatchObject({ office_id: west, state: 'checking', class: 'NON', restricted: false })
    expect((await manager.client.get(`/petugas/laporan/${id}`)).status).toBe(200)
    await expectSumOfEvents(id)
  })

  test('A4: an allegation about no known office, withdrawn as one, goes to the contact unit', async () => {
    const { id } = await sendReport(service, { category: 'TPI.06' })
    await compliance.client.post(verbHref(id, 'reclassify'), { category: 'TPI.01', version: '1' })
    expect((await readRow(id)).office_id).toBe(await findOffice(service, 'CONTACT'))
  })

  test('A4: what lay with the unit complained of before its category counted as conduct leaves it at the next change', async () => {
    const { id } = await sendReport(service, { officeId: west, category: 'SVC.01', kind: 'compliment' })
    expect((await readRow(id)).office_id).toBe(west)
    await service.owner.query(`update record_ticket set kind = 'complaint' where id = $1`, [id])
    await manager.client.post(verbHref(id, 'reclassify'), { category: 'TPI.06', version: '1' })
    expect((await readRow(id)).office_id).toBe(patnal)
  })
})

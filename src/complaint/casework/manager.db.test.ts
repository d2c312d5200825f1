import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let tarakan: string
let manager: Console
let rani: Console
let bayu: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  bayu = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Bayu')
})
afterAll(() => service.close())

const send = () => sendReport(service, { officeId: bitung })

async function readAssignees(ids: readonly string[]): Promise<(string | null)[]> {
  const { rows } = await service.owner.query<{ id: string; assignee_id: string | null }>(
    'select id, assignee_id from record_ticket where id = any ($1)',
    [ids],
  )
  return ids.map((id) => rows.find((row) => row.id === id)?.assignee_id ?? null)
}

describe('a manager hands on', () => {
  test('several at once: one transaction, an event each, one line with their numbers, and what moved on is skipped and said', async () => {
    const reports = await Promise.all([send(), send(), send()])
    const ids = reports.map(({ id }) => id)
    const [first = '', second = '', third = ''] = ids
    await service.owner.query(`update record_ticket set state = 'closed', owed = false where id = $1`, [third])
    const since = await watchTrail(service)
    const done = await manager.client.post('/petugas/beban/tugaskan', {
      tickets: ids,
      officer: rani.officer.id,
      office: bitung,
      list: 'unassigned',
    })
    expect(done.status).toBe(303)
    expect(await readAssignees(ids)).toEqual([rani.officer.id, rani.officer.id, null])
    const lines = await since()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      event: 'ticket.assigned_in_bulk',
      outcome: 'done',
      details: { officer: rani.officer.id, skipped: [third] },
    })
    expect([...((lines[0]?.details['tickets'] ?? []) as string[])].sort()).toEqual([first, second].sort())
    const events = await service.owner.query(
      `select payload->>'by' as by from record_event where ticket_id = any ($1) and type = 'ticket.assigned'`,
      [ids],
    )
    expect(events.rows).toEqual([{ by: 'bulk' }, { by: 'bulk' }])
    const page = await manager.client.get(done.location ?? '')
    expect(page.body).toContain('2 laporan ditugaskan.')
    expect(page.body).toContain('1 laporan dilewati')
  })

  test('A1: one ticket out of sight refuses them all, and nobody who may not assign gets through', async () => {
    const own = await send()
    const foreign = await sendReport(service, { officeId: tarakan })
    const tickets = { tickets: [own.id, foreign.id], officer: rani.officer.id, office: bitung }
    expect((await manager.client.post('/petugas/beban/tugaskan', tickets)).status).toBe(404)
    expect(await readAssignees([own.id, foreign.id])).toEqual([null, null])
    expect((await rani.client.post('/petugas/beban/tugaskan', { ...tickets, tickets: [own.id] })).status).toBe(403)
    expect((await rani.client.get('/petugas/beban')).status).toBe(403)
    expect(await readAssignees([own.id])).toEqual([null])
  })

  test('only to who handles tickets in that office', async () => {
    const { id } = await send()
    const elsewhere = await openConsole(service, [{ role: 'handler', officeId: tarakan }])
    const desk = await openConsole(service, [{ role: 'intake', officeId: bitung }])
    const gone = await openConsole(service, [{ role: 'handler', officeId: bitung }])
    await service.owner.query('update accounts_officer set active = false where id = $1', [gone.officer.id])
    for (const { officer } of [elsewhere, desk, gone])
      expect((await manager.client.post(`/petugas/laporan/${id}/tugaskan`, { officer: officer.id })).status).toBe(422)
    expect((await manager.client.post(`/petugas/laporan/${id}/tugaskan`, { officer: bayu.officer.id })).status).toBe(303)
    expect(await readAssignees([id])).toEqual([bayu.officer.id])
    expect((await manager.client.post(`/petugas/laporan/${id}/tugaskan`, { officer: 'x' })).status).toBe(422)
  })

  test('without a tick nothing happens, and the page says so', async () => {
    const done = await manager.client.post('/petugas/beban/tugaskan', { officer: rani.officer.id, office: bitung, list: 'late' })
    expect(done.status).toBe(303)
    expect((await manager.client.get(done.location ?? '')).body).toContain('Centang dulu laporan')
  })
})

describe('a manager sees', () => {
  test('who has what, what is late and what nobody has', async () => {
    const late = await send()
    await manager.client.post(`/petugas/laporan/${late.id}/tugaskan`, { officer: bayu.officer.id })
    await service.owner.query(`update record_ticket set due_at = '2026-11-20T15:59:59.999Z' where id = $1`, [late.id])
    const { body } = await manager.client.get('/petugas/beban')
    const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    const { rows } = await service.owner.query<{ open: number; late: number; week: number }>(
      `select count(*)::int as open, (count(*) filter (where due_at < $2))::int as late, (count(*) filter (where due_at between $2 and '2026-11-29T15:59:59.999Z'))::int as week
       from record_ticket where assignee_id = $1 and owed`,
      [bayu.officer.id, service.clock.now()],
    )
    const load = rows[0] ?? { open: 0, late: 0, week: 0 }
    expect(load.late).toBe(1)
    expect(text).toContain(`Petugas Demo Bayu Terbuka ${load.open} Terlambat ${load.late} Tenggat minggu ini ${load.week} `)
    expect(body).toContain(`/petugas/laporan/${late.id}`)
    const unassigned = (await manager.client.get('/petugas/beban?daftar=unassigned')).body
    expect(unassigned).not.toContain(late.id)
    expect(unassigned).toContain('name="tickets"')
  })
})

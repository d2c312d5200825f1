import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { expectFolded } from '../../../test/folded.ts'
import { addOfficer, createTestService, findOffice, type TestOfficer, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let tarakan: string
let admin: Console
let manager: Console
let other: Console
let rani: TestOfficer

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  admin = await openConsole(service, [{ role: 'administrator', officeId: await findOffice(service, 'DITJEN') }], 'Demo Endah')
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  other = await openConsole(service, [{ role: 'manager', officeId: tarakan }], 'Demo Wati')
  rani = await addOfficer(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
})
afterAll(() => service.close())

/** A report in somebody's hand. */
async function give(officer: TestOfficer, changes: Parameters<typeof sendReport>[1] = {}) {
  const report = await sendReport(service, { officeId: bitung, ...changes })
  await service.runJobs()
  expect((await manager.client.post(`/petugas/laporan/${report.id}/tugaskan`, { officer: officer.id })).status).toBe(303)
  return report
}

async function readHolder(id: string) {
  const { rows } = await service.owner.query<{ assignee_id: string | null }>('select assignee_id from record_ticket where id = $1', [id])
  return rows[0]?.assignee_id
}

const countEvents = async (id: string): Promise<number> =>
  (await service.owner.query('select from record_event where ticket_id = $1', [id])).rowCount ?? 0

describe('hand-over', () => {
  test('a manager sees everything somebody has and gives it to one person with one button, one event each', async () => {
    const heir = await addOfficer(service, [{ role: 'handler', officeId: bitung }], 'Demo Heru')
    const [one, two] = [await give(rani), await give(rani, { secret: true })]
    const before = await countEvents(one.id)
    const page = (await manager.client.get(`/petugas/beban/${rani.id}/serah-terima`)).body
    expect(page).toContain(one.number)
    expect(page).toContain(two.number)
    expect((await manager.client.post(`/petugas/beban/${rani.id}/serah-terima`, { to: heir.id })).status).toBe(303)
    expect([await readHolder(one.id), await readHolder(two.id)]).toEqual([heir.id, heir.id])
    expect(await countEvents(one.id)).toBe(before + 1)
    await expectFolded(service, one.id)
  })

  test('A1 A2: a manager of another unit neither sees nor moves it', async () => {
    const { id } = await give(rani)
    expect((await other.client.get(`/petugas/beban/${rani.id}/serah-terima`)).status).toBe(404)
    await other.client.post(`/petugas/beban/${rani.id}/serah-terima`, {})
    expect(await readHolder(id)).toBe(rani.id)
  })

  test('A4: what is kept from the receiver goes back to the heap', async () => {
    const heir = await addOfficer(service, [{ role: 'handler', officeId: bitung }], 'Demo Ida')
    const { id } = await give(rani)
    await service.owner.query(
      `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, 'named', now())`,
      [id, heir.id],
    )
    await manager.client.post(`/petugas/beban/${rani.id}/serah-terima`, { to: heir.id })
    expect(await readHolder(id)).toBeNull()
  })

  test('an administrator hands over without seeing what', async () => {
    const heir = await addOfficer(service, [{ role: 'handler', officeId: bitung }], 'Demo Joko')
    const { id, number } = await give(rani)
    const home = `/petugas/admin/petugas/${rani.id}`
    expect((await admin.client.get(home)).body).toContain(`${home}/serah-terima`)
    expect((await admin.client.get(`${home}/serah-terima`)).body).not.toContain(number)
    expect((await admin.client.post(`${home}/serah-terima`, { to: heir.id })).status).toBe(303)
    await service.runJobs()
    expect(await readHolder(id)).toBe(heir.id)
  })
})

describe('nothing stays with who is gone', () => {
  test('switched off: what they had goes back to the heap of the unit; what was answered follows when it is opened again', async () => {
    const leaver = await addOfficer(service, [{ role: 'handler', officeId: bitung }], 'Demo Kiki')
    const held = await give(leaver)
    const answered = await give(leaver)
    await service.owner.query(`update record_ticket set state = 'answered', owed = false, answered_at = now() where id = $1`, [answered.id])
    expect((await admin.client.post(`/petugas/admin/petugas/${leaver.id}/keadaan`, {})).status).toBe(303)
    await service.runJobs()
    expect([await readHolder(held.id), await readHolder(answered.id)]).toEqual([null, leaver.id])
    const { body } = await manager.client.get(`/petugas/laporan/${held.id}`)
    expect(body).toContain('Petugas sebelumnya tidak lagi menangani laporan di unit ini.')
    const client = new Client(service.app)
    await enterReport(client, answered)
    await client.post('/lacak/laporan/pesan', { body: 'Belum selesai.' })
    await service.runJobs()
    expect(await readHolder(answered.id)).toBeNull()
  })

  test('moved to another unit: what they had here stays here; a role beside the one they keep changes nothing', async () => {
    const mover = await addOfficer(
      service,
      [
        { role: 'handler', officeId: bitung },
        { role: 'intake', officeId: bitung },
      ],
      'Demo Lia',
    )
    const { id } = await give(mover)
    const roles = `/petugas/admin/petugas/${mover.id}/peran`
    await admin.client.post(roles, { held: [`handler@${bitung}`] })
    await service.runJobs()
    expect(await readHolder(id)).toBe(mover.id)
    await admin.client.post(roles, { held: [`handler@${tarakan}`] })
    await service.runJobs()
    expect(await readHolder(id)).toBeNull()
  })

  test('rule 13: a unit in which somebody works and nobody answers for it is named to the administrator', async () => {
    const farOffice = await findOffice(service, 'KANIM-KUPANG')
    const { rows } = await service.owner.query<{ name: string }>('select name from accounts_office where id = $1', [farOffice])
    const name = rows[0]?.name ?? ''
    expect((await admin.client.get('/petugas/admin')).body).not.toContain(name)
    await addOfficer(service, [{ role: 'handler', officeId: farOffice }], 'Demo Maya')
    expect((await admin.client.get('/petugas/admin')).body).toContain(name)
  })
})

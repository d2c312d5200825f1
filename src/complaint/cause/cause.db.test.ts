import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let tarakan: string
let sari: Console
let rani: Console
let other: Console
let head: Console
/** Compliance, and of the office complained of. */
let both: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  const patnal = await findOffice(service, 'PATNAL')
  sari = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  other = await openConsole(service, [{ role: 'manager', officeId: tarakan }], 'Demo Tono')
  head = await openConsole(service, [{ role: 'compliance', officeId: patnal }], 'Demo Dian')
  both = await openConsole(
    service,
    [
      { role: 'manager', officeId: bitung },
      { role: 'compliance', officeId: patnal },
    ],
    'Demo Bayu',
  )
})
afterAll(() => service.close())

type Proposal = { readonly id: string; readonly tickets: number; readonly shielded: boolean; readonly state: string }
async function readProposals(category: string): Promise<Proposal[]> {
  const { rows } = await service.owner.query<Proposal>(
    'select id, tickets, shielded, state from cause_proposal where category = $1 order by opened_at',
    [category],
  )
  return rows
}

async function sendMany(count: number, category: string, changes: Parameters<typeof sendReport>[1] = {}): Promise<SentReport[]> {
  const sent: SentReport[] = []
  for (let each = 0; each < count; each += 1) sent.push(await sendReport(service, { officeId: bitung, category, ...changes }))
  return sent
}

const list = '/petugas/perbaikan'
const action = { cause: 'system', action: 'Papan antrean diganti.', days: '14' }
const seesIn = async ({ client }: Console, id: string): Promise<boolean> => (await client.get(list)).body.includes(id)

describe('R49 C22: what keeps coming', () => {
  test('is proposed at three of one office and topic within thirty days, exactly once with two workers', async () => {
    await sendMany(2, 'PSP.04')
    await sendReport(service, { officeId: tarakan, category: 'PSP.04' })
    await service.runJob('cause.watch')
    expect(await readProposals('PSP.04')).toEqual([])
    await sendMany(1, 'PSP.04')
    const second = await service.another()
    await Promise.all([service.runJob('cause.watch'), service.runJob('cause.watch', second)])
    await service.runJob('cause.watch')
    await second.database.close()
    expect(await readProposals('PSP.04')).toMatchObject([{ tickets: 3, shielded: false, state: 'open' }])
  })

  test('is seen by the manager of that unit and by compliance, and by nobody else', async () => {
    const [proposal] = await readProposals('PSP.04')
    const id = proposal?.id ?? ''
    expect([await seesIn(sari, id), await seesIn(head, id), await seesIn(rani, id), await seesIn(other, id)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    const statuses = await Promise.all([sari, head, other].map(async ({ client }) => (await client.get(`${list}/usul/${id}`)).status))
    expect(statuses).toEqual([200, 200, 404])
  })

  test('keeps its reports open until somebody says why', async () => {
    const reports = await sendMany(3, 'PSP.05')
    await service.runJob('cause.watch')
    const [first] = reports
    if (first === undefined) throw new Error('no report')
    await service.owner.query(`update record_ticket set state = 'answered', owed = false, answered_at = submitted_at where id = $1`, [
      first.id,
    ])
    const close = () => rani.client.post(`/petugas/laporan/${first.id}/tutup`, { reason: 'solved', version: '1' })
    const refused = await close()
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Catat dulu sebabnya')
    const cause = `/petugas/laporan/${first.id}/sebab`
    expect((await rani.client.get(cause)).body).toContain('terus berulang')
    // An action has an owner and a day, or is none.
    expect((await rani.client.post(cause, { cause: 'system', action: 'Papan diganti.' })).status).toBe(422)
    expect((await rani.client.post(cause, { cause: 'system', words: 'Antrean macet.' })).status).toBe(303)
    expect((await close()).status).toBe(303)
  })

  test('is accepted into an action, or dismissed with a reason, once; and begins to count anew', async () => {
    const [proposal] = await readProposals('PSP.04')
    const at = `${list}/usul/${proposal?.id}`
    expect((await other.client.post(`${at}/terima`, { ...action, owner: rani.officer.id })).status).toBe(404)
    expect((await sari.client.post(`${at}/tolak`, { words: '' })).status).toBe(422)
    expect((await sari.client.post(`${at}/terima`, { ...action, owner: other.officer.id })).status).toBe(422)
    expect((await sari.client.post(`${at}/terima`, { ...action, owner: rani.officer.id })).status).toBe(303)
    expect((await head.client.post(`${at}/tolak`, { words: 'Tidak perlu.' })).status).toBe(409)
    await service.runJob('cause.watch')
    expect(await readProposals('PSP.04')).toMatchObject([{ state: 'accepted' }])
    service.clock.advance(60_000)
    await sendMany(3, 'PSP.04')
    await service.runJob('cause.watch')
    expect(await readProposals('PSP.04')).toMatchObject([{ state: 'accepted' }, { state: 'open', tickets: 3 }])
    const [, again] = await readProposals('PSP.04')
    expect((await head.client.post(`${list}/usul/${again?.id}/tolak`, { words: 'Sudah diperbaiki hari ini.' })).status).toBe(303)
  })
})

describe('C22: an action', () => {
  test('is done by its owner and verified with evidence by somebody else', async () => {
    const { rows } = await service.owner.query<{ id: string }>('select id from cause_action where owner_id = $1', [rani.officer.id])
    const id = rows[0]?.id ?? ''
    expect([await seesIn(rani, id), await seesIn(sari, id), await seesIn(other, id)]).toEqual([true, true, false])
    const at = `${list}/${id}`
    expect((await sari.client.post(`${at}/bukti`, { words: 'Dilihat.' })).status).toBe(409)
    expect((await sari.client.post(`${at}/selesai`, { words: 'Selesai.' })).status).toBe(409)
    expect((await rani.client.post(`${at}/selesai`, { words: 'Papan baru dipasang.' })).status).toBe(303)
    expect((await sari.client.post(`${at}/bukti`, { words: '' })).status).toBe(422)
    expect((await sari.client.post(`${at}/bukti`, { words: 'Foto papan, 24 November.' })).status).toBe(303)
    expect((await rani.client.get(at)).body).toContain('Foto papan, 24 November.')
    expect(await seesIn(sari, id)).toBe(false)
    // The database refuses the owner too, whatever the program forgets.
    await expect(service.owner.query('update cause_action set verified_by = owner_id where id = $1', [id])).rejects.toThrow(/cause_action/)
  })

  test('that is late is listed first', async () => {
    const [report] = await sendMany(1, 'PSP.07')
    const cause = `/petugas/laporan/${report?.id}/sebab`
    const save = (days: string, words: string) =>
      rani.client.post(cause, { cause: 'training', action: words, days, owner: rani.officer.id })
    await save('7', 'Tenggat dekat')
    await save('14', 'Tenggat jauh')
    await service.owner.query(`update cause_action set due_on = '2026-11-01' where words = 'Tenggat jauh'`)
    const { body } = await sari.client.get(list)
    expect(body.indexOf('Tenggat jauh')).toBeLessThan(body.indexOf('Tenggat dekat'))
    expect(body).toContain('Terlambat')
  })
})

describe('C11 C22: what is kept from somebody', () => {
  test('is counted apart, and its proposal is not there for whoever it is kept from', async () => {
    await sendMany(3, 'INT.01', { text: 'Petugas meminta uang.' })
    await service.runJob('cause.watch')
    const proposals = await readProposals('INT.01')
    expect(proposals).toMatchObject([{ tickets: 3, shielded: true }])
    const id = proposals[0]?.id ?? ''
    expect([await seesIn(head, id), await seesIn(sari, id), await seesIn(both, id)]).toEqual([true, false, false])
    const at = `${list}/usul/${id}`
    expect([(await sari.client.get(at)).status, (await both.client.get(at)).status]).toEqual([404, 404])
    const done = await head.client.post(`${at}/terima`, { ...action, cause: 'misconduct', owner: head.officer.id })
    expect(done.status).toBe(303)
    const { rows } = await service.owner.query<{ id: string }>('select id from cause_action where proposal_id = $1', [id])
    const made = rows[0]?.id ?? ''
    expect([await seesIn(head, made), await seesIn(sari, made), await seesIn(both, made)]).toEqual([true, false, false])
    expect((await sari.client.get(`${list}/${made}`)).status).toBe(404)
  })
})

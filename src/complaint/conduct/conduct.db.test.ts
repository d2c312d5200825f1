import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { checkAnswer, train } from '../../../test/relations.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { composeNumber } from '../record/rules.ts'
import { nameSubjects } from './index.ts'

let service: TestService
let patnal: string
let bitung: string
let tarakan: string
let dian: Console
let second: Console
/** Handles in Bitung, and helps compliance. */
let both: Console
let rani: Console
let head: Console

beforeAll(async () => {
  service = await createTestService()
  patnal = await findOffice(service, 'PATNAL')
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  const ditjen = await findOffice(service, 'DITJEN')
  const helping = { role: 'compliance', officeId: patnal }
  dian = await openConsole(service, [helping], 'Demo Dian')
  second = await openConsole(service, [helping], 'Demo Dewi')
  both = await openConsole(service, [{ role: 'handler', officeId: bitung }, helping], 'Demo Bayu')
  rani = await openConsole(service, [{ role: 'handler', officeId: tarakan }, helping], 'Demo Rani')
  head = await openConsole(service, [{ role: 'compliance', officeId: ditjen }], 'Demo Indah')
})
afterAll(() => service.close())

const complain = (changes: Parameters<typeof sendReport>[1] = {}): Promise<SentReport> =>
  sendReport(service, { category: 'INT.01', officeId: bitung, text: 'Petugas loket meminta uang terima kasih.', ...changes })

const seen = async ({ client }: Console, { id }: SentReport): Promise<number> => (await client.get(`/petugas/laporan/${id}`)).status

async function name(who: Console, { id }: SentReport, fields: Record<string, string | readonly string[]>) {
  return who.client.post(`/petugas/laporan/${id}/terlapor`, fields)
}

async function readTicket({ id }: SentReport) {
  const { rows } = await service.owner.query<{ office_id: string; assignee_id: string | null; version: number; state: string }>(
    'select office_id, assignee_id, version, state from record_ticket where id = $1',
    [id],
  )
  const row = rows[0]
  if (row === undefined) throw new Error('the ticket is gone')
  return row
}

async function countInbox({ client }: Console): Promise<number> {
  const { body } = await client.get(`/petugas?kantor=${patnal}`)
  return Number(/Perlu ditangani <span class="count">(\d+)</.exec(body)?.[1])
}

describe('C11 A4: a report that alleges something of staff', () => {
  test('is kept at once from whoever belongs to the office complained of, also where they belong to compliance too', async () => {
    const before = [await countInbox(both), await countInbox(dian)]
    const report = await complain()
    expect((await readTicket(report)).office_id).toBe(patnal)
    expect([await seen(dian, report), await seen(both, report)]).toEqual([200, 404])
    expect([(await countInbox(both)) - (before[0] ?? 0), (await countInbox(dian)) - (before[1] ?? 0)]).toEqual([0, 1])
  })

  test('goes back to its office, and is seen there, when compliance finds that it is none about staff', async () => {
    const report = await complain()
    const { version } = await readTicket(report)
    const done = await dian.client.post(`/petugas/laporan/${report.id}/klasifikasi`, { category: 'PSP.01', version: String(version) })
    expect(done.status).toBe(303)
    expect((await readTicket(report)).office_id).toBe(bitung)
    expect(await seen(both, report)).toBe(200)
  })

  test('becomes one: a dual hand loses it with the change', async () => {
    const report = await complain({ category: 'PSP.01' })
    expect(await seen(both, report)).toBe(200)
    const { version } = await readTicket(report)
    const done = await both.client.post(`/petugas/laporan/${report.id}/klasifikasi`, { category: 'INT.01', version: String(version) })
    expect([done.status, done.location]).toEqual([303, '/petugas'])
    expect([await seen(both, report), await seen(dian, report)]).toEqual([404, 200])
  })
})

describe('C11 A4: naming somebody', () => {
  test('ends their sight with the next request, takes it out of their hand, and is audited with who was kept away', async () => {
    const report = await complain()
    expect((await rani.client.post(`/petugas/laporan/${report.id}/ambil`)).status).toBe(303)
    expect(await seen(rani, report)).toBe(200)
    const page = await dian.client.get(`/petugas/laporan/${report.id}/terlapor?kantor=${tarakan}`)
    expect(page.body).toContain('Demo Rani')
    const since = await watchTrail(service)
    const done = await name(dian, report, { officers: [rani.officer.id], office: tarakan, time: 'Senin pagi' })
    expect([done.status, done.location]).toEqual([303, `/petugas/laporan/${report.id}/terlapor`])
    expect(await seen(rani, report)).toBe(404)
    expect((await rani.client.get(`/petugas/cari?q=${report.number}`)).body).not.toContain(report.id)
    expect(await readTicket(report)).toMatchObject({ office_id: patnal, assignee_id: null })
    const [line] = await since()
    expect(line).toMatchObject({ event: 'conduct.named', outcome: 'done', object_id: report.id, actor_id: dian.officer.id })
    expect(line?.details['named']).toEqual([rani.officer.id])
    expect(JSON.stringify(line?.details['excluded'])).toContain(rani.officer.id)
    const shown = (await dian.client.get(`/petugas/laporan/${report.id}/terlapor`)).body
    for (const words of ['Demo Rani', 'Senin pagi', 'Kantor Imigrasi']) expect(shown).toContain(words)
  })

  test('of a whole unit keeps away who joins it later', async () => {
    const report = await complain()
    const { status } = await name(dian, report, { office: tarakan, whole: '1' })
    expect(status).toBe(303)
    const late = await openConsole(service, [{ role: 'compliance', officeId: patnal }])
    expect(await seen(late, report)).toBe(200)
    await service.owner.query(`insert into accounts_role (officer_id, role, office_id) values ($1, 'intake', $2)`, [
      late.officer.id,
      tarakan,
    ])
    expect(await seen(late, report)).toBe(404)
  })

  test('who leaves the unit afterwards stays away', async () => {
    const report = await complain()
    await name(dian, report, { office: tarakan, whole: '1' })
    await service.owner.query('delete from accounts_role where officer_id = $1 and office_id = $2', [rani.officer.id, tarakan])
    expect(await seen(rani, report)).toBe(404)
    await service.owner.query(`insert into accounts_role (officer_id, role, office_id) values ($1, 'handler', $2)`, [
      rani.officer.id,
      tarakan,
    ])
  })

  test('keeps managers of the unit above away, and nobody else there', async () => {
    const { rows } = await service.owner.query<{ id: string }>(
      `insert into accounts_office (id, code, name, type, province, time_zone) select gen_random_uuid(), 'KANWIL-UJI', 'Kanwil Uji', 'kanwil', province, time_zone
       from accounts_office where id = $1 returning id`,
      [tarakan],
    )
    const kanwil = rows[0]?.id ?? ''
    const helping = { role: 'compliance', officeId: patnal }
    const [boss, clerk] = [
      await openConsole(service, [{ role: 'manager', officeId: kanwil }, helping]),
      await openConsole(service, [{ role: 'handler', officeId: kanwil }, helping]),
    ]
    const report = await complain()
    // The list of units is remembered for ten seconds.
    await service.as(dian.officer.actor, async (ctx) => {
      ctx.tx.forget('accounts.offices')
      const done = await nameSubjects(ctx, {
        ticketId: report.id,
        officerIds: [rani.officer.id],
        officeIds: [],
        said: { name: '', unit: '', time: '' },
      })
      expect(done.ok).toBe(true)
    })
    expect([await seen(boss, report), await seen(clerk, report), await seen(dian, report)]).toEqual([404, 200, 200])
  })

  test('keeps away who checked their answers, who trains them and whom they train, within the days of the rule', async () => {
    const helping = [{ role: 'compliance', officeId: patnal }]
    const people: Console[] = []
    for (const one of ['Eka', 'Fajar', 'Gita', 'Hadi', 'Joko']) people.push(await openConsole(service, helping, `Demo ${one}`))
    const [approver, earlier, trainer, trainee, past] = people.map(({ officer }) => officer.id)
    const other = await sendReport(service, {})
    await checkAnswer(service, { ticketId: other.id, authorId: rani.officer.id, officerId: approver ?? '', daysAgo: 300 })
    await checkAnswer(service, { ticketId: other.id, authorId: rani.officer.id, officerId: earlier ?? '', daysAgo: 400 })
    await train(service, trainer ?? '', rani.officer.id, null)
    await train(service, rani.officer.id, trainee ?? '', 300)
    await train(service, past ?? '', rani.officer.id, 400)
    const report = await complain()
    await name(dian, report, { officers: [rani.officer.id], office: tarakan })
    expect(await Promise.all(people.map((one) => seen(one, report)))).toEqual([404, 200, 404, 404, 200])
    const shown = (await dian.client.get(`/petugas/laporan/${report.id}/terlapor`)).body
    for (const words of ['pernah memeriksa jawaban terlapor', 'pembimbing atau yang dibimbing terlapor']) expect(shown).toContain(words)
    const later = await complain()
    await service.owner.query('insert into conduct_relations values (2, 1, null, null, now())')
    await name(dian, later, { officers: [rani.officer.id], office: tarakan })
    expect(await Promise.all(people.map((one) => seen(one, later)))).toEqual([200, 200, 200, 200, 200])
    // What was kept is not given back by another rule.
    expect(await Promise.all(people.map((one) => seen(one, report)))).toEqual([404, 200, 404, 404, 200])
    await service.owner.query('delete from conduct_relations where version = 2')
  })

  test('in words is sealed, and shown to compliance', async () => {
    const report = await complain()
    expect((await name(dian, report, { name: 'Petugas berkacamata di loket tiga' })).status).toBe(303)
    expect((await dian.client.get(`/petugas/laporan/${report.id}/terlapor`)).body).toContain('berkacamata')
    const { rows } = await service.owner.query<{ row: string }>(
      `select encode(sealed, 'escape') as row from conduct_subject where ticket_id = $1`,
      [report.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain('berkacamata')
  })

  test('in words keeps away whoever in the directory bears the name, and says where nobody does', async () => {
    const mira = await openConsole(service, [{ role: 'compliance', officeId: patnal }], 'Demo Mira Kenanga')
    const report = await complain()
    expect(await seen(mira, report)).toBe(200)
    const done = await name(dian, report, { name: 'demo  mira kenanga', unit: 'Kepatuhan' })
    expect((await dian.client.get(done.location ?? '')).body).toContain('Mereka tidak dapat lagi melihat')
    expect(await seen(mira, report)).toBe(404)
    const other = await complain()
    const unknown = await name(dian, other, { name: 'Petugas berkumis' })
    expect((await dian.client.get(unknown.location ?? '')).body).toContain('nama itu tidak ada di direktori')
  })

  test('of everybody in compliance gives it to headquarters, which see it', async () => {
    const report = await complain()
    const { rows } = await service.owner.query<{ id: string }>('select distinct officer_id as id from accounts_role where office_id = $1', [
      patnal,
    ])
    const done = await name(dian, report, { officers: rows.map(({ id }) => id), office: patnal })
    expect([done.status, done.location]).toEqual([303, '/petugas'])
    expect([await seen(dian, report), await seen(second, report), await seen(head, report)]).toEqual([404, 404, 200])
  })

  test('needs somebody, and is the right of compliance alone', async () => {
    const report = await complain()
    expect((await name(dian, report, { office: tarakan })).status).toBe(422)
    const manager = await openConsole(service, [{ role: 'manager', officeId: patnal }])
    expect((await name(manager, report, { office: tarakan, whole: '1' })).status).toBe(403)
  })
})

test('C11: a report that came before there was a shield is kept from the office complained of by the update', async () => {
  const report = await complain()
  const ordinary = await complain({ category: 'PSP.01' })
  await service.owner.query('delete from conduct_excluded_unit')
  expect(await seen(both, report)).toBe(200)
  await service.owner.query(await readFile(join(import.meta.dirname, '../../../migrations/0017_conduct_earlier.sql'), 'utf8'))
  expect([await seen(both, report), await seen(both, ordinary)]).toEqual([404, 200])
})

describe('C11: nothing leads back into the circle', () => {
  test('giving it to somebody named is refused, and says no more than that they cannot take it', async () => {
    const report = await complain()
    await name(dian, report, { officers: [rani.officer.id], office: tarakan })
    const { version } = await readTicket(report)
    const offered = (await dian.client.get(`/petugas/laporan/${report.id}/tugaskan`)).body
    expect([offered.includes('Demo Dewi'), offered.includes('Demo Rani')]).toEqual([true, false])
    const answer = await dian.client.post(`/petugas/laporan/${report.id}/tugaskan`, { officer: rani.officer.id, version: String(version) })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('Rekan ini tidak dapat menangani laporan ini')
    expect((await readTicket(report)).assignee_id).toBeNull()
  })

  test('sending it to a unit named is refused', async () => {
    const report = await complain()
    await name(dian, report, { officers: [rani.officer.id], office: tarakan })
    const { version } = await readTicket(report)
    expect((await dian.client.get(`/petugas/laporan/${report.id}/pindahkan`)).body).not.toContain(tarakan)
    const answer = await dian.client.post(`/petugas/laporan/${report.id}/pindahkan`, {
      office: tarakan,
      words: 'x',
      version: String(version),
    })
    expect(answer.status).toBe(409)
    expect((await readTicket(report)).office_id).toBe(patnal)
  })

  test('below the code, the database refuses it too', async () => {
    const report = await complain()
    await name(dian, report, { officers: [rani.officer.id], office: tarakan })
    await expect(service.owner.query('update record_ticket set office_id = $2 where id = $1', [report.id, tarakan])).rejects.toThrow(
      'kept from',
    )
    await expect(
      service.owner.query('update record_ticket set assignee_id = $2 where id = $1', [report.id, rani.officer.id]),
    ).rejects.toThrow('kept from')
  })
})

test('A4 L1: who tries gets the answer of a wrong address or number; the trail and compliance know', async () => {
  const report = await complain()
  const wrongNumber = composeNumber(2026, 99_999_998)
  const nowhere = '01a20c62-6a80-7401-b776-21e936259c9b'
  const bare = (body: string, id: string) => body.replaceAll(id, 'ID').replace(/nonce="[^"]*"|[0-9a-z-]{8,}-[0-9a-z-]+|value="[^"]*"/g, '')
  const since = await watchTrail(service)
  const [away, unknown] = [await both.client.get(`/petugas/laporan/${report.id}`), await both.client.get(`/petugas/laporan/${nowhere}`)]
  expect(bare(away.body, report.id)).toBe(bare(unknown.body, nowhere))
  await both.client.post(`/petugas/laporan/${report.id}/ambil`)
  const [searched, wrong] = [
    await both.client.get(`/petugas/cari?q=${report.number}`),
    await both.client.get(`/petugas/cari?q=${wrongNumber}`),
  ]
  expect(searched.body.replaceAll(report.number, 'N').length).toBe(wrong.body.replaceAll(wrongNumber, 'N').length)
  const attempts = (await since()).filter(({ event }) => event === 'conduct.attempted')
  expect(attempts.map(({ outcome, object_id, actor_id, details }) => [outcome, object_id, actor_id, details['way']])).toEqual([
    ['refused', report.id, both.officer.id, 'address'],
    ['refused', report.id, both.officer.id, 'address'],
    ['refused', report.id, both.officer.id, 'number'],
  ])
  expect((await dian.client.get(`/petugas/laporan/${report.id}`)).body).toContain('3 kali dicoba dibuka')
  expect((await dian.client.get(`/petugas/laporan/${report.id}/terlapor`)).body).toContain('Demo Bayu')
})

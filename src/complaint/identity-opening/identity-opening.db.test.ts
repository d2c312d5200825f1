import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client, openSession } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { findByContact, readIdentity } from '../../access/confidentiality/index.ts'

/** The database judges by its own clock. */
const start = new Date()
const day = 86_400_000
const contact = { name: 'Demo Kanarikuning', email: 'kanarikuning@contoh.example', phone: '' }

let service: TestService
let bitung: string
let patnal: string
let rani: Console
let bayu: Console
let sari: Console
let dian: Console
let mira: Console

beforeAll(async () => {
  service = await createTestService({ at: start.toISOString() })
  bitung = await findOffice(service, 'KANIM-BITUNG')
  patnal = await findOffice(service, 'PATNAL')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  bayu = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Bayu')
  sari = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  dian = await openConsole(service, [{ role: 'compliance', officeId: patnal }], 'Demo Dian')
  mira = await openConsole(service, [{ role: 'compliance', officeId: patnal }], 'Demo Mira')
})
afterAll(() => service.close())

const words = 'Berkas permohonannya tidak ditemukan tanpa nama.'
const send = (changes: Parameters<typeof sendReport>[1] = {}) =>
  sendReport(service, { officeId: bitung, anonymous: true, contact, ...changes })
const href = ({ id }: SentReport) => `/petugas/laporan/${id}/identitas`
const ask = (report: SentReport, by = rani, changes = {}) =>
  by.client.post(`${href(report)}/permintaan`, { reason: 'papers', words, ...changes })
const look = (report: SentReport, by = rani) => by.client.get(href(report))

async function findOpening({ id }: SentReport): Promise<string> {
  const { rows } = await service.owner.query<{ id: string }>('select id from identity_opening where ticket_id = $1 order by id desc', [id])
  return rows[0]?.id ?? ''
}

async function decide(report: SentReport, by: Console, verdict = 'approved', said = ''): Promise<number> {
  const answer = await by.client.post(`${href(report)}/${await findOpening(report)}/putusan`, { verdict, words: said })
  return answer.status
}

async function open(report: SentReport, by = rani, second = sari): Promise<void> {
  expect((await ask(report, by)).status).toBe(303)
  expect(await decide(report, second)).toBe(303)
}

/** What the database itself shows to an officer whose transaction names an opening, whatever the program would ask. */
async function readBySql({ id }: SentReport, { officer }: Console, opening: string): Promise<number> {
  return service.as(officer.actor, async ({ tx }) => {
    await tx.query(`select set_config('tanggap.opening', $1, true)`, [opening])
    return (await tx.query('select sealed from confidentiality_identity where ticket_id = $1', [id])).count
  })
}

describe('A5: opening the identity behind an anonymous report', () => {
  test('needs a written reason and a second person; who asked cannot approve, and until then nothing is shown', async () => {
    const report = await send()
    expect((await ask(report, rani, { words: 'Terlalu pendek.' })).status).toBe(422)
    expect((await ask(report, rani, { words: `${' '.repeat(30)}pendek` })).status).toBe(422)
    expect((await ask(report, rani, { reason: 'curious' })).status).toBe(422)
    expect(await findOpening(report)).toBe('')
    expect((await ask(report)).status).toBe(303)
    expect((await ask(report)).status).toBe(409)
    const closed = await look(report)
    expect([closed.status, closed.body.includes('Kanarikuning')]).toEqual([409, false])
    expect(await decide(report, rani)).toBe(403)
    expect((await sari.client.get('/petugas/penelaahan')).body).toContain(report.number)
    expect((await bayu.client.get('/petugas/penelaahan')).status).toBe(403)
    expect(await decide(report, sari)).toBe(303)
    expect((await sari.client.get('/petugas/penelaahan')).body).not.toContain(report.number)
    const opened = await look(report)
    expect([opened.status, opened.body.includes('Demo Kanarikuning'), opened.body.includes(contact.email)]).toEqual([200, true, true])
  })

  test('a manager who asks is no second person, neither in the program nor in the database', async () => {
    const report = await send()
    const other = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Wulan')
    expect((await ask(report, sari)).status).toBe(303)
    expect(await decide(report, sari)).toBe(403)
    const forced = service.owner.query(
      `update identity_opening set state = 'approved', decided_by = asked_by, decided_at = now(), expires_at = now() where ticket_id = $1`,
      [report.id],
    )
    await expect(forced).rejects.toThrow('check constraint')
    expect(await decide(report, other)).toBe(303)
    const longer = service.owner.query(`update identity_opening set expires_at = decided_at + interval '25 hours' where ticket_id = $1`, [
      report.id,
    ])
    await expect(longer).rejects.toThrow('check constraint')
    expect((await look(report, sari)).status).toBe(200)
    expect((await look(report, other)).status).toBe(409)
  })

  test('is for who asked alone: no colleague, no approver, and no other page shows it', async () => {
    const report = await send()
    await open(report)
    for (const other of [bayu, sari]) {
      const seen = await look(report, other)
      expect([seen.status, seen.body.includes('Kanarikuning')]).toEqual([409, false])
    }
    expect((await look(report, dian)).status).toBe(404)
    const id = await findOpening(report)
    expect(await readBySql(report, rani, id)).toBe(1)
    for (const other of [bayu, sari, dian]) expect(await readBySql(report, other, id)).toBe(0)
    expect(await readBySql(await send(), rani, id)).toBe(0)
    // Without naming the opening nothing is there even for them: lists, search, export and API do not name one.
    expect(await readBySql(report, rani, '')).toBe(0)
    expect(await service.as(rani.officer.actor, (ctx) => readIdentity(ctx, report.id))).toBeNull()
    expect(await service.as(rani.officer.actor, (ctx) => findByContact(ctx, 'email', contact.email))).not.toContain(report.id)
    await look(report)
    for (const path of [`/petugas/laporan/${report.id}`, `/petugas/cari?q=${contact.email}`, '/petugas', `${href(report)}/permintaan`])
      expect([path, (await rani.client.get(path)).body.includes('Kanarikuning')]).toEqual([path, false])
  })

  test('closes by itself after 24 hours, for the program and for the database', async () => {
    const report = await send()
    await open(report)
    const id = await findOpening(report)
    service.clock.set(new Date(start.getTime() + day - 1000).toISOString())
    await openSession(service, rani.client, rani.officer.id)
    expect((await look(report)).status).toBe(200)
    service.clock.set(new Date(start.getTime() + day).toISOString())
    expect((await look(report)).status).toBe(409)
    expect((await rani.client.get(`${href(report)}/permintaan`)).body).toContain('Tertutup setelah 24 jam')
    service.clock.set(start.toISOString())
    expect(await readBySql(report, rani, id)).toBe(1)
    await service.owner.query(`update identity_opening set expires_at = now() where id = $1`, [id])
    expect(await readBySql(report, rani, id)).toBe(0)
  })

  test('is refused with words, ended early and withdrawn; each is final', async () => {
    const report = await send()
    expect((await ask(report)).status).toBe(303)
    expect(await decide(report, sari, 'refused')).toBe(422)
    expect(await decide(report, sari, 'refused', 'Tanyakan dulu lewat percakapan.')).toBe(303)
    expect(await decide(report, sari)).toBe(409)
    expect((await rani.client.get(`${href(report)}/permintaan`)).body).toContain('Tanyakan dulu lewat percakapan.')
    expect((await look(report)).status).toBe(409)
    service.clock.advance(1000)
    await open(report)
    const id = await findOpening(report)
    expect((await bayu.client.post(`${href(report)}/${id}/akhiri`)).status).toBe(409)
    expect((await rani.client.post(`${href(report)}/${id}/akhiri`)).status).toBe(303)
    expect([(await look(report)).status, await readBySql(report, rani, id)]).toEqual([409, 0])
    service.clock.advance(1000)
    expect((await ask(report)).status).toBe(303)
    // What waits is refused with words by who decides, and withdrawn by who asked alone.
    expect((await sari.client.post(`${href(report)}/${await findOpening(report)}/akhiri`)).status).toBe(409)
    expect((await rani.client.post(`${href(report)}/${await findOpening(report)}/akhiri`)).status).toBe(303)
    expect(await decide(report, sari)).toBe(409)
  })

  test('who decides has one question before them at a time, the oldest, and none of their own beside it', async () => {
    const report = await send()
    expect((await ask(report)).status).toBe(303)
    service.clock.advance(1000)
    expect((await ask(report, bayu)).status).toBe(303)
    const { body } = await sari.client.get(`${href(report)}/permintaan`)
    expect(body.match(/value="approved"/g)?.length).toBe(1)
    const { rows } = await service.owner.query<{ id: string }>('select id from identity_opening where ticket_id = $1 order by asked_at', [
      report.id,
    ])
    expect([body.includes(`${rows[0]?.id}/putusan`), body.includes('name="reason"')]).toEqual([true, false])
    const empty = await rani.client.post(`${href(await send())}/permintaan`, { words })
    expect([empty.status, empty.body.includes('Pilih mengapa identitas perlu diketahui.')]).toEqual([422, true])
  })

  test('only where somebody anonymous left something and is owed an answer, and somebody else can decide', async () => {
    for (const changes of [{ anonymous: false }, { anonymous: false, unidentified: true, contact: { name: '', email: '', phone: '' } }])
      expect((await ask(await send(changes))).status).toBe(409)
    const nothing = await ask(await send({ contact: { name: '', email: '', phone: '' } }))
    expect([nothing.status, nothing.body.includes('Tidak ada yang dapat dibuka')]).toEqual([409, true])
    const tarakan = await findOffice(service, 'KANIM-TARAKAN')
    const alone = await openConsole(service, [{ role: 'manager', officeId: tarakan }], 'Demo Arif')
    const nobody = await ask(await send({ officeId: tarakan }), alone)
    expect([nobody.status, nobody.body.includes('Tidak ada orang lain')]).toEqual([409, true])
    expect((await ask(await send(), dian)).status).toBe(404)
  })
})

describe('A5: whoever is behind it sees that it happened', () => {
  test('asked for, approved and each look, by day and role and without a name; one line of the trail each', async () => {
    const report = await send()
    const since = await watchTrail(service)
    await open(report)
    const id = await findOpening(report)
    await look(report)
    await look(report)
    await look(report, bayu)
    const lines = (await since()).filter(({ event }) => event.startsWith('identity.'))
    expect(lines.map(({ event, outcome, actor_id, object_id }) => [event, outcome, actor_id, object_id])).toEqual([
      ['identity.asked', 'done', rani.officer.id, report.id],
      ['identity.decided', 'done', sari.officer.id, report.id],
      ['identity.opened', 'done', rani.officer.id, report.id],
      ['identity.opened', 'done', rani.officer.id, report.id],
      ['identity.opened', 'refused', bayu.officer.id, report.id],
    ])
    expect(lines[0]?.details).toEqual({ reason: 'papers' })
    expect(lines[2]?.details).toEqual({ opening: id })
    for (const hidden of ['Kanarikuning', words]) expect(JSON.stringify(lines)).not.toContain(hidden)
    const complainant = new Client(service.app)
    await enterReport(complainant, report)
    const { body } = await complainant.get('/lacak/laporan')
    for (const shown of [
      'Petugas penangan meminta membuka identitas Anda, untuk menemukan permohonan atau dokumen Anda',
      'Pengelola pengaduan kantor menyetujui sebagai orang kedua',
      'Petugas penangan membuka identitas Anda',
      'Petugas penangan: membuka identitas Anda',
    ])
      expect(body).toContain(shown)
    const counted = body.slice(body.indexOf('Petugas penangan: membuka identitas Anda'))
    expect(/value">(\d+)</.exec(counted)?.[1]).toBe('2')
    for (const hidden of ['Demo Rani', 'Demo Sari', words]) expect(body).not.toContain(hidden)
  })

  test('C12: nobody writes to the address of somebody anonymous about it', async () => {
    const report = await send()
    await open(report)
    await look(report)
    await service.runJobs()
    const { rows } = await service.owner.query('select from notification_mail where ticket_id = $1', [report.id])
    expect(rows).toEqual([])
  })
})

describe('A5 C11: of a report that is kept from somebody', () => {
  test('compliance alone asks and decides, and never who asked', async () => {
    const report = await send({ category: 'INT.01' })
    expect((await ask(report)).status).toBe(404)
    expect((await ask(report, dian)).status).toBe(303)
    expect(await decide(report, dian)).toBe(403)
    expect(await decide(report, sari)).toBe(404)
    expect((await mira.client.get('/petugas/penelaahan')).body).toContain(report.number)
    expect(await decide(report, mira)).toBe(303)
    expect((await look(report, dian)).body).toContain('Kanarikuning')
    expect((await look(report, mira)).status).toBe(409)
  })

  test('who asked loses it when the report is kept from them; what a manager allowed counts no more for anybody', async () => {
    const [named, other] = [await send(), await send()]
    for (const report of [named, other]) {
      await open(report)
      expect((await look(report)).status).toBe(200)
    }
    const id = await findOpening(named)
    await service.owner.query(
      `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, 'named', now()), ($3, $4, 'named', now())`,
      [named.id, rani.officer.id, other.id, bayu.officer.id],
    )
    expect([(await look(named)).status, await readBySql(named, rani, id)]).toEqual([404, 0])
    expect([(await look(other)).status, await readBySql(other, rani, await findOpening(other))]).toEqual([409, 0])
  })

  test('an approval falls with whoever gave it, when the report is kept from them', async () => {
    const report = await send({ category: 'INT.01' })
    await open(report, dian, mira)
    const id = await findOpening(report)
    expect(await readBySql(report, dian, id)).toBe(1)
    await service.owner.query(
      `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, 'named', now())`,
      [report.id, mira.officer.id],
    )
    expect([await readBySql(report, dian, id), (await look(report, dian)).status]).toEqual([0, 409])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let tarakan: string
let patnal: string
let rani: Console
let bayu: Console
let sari: Console
let dian: Console
let elsewhere: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  patnal = await findOffice(service, 'PATNAL')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  bayu = await openConsole(service, [{ role: 'handler', officeId: tarakan }], 'Demo Bayu')
  sari = await openConsole(service, [{ role: 'manager', officeId: tarakan }], 'Demo Sari')
  dian = await openConsole(service, [{ role: 'compliance', officeId: patnal }], 'Demo Dian')
  elsewhere = await openConsole(service, [{ role: 'handler', officeId: await findOffice(service, 'KANIM-JAKARTA-SELATAN') }], 'Demo Omar')
})
afterAll(() => service.close())

const fields = (office: string) => ({ office, question: 'Apakah pertanyaanhijau ada?', shared: 'Salinanmerah laporan.', days: '1' })
const ask = ({ id }: SentReport, office = tarakan, by = rani, changes = {}) =>
  by.client.post(`/petugas/laporan/${id}/permintaan`, { ...fields(office), ...changes })
const list = async ({ client }: Console) => (await client.get('/petugas/permintaan')).body
const show = async ({ client }: Console, { id }: SentReport) => (await client.get(`/petugas/laporan/${id}`)).body

async function findRequest({ id }: SentReport): Promise<string> {
  const { rows } = await service.owner.query<{ id: string }>(
    'select id from contribution_request where ticket_id = $1 order by asked_at desc',
    [id],
  )
  return rows[0]?.id ?? ''
}

async function readMails(requestId: string): Promise<string[]> {
  await service.runJobs()
  const { rows } = await service.owner.query<{ cause: string }>(
    `select cause from notification_mail where template = 'contribution' order by cause`,
  )
  return rows.filter(({ cause }) => cause.includes(requestId)).map(({ cause }) => `${cause.split(':')[1]} ${cause.slice(-36)}`)
}

describe('A2: asking another unit', () => {
  test('it sees the copy and nothing of the ticket; its answer stands beside the ticket and nowhere for the complainant', async () => {
    const report = await sendReport(service, { officeId: bitung, text: 'Kanarikuning paspor saya.' })
    expect((await rani.client.get(`/petugas/laporan/${report.id}/permintaan`)).body).toContain('Kanarikuning paspor saya.')
    expect((await ask(report)).status).toBe(303)
    const id = await findRequest(report)
    for (const who of [bayu, sari]) expect(await list(who)).toContain('pertanyaanhijau')
    expect((await bayu.client.get('/petugas')).body).toMatch(/Permintaan masuk[\s\S]{0,200}class="count"/)
    expect(await list(elsewhere)).not.toContain('pertanyaanhijau')
    expect((await elsewhere.client.get(`/petugas/permintaan/${id}`)).status).toBe(404)
    const seen = (await bayu.client.get(`/petugas/permintaan/${id}`)).body
    expect(seen).toContain('Salinanmerah laporan.')
    for (const hidden of ['Kanarikuning', report.number, report.id]) expect(seen).not.toContain(hidden)
    expect((await bayu.client.get(`/petugas/laporan/${report.id}`)).status).toBe(404)
    expect((await bayu.client.post(`/petugas/permintaan/${id}`, { words: 'Rancanganbiru', deed: 'draft' })).status).toBe(303)
    expect((await sari.client.get(`/petugas/permintaan/${id}`)).body).toContain('Rancanganbiru')
    expect(await show(rani, report)).not.toContain('Rancanganbiru')
    expect((await bayu.client.post(`/petugas/permintaan/${id}`, { words: '', deed: 'decline' })).status).toBe(422)
    expect((await bayu.client.post(`/petugas/permintaan/${id}`, { words: 'Jawabanungu', deed: 'answer' })).status).toBe(303)
    expect((await bayu.client.post(`/petugas/permintaan/${id}`, { words: 'Sekali lagi', deed: 'answer' })).status).toBe(409)
    expect(await list(bayu)).not.toContain('pertanyaanhijau')
    const beside = await show(rani, report)
    for (const shown of ['Jawabanungu', 'Demo Bayu', 'menjawab permintaan']) expect(beside).toContain(shown)
    const complainant = new Client(service.app)
    await enterReport(complainant, report)
    const own = (await complainant.get('/lacak/laporan')).body
    for (const hidden of ['Jawabanungu', 'pertanyaanhijau', 'Permintaan', 'menjawab permintaan']) expect(own).not.toContain(hidden)
    expect(await readMails(id)).toEqual([`answered ${rani.officer.id}`, ...[bayu, sari].map(({ officer }) => `asked ${officer.id}`).sort()])
  })

  test('C12: the complainant’s name and contact are covered in what is shared, also where the asker may not see them', async () => {
    const contact = { name: 'Demo Kenanga', email: 'kenanga@contoh.example', phone: '' }
    for (const anonymous of [false, true]) {
      const report = await sendReport(service, { officeId: bitung, contact, anonymous, text: 'Saya Demo Kenanga, kenanga@contoh.example.' })
      const offered = (await rani.client.get(`/petugas/laporan/${report.id}/permintaan`)).body
      expect(/<textarea[^>]*name="shared"[^>]*>([^<]*)/.exec(offered)?.[1]).toBe('Saya █████, █████.')
      await rani.client.post(`/petugas/laporan/${report.id}/permintaan`, {
        ...fields(tarakan),
        question: 'Siapa?',
        shared: 'Dari demo  kenanga.',
      })
      const { body } = await bayu.client.get(`/petugas/permintaan/${await findRequest(report)}`)
      expect(body).toContain('Dari █████.')
    }
  })

  test('never later than the answer is owed, and only by who handles it', async () => {
    const report = await sendReport(service, { officeId: bitung })
    const late = await ask(report, tarakan, rani, { days: '30' })
    expect([late.status, late.body.includes('Kurangi harinya')]).toEqual([422, true])
    expect((await ask(report, bitung)).status).toBe(422)
    expect((await ask(report, tarakan, bayu)).status).toBe(404)
    expect(await findRequest(report)).toBe('')
  })

  test('passed on once; withdrawn with notice, by hand and when the ticket is answered', async () => {
    const report = await sendReport(service, { officeId: bitung })
    await ask(report)
    const id = await findRequest(report)
    const jaksel = await findOffice(service, 'KANIM-JAKARTA-SELATAN')
    expect((await bayu.client.post(`/petugas/permintaan/${id}/teruskan`, { office: bitung })).status).toBe(422)
    expect((await bayu.client.post(`/petugas/permintaan/${id}/teruskan`, { office: jaksel })).status).toBe(303)
    expect((await bayu.client.get(`/petugas/permintaan/${id}`)).status).toBe(404)
    expect((await elsewhere.client.post(`/petugas/permintaan/${id}/teruskan`, { office: tarakan })).status).toBe(422)
    expect((await rani.client.post(`/petugas/laporan/${report.id}/permintaan/${id}/tarik`)).status).toBe(303)
    expect((await elsewhere.client.get(`/petugas/permintaan/${id}`)).status).toBe(404)
    expect(await readMails(id)).toContain(`withdrawn ${elsewhere.officer.id}`)
    await ask(report)
    const next = await findRequest(report)
    const { rows } = await service.owner.query<{ version: string }>('select version from record_ticket where id = $1', [report.id])
    const away = { reason: 'too_general', words: 'Tidak jelas.', version: String(rows[0]?.version) }
    expect((await rani.client.post(`/petugas/laporan/${report.id}/arsipkan`, away)).status).toBe(303)
    await service.runJobs()
    expect(await list(bayu)).not.toContain('pertanyaanhijau')
    expect(await readMails(next)).toContain(`withdrawn ${bayu.officer.id}`)
  })

  test('what is due soon and what is late are told once each; of what is late hears who asked as well', async () => {
    const report = await sendReport(service, { officeId: bitung })
    await ask(report)
    const id = await findRequest(report)
    const runTwice = async (due: string): Promise<string[]> => {
      await service.owner.query(`update contribution_request set due_at = asked_at + $2::interval where id = $1`, [id, due])
      await service.runJob('contribution.watch')
      await service.runJob('contribution.watch')
      return (await readMails(id)).filter((mail) => !mail.startsWith('asked'))
    }
    await service.owner.query('update contribution_request set warned_at = null where id = $1', [id])
    const soon = [bayu, sari].map(({ officer }) => `soon ${officer.id}`).sort()
    expect(await runTwice('1 hour')).toEqual(soon)
    const late = [rani, bayu, sari].map(({ officer }) => `late ${officer.id}`).sort()
    expect(await runTwice('-1 hour')).toEqual([...late, ...soon])
    expect(await list(bayu)).toContain('tag-danger')
  })
})

describe('C11: the circle of a complaint about staff', () => {
  const complain = () => sendReport(service, { category: 'INT.01', officeId: bitung, text: 'Petugas kanarimerah.' })

  test('cannot be asked, whatever the program does', async () => {
    const report = await complain()
    const form = (await dian.client.get(`/petugas/laporan/${report.id}/permintaan`)).body
    expect([form.includes(bitung), form.includes(tarakan)]).toEqual([false, true])
    expect((await ask(report, bitung, dian)).status).toBe(422)
    const insert = service.owner.query(
      `insert into contribution_request (id, ticket_id, office_id, asked_by, asked_by_name, asking_office, restricted, question, shared, asked_at, due_at)
       values (gen_random_uuid(), $1, $2, $3, '', '', true, '', '', now(), now())`,
      [report.id, bitung, dian.officer.id],
    )
    await expect(insert).rejects.toThrow('kept from it')
  })

  test('who is named later no longer has it in list, count and page, at once and without a mail; only supervisors had it before', async () => {
    const report = await complain()
    const question = { question: 'Kanariputih?', shared: 'Kanariputih.' }
    expect((await ask(report, tarakan, dian, question)).status).toBe(303)
    const id = await findRequest(report)
    expect(await list(sari)).toContain('Kanariputih')
    expect(await list(bayu)).not.toContain('Kanariputih')
    const count = (who: Console) =>
      service.as(who.officer.actor, async (ctx) => (await ctx.tx.query('select from contribution_request where id = $1', [id])).count)
    expect(await count(sari)).toBe(1)
    await dian.client.post(`/petugas/laporan/${report.id}/terlapor`, { officers: bayu.officer.id, office: tarakan })
    expect(await count(sari)).toBe(0)
    expect(await list(sari)).not.toContain('Kanariputih')
    for (const path of [`/petugas/permintaan/${id}`, '/petugas/permintaan/01a20c62-6a80-7401-b776-21e936259c9b'])
      expect((await sari.client.get(path)).status).toBe(404)
    expect(await readMails(id)).toEqual([])
    expect(await show(dian, report)).toContain('laporan dijauhkan darinya')
  })
})

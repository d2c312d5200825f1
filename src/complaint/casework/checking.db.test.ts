import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { askCheckHref, checkHref, draftHref, paths, previewHref, ticketHref, verbHref } from './urls.ts'

let service: TestService
let bitung: string
let author: Console
let manager: Console
let compliance: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  author = await openConsole(
    service,
    [
      { role: 'handler', officeId: bitung },
      { role: 'manager', officeId: bitung },
    ],
    'Demo Rani',
  )
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  compliance = await openConsole(service, [{ role: 'compliance', officeId: bitung }], 'Demo Tuti')
})
afterAll(() => service.close())

const words = {
  finding: 'Loket tutup lebih awal.',
  action: 'Jam buka diperbaiki.',
  remedy: 'Permintaan maaf.',
  nextStep: 'Balas bila belum puas.',
}
const answer = { ...words, outcome: 'unsubstantiated' }

async function readVersion(id: string): Promise<string> {
  const { rows } = await service.owner.query<{ version: number }>('select version from record_ticket where id = $1', [id])
  return String(rows[0]?.version)
}

async function readState(id: string): Promise<string | undefined> {
  return (await service.owner.query<{ state: string }>('select state from record_ticket where id = $1', [id])).rows[0]?.state
}

/** A report whose answer waits for a check, with what the form of a checker sends along. */
async function askFor(changes: Readonly<Record<string, string>> = {}, report: Parameters<typeof sendReport>[1] = {}) {
  const sent = await sendReport(service, { officeId: bitung, ...report })
  const asked = await author.client.post(askCheckHref(sent.id), { ...answer, ...changes, version: '1' })
  expect(asked.location).toBe(ticketHref(sent.id))
  return sent
}

async function readForm({ client }: Console, id: string): Promise<Record<string, string>> {
  const { body } = await client.get(checkHref(id))
  const read = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  return { check: read('check'), sha256: read('sha256'), version: read('version') }
}

async function approve(who: Console, id: string) {
  return who.client.post(checkHref(id), { ...(await readForm(manager, id)), verdict: 'approved' })
}

describe('C15: a second pair of eyes before an answer is sent', () => {
  test('what is not confirmed is not sent on one word alone: the words stay, and another way is offered', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const refused = await author.client.post(verbHref(id, 'answer'), { ...answer, version: '1' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Loket tutup lebih awal.')
    expect(refused.body).toContain('Minta penelaahan')
    expect(refused.body).not.toContain('>Kirim jawaban<')
    expect(await readState(id)).toBe('submitted')
    const plain = await author.client.post(verbHref(id, 'answer'), { ...answer, outcome: 'partly', version: '1' })
    expect(plain.location).toBe(ticketHref(id))
    expect(await readState(id)).toBe('answered')
  })

  test('the author cannot approve the own draft, also not as a manager of the same unit; nor can the database be made to', async () => {
    const { id } = await askFor()
    const page = await author.client.get(checkHref(id))
    expect(page.body).toContain('Ini rancangan Anda sendiri')
    expect(page.body).not.toContain('>Setujui<')
    const form = await readForm(manager, id)
    const since = await watchTrail(service)
    const refused = await author.client.post(checkHref(id), { ...form, verdict: 'approved' })
    expect(refused.status).toBe(409)
    expect((await since()).map(({ event, outcome, reason }) => [event, outcome, reason])).toEqual([
      ['ticket.answer_checked', 'refused', 'own_draft'],
    ])
    expect(await readState(id)).toBe('submitted')
    await expect(
      service.as(author.officer.actor, (ctx) =>
        ctx.tx.query(
          `insert into answering_opinion (check_id, officer_id, officer_name, at, verdict, sha256)
           select id, author_id, author_name, now(), 'approved', sha256 from answering_check where ticket_id = $1`,
          [id],
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('the approved text is the sent text, in the author’s name, and the complainant reads nothing before', async () => {
    const sent = await askFor({ finding: 'Menurut buku jaga, loket buka.' })
    const { id } = sent
    const owner = new Client(service.app)
    await enterReport(owner, sent)
    expect((await owner.get('/lacak/laporan')).body).not.toContain('Menurut buku jaga')
    expect((await manager.client.get(paths.checks)).body).toContain(sent.number)
    expect((await manager.client.get(checkHref(id))).body).toContain('Menurut buku jaga, loket buka.')
    expect((await approve(manager, id)).location).toBe(ticketHref(id))
    const { rows } = await service.owner.query(
      `select m.finding, m.author_id, encode(c.sha256, 'hex') as approved,
         encode(sha256(convert_to('["' || m.ticket_id || '","unsubstantiated","' || m.language || '","' || m.finding || '","' || m.action
           || '","' || m.remedy || '","' || m.next_step || '"]', 'UTF8')), 'hex') as sent
       from conversation_message m join answering_check c using (ticket_id) join answering_opinion o on o.check_id = c.id and o.sha256 = c.sha256
       where m.ticket_id = $1`,
      [id],
    )
    expect(rows).toEqual([
      { finding: 'Menurut buku jaga, loket buka.', author_id: author.officer.id, approved: expect.any(String), sent: rows[0]?.approved },
    ])
    expect((await owner.get('/lacak/laporan')).body).toContain('Menurut buku jaga, loket buka.')
    expect((await manager.client.get(paths.checks)).body).not.toContain(sent.number)
  })

  test('words changed after they were asked for, by whatever way, are not sent', async () => {
    const { id } = await askFor()
    const form = await readForm(manager, id)
    await service.owner.query(`update answering_check set remedy = 'Uang.' where ticket_id = $1`, [id])
    const refused = await manager.client.post(checkHref(id), { ...form, verdict: 'approved' })
    expect(refused.status).toBe(409)
    expect(await readState(id)).toBe('submitted')
  })

  test('a changed draft needs approval anew', async () => {
    const { id } = await askFor()
    const old = await readForm(manager, id)
    await author.client.post(askCheckHref(id), { ...answer, finding: 'Versi kedua.', version: await readVersion(id) })
    const late = await manager.client.post(checkHref(id), { ...old, verdict: 'approved' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Versi kedua.')
    expect(await readState(id)).toBe('submitted')
  })

  test('what is about the conduct of staff needs two, each counted once', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    await service.owner.query(`update record_ticket set category = 'INT.01', class = 'OVR' where id = $1`, [id])
    const preview = await author.client.post(previewHref(id, 'answer'), { ...answer, outcome: 'partly', version: '1' })
    expect(preview.body).toContain('disetujui 2 petugas lain')
    await author.client.post(askCheckHref(id), { ...answer, outcome: 'partly', version: '1' })
    expect((await approve(manager, id)).location).toBe(ticketHref(id))
    expect(await readState(id)).toBe('submitted')
    expect((await manager.client.get(checkHref(id))).body).toContain('Anda sudah memberi pendapat')
    expect((await manager.client.get(paths.checks)).body).not.toContain(id)
    const form = await readForm(compliance, id)
    expect((await manager.client.post(checkHref(id), { ...form, verdict: 'approved' })).status).toBe(409)
    expect(await readState(id)).toBe('submitted')
    expect((await compliance.client.post(checkHref(id), { ...form, verdict: 'approved' })).location).toBe(ticketHref(id))
    expect(await readState(id)).toBe('answered')
  })

  test('a draft goes back with a coded reason and words, and its author finds both beside the draft', async () => {
    const { id } = await askFor({ finding: 'Nada yang keras.' })
    const form = { ...(await readForm(manager, id)), verdict: 'returned' }
    expect((await manager.client.post(checkHref(id), { ...form, words: 'Lunakkan.' })).status).toBe(422)
    expect((await manager.client.post(checkHref(id), { ...form, reason: 'because', words: 'x' })).status).toBe(422)
    const wordless = await manager.client.post(checkHref(id), { ...form, reason: 'tone' })
    expect(wordless.status).toBe(422)
    expect(wordless.body).toContain('value="tone" checked')
    expect((await manager.client.post(checkHref(id), { ...form, reason: 'tone', words: 'Lunakkan kalimat pertama.' })).location).toBe(
      ticketHref(id),
    )
    const back = await author.client.get(ticketHref(id))
    expect(back.body).toContain('Rancangan dikembalikan: Nadanya kurang tepat')
    expect(back.body).toContain('Lunakkan kalimat pertama.')
    expect(back.body).toContain('>Nada yang keras.</textarea>')
    const { rows } = await service.owner.query(
      `select payload->>'reason' as reason, visible from record_event where ticket_id = $1 and type = 'ticket.answer_checked'`,
      [id],
    )
    expect(rows).toEqual([{ reason: 'tone', visible: false }])
  })

  test('what the complainant wrote meanwhile is seen before it is approved', async () => {
    const sent = await askFor()
    const form = await readForm(manager, sent.id)
    const owner = new Client(service.app)
    await enterReport(owner, sent)
    await owner.get('/lacak/laporan')
    const { body } = await owner.get('/lacak/laporan')
    const key = /name="idempotencyKey" value="([^"]+)"/.exec(body)?.[1] ?? ''
    await owner.post('/lacak/laporan/pesan', { body: 'Loketnya sudah buka.', idempotencyKey: key })
    const stale = await manager.client.post(checkHref(sent.id), { ...form, verdict: 'approved' })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Pelapor menulis')
    expect(await readState(sent.id)).toBe('submitted')
    expect((await manager.client.get(checkHref(sent.id))).body).toContain('Yang terjadi sejak rancangan ini ditulis')
  })
})

describe('K1: a draft is never lost, and never anybody else’s', () => {
  test('saved by the way or on purpose, it is there on another device, for its author alone, until it is sent', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const saved = await author.client.post(draftHref(id), { finding: 'Separuh jadi.', outcome: 'partly' })
    expect(saved.location).toBe(ticketHref(id))
    const elsewhere = await author.client.get(verbHref(id, 'answer'))
    expect(elsewhere.body).toContain('>Separuh jadi.</textarea>')
    expect(elsewhere.body).toContain('value="partly" selected')
    expect(elsewhere.body).toContain('data-draft-keeper-saved-value')
    await author.client.post(previewHref(id, 'answer'), { ...answer, finding: 'Sudah diperiksa.', outcome: 'partly', version: '1' })
    expect((await author.client.get(ticketHref(id))).body).toContain('>Sudah diperiksa.</textarea>')
    expect((await manager.client.get(ticketHref(id))).body).not.toContain('Sudah diperiksa.')
    await author.client.post(verbHref(id, 'answer'), { ...answer, outcome: 'partly', version: '1' })
    expect((await service.owner.query('select from answering_draft where ticket_id = $1', [id])).rowCount).toBe(0)
  })

  test('what is too long is shown again, and nothing of a note ever becomes an answer', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const long = await author.client.post(draftHref(id), { finding: 'x'.repeat(10_001) })
    expect(long.status).toBe(422)
    await author.client.post(verbHref(id, 'note'), { body: 'Hanya untuk kita.' })
    const { body } = await author.client.get(verbHref(id, 'answer'))
    expect(body).not.toContain('Hanya untuk kita.')
  })
})

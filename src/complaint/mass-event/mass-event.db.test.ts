import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { expectFolded } from '../../../test/folded.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { loadThread } from '../conversation/index.ts'
import { loadById } from '../record/index.ts'
import { answerPage } from './actions/answer.ts'

let service: TestService
let bitung: string
let rani: Console
let sari: Console
let desk: Console
let far: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  sari = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  desk = await openConsole(service, [{ role: 'intake', officeId: bitung }], 'Demo Bayu')
  far = await openConsole(service, [{ role: 'manager', officeId: await findOffice(service, 'KANIM-TARAKAN') }], 'Demo Eka')
})
afterAll(() => service.close())

const send = (changes: Parameters<typeof sendReport>[1] = {}) => sendReport(service, { officeId: bitung, ...changes })
const load = async (id: string) => {
  const ticket = await service.as(null, (ctx) => loadById(ctx.tx, id))
  if (ticket === null) throw new Error('the ticket is gone')
  return ticket.standing
}
const answersOf = async (id: string) =>
  (await service.as(null, (ctx) => loadThread(ctx, id))).messages.filter(({ kind }) => kind === 'answer')
const attachedTo = async (eventId: string) =>
  (
    await service.owner.query<{ number: string; state: string; because: string | null }>(
      `select t.number, a.state, a.because from mass_event_ticket a join record_ticket t on t.id = a.ticket_id where a.event_id = $1 order by t.number`,
      [eventId],
    )
  ).rows

async function open(by = rani): Promise<string> {
  const opened = await by.client.post('/petugas/kejadian/baru', { office: bitung, title: 'Sistem paspor mati', words: 'Mati sejak pagi.' })
  expect(opened.status).toBe(303)
  return opened.location?.split('/').at(-1) ?? ''
}

const attach = (eventId: string, reports: readonly SentReport[], by = rani, more: Record<string, string> = {}) =>
  by.client.post(`/petugas/kejadian/${eventId}/laporan`, { numbers: reports.map(({ number }) => number).join('\n'), ...more })

const words = {
  id: {
    finding: 'Peladen mati.',
    action: 'Sudah diganti.',
    remedy: 'Antrean baru tanpa biaya.',
    nextStep: 'Datang Senin.',
    outcome: 'substantiated',
  },
  en: {
    finding: 'The server was down.',
    action: 'Replaced.',
    remedy: 'A new slot, free of charge.',
    nextStep: 'Come on Monday.',
    outcome: 'substantiated',
  },
}

async function propose(eventId: string, language: 'id' | 'en', by = rani): Promise<void> {
  const written = await by.client.post(`/petugas/kejadian/${eventId}/jawaban/${language}`, { ...words[language], deed: 'propose' })
  expect(written.location).toBe(`/petugas/kejadian/${eventId}`)
}

async function decide(eventId: string, language: string, by: Console, more: Record<string, string> = { verdict: 'approved' }) {
  const page = (await by.client.get(`/petugas/kejadian/${eventId}/jawaban/${language}`)).body
  const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? 'f'.repeat(64)
  return by.client.post(`/petugas/kejadian/${eventId}/jawaban/${language}/telaah`, { sha256, ...more })
}

async function approve(eventId: string, language: 'id' | 'en'): Promise<void> {
  await propose(eventId, language)
  expect((await decide(eventId, language, sari)).location).toBe(`/petugas/kejadian/${eventId}`)
}

/** What somebody sees who holds number and code. */
async function track(report: SentReport): Promise<string> {
  const browser = new Client(service.app)
  await enterReport(browser, report)
  return (await browser.get('/lacak/laporan')).body
}

describe('C19: one event, many reports, one answer to all', () => {
  test('each complainant is answered in their own language, as their own, and sees nothing of the others', async () => {
    const eventId = await open(desk)
    const one = await send({
      text: 'Kata rahasia pertama: kenari.',
      contact: { name: 'Demo Kenari', email: 'kenari@demo.test', phone: '' },
    })
    const two = await send({ text: 'Secret word: magpie.', language: 'en', contact: { name: '', email: 'magpie@demo.test', phone: '' } })
    expect((await attach(eventId, [one, two], desk)).location).toBe(`/petugas/kejadian/${eventId}`)
    const { dueAt } = await load(one.id)
    const before = await track(one)
    expect(before).toContain('Orang lain juga melaporkan hal yang sama')
    expect(before).not.toContain('Sistem paspor mati')

    await approve(eventId, 'id')
    await service.runJobs()
    expect((await load(one.id)).state).toBe('answered')
    // Nobody is answered in another language in silence.
    expect((await load(two.id)).state).toBe('submitted')
    expect((await rani.client.get(`/petugas/kejadian/${eventId}`)).body).toContain('Menunggu, tetapi belum ada teks: Inggris')

    await approve(eventId, 'en')
    await service.runJobs()
    for (const [report, finding] of [
      [one, 'Peladen mati.'],
      [two, 'The server was down.'],
    ] as const) {
      await expectFolded(service, report.id)
      expect(await load(report.id)).toMatchObject({ state: 'answered', outcome: 'substantiated', assigneeId: rani.officer.id })
      expect((await answersOf(report.id)).map(({ answer, language, officerName }) => [answer?.finding, language, officerName])).toEqual([
        [finding, report === one ? 'id' : 'en', 'Demo Rani'],
      ])
      const { rows } = await service.owner.query('select template, language from notification_mail where ticket_id = $1', [report.id])
      expect(rows).toContainEqual({ template: 'answer', language: report === one ? 'id' : 'en' })
    }
    expect((await load(one.id)).dueAt).toEqual(dueAt)
    const [first, second] = [await track(one), await track(two)]
    expect(first).toContain('Peladen mati.')
    for (const hidden of ['magpie', two.number, 'server was down', 'Demo Rani', 'Sistem paspor mati', eventId])
      expect(first).not.toContain(hidden)
    for (const hidden of ['kenari', 'Demo Kenari', one.number, 'Peladen mati', eventId])
      expect(second.toLowerCase()).not.toContain(hidden.toLowerCase())
  })

  test('an officer may say that the rest is answered in English; a language whose text is being written still waits', async () => {
    const eventId = await open()
    const [chinese, arabic] = [await send({ language: 'zh' }), await send({ language: 'ar' })]
    await attach(eventId, [chinese, arabic])
    await approve(eventId, 'en')
    await rani.client.post(`/petugas/kejadian/${eventId}/jawaban/ar`, { ...words.en, finding: 'x', deed: 'draft' })
    await service.runJobs()
    expect(await answersOf(chinese.id)).toEqual([])
    await rani.client.post(`/petugas/kejadian/${eventId}/sisa`, { language: 'en' })
    await service.runJobs()
    expect((await answersOf(chinese.id)).map(({ language }) => language)).toEqual(['en'])
    expect(await answersOf(arabic.id)).toEqual([])
  })

  test('what is attached later gets the same approved text when an officer says so; detached it stands alone again', async () => {
    const eventId = await open()
    const [early, late, mistaken] = [await send(), await send(), await send()]
    await attach(eventId, [early])
    await approve(eventId, 'id')
    await service.runJobs()
    await attach(eventId, [late, mistaken])
    expect((await rani.client.post(`/petugas/kejadian/${eventId}/laporan/${mistaken.id}/lepas`, {})).status).toBe(303)
    expect(await track(mistaken)).toContain('Laporan ditangani sendiri lagi')
    await service.runJobs()
    expect(await answersOf(late.id)).toEqual([])
    await rani.client.post(`/petugas/kejadian/${eventId}/kirim`, {})
    await service.runJobs()
    expect(await answersOf(late.id)).toHaveLength(1)
    expect(await answersOf(early.id)).toHaveLength(1)
    expect(await answersOf(mistaken.id)).toEqual([])
    expect((await rani.client.post(`/petugas/kejadian/${eventId}/laporan/${late.id}/lepas`, {})).status).toBe(409)
    expect((await rani.client.post(`/petugas/kejadian/${eventId}/tutup`, {})).status).toBe(303)
    expect((await attach(eventId, [mistaken])).status).toBe(409)
  })
})

describe('C19: who is not answered together with others', () => {
  test('A2: numbers that do not fit are named, and none is attached unless it is asked for', async () => {
    const [eventId, other] = [await open(), await open()]
    const [good, elsewhere] = [await send(), await send()]
    const foreign = await sendReport(service, { officeId: await findOffice(service, 'KANIM-TARAKAN'), text: 'Kata rahasia: cenderawasih.' })
    await attach(other, [elsewhere])
    const refused = await attach(eventId, [good, foreign, elsewhere])
    expect(refused.status).toBe(422)
    for (const said of ['Dapat ditambahkan', 'Menunggu jawaban di kejadian lain', 'Tidak ada laporan dengan nomor ini'])
      expect(refused.body).toContain(said)
    expect(refused.body).not.toContain('cenderawasih')
    expect(await attachedTo(eventId)).toEqual([])
    expect((await attach(eventId, [good, foreign, elsewhere], rani, { deed: 'fitting' })).status).toBe(303)
    expect(await attachedTo(eventId)).toEqual([{ number: good.number, state: 'waiting', because: null }])
    expect((await attach(eventId, [])).status).toBe(422)
  })

  test('C11: restricted ones and those about staff are refused; named or reclassified later they come back to hand', async () => {
    const eventId = await open()
    const [grave, calm] = [await send(), await send()]
    const secret = await send({ secret: true })
    expect((await attach(eventId, [calm, secret], sari)).body).toContain('ditangani sendiri-sendiri')
    await attach(eventId, [calm, grave])
    const version = String((await load(grave.id)).version)
    await rani.client.post(`/petugas/laporan/${grave.id}/kegawatan`, { severity: 'very_high', reasons: 'threat', version })
    await service.owner.query(
      `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, 'named', now())`,
      [calm.id, sari.officer.id],
    )
    await approve(eventId, 'id')
    await service.runJobs()
    expect((await attachedTo(eventId)).map(({ state, because }) => [state, because]).sort()).toEqual([
      ['left', 'grave'],
      ['left', 'kept'],
    ])
    for (const { id } of [grave, calm]) {
      expect(await answersOf(id)).toEqual([])
      expect((await load(id)).owed).toBe(true)
      await expectFolded(service, id)
    }
    // A1: who does not see the ticket sees neither the line nor the count.
    expect((await rani.client.get(`/petugas/kejadian/${eventId}`)).body).toContain(calm.number)
    const page = (await sari.client.get(`/petugas/kejadian/${eventId}`)).body
    expect(page).toContain(grave.number)
    expect(page).not.toContain(calm.number)
    expect(page).toContain('1 laporan dikeluarkan')
  })

  test('a report that is answered apart or moves to another unit waits no more', async () => {
    const eventId = await open()
    const [moved, done] = [await send(), await send()]
    await attach(eventId, [moved, done])
    const version = async ({ id }: SentReport) => String((await load(id)).version)
    const office = await findOffice(service, 'KANIM-TARAKAN')
    await rani.client.post(`/petugas/laporan/${moved.id}/pindahkan`, { office, words: 'Di sana.', version: await version(moved) })
    await rani.client.post(`/petugas/laporan/${done.id}/jawab`, { ...words.id, version: await version(done) })
    await service.runJobs()
    expect((await attachedTo(eventId)).map(({ because }) => because).sort()).toEqual(['not_in_hand', 'other_unit'])
    expect(await answersOf(done.id)).toHaveLength(1)
  })

  test('A1: an event is there for its unit alone', async () => {
    const eventId = await open()
    expect((await far.client.get(`/petugas/kejadian/${eventId}`)).status).toBe(404)
    expect((await far.client.get('/petugas/kejadian')).body).not.toContain(eventId)
    expect((await attach(eventId, [await send()], far)).status).toBe(404)
    expect((await far.client.post(`/petugas/kejadian/${eventId}/kirim`, {})).status).toBe(404)
    expect((await desk.client.post(`/petugas/kejadian/${eventId}/jawaban/id`, { ...words.id, deed: 'propose' })).status).toBe(403)
    const seen = (actor: Parameters<TestService['as']>[0]) =>
      service.as(actor, async (ctx) => (await ctx.tx.query('select from mass_event where id = $1', [eventId])).count)
    expect([await seen(rani.officer.actor), await seen(far.officer.actor), await seen(null)]).toEqual([1, 0, 1])
  })
})

test('C19: reports that came in around that time are suggested to who sees them, those like the attached first, none restricted', async () => {
  const eventId = await open()
  const [attached, plain, like] = [await send({ category: 'ITK.01' }), await send(), await send({ category: 'ITK.01' })]
  await send()
  const closed = await send({ secret: true, text: 'Kata rahasia: jalak.' })
  await attach(eventId, [attached])
  const body = (await rani.client.get(`/petugas/kejadian/${eventId}`)).body
  const offered = [...body.matchAll(/name="picked"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="picked"/g)].map(
    ([, one, other]) => one ?? other,
  )
  expect(offered[0]).toBe(like.number)
  expect(offered).toContain(plain.number)
  for (const { number } of [attached, closed]) expect(offered).not.toContain(number)
  const picked = await rani.client.post(`/petugas/kejadian/${eventId}/laporan`, { picked: like.number })
  expect(picked.status).toBe(303)
  expect((await attachedTo(eventId)).map(({ number }) => number)).toEqual([attached.number, like.number].sort())
})

describe('C15: somebody else approves', () => {
  test('nobody who wrote any of it, not even by the database; given back it begins anew', async () => {
    const eventId = await open()
    const report = await send()
    await attach(eventId, [report])
    await sari.client.post(`/petugas/kejadian/${eventId}/jawaban/id`, { ...words.id, deed: 'draft' })
    await propose(eventId, 'id')
    const page = (await sari.client.get(`/petugas/kejadian/${eventId}/jawaban/id`)).body
    expect(page).not.toContain('/telaah')
    const { rows } = await service.owner.query<{ id: string; sha: string }>(
      `select id, encode(sha256, 'hex') as sha from mass_event_text where event_id = $1 and state = 'proposed'`,
      [eventId],
    )
    const forced = { sha256: rows[0]?.sha ?? '', verdict: 'approved' }
    expect((await sari.client.post(`/petugas/kejadian/${eventId}/jawaban/id/telaah`, forced)).status).toBe(403)
    await expect(
      service.as(sari.officer.actor, (ctx) =>
        ctx.tx.query(`update mass_event_text set state = 'approved', decided_by = $2 where id = $1`, [rows[0]?.id, sari.officer.id]),
      ),
    ).rejects.toThrow()

    const dian = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Dian')
    const waits = `/petugas/kejadian/${eventId}/jawaban/id`
    expect((await dian.client.get('/petugas/penelaahan')).body).toContain(waits)
    for (const other of [sari, far]) expect((await other.client.get('/petugas/penelaahan')).body).not.toContain(waits)
    expect((await decide(eventId, 'id', dian, { verdict: 'returned' })).status).toBe(422)
    expect((await decide(eventId, 'id', dian, { verdict: 'returned', reason: 'facts', words: 'Belum tepat.' })).status).toBe(303)
    expect((await rani.client.get(`/petugas/kejadian/${eventId}/jawaban/id`)).body).toContain('Belum tepat.')
    await propose(eventId, 'id')
    // Another text than the one that was read.
    expect((await dian.client.post(`/petugas/kejadian/${eventId}/jawaban/id/telaah`, { ...forced, sha256: 'a'.repeat(64) })).status).toBe(
      409,
    )
    expect(await answersOf(report.id)).toEqual([])
    expect((await decide(eventId, 'id', dian)).status).toBe(303)
    await service.runJobs()
    expect(await answersOf(report.id)).toHaveLength(1)
  })

  test('what is missing is said, and all languages come to the same', async () => {
    const eventId = await open()
    const write = (language: string, more: Record<string, string>) =>
      rani.client.post(`/petugas/kejadian/${eventId}/jawaban/${language}`, { ...words.id, deed: 'propose', ...more })
    expect((await write('id', { nextStep: '' })).body).toContain('Isi temuan, tindakan, dan langkah berikutnya')
    expect((await write('id', { remedy: '' })).status).toBe(422)
    expect((await write('id', {})).status).toBe(303)
    expect((await write('en', { outcome: 'noted' })).body).toContain('sampai pada hasil yang berbeda')
  })
})

test('K2 C19: two workers and one that dies: each of 60 reports is answered exactly once', async () => {
  const eventId = await open()
  const reports: SentReport[] = []
  for (let place = 0; place < 60; place += 1) reports.push(await send({ language: place % 2 === 0 ? 'id' : 'en' }))
  await attach(eventId, reports)
  await propose(eventId, 'id')
  await propose(eventId, 'en')
  await decide(eventId, 'id', sari)
  await decide(eventId, 'en', sari)
  await expect(
    service.as(null, async (ctx) => {
      expect(await answerPage(ctx, eventId)).toBe(20)
      throw new Error('killed')
    }),
  ).rejects.toThrow('killed')
  expect((await attachedTo(eventId)).filter(({ state }) => state === 'waiting')).toHaveLength(60)
  const work = async () => {
    while ((await service.as(null, (ctx) => answerPage(ctx, eventId))) > 0);
  }
  await Promise.all([work(), work()])
  await service.runJobs()
  const { rows } = await service.owner.query<Record<string, number>>(
    `select count(*)::int as answers, count(distinct m.ticket_id)::int as tickets, count(*) filter (where m.language = t.language)::int as own
     from conversation_message m join record_ticket t on t.id = m.ticket_id join mass_event_ticket a on a.ticket_id = t.id
     where a.event_id = $1 and m.kind = 'answer' and a.state = 'answered'`,
    [eventId],
  )
  expect(rows[0]).toEqual({ answers: 60, tickets: 60, own: 60 })
})

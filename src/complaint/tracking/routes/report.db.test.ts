import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../../test/complainant.ts'
import { buildPdfBehindHtml, buildPhoto, htmlPage, svgWithScript } from '../../../../test/files.ts'
import { addOfficer, createTestService, findOffice, type TestOfficer, type TestService } from '../../../../test/service.ts'
import { composeKeyholder } from '../../../access/accounts/rules.ts'
import { record } from '../../../audit/trail/index.ts'
import { addNote, answerTicket, askComplainant, loadNotes, writeAsComplainant } from '../../conversation/index.ts'
import { routes } from '../routes.ts'

let service: TestService
let office: string
let officer: TestOfficer
beforeAll(async () => {
  service = await createTestService()
  office = await findOffice(service, 'KANIM-BITUNG')
  officer = await addOfficer(service, [{ role: 'handler', officeId: office }], 'Demo Canary Officer')
})
afterAll(() => service.close())

async function open(changes: Parameters<typeof sendReport>[1] = {}): Promise<{ client: Client; report: SentReport }> {
  const report = await sendReport(service, { officeId: office, ...changes })
  const client = new Client(service.app)
  await enterReport(client, report)
  await client.get('/lacak/laporan')
  return { client, report }
}

const answer = {
  finding: 'Berkas tercecer.',
  action: 'Paspor dicetak ulang.',
  remedy: 'Tanpa biaya.',
  nextStep: 'Ambil Senin.',
  outcome: 'substantiated',
} as const
const giveAnswer = ({ id }: SentReport) => service.as(officer.actor, (ctx) => answerTicket(ctx, id, answer))

async function stateOf({ id }: SentReport): Promise<string> {
  return (await service.owner.query<{ state: string }>('select state from record_ticket where id = $1', [id])).rows[0]?.state ?? ''
}

async function eventsOf({ id }: SentReport): Promise<string[]> {
  return (
    await service.owner.query<{ type: string }>('select type from record_event where ticket_id = $1 order by version', [id])
  ).rows.map(({ type }) => type.replace('ticket.', ''))
}

describe('the page', () => {
  test('says stage, promises with law and date, own words and history', async () => {
    const { client } = await open({ wish: 'Paspor segera jadi.', happenedOn: '2026-11-20', happenedAt: 'Loket 3' })
    const { body } = await client.get('/lacak/laporan')
    for (const words of [
      'Diterima',
      'Paling lambat 27 November 2026',
      'Paling lambat 14 Desember 2026',
      'SP4N-LAPOR',
      '14 hari kerja',
      'Paspor segera jadi.',
      '20 November 2026',
      'Loket 3',
      'WITA',
      'Laporan diterima',
      'Tarik laporan ini',
    ])
      expect(body).toContain(words)
    const english = await client.get('/lacak/laporan', { 'accept-language': 'en' })
    for (const words of ['Received', 'By 27 November 2026 at the latest', '14 working days', 'What happens next'])
      expect(english.body).toContain(words)
  })

  test('L1: leaves exactly one line a view in the trail', async () => {
    const { client, report } = await open()
    const count = async () =>
      Number(
        (await service.owner.query("select count(*) from trail_entry where object_id = $1 and event = 'tracking.report_read'", [report.id]))
          .rows[0].count,
      )
    const before = await count()
    await client.get('/lacak/laporan')
    expect(await count()).toBe(before + 1)
  })

  test('C13 L5: shows who opened the report by role and day, and no name anywhere', async () => {
    const { client, report } = await open()
    const manager = await addOfficer(service, [{ role: 'manager', officeId: office }], 'Demo Canary Manager')
    for (const actor of [officer.actor, officer.actor, manager.actor])
      await service.as(actor, (ctx) => record(ctx, { event: 'casework.ticket_read', objectType: 'ticket', objectId: report.id }))
    await service.as(officer.actor, (ctx) => askComplainant(ctx, report.id, { body: 'Kapan Anda datang?' }))
    await service.as(officer.actor, (ctx) => addNote(ctx, report.id, { body: 'CANARY-NOTE' }))
    await giveAnswer(report)
    const { body } = await client.get('/lacak/laporan')
    expect(body).toContain('Petugas penangan')
    expect(body).toContain('Pengelola pengaduan kantor')
    expect(body).toContain('Kapan Anda datang?')
    expect(body).not.toMatch(/canary/i)
    expect(body).not.toContain(officer.id)
  })

  test('T3: says plainly when a promise was missed', async () => {
    const { client, report } = await open()
    const at = service.clock.now()
    service.clock.set('2026-12-01T03:00:00Z')
    await enterReport(client, report)
    expect((await client.get('/lacak/laporan')).body).toContain('Seharusnya paling lambat 27 November 2026. Kami terlambat')
    service.clock.set(at.toISOString())
  })
})

describe('the conversation', () => {
  test('K4 C8: a reply to a question resumes the work', async () => {
    const { client, report } = await open()
    await service.as(officer.actor, (ctx) => askComplainant(ctx, report.id, { body: 'Nomor antrean Anda?' }))
    expect(await stateOf(report)).toBe('waiting_complainant')
    const page = await client.get('/lacak/laporan')
    expect(page.body).toContain('Petugas menunggu jawaban Anda')
    // The step that stands still is the one under way; what to do is said once, below the steps.
    const step = /<li class="stage[^>]*aria-current="step">.*?<\/li>/s.exec(page.body)?.[0] ?? ''
    expect(step).toContain('Sedang berjalan, menunggu Anda')
    expect(page.body.split('Kami menunggu balasan Anda')).toHaveLength(2)
    const sent = await client.post('/lacak/laporan/pesan', { body: 'Nomor 27.' })
    expect(sent.location).toBe('/lacak/laporan#percakapan')
    expect(await stateOf(report)).toBe('checking')
    expect((await client.get('/lacak/laporan')).body).toContain('Nomor 27.')
  })

  test('a message after the answer opens the report again, as the form says', async () => {
    const { client, report } = await open()
    await giveAnswer(report)
    expect((await client.get('/lacak/laporan')).body).toContain('laporan ini dibuka kembali')
    await client.post('/lacak/laporan/pesan', { body: 'Masih belum jadi.' })
    expect(await stateOf(report)).toBe('investigating')
    expect((await eventsOf(report)).slice(-2)).toEqual(['reopened', 'complainant_wrote'])
    const page = (await client.get('/lacak/laporan')).body
    expect(page).toContain('Berkas tercecer.')
    expect(page).not.toContain('id="nilai"')
  })

  test('A9: state, assignee, office and class sent along are ignored', async () => {
    const { client, report } = await open()
    const before = (
      await service.owner.query(
        'select state, assignee_id, office_id, class, restricted, severity, due_at from record_ticket where id = $1',
        [report.id],
      )
    ).rows
    await client.post('/lacak/laporan/pesan', {
      body: 'Halo',
      state: 'answered',
      assignee_id: officer.id,
      officeId: office,
      class: 'INFO',
      restricted: 'true',
      severity: 'very_high',
      due_at: '2030-01-01',
    })
    expect(
      (
        await service.owner.query(
          'select state, assignee_id, office_id, class, restricted, severity, due_at from record_ticket where id = $1',
          [report.id],
        )
      ).rows,
    ).toEqual(before)
    expect(await eventsOf(report)).toEqual(['submitted', 'complainant_wrote'])
  })

  test('C4: the same form sent five times at once writes one message', async () => {
    const { client, report } = await open()
    const key = /name="idempotencyKey" value="([^"]+)"/.exec((await client.get('/lacak/laporan')).body)?.[1] ?? ''
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => client.post('/lacak/laporan/pesan', { body: 'Sekali saja', idempotencyKey: key })),
    )
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    expect(await eventsOf(report)).toEqual(['submitted', 'complainant_wrote'])
    const { rows } = await service.owner.query('select body from conversation_message where ticket_id = $1', [report.id])
    expect(rows).toEqual([{ body: 'Sekali saja' }])
  })

  test('nothing to say, too much, or from another site changes nothing and loses nothing', async () => {
    const { client, report } = await open()
    const empty = await client.post('/lacak/laporan/pesan', { body: ' \n ' })
    expect([empty.status, empty.body.includes('Tulis pesan Anda, atau')]).toEqual([422, true])
    const long = await client.post('/lacak/laporan/pesan', { body: `${'kata '.repeat(20_000)}akhir` })
    expect([long.status, long.body.includes('kata akhir</textarea>')]).toEqual([422, true])
    expect(long.body).toContain('kembali=%2Flacak%2Flaporan"')
    expect((await client.post('/lacak/laporan/pesan', { body: 'x' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect(await eventsOf(report)).toEqual(['submitted'])
  })

  test('odd text is kept as text', async () => {
    const { client } = await open()
    const odd = `<script>alert(1)</script> '; drop table record_ticket; -- 😀 عربي \u202eevil\u0007`
    await client.post('/lacak/laporan/pesan', { body: odd })
    const { body } = await client.get('/lacak/laporan')
    expect(body).toContain('&lt;script>alert(1)&lt;/script>')
    expect(body).not.toContain('<script>alert')
    for (const hidden of ['\u202e', '\u0007']) expect(body).not.toContain(hidden)
    expect(body).toContain('😀 عربي')
  })
})

describe('U2: files with a message', () => {
  test('are checked by content, cleaned, listed and given back to their owner only as attachments', async () => {
    const { client, report } = await open()
    const sent = await client.upload('/lacak/laporan/pesan', { body: '' }, [
      { field: 'files', name: '../Foto antre.JPG', bytes: await buildPhoto() },
    ])
    expect(sent.location).toBe('/lacak/laporan#percakapan')
    const href = /href="(\/lacak\/laporan\/berkas\/[^"]+)"/.exec((await client.get('/lacak/laporan')).body)?.[1] ?? ''
    const file = await client.get(href)
    expect(file.status).toBe(200)
    expect(file.headers['content-type']).toBe('image/jpeg')
    expect(String(file.headers['content-disposition'])).toMatch(/^attachment; filename="Foto antre.jpg"/)
    expect(String(file.headers['content-security-policy'])).toContain('sandbox')
    expect(file.headers['cache-control']).toBe('no-store')
    const { rows } = await service.owner.query("select details from trail_entry where object_id = $1 and event = 'tracking.file_read'", [
      report.id,
    ])
    expect(rows).toHaveLength(1)
  })

  test.each<[string, () => Buffer, string]>([
    ['gambar.svg', () => svgWithScript, 'hanya foto (JPG, PNG, WebP) dan PDF'],
    ['foto.jpg', () => htmlPage, 'hanya foto (JPG, PNG, WebP) dan PDF'],
    ['surat.pdf', buildPdfBehindHtml, 'tidak kami terima'],
    ['kosong.pdf', () => Buffer.alloc(0), 'berkas ini kosong'],
  ])('%s is refused by its name, the message is given back, nothing is kept', async (name, build, words) => {
    const { client, report } = await open()
    const refused = await client.upload('/lacak/laporan/pesan', { body: 'Lihat berkas ini' }, [{ field: 'files', name, bytes: build() }])
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(words)
    expect(refused.body).toContain(name)
    expect(refused.body).toContain('Lihat berkas ini</textarea>')
    expect((await service.owner.query('select from record_file where ticket_id = $1', [report.id])).rows).toEqual([])
  })

  test('five are enough: six are refused', async () => {
    const { client } = await open()
    const photo = await buildPhoto()
    const files = Array.from({ length: 6 }, (_, n) => ({ field: 'files', name: `${n}.jpg`, bytes: photo }))
    const refused = await client.upload('/lacak/laporan/pesan', { body: 'Banyak' }, files)
    expect([refused.status, refused.body.includes('Paling banyak 5 berkas')]).toEqual([422, true])
    expect((await client.upload('/lacak/laporan/pesan', { body: 'Banyak' }, files.slice(1))).status).toBe(303)
  })
})

describe('the answer and the two questions', () => {
  test('C16 C23: the answer is shown whole, and a solved report closes', async () => {
    const { client, report } = await open()
    expect((await giveAnswer(report)).ok).toBe(true)
    const page = (await client.get('/lacak/laporan')).body
    for (const words of [
      'Terbukti',
      'Berkas tercecer.',
      'Paspor dicetak ulang.',
      'Tanpa biaya.',
      'Ambil Senin.',
      'Apakah masalahnya sudah selesai?',
    ])
      expect(page).toContain(words)
    expect((await client.post('/lacak/laporan/nilai', { solved: 'yes', treated: '4', words: 'Ramah.' })).location).toBe('/lacak/laporan')
    expect(await stateOf(report)).toBe('closed')
    expect((await eventsOf(report)).slice(-2)).toEqual(['rated', 'closed'])
    const after = (await client.get('/lacak/laporan')).body
    expect(after).toContain('4: Baik')
    expect(after).not.toContain('action="/lacak/laporan/nilai"')
    expect((await client.post('/lacak/laporan/nilai', { solved: 'yes', treated: '4', words: 'Ramah.' })).status).toBe(303)
    expect((await client.post('/lacak/laporan/nilai', { solved: 'no', treated: '1' })).status).toBe(409)
    expect((await eventsOf(report)).filter((type) => type === 'rated')).toHaveLength(1)
    expect((await client.get('/lacak/laporan/cabut')).status).toBe(409)
  })

  test('partly can be changed to no, which opens the report again and tells the office why', async () => {
    const { client, report } = await open()
    await giveAnswer(report)
    await client.get('/lacak/laporan')
    expect((await client.post('/lacak/laporan/nilai', { solved: 'partly', treated: '3' })).status).toBe(303)
    expect(await stateOf(report)).toBe('answered')
    expect((await client.get('/lacak/laporan')).body).toContain('Ubah penilaian')
    await client.post('/lacak/laporan/nilai', { solved: 'no', treated: '2', missing: 'Paspor masih salah nama.' })
    expect(await stateOf(report)).toBe('investigating')
    expect((await eventsOf(report)).slice(-3)).toEqual(['rated', 'reopened', 'complainant_wrote'])
    expect((await client.get('/lacak/laporan')).body).toContain('Paspor masih salah nama.')
    const { rows } = await service.owner.query('select solved, treated from tracking_rating where ticket_id = $1', [report.id])
    expect(rows).toEqual([{ solved: 'no', treated: 2 }])
  })

  test('C5: own words are marked with the language they were written in, so that a screen reader speaks them in it', async () => {
    const { client } = await open({ language: 'en', text: 'My passport is three weeks late.' })
    await client.get('/lacak/laporan')
    await client.post('/lacak/laporan/pesan', { body: 'Masih menunggu.' })
    const page = (await client.get('/lacak/laporan')).body
    expect(page).toMatch(/lang="en">My passport is three weeks late\./)
    expect(page).toContain(' lang="id">Masih menunggu.')
  })

  test('T3: what is opened again after its date is owed by a new one, for the complainant and the office alike', async () => {
    const { client, report } = await open()
    await giveAnswer(report)
    const first = service.clock.now()
    service.clock.set('2027-02-01T03:00:00Z')
    try {
      await enterReport(client, report)
      expect((await client.get('/lacak/laporan')).body).not.toContain('Terlambat')
      await client.post('/lacak/laporan/nilai', { solved: 'no', treated: '2', missing: 'Masih salah.' })
      const page = (await client.get('/lacak/laporan')).body
      expect(page).toContain('Paling lambat 22 Februari 2027')
      expect(page).toContain('Jawaban pertama kami berikan 24 November 2026, tepat waktu')
      expect(page).not.toContain('Kami terlambat')
      const { rows } = await service.owner.query(
        `select t.due_at, t.owed, (select count(*)::int from deadlines_clock c where c.ticket_id = t.id and stopped_at is null) as running,
           (select count(*)::int from deadlines_clock c where c.ticket_id = t.id and stopped_at is not null) as stopped
         from record_ticket t where id = $1`,
        [report.id],
      )
      expect(rows).toMatchObject([{ owed: true, running: 4, stopped: 3 }])
      expect(rows[0].due_at.toISOString().slice(0, 10)).toBe('2027-02-22')
    } finally {
      service.clock.set(first.toISOString())
    }
  })

  test('a question left out is named, and what was chosen stays chosen', async () => {
    const { client, report } = await open()
    await giveAnswer(report)
    await client.get('/lacak/laporan')
    const back = await client.post('/lacak/laporan/nilai', { solved: 'partly', words: 'Kata saya' })
    expect(back.status).toBe(422)
    expect(back.body).toContain('Pilih bagaimana Anda diperlakukan.')
    expect(back.body).toMatch(/value="partly" checked/)
    expect(back.body).toContain('Kata saya</textarea>')
    expect((await client.post('/lacak/laporan/nilai', { solved: 'perhaps', treated: '9' })).body).toContain(
      'Pilih apakah masalahnya sudah selesai.',
    )
    expect(await eventsOf(report)).not.toContain('rated')
  })

  test('C23: officers cannot read how they were judged, only whether it is solved', async () => {
    const { client, report } = await open()
    await giveAnswer(report)
    await client.get('/lacak/laporan')
    await client.post('/lacak/laporan/nilai', { solved: 'partly', treated: '1', words: 'Kasar.' })
    expect((await service.as(officer.actor, (ctx) => ctx.tx.query('select * from tracking_rating'))).rows).toEqual([])
  })
})

describe('withdrawing', () => {
  test('asks first, says that nobody may force it, and ends the conversation', async () => {
    const { client, report } = await open()
    const ask = await client.get('/lacak/laporan/cabut')
    expect(ask.body).toContain('Tidak seorang pun boleh memaksa')
    expect(await stateOf(report)).toBe('submitted')
    expect((await client.post('/lacak/laporan/cabut', { words: 'Sudah selesai di loket.' })).location).toBe('/lacak/laporan')
    expect(await stateOf(report)).toBe('withdrawn')
    const page = (await client.get('/lacak/laporan')).body
    expect(page).toContain('Laporan Anda sudah ditarik.')
    expect(page).not.toContain('action="/lacak/laporan/pesan"')
    expect((await client.post('/lacak/laporan/pesan', { body: 'Halo?' })).status).toBe(409)
    expect((await client.post('/lacak/laporan/cabut')).status).toBe(303)
    expect((await eventsOf(report)).filter((type) => type === 'withdrawn')).toHaveLength(1)
  })
})

describe('C2: nobody reaches another report', () => {
  test('two complainants never meet: not in pages, not by a file id, not by the database', async () => {
    const one = await open({ text: 'CANARY-ONE tentang antrean.', wish: 'CANARY-ONE' })
    const two = await open({ text: 'CANARY-TWO tentang paspor.', wish: 'CANARY-TWO' })
    for (const { client, name } of [
      { client: one.client, name: 'ONE' },
      { client: two.client, name: 'TWO' },
    ])
      await client.upload('/lacak/laporan/pesan', { body: `CANARY-${name} pesan` }, [
        { field: 'files', name: `CANARY-${name}.jpg`, bytes: await buildPhoto() },
      ])
    const fileOf = async ({ id }: SentReport) =>
      (await service.owner.query<{ id: string }>('select id from record_file where ticket_id = $1', [id])).rows[0]?.id ?? ''
    const [fileOne, fileTwo] = [await fileOf(one.report), await fileOf(two.report)]

    const parameters = `nomor=${two.report.number}&id=${two.report.id}&ticket=${two.report.id}&email=x@y.id&office=${office}&limit=1000`
    for (const route of routes.filter(({ method, audience }) => method === 'GET' && audience === 'keyholder')) {
      const path = route.path.replace(':file', fileTwo)
      const answered = await one.client.get(`${path}?${parameters}`)
      expect(answered.body, path).not.toContain('CANARY-TWO')
      if (route.path.includes(':file')) expect(answered.status).toBe(404)
    }
    expect((await one.client.get(`/lacak/laporan/berkas/${fileOne}`)).status).toBe(200)
    const pages = [(await one.client.get('/lacak/laporan')).body, (await two.client.get('/lacak/laporan')).body]
    expect([
      pages[0]?.includes('CANARY-ONE pesan'),
      pages[0]?.includes('TWO'),
      pages[1]?.includes('CANARY-TWO pesan'),
      pages[1]?.includes('ONE'),
    ]).toEqual([true, false, true, false])

    const asOne = composeKeyholder(one.report.id)
    for (const table of [
      'record_ticket',
      'record_event',
      'record_file',
      'conversation_message',
      'conversation_note',
      'deadlines_clock',
      'tracking_rating',
      'confidentiality_identity',
    ]) {
      const column = table === 'record_ticket' ? 'id' : 'ticket_id'
      const { rows } = await service.as(asOne, (ctx) => ctx.tx.query(`select from ${table} where ${column} <> $1`, [one.report.id]))
      expect(rows, table).toEqual([])
    }
    const foreign = await service.as(asOne, (ctx) => writeAsComplainant(ctx, two.report.id, { body: 'x' }))
    expect(foreign).toEqual({ ok: false, error: 'ticket_not_found' })
  })

  test('internal notes and hidden events are not there for a complainant, whatever is asked', async () => {
    const { report } = await open()
    await service.as(officer.actor, (ctx) => addNote(ctx, report.id, { body: 'Rahasia dapur' }))
    const asOwner = composeKeyholder(report.id)
    expect(await service.as(asOwner, (ctx) => loadNotes(ctx, report.id))).toEqual([])
    expect((await service.as(asOwner, (ctx) => ctx.tx.query("select from record_event where type = 'ticket.noted'"))).rows).toEqual([])
  })

  test('without a session every address of a report leads to the door', async () => {
    for (const route of routes.filter(({ permission }) => permission === 'ticket.own')) {
      const client = new Client(service.app)
      await client.get('/lacak')
      const path = route.path.replace(':file', '0193b1a2-0000-7000-8000-000000000000')
      const answered = route.method === 'GET' ? await client.get(path) : await client.post(path)
      expect([answered.status, answered.location], path).toEqual([303, '/lacak'])
    }
  })
})

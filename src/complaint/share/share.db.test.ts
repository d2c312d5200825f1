import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { visitor } from '../../platform/context.ts'
import { hashToken } from '../../platform/crypto.ts'
import { nameSubjects } from '../conduct/index.ts'
import { addNote, answerTicket } from '../conversation/index.ts'

let service: TestService
let bitung: string
let rani: Console
let elsewhere: Console
let manager: Console
let compliance: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  elsewhere = await openConsole(service, [{ role: 'handler', officeId: await findOffice(service, 'KANIM-TARAKAN') }], 'Demo Omar')
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  compliance = await openConsole(service, [{ role: 'compliance', officeId: await findOffice(service, 'PATNAL') }], 'Demo Dian')
})
beforeEach(() => service.owner.query('delete from platform_limit'))
afterAll(() => service.close())

const contact = { name: 'Demo Kenanga', email: 'kenanga@contoh.example', phone: '0812-3456-7890' }
const send = (changes: Parameters<typeof sendReport>[1] = {}) => sendReport(service, { officeId: bitung, contact, ...changes })
const page = ({ id }: SentReport, end = '') => `/petugas/laporan/${id}${end}`

const fields = {
  otherBody: 'Pengelola Bandara Contoh',
  email: 'orang@bandara.example',
  language: 'id',
  purpose: 'follow_up',
  purposeWords: 'Mohon diperiksa antrean di terminal.',
  basis: 'consent',
  basisWords: 'Lewat pesan, 23 November.',
  shared: 'Salinanmerah laporan.',
  days: '7',
  checked: '1',
}
const share = (report: SentReport, changes: Readonly<Record<string, string | string[]>> = {}, by = rani) =>
  by.client.post(page(report, '/bagikan'), { ...fields, ...changes })

type Mailed = { readonly to: string; readonly text: string }

/** The mails with links that went out for a ticket, in their order. */
async function readMails({ id }: SentReport): Promise<Mailed[]> {
  await service.runJobs()
  const { rows } = await service.owner.query<{ id: string; sealed: Buffer }>(
    `select id, sealed from notification_mail where template = 'share' and ticket_id = $1 order by id`,
    [id],
  )
  return rows.map((mail) => JSON.parse(service.services.keyring.open('mail', mail.sealed, mail.id).toString('utf8')) as Mailed)
}

async function findLinks(report: SentReport): Promise<string[]> {
  return (await readMails(report)).map(({ text }) => /\/berbagi\/[\w-]{43}/.exec(text)?.[0] ?? '')
}

/** Shares a report and gives the way to what was shared. */
async function shareOut(report: SentReport, changes: Readonly<Record<string, string | string[]>> = {}): Promise<string> {
  const before = await findLinks(report)
  expect((await share(report, changes)).status).toBe(303)
  return (await findLinks(report)).find((link) => !before.includes(link)) ?? ''
}

async function open(link: string, client = new Client(service.app)) {
  await client.get(link)
  return client.post(link)
}

/** The answer without what is another on each look. */
const bare = (body: string) => body.replace(/ nonce="[^"]*"|"csp-nonce" content="[^"]*"|name="_csrf" value="[^"]*"/g, '')

async function expectOver(link: string): Promise<void> {
  const [answer, unknown] = [await open(link), await open(`/berbagi/${'x'.repeat(43)}`)]
  expect([answer.status, bare(answer.body)]).toEqual([404, bare(unknown.body)])
  expect(answer.body).toContain('Tautan ini tidak berlaku lagi')
}

const owned = async (text: string, values: readonly unknown[]) => (await service.owner.query(text, [...values])).rows

describe('A6: a part of one report for somebody of another body', () => {
  test('the mail carries the link and nothing of the report; the link shows the copy and nothing else', async () => {
    const report = await send({ text: 'Kanarikuning: saya Demo Kenanga, 0812-3456-7890.' })
    await service.as(rani.officer.actor, (ctx) => addNote(ctx, report.id, { body: 'Catatanhijau dalam.' }))
    const offered = (await rani.client.get(page(report, '/bagikan'))).body
    expect(/<textarea[^>]*name="shared"[^>]*>([^<]*)/.exec(offered)?.[1]).toBe('Kanarikuning: saya █████, █████.')
    const sent = await share(report, { purposeWords: 'Periksa antrean Demo Kenanga.', shared: 'Salinanmerah dari Demo Kenanga.' })
    expect([sent.status, sent.location]).toEqual([303, page(report)])
    const [mail] = await readMails(report)
    expect(mail?.to).toBe('orang@bandara.example')
    expect(mail?.text).toContain('Pengelola Bandara Contoh')
    for (const hidden of [report.number, 'Salinanmerah', 'Kenanga', 'Rani']) expect(mail?.text).not.toContain(hidden)
    const { body, status } = await open((await findLinks(report))[0] ?? '')
    expect(status).toBe(200)
    for (const shown of ['Salinanmerah dari █████.', 'Periksa antrean █████.', report.number, 'Pengelola Bandara Contoh'])
      expect(body).toContain(shown)
    for (const hidden of ['Kenanga', 'kenanga@', '0812', 'Rani', 'Kanarikuning', 'Catatanhijau', report.id, 'orang@bandara.example'])
      expect(body).not.toContain(hidden)
  })

  test('a look at the mail opens nothing; each press is in the trail and counted; the page is kept by nobody and named to nobody', async () => {
    const report = await send()
    const link = await shareOut(report)
    const client = new Client(service.app)
    const since = await watchTrail(service)
    const first = await client.get(link)
    expect(first.body).not.toContain('Salinanmerah')
    expect(await since()).toEqual([])
    expect((await owned('select openings from share_link where ticket_id = $1', [report.id]))[0]).toEqual({ openings: 0 })
    expect((await rani.client.get(page(report))).body).toContain('Belum dibuka')
    const opened = await client.post(link)
    for (const answer of [first, opened]) {
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow, noarchive' })
      expect(answer.body).toMatch(/<meta name="robots" content="noindex"/)
    }
    expect(opened.headers['referrer-policy']).toBe('no-referrer')
    await client.post(link)
    const shares = (await since()).filter(({ event }) => event.startsWith('share.'))
    expect(shares.map(({ event, object_id, outcome, actor_id }) => [event, object_id, outcome, actor_id])).toEqual(
      Array.from({ length: 2 }, () => ['share.opened', report.id, 'done', null]),
    )
    expect((await rani.client.get(page(report))).body).toContain('Dibuka 2 kali')
  })

  test('only the hash of the secret is stored, and the address sealed', async () => {
    const report = await send()
    const link = await shareOut(report)
    const token = link.slice('/berbagi/'.length)
    const [row] = await owned('select token_hash, share_link::text as whole from share_link where ticket_id = $1', [report.id])
    expect(row.token_hash.equals(hashToken(token))).toBe(true)
    for (const secret of [token, 'orang@bandara.example']) expect(row.whole).not.toContain(secret)
    expect((await owned('select 1 from trail_entry where details::text like $1 or object_id::text like $1', [`%${token}%`])).length).toBe(0)
  })

  test('two links of one ticket are two: each shows its own copy, and closing one leaves the other', async () => {
    const report = await send()
    const first = await shareOut(report, { shared: 'Salinanpertama.' })
    const second = await shareOut(report, { otherBody: 'Bank Contoh', shared: 'Salinankedua.' })
    expect(first).not.toBe(second)
    for (const [link, own, other] of [
      [first, 'Salinanpertama', 'Salinankedua'],
      [second, 'Salinankedua', 'Salinanpertama'],
    ] as const) {
      const { body } = await open(link)
      expect([body.includes(own), body.includes(other)]).toEqual([true, false])
    }
    const [bank] = await owned(`select id from share_link where ticket_id = $1 and body_name_id = 'Bank Contoh'`, [report.id])
    const revoke = (by: Console, id = bank.id, one = report) => by.client.post(page(one, `/bagikan/${id}/cabut`), {})
    expect((await revoke(elsewhere)).status).toBe(404)
    expect((await revoke(rani, bank.id, await send())).status).toBe(409)
    expect((await revoke(rani)).location).toBe(page(report))
    expect((await revoke(rani)).status).toBe(409)
    await expectOver(second)
    expect((await open(first)).status).toBe(200)
    const { body } = await rani.client.get(page(report))
    for (const words of ['Tautan untuk Bank Contoh ditutup', 'Sebagian dibagikan ke Pengelola Bandara Contoh'])
      expect(body).toContain(words)
  })

  test('a link ends by itself at the end of its last day', async () => {
    const report = await send()
    const link = await shareOut(report, { days: '1' })
    const moment = service.clock.now()
    try {
      service.clock.set('2026-11-25T15:59:59Z')
      expect((await open(link)).status).toBe(200)
      service.clock.set('2026-11-25T16:00:00Z')
      await expectOver(link)
    } finally {
      service.clock.set(moment.toISOString())
    }
  })

  test('whoever tries links out is slowed down', async () => {
    const client = new Client(service.app, '203.0.113.7')
    const link = `/berbagi/${'y'.repeat(43)}`
    await client.get(link)
    const answers = []
    for (let time = 0; time < 61; time += 1) answers.push((await client.post(link)).status)
    expect([...new Set(answers.slice(0, 60)), answers[60]]).toEqual([404, 429])
  })
})

describe('A6: what is not shared', () => {
  test.each([
    ['secret', { secret: true }, 'Pelapor meminta isinya dirahasiakan'],
    ['restricted', { category: 'INT.01' }, 'Laporan ini terbatas'],
  ] as const)('a %s ticket, with the reason said', async (_name, changes: Parameters<typeof send>[0], reason) => {
    const report = await send(changes)
    const by = changes?.category === undefined ? manager : compliance
    const asked = await by.client.get(page(report, '/bagikan'))
    expect([asked.status, asked.body.includes(reason)]).toEqual([409, true])
    expect((await share(report, {}, by)).status).toBe(409)
    expect(await owned('select 1 from share_link where ticket_id = $1', [report.id])).toEqual([])
  })

  test('a withdrawn ticket, and one out of sight', async () => {
    const report = await send()
    await service.owner.query(`update record_ticket set state = 'withdrawn', owed = false where id = $1`, [report.id])
    expect((await share(report)).status).toBe(409)
    const other = await send()
    expect((await share(other, {}, elsewhere)).status).toBe(404)
    expect((await elsewhere.client.get(page(other, '/bagikan'))).status).toBe(404)
  })

  test('of somebody hidden no file is offered, and no words that tell who it is', async () => {
    for (const hidden of [{ anonymous: true }, { unidentified: true, contact: { name: '', email: '', phone: '' } }]) {
      const report = await send(hidden)
      expect((await rani.client.get(page(report, '/bagikan'))).body).toContain('Pelapor tidak boleh dikenali')
      const refused = await share(report, { shared: 'Nama saya Melati, hubungi 0813 9999 8888.' })
      expect([refused.status, refused.body.includes('pelapor tidak boleh dikenali')]).toEqual([422, true])
      expect((await share(report)).status).toBe(303)
    }
  })

  test.each([
    ['no address', { email: '' }, 'Tulis alamat email orang yang membaca.'],
    ['no purpose', { purpose: '' }, 'Pilih tujuannya.'],
    ['too many days', { days: '15' }, 'Tulis berapa hari: 1 sampai 14.'],
    ['no body', { otherBody: '' }, 'Pilih instansi, atau tulis namanya.'],
    ['nothing', { shared: '' }, 'Belum ada yang dibagikan'],
    ['what was not read again', { checked: '' }, 'Baca ulang, lalu centang.'],
    ['a file that is none', { file: ['0199f1f2-0000-7000-8000-0000000000ab'] }, 'Berkas ini tidak dapat dibagikan'],
  ] as const)('%s, and what was typed stays', async (_name, changes, words) => {
    const report = await send()
    const refused = await share(report, { ...changes, purposeWords: 'Tetap di sini.' } as Record<string, string>)
    expect([refused.status, refused.body.includes(words), refused.body.includes('Tetap di sini.')]).toEqual([422, true, true])
  })

  test('for longer than fourteen days, without a basis, or to what is no address', async () => {
    const report = await send()
    const wrong: Readonly<Record<string, string>>[] = [
      { days: '15' },
      { days: '0' },
      { basis: '' },
      { basisWords: '' },
      { email: 'bukan alamat' },
    ]
    for (const changes of wrong) expect((await share(report, changes)).status).toBe(422)
    expect(await owned('select 1 from share_link where ticket_id = $1', [report.id])).toEqual([])
  })
})

describe('A6: what becomes of a link when its ticket is kept close', () => {
  const shield = (report: SentReport) =>
    service.owner.query(`insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, 'named', now())`, [
      report.id,
      elsewhere.officer.id,
    ])
  test.each([
    ['restricted', (report: SentReport) => service.owner.query('update record_ticket set restricted = true where id = $1', [report.id])],
    ['secret', (report: SentReport) => service.owner.query('update record_ticket set secret = true where id = $1', [report.id])],
    ['shielded', shield],
    ['withdrawn', (report: SentReport) => service.owner.query(`update record_ticket set state = 'withdrawn' where id = $1`, [report.id])],
    ['merged', (report: SentReport) => service.owner.query(`update record_ticket set state = 'merged' where id = $1`, [report.id])],
  ] as const)('%s: it shows nothing from that moment, whatever else has run', async (_name, change) => {
    const report = await send()
    const link = await shareOut(report)
    expect((await open(link)).status).toBe(200)
    await change(report)
    await expectOver(link)
  })

  test('withdrawn by its complainant it is closed for good, and the history says so', async () => {
    const report = await send()
    const link = await shareOut(report)
    const browser = new Client(service.app)
    await enterReport(browser, report)
    expect((await browser.get('/lacak/laporan')).body).toContain('Sebagian laporan dibagikan ke Pengelola Bandara Contoh')
    await browser.get('/lacak/laporan/cabut')
    expect((await browser.post('/lacak/laporan/cabut', { words: '' })).status).toBe(303)
    await service.runJobs()
    expect(await owned('select ended_how from share_link where ticket_id = $1', [report.id])).toEqual([{ ended_how: 'withdrawn' }])
    await service.owner.query(`update record_ticket set state = 'checking' where id = $1`, [report.id])
    await expectOver(link)
    expect((await browser.get('/lacak/laporan')).body).toContain('tidak dapat dibaca lagi')
  })

  test('C11: after somebody is named it is closed for good, without a word of who', async () => {
    const report = await send()
    const link = await shareOut(report)
    const dian = await openConsole(service, [{ role: 'compliance', officeId: bitung }], 'Demo Tini')
    const named = await service.as(dian.officer.actor, (ctx) =>
      nameSubjects(ctx, { ticketId: report.id, officerIds: [elsewhere.officer.id], officeIds: [], said: { name: '', unit: '', time: '' } }),
    )
    expect(named.ok).toBe(true)
    await service.runJobs()
    expect(await owned('select ended_how from share_link where ticket_id = $1', [report.id])).toEqual([{ ended_how: 'kept' }])
    await expectOver(link)
    const told = `select visible, payload ->> 'how' as how from record_event where ticket_id = $1 and type = 'ticket.share_ended'`
    expect(await owned(told, [report.id])).toEqual([{ visible: true, how: 'kept' }])
  })

  test('a mail that still waits is not written for a link that is over', async () => {
    const report = await send()
    await share(report)
    await service.owner.query('update record_ticket set restricted = true where id = $1', [report.id])
    expect(await readMails(report)).toEqual([])
  })
})

describe('A6: files and the answer', () => {
  test('only the chosen files, under names that tell nothing, and only by their own link', async () => {
    const files = await Promise.all(
      ['isi berkas satu', 'isi berkas dua'].map(async (words, place) => {
        const kept = await service.services.files.put(Buffer.from(words))
        if (!kept.ok) throw new Error(kept.error)
        const { size, sha256, key } = kept.value
        return { name: `Demo Kenanga ${place}.pdf`, type: 'application/pdf', size, sha256, storeKey: key }
      }),
    )
    const report = await send({ files })
    const rows = await owned('select id from record_file where ticket_id = $1 order by name', [report.id])
    const ids = rows.map(({ id }) => id as string)
    const link = await shareOut(report, { file: [ids[1] ?? ''] })
    const other = await shareOut(await send())
    const { body } = await open(link)
    expect(body).toContain(`${link}/berkas/${ids[1]}`)
    for (const hidden of [ids[0] ?? '', 'Kenanga']) expect(body).not.toContain(hidden)
    const since = await watchTrail(service)
    const client = new Client(service.app)
    const taken = await client.get(`${link}/berkas/${ids[1]}`)
    expect([taken.status, taken.body, taken.headers['content-disposition']]).toEqual([
      200,
      'isi berkas dua',
      expect.stringContaining('lampiran-1.pdf'),
    ])
    expect(taken.headers['referrer-policy']).toBe('no-referrer')
    for (const wrong of [`${link}/berkas/${ids[0]}`, `${other}/berkas/${ids[1]}`, `/berbagi/${'x'.repeat(43)}/berkas/${ids[1]}`])
      expect((await client.get(wrong)).status).toBe(404)
    expect((await since()).map(({ event, outcome }) => `${event} ${outcome}`)).toEqual([
      'share.file_taken done',
      ...Array.from({ length: 3 }, () => 'share.file_taken refused'),
    ])
  })

  test('the answer that stands can go along, with the name covered', async () => {
    const report = await send()
    const parts = { finding: 'Yth. Demo Kenanga, antrean terlalu panjang.', action: 'Loket ditambah.', remedy: '-', nextStep: 'Selesai.' }
    await service.as(rani.officer.actor, (ctx) => answerTicket(ctx, report.id, { ...parts, outcome: 'noted' }))
    const offered = (await rani.client.get(page(report, '/bagikan'))).body
    expect(/<textarea[^>]*name="answer"[^>]*>([^<]*)/.exec(offered)?.[1]).toContain('Yth. █████, antrean terlalu panjang.')
    const { body } = await open(await shareOut(report, { shared: '', answer: 'Jawabanbiru untuk Demo Kenanga.' }))
    expect(body).toContain('Jawabanbiru untuk █████.')
    expect(body).not.toContain('Kenanga')
  })
})

describe('A1 A6: by SQL as the role of the program', () => {
  const count = (actor: Parameters<TestService['as']>[0], token: string | null) =>
    service.as(actor, async ({ tx }) => {
      if (token !== null) tx.present(hashToken(token))
      const { rows } = await tx.query<{ count: number }>('select count(*)::int as count from share_link')
      return rows[0]?.count
    })

  test('a visitor sees the one link whose secret they show, and changes none; officers see those of their tickets', async () => {
    const report = await send()
    const token = (await shareOut(report)).slice('/berbagi/'.length)
    expect(await count(visitor, null)).toBe(0)
    expect(await count(visitor, 'z'.repeat(43))).toBe(0)
    expect(await count(visitor, token)).toBe(1)
    expect(await count(elsewhere.officer.actor, token)).toBe(0)
    expect(await count(rani.officer.actor, null)).toBeGreaterThan(0)
    const changed = await service.as(visitor, async ({ tx }) => {
      tx.present(hashToken(token))
      return (await tx.query('update share_link set openings = 99')).count
    })
    expect(changed).toBe(0)
    await service.owner.query('update record_ticket set restricted = true where id = $1', [report.id])
    expect(await count(visitor, token)).toBe(0)
  })

  test('nobody puts a link to a ticket kept close into the table, whatever the program forgets', async () => {
    const report = await send()
    await shareOut(report)
    await service.owner.query('update record_ticket set secret = true where id = $1', [report.id])
    const copy = service.as(rani.officer.actor, ({ tx }) =>
      tx.query(
        `insert into share_link (id, ticket_id, token_hash, body_name_id, body_name_en, recipient, language, purpose, purpose_words, basis,
           basis_words, body, answer, file_ids, created_at, created_by, created_by_name, expires_at)
         select gen_random_uuid(), ticket_id, sha256('x'), body_name_id, body_name_en, recipient, language, purpose, purpose_words, basis,
           basis_words, body, answer, file_ids, created_at, created_by, created_by_name, expires_at from share_link where ticket_id = $1`,
        [report.id],
      ),
    )
    await expect(copy).rejects.toThrow(/row-level security/)
  })
})

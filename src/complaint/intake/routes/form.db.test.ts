import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../../test/client.ts'
import { answerForm, readShownCode, walkForm } from '../../../../test/report-form.ts'
import { createTestService, findOffice, type TestService } from '../../../../test/service.ts'

let service: TestService
let bitung: string
beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T03:00:00Z' })
  bitung = await findOffice(service, 'KANIM-BITUNG')
})
afterAll(() => service.close())

async function countTickets(): Promise<number> {
  return Number((await service.owner.query('select count(*) from record_ticket')).rows[0].count)
}

/** Presses the send button; the ticket as it was stored, by the number on the receipt. */
async function send(client: Client, fields: Record<string, string> = {}) {
  const sent = await client.post('/lapor/kirim', fields)
  expect([sent.status, sent.location]).toEqual([303, '/lapor/tanda-terima'])
  const receipt = await client.get('/lapor/tanda-terima')
  const { rows } = await service.owner.query(
    `select t.*, o.code as office_code, to_char(happened_on, 'YYYY-MM-DD') as happened from record_ticket t join accounts_office o on o.id = t.office_id where number = $1`,
    [/26-\d{4}-\d{4}-[0-9A-Z]/.exec(receipt.body)?.[0]],
  )
  return { receipt, ticket: rows[0] as Record<string, unknown> }
}

async function begin(changes = {}, until = '/lapor/periksa'): Promise<Client> {
  const client = new Client(service.app)
  await walkForm(client, answerForm(bitung, changes), { until })
  return client
}

describe('C1 P5: from the first question to the receipt', () => {
  test('C3: twelve screens at most, then a number, a code shown once, and promises with dates', async () => {
    const client = new Client(service.app)
    expect((await walkForm(client, answerForm(bitung))).length).toBeLessThanOrEqual(11)
    const check = await client.get('/lapor/periksa')
    for (const words of [
      'Paspor anak saya terlambat',
      'Segera terbit',
      '3 September 2026',
      'Loket 3',
      'demo.rina@contoh.id',
      'Keluarganya',
    ])
      expect(check.body).toContain(words)
    const before = await countTickets()
    const { receipt, ticket } = await send(client)
    expect(await countTickets()).toBe(before + 1)
    expect(receipt.body).toContain('14 Desember 2026')
    expect(readShownCode(receipt.body)).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    expect(ticket).toMatchObject({
      kind: 'complaint',
      category: 'PSP.06',
      office_code: 'KANIM-BITUNG',
      happened: '2026-09-03',
      happened_at: 'Loket 3',
      relation: 'family',
      wish: 'Segera terbit',
      language: 'id',
      body: 'Paspor anak saya terlambat tiga minggu.\nMohon dibantu.\n\nKapan kira-kira: pagi hari',
    })
    const audit = await service.owner.query(`select * from trail_entry where event = 'intake.submitted' and object_id = $1`, [ticket['id']])
    expect(audit.rows).toMatchObject([{ outcome: 'done', actor_kind: 'visitor', address: null }])
  })

  test.each([
    ['complaint', '14 hari kerja'],
    ['criticism', '5 hari kerja'],
    ['suggestion', '5 hari kerja'],
    ['information_request', '5 hari kerja'],
    ['compliment', '5 hari kerja'],
  ])('C9: before sending a %s and on its receipt stands the same time for the answer, %s', async (kind, time) => {
    const client = await begin({ '/lapor': { kind }, '/lapor/hal': { reason: kind === 'information_request' ? 'INF.01' : 'PSP.06' } })
    expect((await client.get('/lapor/periksa')).body).toContain(`dijawab paling lama ${time} setelah terkirim (SP4N-LAPOR! (KemenPANRB))`)
    const { receipt } = await send(client)
    expect(receipt.body).toContain(`SP4N-LAPOR! (KemenPANRB), ${time}`)
  })

  test('the same browser may see the code again for a quarter of an hour, and no other ever', async () => {
    const client = await begin()
    await client.post('/lapor/kirim')
    const code = readShownCode((await client.get('/lapor/tanda-terima')).body)
    expect(readShownCode((await client.get('/lapor/tanda-terima')).body)).toBe(code)
    const text = await client.get('/lapor/tanda-terima.txt')
    expect(text.headers['content-disposition']).toMatch(/^attachment/)
    expect(text.body).toContain(code)
    expect((await new Client(service.app).get('/lapor/tanda-terima')).location).toBe('/lapor')
    service.clock.advance(16 * 60_000)
    const later = await client.get('/lapor/tanda-terima')
    expect(later.status).toBe(200)
    expect(later.body).not.toContain(code)
    expect(later.body).toContain('tidak ditampilkan lagi')
    expect((await client.get('/lapor/tanda-terima.txt')).body).not.toContain(code)
  })

  test('A9: fields that only officers may set are not even looked at', async () => {
    const client = await begin()
    const { ticket } = await send(client, {
      state: 'closed',
      assignee_id: bitung,
      severity: 'high',
      officeId: bitung,
      class: 'INFO',
      channel: 'phone',
    })
    expect(ticket).toMatchObject({ state: 'submitted', assignee_id: null, class: 'NON', channel: 'web' })
  })
})

/** By hand, past the actions: what the process remembers of the register is forgotten as they would. */
async function changeRegister(statement: string): Promise<void> {
  await service.owner.query(statement)
  await service.as(null, async (ctx) => {
    for (const name of ['record.categories', 'accounts.offices']) ctx.tx.forget(name)
  })
}

describe('C4: nothing is lost and nothing counts twice', () => {
  test('five posts of the send button at once make one ticket and lead to its receipt', async () => {
    const client = await begin()
    const before = await countTickets()
    const cookies = new Map(client.cookies)
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.post('/lapor/kirim')))
    expect(answers.map(({ status, location }) => [status, location])).toEqual(Array.from({ length: 5 }, () => [303, '/lapor/tanda-terima']))
    expect(await countTickets()).toBe(before + 1)
    // A copy of the page from before still holds the old cookie: back and send again.
    const back = new Client(service.app)
    for (const [name, value] of cookies) back.cookies.set(name, value)
    await back.get('/lapor')
    for (const [name, value] of cookies) back.cookies.set(name, value)
    expect((await back.get('/lapor/cerita')).location).toBe('/lapor/tanda-terima')
    expect(await countTickets()).toBe(before + 1)
  })

  test('a page still open in a second tab says that the report was sent, gives its words back and begins nothing', async () => {
    const client = await begin()
    const { receipt, ticket } = await send(client)
    const drafts = async () => Number((await service.owner.query('select count(*) from intake_draft where sent_at is null')).rows[0].count)
    const before = await drafts()
    const posted = await client.post('/lapor/cerita', { text: 'Satu hal lagi: <b>loket 4</b>.' })
    expect(posted.status).toBe(409)
    for (const words of [
      'Laporan ini sudah dikirim',
      String(ticket['number']),
      'Satu hal lagi: &lt;b>loket 4&lt;/b>.',
      'Mulai laporan baru',
    ])
      expect(posted.body).toContain(words)
    expect(posted.body).not.toContain(readShownCode(receipt.body))
    expect((await client.get('/lapor/kontak')).body).toContain('Laporan ini sudah dikirim')
    expect((await client.get('/lapor/periksa')).body).toContain('Laporan ini sudah dikirim')
    expect(await drafts()).toBe(before)
    await client.get('/lapor')
    const next = await client.post('/lapor', { kind: 'complaint' })
    expect(next.location).toBe('/lapor/topik?kabar=baru')
    expect((await client.get('/lapor/topik?kabar=baru')).body).toContain('Ini laporan baru.')
    expect((await client.post('/lapor/topik', { topic: 'passport' })).location).toBe('/lapor/hal')
  })

  test('going back shows every answer again, and a change leads back to the check', async () => {
    const client = await begin()
    await client.get('/lapor/periksa')
    expect((await client.get('/lapor/cerita')).body).toContain('Paspor anak saya terlambat tiga minggu.')
    expect((await client.get('/lapor/kontak')).body).toContain('value="demo.rina@contoh.id"')
    expect((await client.get('/lapor/waktu')).body).toMatch(/name="happenedMonth"[^>]*value="9"/)
    await client.get('/lapor/untuk-siapa')
    expect((await client.post('/lapor/untuk-siapa', { subject: 'self' })).location).toBe('/lapor/periksa')
  })

  test('C3: a change of the first answer keeps what is relevant and lists what was dropped', async () => {
    const client = await begin()
    await client.get('/lapor/periksa')
    await client.get('/lapor')
    const changed = await client.post('/lapor', { kind: 'suggestion' })
    expect(changed.location).toBe('/lapor/periksa')
    const check = (await client.get('/lapor/periksa')).body
    for (const words of [
      'Ada jawaban yang tidak dipakai lagi',
      'Masalah atau pertanyaan',
      'Yang Anda harapkan',
      'Kapan dan di mana kejadiannya',
      'Paspor anak saya',
      'demo.rina@contoh.id',
    ])
      expect(check).toContain(words)
    expect(check).not.toContain('Segera terbit')
    expect((await client.get('/lapor/periksa')).body).not.toContain('tidak dipakai lagi')
    expect((await send(client)).ticket).toMatchObject({ kind: 'suggestion', category: 'PSP', class: 'INFO', wish: '', happened: null })
  })

  test('C6: changing the language in the middle of a screen loses nothing typed', async () => {
    const client = await begin({}, '/lapor/cerita')
    await client.get('/lapor/cerita')
    const typed = { text: 'Belum selesai saya tul', wish: 'x'.repeat(6_000), reference: 'abc' }
    const switched = await client.post('/lapor/cerita', { ...typed, _bahasa: 'en' })
    expect(switched.location).toBe('/lapor/cerita')
    const page = await client.get('/lapor/cerita')
    expect(page.body).toContain('<html lang="en"')
    for (const words of [typed.text, typed.wish, 'value="abc"', 'What happened?']) expect(page.body).toContain(words)
    await client.post('/lapor/cerita', { ...typed, wish: 'Quickly', _bahasa: 'id' })
    await client.get('/lapor/cerita')
    expect((await client.post('/lapor/cerita', { ...typed, wish: 'Cepat' })).location).toBe('/lapor/waktu')
    expect((await client.get('/lapor/kantor')).body).toContain(`value="${bitung}" selected`)
  })

  test('the check sends only by its own button', async () => {
    const client = await begin()
    await client.get('/lapor/periksa')
    const before = await countTickets()
    expect((await client.post('/lapor/kirim', { _bahasa: 'en' })).location).toBe('/lapor/periksa')
    expect(await countTickets()).toBe(before)
  })

  test('the last screen posted first is kept, and the way starts at the beginning', async () => {
    const client = new Client(service.app)
    await client.get('/lapor')
    const posted = await client.post('/lapor/cerita', { text: 'Saya mulai dari tengah.' })
    expect(posted.location).toBe('/lapor?kabar=mulai')
    expect((await client.get('/lapor?kabar=mulai')).body).toContain('tetap tersimpan')
    await walkForm(client, answerForm(bitung), { until: '/lapor/cerita' })
    expect((await client.get('/lapor/cerita')).body).toContain('Saya mulai dari tengah.')
    expect((await new Client(service.app).get('/lapor/periksa')).location).toBe('/lapor?kabar=mulai')
    const sender = new Client(service.app)
    await sender.get('/lapor')
    expect((await sender.post('/lapor/kirim')).location).toBe('/lapor?kabar=mulai')
  })

  test('sending an unfinished report leads to what is missing', async () => {
    const client = await begin({}, '/lapor/kontak')
    expect((await client.get('/lapor/periksa')).location).toBe('/lapor/kontak?kabar=lengkapi')
    await client.get('/lapor/kontak')
    expect((await client.post('/lapor/kirim')).location).toBe('/lapor/kontak?kabar=lengkapi')
  })

  test('a screen that may stay empty is never called an answer that is missing', async () => {
    const client = await begin({}, '/lapor/berkas')
    expect((await client.get('/lapor/periksa')).location).toBe('/lapor/berkas?kabar=lewati')
    const { body } = await client.get('/lapor/berkas?kabar=lewati')
    expect(body).toContain('Tidak ada yang wajib diisi')
    expect(body).not.toContain('masih perlu')
    expect((await client.post('/lapor/kirim')).location).toBe('/lapor/berkas?kabar=lewati')
    expect((await client.post('/lapor/berkas')).location).toBe('/lapor/periksa')
  })

  test('a draft of more than a day is gone; what was just typed is not', async () => {
    const client = await begin({}, '/lapor/kontak')
    await client.get('/lapor/kontak')
    service.clock.advance(25 * 3_600_000)
    expect((await client.post('/lapor/kontak', { email: 'demo@contoh.id' })).location).toBe('/lapor?kabar=kedaluwarsa')
    expect((await client.get('/lapor?kabar=kedaluwarsa')).body).toContain('sudah dihapus')
    await walkForm(client, answerForm(bitung), { until: '/lapor/kontak' })
    expect((await client.get('/lapor/kontak')).body).toContain('value="demo@contoh.id"')
  })

  test('a report made impossible by a change in the register is asked again, not lost', async () => {
    const client = await begin({ '/lapor/hal': { reason: 'PSP.12' } })
    await changeRegister(`update record_category set active = false where code = 'PSP.12'`)
    expect((await client.get('/lapor/periksa')).location).toBe('/lapor/hal?kabar=lengkapi')
    await changeRegister(`update record_category set active = true where code = 'PSP.12'`)
    await changeRegister(`update accounts_office set active = false where code = 'KANIM-BITUNG'`)
    await client.get('/lapor')
    expect((await client.post('/lapor/kirim')).location).toBe('/lapor/kantor?kabar=lengkapi')
    await changeRegister(`update accounts_office set active = true where code = 'KANIM-BITUNG'`)
  })

  test('wrong verbs are told so', async () => {
    const client = new Client(service.app)
    for (const [method, path] of [
      ['PUT', '/lapor'],
      ['DELETE', '/lapor/cerita'],
    ] as const)
      expect((await client.request(method, path)).status).toBe(405)
    expect((await client.get('/lapor/kirim')).status).toBe(405)
    expect((await client.get('/lapor/tidak-ada')).status).toBe(404)
  })

  test('a post without the form token is refused and changes nothing', async () => {
    const client = await begin()
    const before = await countTickets()
    const answer = await client.request('POST', '/lapor/kirim', {
      payload: 'x=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(answer.status).toBe(403)
    expect(await countTickets()).toBe(before)
  })
})

describe('C12: without identity', () => {
  test('no contact is asked, and what was given before is forgotten', async () => {
    const client = await begin()
    await client.get('/lapor/kerahasiaan')
    await client.post('/lapor/kerahasiaan', { unidentified: '1' })
    expect((await client.get('/lapor/periksa')).body).toContain('Nama, email, dan nomor telepon')
    expect((await client.get('/lapor/kontak')).location).toBe('/lapor/periksa')
    const { ticket } = await send(client)
    expect(ticket).toMatchObject({ unidentified: true })
    expect((await service.owner.query('select * from confidentiality_identity where ticket_id = $1', [ticket['id']])).rows).toEqual([])
  })

  test('who leaves the contact empty is told why, and goes on only by choosing', async () => {
    const client = await begin({}, '/lapor/kontak')
    await client.get('/lapor/kontak')
    const empty = await client.post('/lapor/kontak', { name: 'Demo Rina' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Lanjut tanpa identitas')
    expect(empty.body).toContain('value="Demo Rina"')
    expect((await client.post('/lapor/kontak', { name: 'Demo Rina', withoutIdentity: '1' })).location).toBe('/lapor/berkas')
    await client.get('/lapor/berkas')
    await client.post('/lapor/berkas')
    expect((await client.get('/lapor/periksa')).body).not.toContain('Demo Rina')
  })

  test('C3: phones are taken however they are written', async () => {
    const client = await begin({}, '/lapor/kontak')
    for (const phone of ['(0812) 0000-7788', '+44 20 7946 0000', '٠٨١٢٠٠٠٠٧٧٨٨']) {
      await client.get('/lapor/kontak')
      expect((await client.post('/lapor/kontak', { phone })).status).toBe(303)
    }
    await client.get('/lapor/kontak')
    expect((await client.post('/lapor/kontak', { phone: 'nanti saja' })).body).toContain('Tulis nomor telepon dengan angka')
    expect((await client.post('/lapor/kontak', { email: 'tanpa-alamat' })).body).toContain('Tulis alamat email yang lengkap')
  })
})

test('C3: a reference in any form is taken, with a remark', async () => {
  const client = await begin({ '/lapor/cerita': { text: 'Isi', reference: 'abc/12 x' } })
  expect((await client.get('/lapor/periksa')).body).toContain('tidak kami kenal')
  expect((await send(client)).ticket['body']).toContain('Nomor rujukan: abc/12 x')
})

test('deleting the answers leaves nothing behind', async () => {
  const client = await begin()
  const before = (await service.owner.query('select count(*)::int as n from intake_draft')).rows[0].n
  await client.get('/lapor/hapus')
  expect((await client.post('/lapor/hapus')).location).toBe('/')
  expect((await service.owner.query('select count(*)::int as n from intake_draft')).rows[0].n).toBe(before - 1)
  expect((await client.get('/')).body).toContain('sudah dihapus')
})

test('B5: the twenty-first report of an hour from one address has to wait, is told so, and keeps its answers', async () => {
  service.clock.advance(2 * 3_600_000)
  const client = await begin()
  await service.owner.query('delete from platform_limit')
  await client.get('/lapor/periksa')
  expect((await client.post('/lapor/kirim')).location).toBe('/lapor/tanda-terima')
  await service.owner.query('update platform_limit set count = 20')
  const late = await begin()
  await service.owner.query('update platform_limit set count = 20 where count > 20')
  const answer = await late.post('/lapor/kirim', {}, { 'accept-language': 'id' })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(answer.body).toContain('tetap tersimpan')
  service.clock.advance(3_600_000)
  await late.get('/lapor/periksa')
  expect((await late.post('/lapor/kirim')).location).toBe('/lapor/tanda-terima')
})

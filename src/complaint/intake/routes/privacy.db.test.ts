import { readdir, readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Client } from '../../../../test/client.ts'
import { buildPdf, buildPhoto, buildPng, demoAuthor, htmlPage, svgWithScript } from '../../../../test/files.ts'
import { answerForm, walkForm } from '../../../../test/report-form.ts'
import { createTestService, findOffice, type TestService } from '../../../../test/service.ts'
import { createWork, type Job } from '../../../platform/jobs.ts'
import { forgetDrafts, removeDraftFiles, sweepFiles } from '../jobs.ts'

let service: TestService
let bitung: string
beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T03:00:00Z' })
  bitung = await findOffice(service, 'KANIM-BITUNG')
})
afterAll(() => service.close())

/** Every row of every table as text; bytes as they are. */
async function dumpDatabase(): Promise<string> {
  const { rows: tables } = await service.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const { rows } = await service.owner.query(
      `select t::text as line, (select string_agg(encode(value::bytea, 'escape'), '') from jsonb_each_text(to_jsonb(t)) where value like '\\x%' ) as bytes from ${name} t`,
    )
    parts.push(...rows.map(({ line, bytes }: { line: string; bytes: string | null }) => `${name} ${line} ${bytes ?? ''}`))
  }
  return parts.join('\n')
}

async function listStored(folder = join(service.services.settings.dataDirectory, 'files')): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function begin(changes = {}, until = '/lapor/periksa'): Promise<Client> {
  const client = new Client(service.app)
  await walkForm(client, answerForm(bitung, changes), { until })
  return client
}

async function runJob(job: Job, payload: unknown = {}): Promise<void> {
  await job.run(createWork(service.services, job.name), payload)
}

/** Uploads on the files screen and stays there. */
function upload(client: Client, files: readonly { name: string; bytes: Buffer }[], fields: Record<string, string> = { stay: '1' }) {
  return client.upload(
    '/lapor/berkas',
    fields,
    files.map((file) => ({ field: 'files', ...file })),
  )
}

describe('C14: a draft belongs to the browser that wrote it', () => {
  const canaries = {
    text: 'KENARI-ISI-8841',
    wish: 'KENARI-HARAP',
    name: 'Demo Kenari',
    email: 'kenari@contoh.id',
    phone: '081277665544',
    place: 'KENARI-TEMPAT',
  }

  test('the database and the store hold nothing readable of it, and neither do the addresses', async () => {
    const client = await begin({
      '/lapor/cerita': { text: canaries.text, wish: canaries.wish, reference: 'KENARI-NOMOR' },
      '/lapor/waktu': { happenedRoughly: 'KENARI-WAKTU', happenedAt: canaries.place },
      '/lapor/kontak': { name: canaries.name, email: canaries.email, phone: canaries.phone },
    })
    await client.get('/lapor/berkas')
    await upload(client, [{ name: 'KENARI-nama.png', bytes: await buildPng() }])
    expect((await client.get('/lapor/periksa')).body).toContain('KENARI-nama.png')
    expect(await dumpDatabase()).not.toMatch(/kenari|77665544/i)
    const stranger = new Client(service.app)
    stranger.cookies.set('__Host-isian', Buffer.alloc(32, 7).toString('base64url'))
    expect((await stranger.get('/lapor/periksa')).location).toBe('/lapor?kabar=kedaluwarsa')
    const { rows } = await service.owner.query<{ sealed: Buffer }>('select sealed from intake_draft')
    for (const { sealed } of rows) expect(() => service.services.keyring.open('intake-draft', sealed, 'draft')).toThrow('seal')
  })

  test('P5: sent, its words stand in the ticket and its index only, and no line of the log or the trail repeats them', async () => {
    const written: string[] = []
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((chunk) => Boolean(written.push(String(chunk)))),
    )
    const client = await begin({
      '/lapor/cerita': { text: `${canaries.text} dikirim`, wish: canaries.wish },
      '/lapor/waktu': { happenedAt: canaries.place },
      '/lapor/kontak': { name: canaries.name, email: canaries.email, phone: canaries.phone },
    })
    const sent = await client.post('/lapor/kirim')
    const receipt = await client.get('/lapor/tanda-terima')
    for (const spy of spies) spy.mockRestore()
    const code = /id="code"[^>]*>(.*?)<\/p>/s.exec(receipt.body)?.[1]?.replace(/<[^>]+>/g, '') ?? 'none'
    expect(written.join('')).not.toMatch(/kenari|77665544/i)
    expect(sent.location).toBe('/lapor/tanda-terima')
    const dump = await dumpDatabase()
    for (const secret of [code, code.replaceAll('-', '')]) expect(dump).not.toContain(secret)
    const elsewhere = dump
      .split('\n')
      .filter((line) => /kenari|77665544/i.test(line))
      .map((line) => line.split(' ')[0] ?? '')
    // And in the search, whose part of the unit is a table: there they are roots without order.
    expect([...new Set(elsewhere.map((table) => table.replace(/_\d+$/, '')))].sort()).toEqual([
      'public.record_search',
      'public.record_ticket',
    ])
  })

  test('C12 C14: without identity not one table holds a contact that was typed before', async () => {
    const client = await begin({ '/lapor/kontak': { name: 'Demo Cucak', email: 'cucak-rawa@contoh.id', phone: '081299887766' } })
    await client.get('/lapor/kerahasiaan')
    await client.post('/lapor/kerahasiaan', { unidentified: '1' })
    await client.get('/lapor/periksa')
    const ids = async () => (await service.owner.query<{ ticket_id: string }>('select ticket_id from confidentiality_identity')).rows.length
    const before = await ids()
    await client.post('/lapor/kirim')
    expect(await ids()).toBe(before)
    expect(await dumpDatabase()).not.toMatch(/cucak|99887766/i)
  })
})

describe('U1 U2 U4: files', () => {
  test('a photo keeps its picture and loses where and by whom it was taken', async () => {
    const client = await begin({}, '/lapor/berkas')
    await client.get('/lapor/berkas')
    const photo = await buildPhoto()
    expect(photo.toString('latin1')).toContain(demoAuthor)
    expect((await upload(client, [{ name: 'foto rumah.JPG', bytes: photo }])).location).toBe('/lapor/berkas')
    await client.get('/lapor/periksa')
    await client.post('/lapor/berkas')
    await client.get('/lapor/periksa')
    const before = await listStored()
    await client.post('/lapor/kirim')
    const { rows } = await service.owner.query(
      'select f.* from record_file f join record_ticket t on t.id = f.ticket_id order by f.at desc, f.id desc limit 1',
    )
    expect(rows).toMatchObject([{ name: 'foto rumah.jpg', type: 'image/jpeg', message_id: null }])
    const stored = await readFile(before.find((path) => path.endsWith(rows[0].store_key)) ?? '')
    expect(stored.toString('latin1')).not.toMatch(new RegExp(`${demoAuthor}|Exif|GPS`))
    expect(stored.length).toBe(rows[0].size)
  })

  test('each strange file gets its own sentence, and the good ones beside it stay', async () => {
    const client = await begin({}, '/lapor/berkas')
    await client.get('/lapor/berkas')
    const answer = await upload(client, [
      { name: 'baik.pdf', bytes: buildPdf() },
      { name: 'halaman.jpg', bytes: htmlPage },
      { name: 'gambar.svg', bytes: svgWithScript },
      { name: 'kosong.png', bytes: Buffer.alloc(0) },
      { name: 'surat.pdf.exe', bytes: buildPdf() },
    ])
    expect(answer.status).toBe(422)
    for (const words of [
      '“halaman.jpg” bukan JPG',
      '“gambar.svg” bukan JPG',
      '“kosong.png” kosong',
      '“surat.pdf.exe” tidak cocok',
      'Berkas terlampir: 1 dari 5',
    ])
      expect(answer.body).toContain(words)
    expect((await client.get('/lapor/berkas')).body).toContain('baik.pdf')
  })

  test('the sixth file is refused, and one can be taken out again', async () => {
    const client = await begin({}, '/lapor/berkas')
    await client.get('/lapor/berkas')
    const png = await buildPng()
    const answer = await upload(
      client,
      Array.from({ length: 6 }, (_, n) => ({ name: `foto-${n + 1}.png`, bytes: png })),
    )
    expect(answer.body).toContain('“foto-6.png” tidak ditambahkan')
    const before = await listStored()
    const id = /name="remove" value="([^"]+)"/.exec((await client.get('/lapor/berkas')).body)?.[1] ?? ''
    expect((await client.upload('/lapor/berkas', { remove: id }, [])).location).toBe('/lapor/berkas')
    expect((await client.get('/lapor/berkas')).body).toContain('Berkas terlampir: 4 dari 5')
    const { rows } = await service.owner.query(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [removeDraftFiles.name],
    )
    for (const { payload } of rows) await runJob(removeDraftFiles, payload)
    expect((await listStored()).length).toBe(before.length - 1)
  })

  test('hostile names are shown harmless', async () => {
    const client = await begin({}, '/lapor/berkas')
    await client.get('/lapor/berkas')
    const png = await buildPng()
    for (const name of ['../../etc/x.png', 'CON.png', '\u202egnp.exe.png', `${'a'.repeat(300)}.png`])
      expect((await upload(client, [{ name, bytes: png }])).status).toBe(303)
    const { body } = await client.get('/lapor/berkas')
    expect(body).not.toMatch(/\.\.\/|\u202e|a{200}/)
    expect(body).toContain('_CON.png')
  })

  test('C6: chosen files survive a change of language', async () => {
    const client = await begin({}, '/lapor/berkas')
    await client.get('/lapor/berkas')
    await upload(client, [{ name: 'bukti.pdf', bytes: buildPdf() }], { _bahasa: 'en' })
    expect((await client.get('/lapor/berkas')).body).toContain('Attached files: 1 of 5')
  })
})

describe('what is not sent goes', () => {
  test('after a day the draft and its files, after a quarter of an hour the code', async () => {
    const client = await begin({}, '/lapor/berkas')
    await client.get('/lapor/berkas')
    await upload(client, [{ name: 'lama.pdf', bytes: buildPdf() }])
    const sent = await begin()
    await sent.post('/lapor/kirim')
    const stored = await listStored()
    service.clock.advance(16 * 60_000)
    await runJob(forgetDrafts)
    expect((await service.owner.query('select count(*)::int as n from intake_draft where sealed_code is not null')).rows).toEqual([
      { n: 0 },
    ])
    expect((await listStored()).length).toBe(stored.length)
    service.clock.advance(24 * 3_600_000)
    await runJob(forgetDrafts)
    expect((await service.owner.query('select count(*)::int as n from intake_draft')).rows).toEqual([{ n: 0 }])
    const known = (await service.owner.query<{ store_key: string }>('select store_key from record_file')).rows.map(
      ({ store_key }) => store_key,
    )
    expect((await listStored()).map((path) => path.split('/').at(-1)).sort()).toEqual([...known].sort())
  })

  test('files that nobody knows are swept, those of a ticket stay', async () => {
    const put = await service.services.files.put(Buffer.from('tidak dikenal'))
    if (!put.ok) throw new Error(put.error)
    const stored = await listStored()
    const old = new Date(service.clock.now().getTime() - 3 * 3_600_000)
    for (const path of stored) await utimes(path, old, old)
    await runJob(sweepFiles)
    const left = await listStored()
    expect(left.length).toBe(stored.length - 1)
    expect(left.some((path) => path.endsWith(put.value.key))).toBe(false)
  })
})

describe('bad input on every field: a clear page, nothing lost', () => {
  const poisons = {
    controls: 'a\u0000b\u0007c\u001b[31m',
    long: 'x'.repeat(100_000),
    override: 'aman\u202egnp.exe',
    emoji: '👩‍👩‍👧‍👦🇮🇩',
    sql: `'; drop table record_ticket; --`,
    html: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  } as const
  const screens: readonly (readonly [path: string, field: string, others: Record<string, string>])[] = [
    ['/lapor', 'kind', {}],
    ['/lapor/topik', 'topic', {}],
    ['/lapor/hal', 'reason', {}],
    ['/lapor/kantor', 'office', { know: 'yes' }],
    ['/lapor/kantor', 'know', {}],
    ['/lapor/cerita', 'text', {}],
    ['/lapor/cerita', 'wish', { text: 'Isi' }],
    ['/lapor/cerita', 'reference', { text: 'Isi' }],
    ['/lapor/waktu', 'happenedDay', { happenedMonth: '1', happenedYear: '2026' }],
    ['/lapor/waktu', 'happenedRoughly', {}],
    ['/lapor/waktu', 'happenedAt', {}],
    ['/lapor/untuk-siapa', 'subject', {}],
    ['/lapor/kerahasiaan', 'secret', {}],
    ['/lapor/kontak', 'name', { email: 'demo@contoh.id' }],
    ['/lapor/kontak', 'email', {}],
    ['/lapor/kontak', 'phone', {}],
  ]

  test.each(screens)('%s %s', async (path, field, others) => {
    const client = await begin()
    for (const [name, poison] of Object.entries(poisons)) {
      await client.get(path)
      const answer = await client.post(path, { ...others, [field]: poison })
      expect([303, 422], `${name}: ${answer.status}`).toContain(answer.status)
      expect(answer.body).not.toMatch(/<script>alert|<img src=x/)
      if (answer.status === 422) expect(answer.body).toContain('perlu diperbaiki')
      if (answer.status === 422 && name === 'long' && ['text', 'wish'].includes(field)) expect(answer.body).toContain('x'.repeat(100_000))
      const check = await client.get(answer.location ?? path)
      expect(check.status).toBeLessThan(400)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must not come through
      expect(check.body).not.toMatch(/[\u0000-\u0008\u001b\u202e]|<script>alert|<img src=x/)
    }
  })

  test('a report of poison alone is taken as it is, and harms nothing', async () => {
    const text = `${poisons.sql} ${poisons.html} ${poisons.emoji} ${poisons.controls} ${poisons.override}`
    const client = await begin({
      '/lapor/cerita': { text, wish: poisons.html, reference: poisons.sql },
      '/lapor/waktu': { happenedAt: poisons.html },
    })
    const check = await client.get('/lapor/periksa')
    expect(check.body).toContain('&lt;script>alert(1)')
    expect((await client.post('/lapor/kirim')).location).toBe('/lapor/tanda-terima')
    const { rows } = await service.owner.query(
      `select body from record_ticket where body like '%drop table%' order by submitted_at desc limit 1`,
    )
    expect(rows[0].body).toContain('👩‍👩‍👧‍👦🇮🇩 abc[31m amangnp.exe')
  })
})

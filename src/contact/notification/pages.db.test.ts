import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client, openSession } from '../../../test/client.ts'
import { createMailApp, submitDemo } from '../../../test/mail-service.ts'
import { addOfficer, createTestService, findOffice, type TestOfficer, type TestService } from '../../../test/service.ts'
import { askComplainant } from '../../complaint/conversation/index.ts'

let service: TestService
let officeId: string
let handler: TestOfficer
let clients: Readonly<Record<'administrator' | 'handler' | 'stranger', Client>>
beforeAll(async () => {
  service = await createTestService()
  officeId = await findOffice(service, 'KANIM-BITUNG')
  const elsewhere = await findOffice(service, 'KANIM-TARAKAN')
  handler = await addOfficer(service, [{ role: 'handler', officeId }])
  const open = async (officer: TestOfficer): Promise<Client> => {
    const client = new Client(service.app)
    await openSession(service, client, officer.id)
    return client
  }
  clients = {
    administrator: await open(await addOfficer(service, [{ role: 'administrator', officeId }], 'Demo Administrator')),
    handler: await open(handler),
    stranger: await open(await addOfficer(service, [{ role: 'handler', officeId: elsewhere }])),
  }
})
afterAll(() => service.close())

async function readTrail(event: string): Promise<readonly { outcome: string; object_id: string | null; details: unknown }[]> {
  const { rows } = await service.owner.query('select outcome, object_id, details from trail_entry where event = $1 order by at, id', [
    event,
  ])
  return rows
}

function read(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

describe('texts of letters', () => {
  const page = '/petugas/admin/surat/moved/id'
  const mine = { subject: 'Laporan {number} pindah', body: 'Halo! Laporan {number} ada di {office}.\n\nLihat {link}' }

  test('A1: are for administrators alone', async () => {
    for (const url of ['/petugas/admin/surat', page]) {
      expect((await clients.administrator.get(url)).status).toBe(200)
      expect((await clients.handler.get(url)).status).toBe(403)
    }
    await clients.handler.get('/petugas/admin/surat')
    expect((await clients.administrator.get('/petugas/admin/surat/moved/zh')).status).toBe(404)
    expect((await clients.administrator.get('/petugas/admin/surat/invoice/id')).status).toBe(404)
  })

  test('are changed, used and reset, each time with one line in the trail', async () => {
    const { administrator } = clients
    const before = await administrator.get(page)
    expect(before.body).toContain('kini ditangani kantor lain')
    expect(before.body).not.toContain('Kembali ke teks bawaan')
    expect(await administrator.post(page, mine)).toMatchObject({ status: 303, location: page })
    expect((await administrator.get(page)).body).toContain('Kembali ke teks bawaan')
    expect((await administrator.get('/petugas/admin/surat')).body).toContain('Diubah 24 November 2026')
    expect(await readTrail('notification.text_changed')).toMatchObject([{ outcome: 'done', details: { letter: 'moved', language: 'id' } }])
    await administrator.get(page)
    expect((await administrator.post(`${page}/bawaan`)).status).toBe(303)
    expect((await administrator.get(page)).body).toContain('kini ditangani kantor lain')
    expect(await readTrail('notification.text_reset')).toMatchObject([{ outcome: 'done', details: { letter: 'moved', language: 'id' } }])
  })

  test('an own text is what goes out, in its language only', async () => {
    const { administrator } = clients
    await administrator.get('/petugas/admin/surat/receipt/en')
    const own = { subject: 'Hello {number}', body: 'Own words for {number}.\n\n{promises}\n\n{link}' }
    expect((await administrator.post('/petugas/admin/surat/receipt/en', own)).status).toBe(303)
    const [english, indonesian] = [await submitDemo(service.services, { language: 'en' }), await submitDemo(service.services)]
    await service.runJobs()
    const list = (await administrator.get('/petugas/admin/kotak-keluar')).body
    expect(list).toContain(`Hello ${english.number}`)
    expect(list).toContain(`Laporan ${indonesian.number} sudah kami terima`)
  })

  test.each([
    ['an unknown placeholder', { body: `${mine.body} {nama}` }, 'tidak mengenal isian {nama}'],
    ['a missing placeholder', { body: 'Laporan {number} ada di {office}.' }, 'Isian {link} wajib ada'],
    ['a stray brace', { subject: 'Laporan {number' }, 'kurung kurawal'],
    ['nothing', { subject: '' }, 'field-subject'],
    ['a subject of two lines', { subject: 'Satu\nBcc: demo@example.org' }, 'field-subject'],
    ['a text that is too long', { body: 'a'.repeat(5001) }, 'field-body'],
  ])('with %s come back with what was typed and the problem, and nothing is stored', async (_, change, words) => {
    const { administrator } = clients
    await administrator.get(page)
    const sent = { ...mine, ...change }
    for (const url of [page, `${page}/contoh`]) {
      const answer = await administrator.post(url, sent)
      expect(answer.status).toBe(422)
      expect(answer.body).toContain(words)
      expect(read(answer.body)).toContain(sent.body.split('\n')[0])
    }
    expect((await service.owner.query(`select from notification_text where name = 'moved'`)).rowCount).toBe(0)
  })

  test('are shown as they will read, before they are saved', async () => {
    const { administrator } = clients
    await administrator.get(page)
    const answer = await administrator.post(`${page}/contoh`, mine)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('Halo! Laporan 26-4839-2075-C ada di Kantor Imigrasi Kelas II Non TPI Contoh.')
    expect((await service.owner.query(`select from notification_text where name = 'moved'`)).rowCount).toBe(0)
    expect(await readTrail('notification.text_previewed')).toEqual([])
  })
})

describe('mails of a ticket', () => {
  test('A2: are seen by whoever may see the ticket, and by nobody else', async () => {
    const receipt = await submitDemo(service.services, { officeId })
    await service.runJobs()
    const url = `/petugas/laporan/${receipt.id}/surel`
    const seen = await clients.handler.get(url)
    expect(seen.status).toBe(200)
    expect(seen.body).toContain('Tanda terima')
    expect(seen.body).toContain('Di surat keluar')
    expect(seen.body).not.toContain('demo.siti@example.org')
    expect((await clients.stranger.get(url)).status).toBe(404)
    expect((await clients.administrator.get(url)).status).toBe(403)
    expect((await clients.handler.get('/petugas/laporan/nothing/surel')).status).toBe(404)
  })

  test('say in words what is wrong', async () => {
    const receipt = await submitDemo(service.services, { officeId })
    await service.runJobs()
    await service.owner.query(
      `update notification_mail set state = 'queued', attempts = 3, last_problem = 'smtp_451' where ticket_id = $1`,
      [receipt.id],
    )
    const url = `/petugas/laporan/${receipt.id}/surel`
    const waiting = (await clients.handler.get(url)).body
    expect(waiting).toContain('Menunggu dikirim')
    expect(waiting).toContain('meminta mencoba lagi nanti. Kode: smtp_451')
    await service.owner.query(`update notification_mail set state = 'failed', last_problem = 'smtp_550' where ticket_id = $1`, [receipt.id])
    expect((await clients.handler.get(url)).body).toContain('Hubungi pelapor dengan cara lain')
  })

  test('C12: say why an anonymous complainant gets none', async () => {
    const receipt = await submitDemo(service.services, { officeId, anonymous: true })
    await service.runJobs()
    expect((await clients.handler.get(`/petugas/laporan/${receipt.id}/surel`)).body).toContain('Pelapor memilih anonim')
  })
})

describe('the outbox', () => {
  test('A1: is for administrators alone', async () => {
    expect((await clients.handler.get('/petugas/admin/kotak-keluar')).status).toBe(403)
  })

  test('pages through all mails once, newest first, also those of one moment', async () => {
    for (let count = 0; count < 60; count += 1) {
      await submitDemo(service.services)
      if (count % 20 === 0) service.clock.advance(1000)
    }
    await service.runJobs()
    const seen: string[] = []
    let url: string | undefined = '/petugas/admin/kotak-keluar'
    for (let pages = 0; url !== undefined && pages < 20; pages += 1) {
      const { body } = await clients.administrator.get(url)
      seen.push(...[...body.matchAll(/kotak-keluar\/([0-9a-f-]{36})/g)].map((match) => match[1] ?? ''))
      url = /href="([^"]*kotak-keluar\?dari=[^"]*)" rel="next"/.exec(body)?.[1]
    }
    const { rows } = await service.owner.query<{ id: string }>(
      `select id from notification_mail where state = 'outbox' order by created_at desc, id desc`,
    )
    expect(rows.length).toBeGreaterThan(60)
    expect(seen).toEqual(rows.map(({ id }) => id))
    expect(await readTrail('notification.outbox_listed')).toEqual([expect.objectContaining({ outcome: 'refused' })])
  })

  test('L1: opening one mail leaves one line in the trail, and its HTML is shown, never run', async () => {
    const receipt = await submitDemo(service.services, { officeId })
    await service.as(handler.actor, (ctx) => askComplainant(ctx, receipt.id, { body: '<img src=x onerror=alert(1)>' }))
    await service.runJobs()
    const { rows } = await service.owner.query<{ id: string }>(
      `select id from notification_mail where ticket_id = $1 and template = 'question'`,
      [receipt.id],
    )
    const id = rows[0]?.id ?? ''
    const { status, body } = await clients.administrator.get(`/petugas/admin/kotak-keluar/${id}`)
    expect(status).toBe(200)
    expect(body).toContain('demo.siti@example.org')
    expect(body).toContain('&gt; &lt;img src=x onerror=alert(1)>'.replace('&gt;', '>'))
    expect(body).toContain('&lt;!doctype html>')
    expect(body).not.toContain('<img')
    expect(body.match(/<html/g)).toHaveLength(1)
    expect(await readTrail('notification.outbox_mail_opened')).toMatchObject([{ outcome: 'done', object_id: id }])
  })

  test('with a mail server it explains itself and shows nothing', async () => {
    const { rows } = await service.owner.query<{ id: string }>(`select id from notification_mail where state = 'outbox' limit 1`)
    const app = await createMailApp(service, 25)
    const client = new Client(app)
    for (const [name, value] of clients.administrator.cookies) client.cookies.set(name, value)
    expect((await client.get('/petugas/admin/kotak-keluar')).body).toContain('Server email sudah dipasang')
    expect((await client.get(`/petugas/admin/kotak-keluar/${rows[0]?.id}`)).status).toBe(404)
    await app.close()
  })
})

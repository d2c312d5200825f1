import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { buildPhoto } from '../../../test/files.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { addNote, askComplainant } from '../conversation/index.ts'
import { composeNumber } from '../record/rules.ts'
import { routes } from './routes.ts'
import { paths, verbPaths } from './urls.ts'

let service: TestService
let bitung: string
let tarakan: string
let handler: Console
let fellow: Console
let manager: Console
let stranger: Console

const canary = 'kanarikuning'

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  handler = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  fellow = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Bayu')
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  stranger = await openConsole(service, [{ role: 'manager', officeId: tarakan }], 'Demo Joko')
})
afterAll(() => service.close())

function readHeading(body: string): string {
  return /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ''
}

function sendToBitung(changes: Parameters<typeof sendReport>[1] = {}): Promise<SentReport> {
  return sendReport(service, { officeId: bitung, text: `Paspor ${canary} saya terlambat tiga minggu.`, ...changes })
}

async function sendWithFile(): Promise<{ report: SentReport; fileId: string }> {
  const kept = await service.services.files.put(await buildPhoto())
  if (!kept.ok) throw new Error('the photo was not kept')
  const file = { name: 'bukti.jpg', type: 'image/jpeg', size: kept.value.size, sha256: kept.value.sha256, storeKey: kept.value.key }
  const report = await sendToBitung({ files: [file] })
  const { rows } = await service.owner.query<{ id: string }>('select id from record_file where ticket_id = $1', [report.id])
  return { report, fileId: rows[0]?.id ?? '' }
}

describe('A1 A2: a ticket of another office', () => {
  test('is not there: not its page, its files, its verbs, in lists, counts, search or errors', async () => {
    const { report, fileId } = await sendWithFile()
    expect((await handler.client.get(`/petugas/laporan/${report.id}`)).status).toBe(200)
    const own = await handler.client.get(`/petugas/laporan/${report.id}/berkas/${fileId}`)
    expect(own.status).toBe(200)
    expect(own.headers['content-disposition']).toContain('attachment')

    const nowhere = await stranger.client.get('/petugas/laporan/01a20c62-6a80-7401-b776-21e936259c9b')
    const gets = [
      ``,
      `/berkas/${fileId}`,
      ...['tanya', 'pesan', 'jawab', 'tutup', 'arsipkan', 'pindahkan', 'klasifikasi'].map((verb) => `/${verb}`),
    ]
    for (const path of gets) {
      const answer = await stranger.client.get(`/petugas/laporan/${report.id}${path}`)
      expect(answer.status, path).toBe(404)
      expect(readHeading(answer.body), path).toBe(readHeading(nowhere.body))
      expect(answer.body, path).not.toContain(canary)
    }
    await stranger.client.get('/petugas')
    const version = {
      version: '1',
      words: 'x',
      reason: 'duplicate',
      office: tarakan,
      category: 'PSP.01',
      officer: stranger.officer.id,
      body: 'x',
      outcome: 'noted',
      finding: 'x',
      action: 'x',
      nextStep: 'x',
    }
    for (const verb of Object.values(verbPaths)) {
      const answer = await stranger.client.post(`/petugas/laporan/${report.id}/${verb}`, {
        ...version,
        ...(verb === 'tutup' ? { reason: 'solved' } : {}),
      })
      expect(answer.status, verb).toBe(404)
    }
    const { rows } = await service.owner.query('select version, state from record_ticket where id = $1', [report.id])
    expect(rows).toEqual([{ version: 1, state: 'submitted' }])

    for (const path of [
      '/petugas',
      '/petugas?bagian=closed',
      `/petugas?kantor=${bitung}`,
      '/petugas/beban?daftar=all',
      `/petugas/beban?kantor=${bitung}&daftar=all`,
      `/petugas/cari?q=${canary}`,
      `/petugas/cari?q=${canary}&kantor=${bitung}`,
      `/petugas/cari?q=${report.number}`,
    ]) {
      const answer = await stranger.client.get(path)
      expect(answer.status, path).toBe(200)
      expect(answer.body, path).not.toContain(`Paspor ${canary}`)
      expect(answer.body, path).not.toContain(report.id)
    }
    expect((await stranger.client.get('/petugas')).body).toMatch(/Perlu ditangani <span class="count">0</)
  })

  test('A3: rights count only inside each role’s own unit', async () => {
    const report = await sendToBitung()
    const both = await openConsole(service, [
      { role: 'intake', officeId: bitung },
      { role: 'manager', officeId: tarakan },
    ])
    expect((await both.client.get(`/petugas/laporan/${report.id}`)).status).toBe(200)
    expect((await both.client.post(`/petugas/laporan/${report.id}/ambil`)).status).toBe(403)
    expect((await both.client.post(`/petugas/laporan/${report.id}/lepaskan`, { words: 'x', version: '1' })).status).toBe(403)
    // The right to move everything was given in the other office, so here they neither hand on in bulk nor take from a colleague.
    const tickets = [report.id]
    expect((await both.client.post('/petugas/beban/tugaskan', { tickets, officer: handler.officer.id, office: bitung })).status).toBe(403)
    await handler.client.post(`/petugas/laporan/${report.id}/ambil`)
    expect((await both.client.post(`/petugas/laporan/${report.id}/tugaskan`, { officer: manager.officer.id })).status).toBe(409)
    expect((await both.client.post(`/petugas/laporan/${report.id}/catatan`, { body: 'Sudah ditelepon.' })).status).toBe(303)
    // The load of the office managed, not of the one in which tickets are only registered.
    expect((await both.client.get(`/petugas/beban?kantor=${bitung}&daftar=all`)).body).not.toContain(report.number)
  })
})

describe('A2: a restricted ticket inside the own office', () => {
  test('is there for manager and assignee, and not for a fellow handler', async () => {
    const words = 'nenasrahasia'
    const report = await sendToBitung({ secret: true, text: `Laporan ${words} tentang loket.` })
    const counts = async ({ client }: Console) =>
      /Perlu ditangani <span class="count">(\d+)</.exec((await client.get('/petugas')).body)?.[1]
    expect(Number(await counts(manager)) - Number(await counts(fellow))).toBe(1)
    expect((await fellow.client.get(`/petugas/laporan/${report.id}`)).status).toBe(404)
    expect((await fellow.client.get('/petugas')).body).not.toContain(words)

    expect((await manager.client.get('/petugas')).body).toContain(words)
    expect((await manager.client.post(`/petugas/laporan/${report.id}/tugaskan`, { officer: handler.officer.id })).status).toBe(303)
    expect((await handler.client.get(`/petugas/laporan/${report.id}`)).body).toContain(words)
    expect((await fellow.client.get(`/petugas/laporan/${report.id}`)).status).toBe(404)
    // A whole number leads to the ticket, and out of sight it is as one that nobody has.
    expect((await handler.client.get(`/petugas/cari?q=${report.number}`)).location).toBe(`/petugas/laporan/${report.id}`)
    const unknown = composeNumber(2026, 12_345_678)
    const hidden = await fellow.client.get(`/petugas/cari?q=${report.number}`)
    const absent = await fellow.client.get(`/petugas/cari?q=${unknown}`)
    const plain = ({ body }: { readonly body: string }, number: string) =>
      body.replaceAll(number, '').replaceAll(/nonce" content="[^"]*"|nonce="[^"]*"|name="_csrf" value="[^"]*"/g, '')
    expect([hidden.status, hidden.location]).toEqual([200, null])
    expect(plain(hidden, report.number)).toBe(plain(absent, unknown))
    expect(hidden.body).toContain('Tidak ada laporan dengan')
    // Not even by its count: secret text is in no index, and the sensitive one is counted only for who sees it.
    const sensitive = await sendToBitung({ category: 'PSP.06', text: 'Kata manggissensitif ada di sini.' })
    await service.owner.query('update record_ticket set restricted = true where id = $1', [sensitive.id])
    expect((await fellow.client.get('/petugas/cari?q=manggissensitif')).body).toContain('Tidak ada laporan dengan')
    expect((await manager.client.get('/petugas/cari?q=manggissensitif')).body).toContain(sensitive.id)
  })

  test('E2: taking it from its assignee takes it out of their sight', async () => {
    const report = await sendToBitung({ secret: true })
    await manager.client.post(`/petugas/laporan/${report.id}/tugaskan`, { officer: handler.officer.id })
    expect((await handler.client.get(`/petugas/laporan/${report.id}`)).status).toBe(200)
    await manager.client.post(`/petugas/laporan/${report.id}/tugaskan`, { officer: fellow.officer.id })
    expect((await handler.client.get(`/petugas/laporan/${report.id}`)).status).toBe(404)
    expect((await fellow.client.get(`/petugas/laporan/${report.id}`)).status).toBe(200)
  })
})

describe('C12: who brought a report', () => {
  const person = { name: 'Demo Kenanga Pelapor', email: 'kenanga@contoh.example', phone: '0812-3456-7890' }
  const pages = (id: string) =>
    ['', '/tanya', '/jawab', '/arsipkan', '/pindahkan', '/klasifikasi'].map((path) => `/petugas/laporan/${id}${path}`)

  test('is shown when they did not hide', async () => {
    const report = await sendToBitung({ contact: person })
    const { body } = await handler.client.get(`/petugas/laporan/${report.id}`)
    for (const part of Object.values(person)) expect(body).toContain(part)
  })

  test.each([
    ['anonymous', { anonymous: true }, 'Disembunyikan atas permintaan pelapor'],
    ['unidentified', { unidentified: true }, 'Tanpa identitas'],
  ])('is in no page of an officer when they are %s', async (_name, wish, words) => {
    const report = await sendToBitung({ contact: person, ...wish })
    for (const who of [handler, manager]) {
      for (const path of [...pages(report.id), '/petugas', `/petugas/cari?q=${report.number}`]) {
        const { body } = await who.client.get(path)
        for (const part of Object.values(person)) expect(body, path).not.toContain(part)
      }
      expect((await who.client.get(`/petugas/laporan/${report.id}`)).body).toContain(words)
    }
  })
})

describe('C13 L1: the trail', () => {
  test('one line for each view of a ticket or file, none for lists, none of them with its words', async () => {
    const { report, fileId } = await sendWithFile()
    const since = await watchTrail(service)
    await handler.client.get('/petugas')
    await handler.client.get('/petugas?bagian=closed')
    await manager.client.get('/petugas/beban')
    expect(await since()).toEqual([])
    await handler.client.get(`/petugas/laporan/${report.id}`)
    await handler.client.get(`/petugas/laporan/${report.id}/berkas/${fileId}`)
    await handler.client.get(`/petugas/laporan/${report.id}/arsipkan`)
    expect((await since()).map(({ event, outcome, object_id }) => [event, outcome, object_id])).toEqual([
      ['ticket.viewed', 'done', report.id],
      ['ticket.file_opened', 'done', report.id],
      ['ticket.deed_opened', 'done', report.id],
    ])
    await stranger.client.get(`/petugas/laporan/${report.id}`)
    expect((await since()).at(-1)).toMatchObject({
      event: 'ticket.viewed',
      outcome: 'refused',
      object_id: report.id,
      actor_id: stranger.officer.id,
      reason: 'not_found',
    })
  })

  test('a number that leads to its ticket leaves a line of the search, without the number, before the line of the view', async () => {
    const { report } = await sendWithFile()
    const since = await watchTrail(service)
    const { location } = await handler.client.get(`/petugas/cari?q=${report.number}`)
    await handler.client.get(location ?? '')
    const lines = await since()
    expect(lines.map(({ event, outcome, details }) => [event, outcome, details['found'] ?? null])).toEqual([
      ['ticket.searched', 'done', 1],
      ['ticket.viewed', 'done', null],
    ])
    expect(JSON.stringify(lines)).not.toContain(report.number)
  })

  test('a search leaves one line with the number of hits and a keyed hash of the words', async () => {
    const since = await watchTrail(service)
    await handler.client.get(`/petugas/cari?q=${canary}`)
    await handler.client.get(`/petugas/cari?q=${canary.toUpperCase()}`)
    const lines = await since()
    expect(lines.map(({ event, outcome }) => [event, outcome])).toEqual([
      ['ticket.searched', 'done'],
      ['ticket.searched', 'done'],
    ])
    expect(Number(lines[0]?.details['found'])).toBeGreaterThan(0)
    expect(lines[0]?.details['words']).toMatch(/^[0-9a-f]{32}$/)
    expect(lines[0]?.details['words']).toBe(lines[1]?.details['words'])
    expect(JSON.stringify(lines).toLowerCase()).not.toContain(canary)
  })

  test('every address of the console says whom it lets in and what it leaves in the trail', () => {
    // What an open page asks and tells by itself is no second reading of it.
    const byItself = (route: (typeof routes)[number]): boolean => route.unattended === true || route.path === paths.writing
    for (const route of routes) {
      expect(route.audience).toBe('officer')
      expect(route.permission).not.toBe('public')
      if (byItself(route)) continue
      if (route.method === 'POST') expect(route.audit.done, route.path).toBe(true)
      if (route.path.startsWith(paths.ticket)) expect(route.audit.done, route.path).toBe(true)
    }
  })
})

test('K1: a note is never in what the complainant may read, and looks like nothing else', async () => {
  const report = await sendToBitung()
  await service.as(handler.officer.actor, (ctx) => addNote(ctx, report.id, { body: 'Catatan belimbing internal.' }))
  await service.as(handler.officer.actor, (ctx) => askComplainant(ctx, report.id, { body: 'Kapan Anda datang?' }))
  const { body } = await handler.client.get(`/petugas/laporan/${report.id}`)
  expect(/<article class="message message-note"[\s\S]*?<\/article>/.exec(body)?.[0]).toContain('belimbing')
  expect(/<article class="message message-officer"[\s\S]*?<\/article>/.exec(body)?.[0]).not.toContain('belimbing')
  const forms = [...body.matchAll(/<form action="([^"]+)"[^>]*class="(composer[^"]*)"/g)].map(([, action, look]) => [
    action?.split('/').slice(4).join('/'),
    look,
  ])
  expect(forms).toEqual([
    ['jawab/periksa', 'composer'],
    ['tanya/periksa', 'composer'],
    ['catatan', 'composer composer-note'],
  ])
})

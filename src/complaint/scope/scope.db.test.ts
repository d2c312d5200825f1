import { PDFDocument } from 'mupdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
let rani: Console
let bodies: Readonly<Record<string, string>>

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  const { rows } = await service.owner.query<{ code: string; id: string }>('select code, id from scope_body')
  bodies = Object.fromEntries(rows.map(({ code, id }) => [code, id]))
})
afterAll(() => service.close())

const day = 86_400_000
const consentPath = '/lacak/laporan/penerusan'
const hop = ({ id }: SentReport, deed = ''): string => `/petugas/laporan/${id}/penerusan${deed}`

async function readTicket({ id }: SentReport) {
  const { rows } = await service.owner.query<{ state: string; owed: boolean; version: number; due_at: Date; assignee_id: string | null }>(
    'select state, owed, version, due_at, assignee_id from record_ticket where id = $1',
    [id],
  )
  const row = rows[0]
  if (row === undefined) throw new Error('the ticket is gone')
  return row
}

async function enter(report: SentReport): Promise<Client> {
  const client = new Client(service.app)
  await enterReport(client, report)
  return client
}

async function propose(report: SentReport, code: string, change: Readonly<Record<string, string | string[]>> = {}): Promise<number> {
  const { version } = await readTicket(report)
  const fields = {
    body: bodies[code] ?? '',
    reason: 'other_service',
    words: 'Mohon ditangani sesuai wewenang.',
    message: 'Bolehkah kami menyerahkan laporan Anda?',
    share: 'text',
    consent: 'ask',
    version: String(version),
    ...change,
  }
  return (await rani.client.post(`/petugas/laporan/${report.id}/teruskan`, fields)).status
}

async function decide(client: Client, verdict: string): Promise<number> {
  const id = /name="hop" value="([^"]+)"/.exec((await client.get(consentPath)).body)?.[1] ?? ''
  return (await client.post(consentPath, { hop: id, verdict })).status
}

function today(): Readonly<Record<string, string>> {
  const [onYear = '', onMonth = '', onDay = ''] = new Date(service.clock.now().getTime() + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
  return { onDay, onMonth, onYear }
}

const send = async (report: SentReport, reference = ''): Promise<number> =>
  (await rani.client.post(hop(report, '/kirim'), { reference })).status
const acknowledge = async (report: SentReport): Promise<number> =>
  (await rani.client.post(hop(report, '/diterima'), { receiver: 'Loket 3', reference: 'DK-17', ...today() })).status
const giveBack = async (report: SentReport): Promise<number> =>
  (await rani.client.post(hop(report, '/kembali'), { words: 'Bukan wewenang kami juga.' })).status

describe('rule 24: no wrong door', () => {
  test('C16: what is handed over stays ours until the body acknowledges it, then counts as sent on and never as answered', async () => {
    const report = await sendReport(service, { officeId: bitung, contact: { name: 'Demo Kenanga', email: 'k@contoh.example', phone: '' } })
    expect(await propose(report, 'DUKCAPIL')).toBe(303)
    expect(await readTicket(report)).toMatchObject({ state: 'waiting_complainant', owed: true })
    const client = await enter(report)
    expect((await client.get('/lacak/laporan')).body).toContain('Bolehkah laporan Anda diserahkan ke Dinas Kependudukan')
    const asked = (await client.get(consentPath)).body
    for (const words of ['Bolehkah kami menyerahkan laporan Anda?', 'Nama dan kontak Anda tidak ikut', 'Tidak ada yang diserahkan'])
      expect(asked).toContain(words)
    expect(asked).not.toContain('Mohon ditangani sesuai wewenang.')
    expect(asked).not.toContain('Demo Rani')
    expect((await client.post(consentPath, {})).status).toBe(422)
    expect(await send(report)).toBe(409)
    expect(await decide(client, 'yes')).toBe(303)
    expect(await readTicket(report)).toMatchObject({ state: 'checking', owed: true })
    expect(await send(report, 'DK-1')).toBe(303)
    expect(await readTicket(report)).toMatchObject({ state: 'checking', owed: true })
    expect((await client.get('/lacak/laporan')).body).toContain('Sampai saat itu, kami tetap bertanggung jawab')
    expect(await acknowledge(report)).toBe(303)
    expect(await readTicket(report)).toMatchObject({ state: 'transferred', owed: false })
    const { rows } = await service.owner.query('select answered_at, outcome from record_ticket where id = $1', [report.id])
    expect(rows).toEqual([{ answered_at: null, outcome: null }])
    const page = (await client.get('/lacak/laporan')).body
    for (const words of [
      'kini ditangani Dinas Kependudukan',
      'DK-17',
      'menyatakan menerima laporan Anda',
      'Anda setuju laporan diserahkan',
    ])
      expect(page).toContain(words)
    expect((await rani.client.get(`/petugas/laporan/${report.id}`)).body).toContain('Ditangani Dinas Kependudukan')
  })

  test('a chain of three bodies: each hop is seen by the complainant, and the clocks run on as they stood', async () => {
    const report = await sendReport(service, { officeId: bitung })
    const client = await enter(report)
    const first = (await readTicket(report)).due_at.getTime()
    for (const code of ['DUKCAPIL', 'KEMLU', 'KP2MI']) {
      expect(await propose(report, code)).toBe(303)
      expect(await decide(client, 'yes')).toBe(303)
      expect([await send(report), await acknowledge(report)]).toEqual([303, 303])
      if (code === 'KP2MI') break
      const before = (await readTicket(report)).due_at.getTime()
      service.clock.advance(7 * day)
      await enterReport(client, report)
      rani = { ...rani, client: (await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')).client }
      expect(await giveBack(report)).toBe(303)
      const after = await readTicket(report)
      expect(after).toMatchObject({ state: 'assigned', owed: true })
      // Five working days lay elsewhere: the promise moved by them, and by days off that they now reach over.
      expect(Math.round((after.due_at.getTime() - before) / day)).toBeGreaterThanOrEqual(7)
    }
    const { rows } = await service.owner.query<{ days: number }>(
      `select extract(epoch from until_at - from_at)::int / 86400 as days from deadlines_pause where ticket_id = $1 and reason = 'with_other_body'`,
      [report.id],
    )
    expect(rows).toEqual([{ days: 7 }, { days: 7 }])
    expect((await readTicket(report)).due_at.getTime()).toBeGreaterThan(first)
    const { body } = await client.get('/lacak/laporan')
    for (const name of ['Dinas Kependudukan', 'Kementerian Luar Negeri', 'Kementerian Pelindungan Pekerja Migran'])
      expect(body).toMatch(new RegExp(`${name}[^<]*menyatakan menerima`))
    expect(body.split('mengembalikan laporan; kami menanganinya lagi')).toHaveLength(3)
    expect(body).toContain('Bukan wewenang kami juga.')
    expect((await rani.client.get(hop(report))).body).toContain('Penerusan sebelumnya')
  })

  test('what a body does not acknowledge in three working days stands first on the list, is told to the officer and the complainant', async () => {
    const report = await sendReport(service, { officeId: bitung })
    const client = await enter(report)
    await propose(report, 'BEACUKAI')
    await decide(client, 'yes')
    await send(report)
    expect((await rani.client.get('/petugas/penerusan')).body).toContain('Menunggu tanda terima')
    service.clock.advance(8 * day)
    await service.runJob('deadlines.watch')
    rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
    const list = (await rani.client.get('/petugas/penerusan')).body
    expect(list).toContain('Hubungi instansi')
    await enterReport(client, report)
    expect((await client.get('/lacak/laporan')).body).toContain('belum menyatakan menerima. Laporan masih tanggung jawab kami')
    const { rows } = await service.owner.query(
      `select milestone from deadlines_warning where ticket_id = $1 and rule_id = 'TRANSFER-ACK'`,
      [report.id],
    )
    expect(rows).toContainEqual({ milestone: 'breach' })
    expect(await readTicket(report)).toMatchObject({ owed: true })
    expect((await rani.client.post(hop(report, '/batal'))).status).toBe(303)
    expect((await rani.client.get('/petugas/penerusan')).body).not.toContain(report.number)
  })

  test('a no keeps it here, and the officer is told to answer', async () => {
    const report = await sendReport(service, { officeId: bitung })
    const client = await enter(report)
    await propose(report, 'OMBUDSMAN')
    expect((await client.get(consentPath)).body).toContain('137, pengaduan@ombudsman.go.id')
    expect(await decide(client, 'no')).toBe(303)
    expect(await readTicket(report)).toMatchObject({ state: 'checking', owed: true })
    for (const page of [`/petugas/laporan/${report.id}`, hop(report)])
      expect((await rani.client.get(page)).body).toContain('Pelapor tidak setuju laporan diserahkan ke Ombudsman')
    expect((await rani.client.get(hop(report))).body).toContain('137, pengaduan@ombudsman.go.id')
    for (const deed of ['/kirim', '/kembali']) expect((await rani.client.post(hop(report, deed), { words: 'x' })).status).toBe(409)
    expect((await rani.client.get(hop(report, '/berkas.pdf'))).status).toBe(409)
    // Decided is decided, and another body can be asked for.
    expect((await client.get(consentPath)).body).toContain('Anda tidak setuju')
    expect(await propose(report, 'LAPOR')).toBe(303)
    expect(await propose(report, 'LAPOR')).toBe(422)
  })

  test('a merged report is not sent on, and told why', async () => {
    const [report, other] = [await sendReport(service, { officeId: bitung }), await sendReport(service, { officeId: bitung })]
    const { version } = await readTicket(report)
    expect(
      (await rani.client.post(`/petugas/laporan/${report.id}/gabung`, { numbers: other.number, version: String(version) })).status,
    ).toBe(303)
    const page = await rani.client.get(`/petugas/laporan/${other.id}/teruskan`)
    expect(page.status).toBe(409)
    expect(page.body).toContain('tidak dapat diteruskan sendiri')
    expect(await propose(other, 'POLRI')).toBe(409)
  })
})

/** What the paper for a body says, as its reader reads it. */
async function readPaper(report: SentReport): Promise<string> {
  const cookie = [...rani.client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { rawPayload } = await service.app.inject({ method: 'GET', url: hop(report, '/berkas.pdf'), headers: { cookie } })
  const pdf = new PDFDocument(rawPayload)
  return Array.from({ length: pdf.countPages() }, (_, place) => pdf.loadPage(place).toStructuredText('').asText()).join('\n')
}

describe('C12: what a body is given', () => {
  const contact = { name: 'Demo Kenanga', email: 'kenanga@contoh.example', phone: '' }
  const text = 'Saya Demo Kenanga. Tolong hubungi kenanga@contoh.example.'
  const known = async (report: SentReport): Promise<readonly unknown[]> => {
    const trail = await watchTrail(service)
    expect((await rani.client.get(hop(report, '/berkas.pdf'))).headers['content-type']).toContain('application/pdf')
    return (await trail()).map(({ event, details }) => ({ event, shared: details['shared'], identity: details['identity'] }))
  }

  test('holds the contact only after a yes to it, each taking in the trail', async () => {
    const report = await sendReport(service, { officeId: bitung, contact, text })
    await propose(report, 'POLRI', { share: ['text', 'contact'] })
    await decide(await enter(report), 'yes')
    expect(await known(report)).toEqual([{ event: 'scope.package_taken', shared: ['text', 'contact'], identity: true }])
    const other = await sendReport(service, { officeId: bitung, contact, text })
    await propose(other, 'POLRI', { share: ['text', 'files', 'contact'] })
    await decide(await enter(other), 'without_identity')
    expect(await known(other)).toEqual([{ event: 'scope.package_taken', shared: ['text'], identity: false }])
  })

  test('without identity covers name and contact wherever they stand in the text, in the file itself', async () => {
    const report = await sendReport(service, {
      officeId: bitung,
      contact,
      text: `${text} Salam, DEMO  kenanga`,
      wish: 'Balas ke Demo Kenanga.',
    })
    await propose(report, 'POLRI', { share: ['text', 'contact'] })
    await decide(await enter(report), 'without_identity')
    const covered = await readPaper(report)
    expect(covered).toContain('Tolong hubungi')
    expect(covered).toContain('Identitas pelapor tidak diserahkan.')
    expect(covered.toLowerCase()).not.toContain('kenanga')
    const other = await sendReport(service, { officeId: bitung, contact, text })
    await propose(other, 'POLRI', { share: ['text', 'contact'] })
    await decide(await enter(other), 'yes')
    expect(await readPaper(other)).toContain('Demo Kenanga, kenanga@contoh.example')
  })

  test('of an anonymous report never more than its text, and the contact cannot be proposed', async () => {
    const report = await sendReport(service, { officeId: bitung, contact, text, anonymous: true })
    expect((await rani.client.get(`/petugas/laporan/${report.id}/teruskan`)).body).toContain('Pelapor anonim')
    expect(await propose(report, 'POLRI', { share: ['text', 'contact'] })).toBe(422)
    expect(await propose(report, 'POLRI')).toBe(303)
    await decide(await enter(report), 'yes')
    expect(await known(report)).toEqual([{ event: 'scope.package_taken', shared: ['text'], identity: false }])
  })

  test('without consent only on a named basis, and the complainant is told', async () => {
    const report = await sendReport(service, { officeId: bitung, contact, text })
    const basis = { consent: 'basis', message: 'Nyawa seseorang terancam, jadi laporan kami serahkan ke polisi.' }
    expect(await propose(report, 'POLRI', basis)).toBe(422)
    expect(await propose(report, 'POLRI', { ...basis, basis: 'vital_interest' })).toBe(422)
    expect(await propose(report, 'POLRI', { ...basis, basis: 'vital_interest', basisWords: 'UU 27/2022 Pasal 20: ada ancaman.' })).toBe(303)
    const client = await enter(report)
    const { body } = await client.get('/lacak/laporan')
    expect(body).toContain('Nyawa seseorang terancam')
    expect(body).toContain('Laporan akan diserahkan ke Kepolisian (Polri)')
    expect(await send(report)).toBe(303)
    const secret = await sendReport(service, { officeId: bitung, contact, secret: true })
    const whole = { ...basis, basis: 'vital_interest', basisWords: 'UU 27/2022.', share: ['text', 'contact'] }
    expect(await propose(secret, 'POLRI', whole)).toBe(404)
    const handler = rani
    rani = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
    expect(await propose(secret, 'POLRI', whole)).toBe(422)
    expect(await propose(secret, 'POLRI', { ...whole, share: 'text' })).toBe(303)
    expect((await readPaper(secret)).toLowerCase()).not.toContain('kenanga')
    rani = handler
  })
})

describe('the register of bodies', () => {
  test('is kept by administrators: added, changed, retired and no longer offered', async () => {
    const admin = await openConsole(service, [{ role: 'administrator', officeId: bitung }], 'Demo Admin')
    await admin.client.get('/petugas/admin/instansi')
    const fields = {
      nameId: 'Dinas Uji',
      nameEn: 'Test Office',
      handlesId: 'Uji',
      handlesEn: 'Tests',
      source: 'uji',
      contact: '',
      active: '1',
    }
    expect((await admin.client.post('/petugas/admin/instansi/baru', { ...fields, nameEn: '' })).status).toBe(422)
    expect((await admin.client.post('/petugas/admin/instansi/baru', fields)).status).toBe(303)
    const report = await sendReport(service, { officeId: bitung })
    const offered = async () => (await rani.client.get(`/petugas/laporan/${report.id}/teruskan`)).body.includes('Dinas Uji')
    expect(await offered()).toBe(true)
    const id =
      /petugas\/admin\/[a-z]+\/([0-9a-f-]{36})">Dinas Uji/.exec((await admin.client.get('/petugas/admin/instansi')).body)?.[1] ?? ''
    const { active: _active, ...retired } = fields
    expect((await admin.client.post(`/petugas/admin/instansi/${id}`, retired)).status).toBe(303)
    expect(await offered()).toBe(false)
  })
})

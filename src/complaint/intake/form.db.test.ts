import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { buildPdf, buildPhoto, htmlPage } from '../../../test/files.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let bitung: string
beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T03:00:00Z' })
  bitung = await findOffice(service, 'KANIM-BITUNG')
})
afterAll(() => service.close())

type Fields = Readonly<Record<string, string>>

/** The answers of an ordinary complaint, by the address of their screen. */
function ordinary(): Record<string, Fields> {
  return {
    '/lapor': { kind: 'complaint' },
    '/lapor/topik': { topic: 'passport' },
    '/lapor/hal': { reason: 'PSP.06' },
    '/lapor/petunjuk': {},
    '/lapor/kantor': { know: 'yes', office: bitung },
    '/lapor/cerita': { text: 'Paspor anak saya terlambat tiga minggu.\nMohon dibantu.', wish: 'Segera terbit', reference: '' },
    '/lapor/waktu': { happenedDay: '3', happenedMonth: '9', happenedYear: '2026', happenedRoughly: 'pagi hari', happenedAt: 'Loket 3' },
    '/lapor/untuk-siapa': { subject: 'family' },
    '/lapor/kerahasiaan': {},
    '/lapor/kontak': { name: 'Demo Rina', email: 'demo.rina@contoh.id', phone: '0812 0000 7788' },
    '/lapor/berkas': {},
  }
}

/** Answers screen after screen as they come; returns the addresses passed. */
async function walk(client: Client, answers: Record<string, Fields>, from = '/lapor'): Promise<readonly string[]> {
  const passed: string[] = []
  let path = from
  while (path !== '/lapor/periksa') {
    if (passed.length > 15) throw new Error(`no end in sight: ${passed.join(' ')}`)
    passed.push(path)
    const shown = await client.get(path)
    expect(shown.status, `${path} ${shown.location ?? ''}`).toBe(200)
    const answer = await client.post(path, answers[path] ?? {})
    expect(answer.status, `${path} ${/field-problem.*?<\/p>/s.exec(answer.body)?.[0] ?? ''}`).toBe(303)
    path = (answer.location ?? '').split('?')[0] ?? ''
  }
  return passed
}

async function countTickets(): Promise<number> {
  return Number((await service.owner.query('select count(*) from record_ticket')).rows[0].count)
}

async function loadNewest() {
  const { rows } = await service.owner.query(
    `select t.*, o.code as office_code, to_char(happened_on, 'YYYY-MM-DD') as happened from record_ticket t join accounts_office o on o.id = t.office_id order by t.id desc limit 1`,
  )
  return rows[0] as Record<string, unknown>
}

function readNumber(body: string): string {
  return /26-\d{4}-\d{4}-[0-9A-Z]/.exec(body)?.[0] ?? ''
}

function readCode(body: string): string {
  const groups = /id="code"[^>]*>(.*?)<\/p>/s.exec(body)?.[1] ?? ''
  return groups.replace(/<[^>]+>/g, '')
}

describe('C1 P5: from the first question to the receipt', () => {
  test('twelve screens at most, then a number, a code shown once, and promises with dates', async () => {
    const client = new Client(service.app)
    const passed = await walk(client, ordinary())
    expect(passed.length).toBeLessThanOrEqual(11)
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
    const sent = await client.post('/lapor/kirim')
    expect([sent.status, sent.location]).toEqual([303, '/lapor/tanda-terima'])
    expect(await countTickets()).toBe(before + 1)
    const receipt = await client.get('/lapor/tanda-terima')
    expect(receipt.body).toContain('14 Desember 2026')
    expect(readNumber(receipt.body)).toBe((await loadNewest())['number'])
    expect(readCode(receipt.body)).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    expect(await loadNewest()).toMatchObject({
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
    const audit = await service.owner.query(`select * from trail_entry where event = 'intake.submitted' and object_id = $1`, [
      (await loadNewest())['id'],
    ])
    expect(audit.rows).toMatchObject([{ outcome: 'done', actor_kind: 'visitor', address: null }])
  })

  test('the same browser may see the code again for a quarter of an hour, and no other ever', async () => {
    const client = new Client(service.app)
    await walk(client, ordinary())
    await client.post('/lapor/kirim')
    const code = readCode((await client.get('/lapor/tanda-terima')).body)
    expect(readCode((await client.get('/lapor/tanda-terima')).body)).toBe(code)
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
})

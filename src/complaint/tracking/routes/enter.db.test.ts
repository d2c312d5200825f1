import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../../test/complainant.ts'
import { createTestService, type TestService } from '../../../../test/service.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { composeAccessCode, composeNumber } from '../../record/rules.ts'

let service: TestService
let report: SentReport
beforeAll(async () => {
  service = await createTestService()
  report = await sendReport(service)
})
afterAll(() => service.close())

const wrongCode = composeAccessCode(Buffer.alloc(20, 7))
const unknownNumber = composeNumber(2026, 12_345_678)

/** A page without what differs between any two answers: the form token and the nonce. */
function strip(body: string): string {
  return body.replace(/name="_csrf" value="[^"]+"/g, 'name="_csrf"').replace(/nonce="[^"]+"/g, 'nonce')
}

async function newVisitor(): Promise<Client> {
  const client = new Client(service.app)
  await client.get('/lacak')
  return client
}

/** Forgets every count, as if the windows had passed. */
const forgetCounts = () => service.owner.query('delete from platform_limit')

describe('C1 P7: number and code open the report, nothing else does', () => {
  test('the right pair, typed carelessly, opens it', async () => {
    const client = await newVisitor()
    const typed = {
      number: report.number.replaceAll('-', ' ').toLowerCase(),
      accessCode: ` ${report.accessCode.replaceAll('-', '').toLowerCase()} `,
    }
    expect((await client.post('/lacak', typed)).location).toBe('/lacak/laporan')
    const page = await client.get('/lacak/laporan')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Paspor anak saya terlambat')
  })

  test('a wrong code, an unknown number, a missing code and a spoilt code are one answer to the byte', async () => {
    await forgetCounts()
    const client = await newVisitor()
    const tries = [
      { number: report.number, accessCode: wrongCode },
      { number: unknownNumber, accessCode: report.accessCode },
      { number: report.number, accessCode: '' },
      { number: report.number },
      { number: report.number, accessCode: 'x'.repeat(5000) },
    ]
    const answers = []
    for (const fields of tries) answers.push(await client.post('/lacak', fields as Record<string, string>))
    expect(answers.map(({ status }) => status)).toEqual(tries.map(() => 422))
    const bodies = answers.map(({ body }, place) => strip(body).replaceAll(tries[place]?.number ?? '', 'NUMBER'))
    expect(new Set(bodies).size).toBe(1)
    expect(answers[0]?.body).toContain('tidak cocok')
    const headers = answers.map((answer) =>
      Object.entries(answer.headers).filter(([name]) => !['content-security-policy', 'date'].includes(name)),
    )
    expect(new Set(headers.map((each) => JSON.stringify(each))).size).toBe(1)
    expect((await client.get('/lacak/laporan')).location).toBe('/lacak')
  })

  test('what was typed as the number stays in its field, whether anybody has it or not, and the code never does', async () => {
    await forgetCounts()
    const client = await newVisitor()
    const typed = [report.number, unknownNumber].flatMap((number) => [number, number.toLowerCase().replaceAll('-', ' ')])
    for (const number of typed) {
      const { body } = await client.post('/lacak', { number, accessCode: wrongCode })
      expect(body.split(`value="${number}"`)).toHaveLength(3)
      expect(body).toMatch(new RegExp(`name="number"[^>]* value="${number}"`))
      expect(body).not.toContain(wrongCode)
      expect(body).toMatch(/name="accessCode" type="text" value(=""|) /)
    }
  })

  test('C6: another language after a failed try keeps the number that was typed', async () => {
    await forgetCounts()
    const client = await newVisitor()
    for (const number of [report.number, unknownNumber, '26 48 & 39']) {
      const { body } = await client.post('/lacak', { number, accessCode: wrongCode })
      const other = /href="(\/bahasa\/en[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const switched = await client.get(other)
      const page = await client.get(switched.location ?? '')
      expect(page.body).toContain('<html lang="en"')
      expect(page.body).toMatch(new RegExp(`name="number"[^>]* value="${number.replace('&', '&amp;')}"`))
      await client.get('/bahasa/id')
    }
  })

  test('they take the same time: medians of 200 samples lie within 20 ms', async () => {
    const client = await newVisitor()
    const kinds = [
      { number: report.number, accessCode: wrongCode },
      { number: unknownNumber, accessCode: wrongCode },
      { number: report.number, accessCode: '' },
    ]
    const times: number[][] = kinds.map(() => [])
    for (let sample = 0; sample < 200; sample += 1) {
      if (sample % 2 === 0) await forgetCounts()
      for (const [kind, fields] of kinds.entries()) {
        const start = performance.now()
        const answer = await client.post('/lacak', fields)
        times[kind]?.push(performance.now() - start)
        expect(answer.status).toBe(422)
      }
    }
    const medians = times.map((each) => each.sort((a, b) => a - b)[100] ?? 0)
    expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(20)
  }, 120_000)

  test('a mistyped number is told at once, without a look-up and without being counted', async () => {
    await forgetCounts()
    const client = await newVisitor()
    const digit = report.number.charAt(4) === '9' ? '8' : '9'
    const mistyped = `${report.number.slice(0, 4)}${digit}${report.number.slice(5)}`
    const answer = await client.post('/lacak', { number: mistyped, accessCode: report.accessCode })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('salah ketik')
    expect(answer.body).toContain(`value="${mistyped}"`)
    expect((await client.post('/lacak', { number: 'halo', accessCode: '' })).body).toContain('26-4839-2075-C')
    expect((await client.post('/lacak', {})).body).toContain('Isi nomor tiket')
    expect((await service.owner.query('select from platform_limit')).rows).toEqual([])
  })

  test('the code is in no address, and a signed-in page is never stored', async () => {
    const client = await newVisitor()
    const entered = await client.post('/lacak', { number: report.number, accessCode: report.accessCode })
    expect(JSON.stringify([entered.headers, entered.location])).not.toContain(report.accessCode)
    const page = await client.get('/lacak/laporan')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).not.toContain(report.accessCode)
  })
})

describe('C1: the number alone', () => {
  test('shows the stage and nothing of the report', async () => {
    const page = await new Client(service.app).get(`/lacak/tahap?nomor=${report.number}`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('Diterima')
    expect(page.body).not.toMatch(/paspor|terlambat|KANIM|CONTACT/i)
  })

  test('of an invented number it says the same words as of a new one', async () => {
    const client = new Client(service.app)
    const [real, invented] = [
      await client.get(`/lacak/tahap?nomor=${report.number}`),
      await client.get(`/lacak/tahap?nomor=${unknownNumber}`),
    ]
    expect(invented.status).toBe(200)
    expect(strip(invented.body).replaceAll(unknownNumber, 'NUMBER')).toBe(strip(real.body).replaceAll(report.number, 'NUMBER'))
  })

  test('brought along from the front page it stands in both forms, ready for the code or for the stage alone', async () => {
    const page = await new Client(service.app).get(`/lacak?nomor=${report.number}`)
    expect(page.status).toBe(200)
    for (const name of ['number', 'nomor']) expect(page.body).toMatch(new RegExp(`name="${name}"[^>]* value="${report.number}"`))
    expect((await new Client(service.app).get('/lacak?nomor=')).status).toBe(200)
  })

  test.each([
    ['26-0000-0000-0', 'salah ketik'],
    ['zzz', '26-4839-2075-C'],
    ["' or 1=1", '26-4839-2075-C'],
    ['<script>', '26-4839-2075-C'],
    ['\u202e\u0007\u{1f600}', '26-4839-2075-C'],
    ['a'.repeat(3000), '26-4839-2075-C'],
  ])('mistyped (%#) it is told beside the field it was typed into, and still stands there', async (typed, told) => {
    const client = new Client(service.app)
    for (const { path, name } of [
      { path: '/lacak', name: 'number' },
      { path: '/lacak/tahap', name: 'nomor' },
    ]) {
      const page = await client.get(`${path}?nomor=${encodeURIComponent(typed)}`)
      expect(page.status).toBe(422)
      expect(page.body).toMatch(new RegExp(`<a href="#field-${name}">[^<]*${told}`))
      expect(page.body).toMatch(new RegExp(`id="field-${name}-problem">.*?${told}`))
      expect(page.body).toMatch(new RegExp(`name="${name}" type="text" value="[^"]*" aria-describedby="[^"]*" aria-invalid="true"`))
      // What is folded away would be told to nobody.
      expect(page.body.includes('<details class="fold" open>')).toBe(name === 'nomor')
      expect(page.body).not.toContain('<script>')
    }
    expect((await client.get('/lacak/tahap?nomor=')).body).toMatch(/href="#field-nomor">Isi nomor/)
  })

  test('is not read a hundred times by one address', async () => {
    await forgetCounts()
    const client = new Client(service.app)
    const statuses = []
    for (let look = 0; look < 61; look += 1) statuses.push((await client.get(`/lacak/tahap?nomor=${unknownNumber}`)).status)
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true)
    expect(statuses[60]).toBe(429)
  })
})

describe('C1 B1 B5: wrong tries', () => {
  test('the eleventh within ten minutes gets 429 with Retry-After, because each refusal keeps its count', async () => {
    await forgetCounts()
    const client = await newVisitor()
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await client.post('/lacak', { number: unknownNumber, accessCode: wrongCode })).status).toBe(422)
    const refused = await client.post('/lacak', { number: report.number, accessCode: wrongCode })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.body).toContain('Terlalu banyak percobaan')
    // Whoever shares the address and has the right code still gets in: 95 bits are not guessed.
    await enterReport(await newVisitor(), report)
  })

  test('many addresses at one number do not lock out its owner, and each gets one guess', async () => {
    await forgetCounts()
    await service.owner.query('insert into platform_limit (key, window_start, count) values ($1, $2, 5000)', [
      service.services.keyring.hmac('limit:tracking.wrong-number', report.number),
      new Date(Math.floor(service.clock.now().getTime() / 600_000) * 600_000),
    ])
    const attacker = await newVisitor()
    expect((await attacker.post('/lacak', { number: report.number, accessCode: wrongCode })).status).toBe(422)
    expect((await attacker.post('/lacak', { number: report.number, accessCode: wrongCode })).status).toBe(429)
    await service.owner.query('delete from platform_limit where key = $1 or key = $2', [
      service.services.keyring.hmac('limit:tracking.wrong-both', `127.0.0.1 ${report.number}`),
      service.services.keyring.hmac('limit:tracking.wrong-address', '127.0.0.1'),
    ])
    await enterReport(await newVisitor(), report)
  })

  test('leave a line each in the trail, without number, code or address', async () => {
    await forgetCounts()
    const client = await newVisitor()
    await client.post('/lacak', { number: report.number, accessCode: wrongCode })
    const { rows } = await service.owner.query(
      "select * from trail_entry where event = 'tracking.enter' and outcome = 'refused' order by at desc limit 1",
    )
    expect(rows[0]).toMatchObject({ actor_kind: 'visitor', object_id: null, address: null })
    expect(JSON.stringify(rows[0])).not.toContain(report.number)
  })
})

describe('P6: what the database holds', () => {
  test('is a keyed hash of the code; the same code under another number or key is another value', async () => {
    const { rows } = await service.owner.query<{ code_hash: Buffer }>('select code_hash from record_ticket where id = $1', [report.id])
    const { keyring } = service.services
    expect(rows[0]?.code_hash.equals(keyring.hmac('access-code', `${report.number}:${report.accessCode}`))).toBe(true)
    expect(rows[0]?.code_hash.equals(keyring.hmac('access-code', `${unknownNumber}:${report.accessCode}`))).toBe(false)
    expect(rows[0]?.code_hash.equals(hashToken(`${report.number}:${report.accessCode}`))).toBe(false)
  })
})

describe('S1 S2 H3: the session', () => {
  const cookie = '__Host-pelapor'

  test('is a random cookie of which only a hash is stored', async () => {
    const client = await newVisitor()
    await enterReport(client, report)
    const token = client.cookies.get(cookie) ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const { rows } = await service.owner.query<{ token_hash: Buffer }>('select token_hash from tracking_session')
    expect(rows.some(({ token_hash }) => token_hash.equals(hashToken(token)))).toBe(true)
    expect(rows.some(({ token_hash }) => token_hash.toString('base64url') === token)).toBe(false)
  })

  test('ends half an hour after the last page, and twelve hours after the first whatever happens', async () => {
    const client = await newVisitor()
    await enterReport(client, report)
    service.clock.advance(29 * 60_000)
    expect((await client.get('/lacak/laporan')).status).toBe(200)
    service.clock.advance(29 * 60_000)
    expect((await client.get('/lacak/laporan')).status).toBe(200)
    service.clock.advance(31 * 60_000)
    expect((await client.get('/lacak/laporan')).location).toBe('/lacak')
    expect((await client.get('/lacak')).body).toContain('sudah keluar')
    await enterReport(client, report)
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect((await client.get('/lacak/laporan')).status).toBe(200)
      service.clock.advance(20 * 60_000)
    }
    service.clock.advance(60_000)
    expect((await client.get('/lacak/laporan')).location).toBe('/lacak')
  })

  test('leaving ends it on the server and clears the browser', async () => {
    const client = await newVisitor()
    await enterReport(client, report)
    const token = client.cookies.get(cookie) ?? ''
    await client.get('/lacak/laporan')
    const left = await client.post('/lacak/keluar')
    expect([left.status, left.location, left.headers['clear-site-data']]).toEqual([303, '/lacak/keluar', '"*"'])
    expect(client.cookies.has(cookie)).toBe(false)
    expect((await client.get('/lacak/keluar')).body).toContain('Anda sudah keluar')
    client.cookies.set(cookie, token)
    expect((await client.get('/lacak/laporan')).location).toBe('/lacak')
  })

  test('entering another report ends the one before', async () => {
    const other = await sendReport(service, { text: 'Antrean loket terlalu lama.' })
    const client = await newVisitor()
    await enterReport(client, report)
    const before = client.cookies.get(cookie) ?? ''
    await enterReport(client, other)
    expect((await client.get('/lacak/laporan')).body).toContain('Antrean loket')
    client.cookies.set(cookie, before)
    expect((await client.get('/lacak/laporan')).location).toBe('/lacak')
  })
})

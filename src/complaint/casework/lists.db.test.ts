import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openSession } from '../../../test/client.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { makeManyTickets } from '../../../test/many-tickets.ts'
import { addOfficer, createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { composeNumber } from '../record/rules.ts'

let service: TestService
let bitung: string
let handler: Console
let manager: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  const tarakan = await findOffice(service, 'KANIM-TARAKAN')
  handler = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
  const other = await addOfficer(service, [{ role: 'handler', officeId: bitung }], 'Demo Bayu')
  await makeManyTickets(service, {
    count: 2400,
    offices: [bitung, bitung, tarakan],
    officers: [handler.officer.id, other.id],
    minutesApart: 150,
  })
})
afterAll(() => service.close())

const readIds = (body: string): string[] =>
  [...body.matchAll(/<a href="\/petugas\/laporan\/([0-9a-f-]{36})[^"]*" data-key-item/g)].map(([, id]) => id ?? '')
const readLink = (body: string, rel: 'prev' | 'next'): string | null =>
  new RegExp(`<a href="([^"]+)" rel="${rel}"`).exec(body)?.[1]?.replaceAll('&amp;', '&') ?? null
const readTotal = (body: string): number => Number(/<p>([\d.]+) laporan<\/p>/.exec(body)?.[1]?.replaceAll('.', '') ?? Number.NaN)

/** What the handler may see, asked of the table as its owner. */
async function askTable(where: string, order: string): Promise<string[]> {
  const visible = `office_id = '${bitung}' and (not restricted or assignee_id = '${handler.officer.id}')`
  const { rows } = await service.owner.query<{ id: string }>(`select id from record_ticket where ${visible} and ${where} order by ${order}`)
  return rows.map(({ id }) => id)
}

async function walk(first: string): Promise<{ forwards: string[]; backwards: string[]; total: number }> {
  const forwards: string[] = []
  const backwards: string[] = []
  let body = (await handler.client.get(first)).body
  const total = readTotal(body)
  let last = body
  for (;;) {
    forwards.push(...readIds(body))
    last = body
    const next = readLink(body, 'next')
    if (next === null) break
    body = (await handler.client.get(next)).body
  }
  for (;;) {
    backwards.unshift(...readIds(last))
    const previous = readLink(last, 'prev')
    if (previous === null) break
    last = (await handler.client.get(previous)).body
  }
  return { forwards, backwards, total }
}

describe('C20 N1: an inbox that is right', () => {
  test.each([
    ['', 'owed', 'due_at, severity, id'],
    ['?urut=newest', 'owed', 'submitted_at desc, id desc'],
    ['?urut=oldest', 'owed', 'submitted_at, id'],
    ['?bagian=answered', `state = 'answered'`, 'due_at, severity, id'],
    ['?bagian=closed', `state in ('closed', 'archived', 'withdrawn', 'transferred', 'merged')`, 'submitted_at desc, id desc'],
    ['?bagian=closed&urut=oldest&keadaan=archived', `state = 'archived'`, 'submitted_at, id'],
    ['?kategori=PSP&kanal=web', `owed and category like 'PSP%' and channel = 'web'`, 'due_at, severity, id'],
    ['?kategori=PSP.06', `owed and category = 'PSP.06'`, 'due_at, severity, id'],
    ['?kelas=OVR&jenis=information_request', `owed and class = 'OVR' and kind = 'information_request'`, 'due_at, severity, id'],
    ['?petugas=nobody', 'owed and assignee_id is null', 'due_at, severity, id'],
    ['?petugas=somebody&keadaan=checking', `owed and assignee_id is not null and state = 'checking'`, 'due_at, severity, id'],
    ['?tenggat=late', `owed and due_at < '2026-11-24T03:00:00Z'`, 'due_at, severity, id'],
    ['?tenggat=today', `owed and due_at between '2026-11-24T03:00:00Z' and '2026-11-24T15:59:59.999Z'`, 'due_at, severity, id'],
  ])(
    '%s: every page in order, forwards and backwards, nothing twice, and the count exact',
    async (query, where, order) => {
      const expected = await askTable(where, order)
      const { forwards, backwards, total } = await walk(`/petugas${query}`)
      expect(expected.length).toBeGreaterThan(0)
      expect(forwards).toEqual(expected)
      expect(backwards).toEqual(expected)
      expect(total).toBe(expected.length)
    },
    60_000,
  )

  test('A2: tabs and quick filters count what this officer may see', async () => {
    const { body } = await handler.client.get('/petugas')
    const counts = [...body.matchAll(/<span class="count">([\d.]+)/g)].map(([, count]) => Number(count?.replaceAll('.', '')))
    const now = '2026-11-24T03:00:00Z'
    const today = '2026-11-24T15:59:59.999Z'
    // The side navigation is there twice, folded and open; then come the tabs and the quick filters.
    const wheres = [
      'owed',
      'owed',
      'owed',
      `state = 'answered'`,
      `not owed and state <> 'answered'`,
      `owed and due_at < '${now}'`,
      `owed and due_at between '${now}' and '${today}'`,
      `owed and due_at > '${today}' and due_at <= '2026-11-26T15:59:59.999Z'`,
      'owed and assignee_id is null',
      `owed and assignee_id = '${handler.officer.id}'`,
    ]
    const expected: number[] = []
    for (const where of wheres) expected.push((await askTable(where, 'id')).length)
    // The manager sees the restricted ones too, so equal counts would prove nothing.
    expect((await manager.client.get('/petugas')).body).not.toContain(`<span class="count">${expected[0]}<`)
    expect(counts).toEqual(expected)
  })

  test('a page goes on right after tickets before it were answered', async () => {
    const first = (await handler.client.get('/petugas')).body
    const before = readIds(first)
    const expected = await askTable('owed', 'due_at, severity, id')
    await service.owner.query(`update record_ticket set state = 'answered', owed = false where id = any ($1)`, [before.slice(0, 20)])
    const second = readIds((await handler.client.get(readLink(first, 'next') ?? '')).body)
    expect(second).toEqual(expected.slice(50, 100))
  })
})

describe('full-text search', () => {
  test('finds in Indonesian and English, what is owed first, page by page, with the exact count', async () => {
    const english = (await askTable('owed', 'id'))[0]
    await service.owner.query(`update record_ticket set body = 'The officers were shouting at passengers' where id = $1`, [english])
    expect(readIds((await handler.client.get('/petugas/cari?q=shout+passenger')).body)).toEqual([english])
    const expected = await askTable(`body like '%wawancara%'`, 'not owed, due_at, id')
    const { forwards, backwards, total } = await walk('/petugas/cari?q=wawancara')
    expect(forwards).toEqual(expected)
    expect(backwards).toEqual(expected)
    expect(total).toBe(expected.length)
    // Roots of Indonesian words: berwawancara, mewawancarai.
    expect(readTotal((await handler.client.get('/petugas/cari?q=mewawancarai')).body)).toBe(expected.length)
  })

  test('goes straight to the ticket of a whole number, however it was typed, and finds by a part of one', async () => {
    const [id] = await askTable('owed', 'due_at, severity, id')
    const whole = composeNumber(2026, 48_392_075)
    await service.owner.query('update record_ticket set number = $2 where id = $1', [id, whole])
    for (const typed of [whole, ` ${whole.toLowerCase()} `, whole.replaceAll('-', ''), whole.replaceAll('-', ' ').toLowerCase()])
      expect(await handler.client.get(`/petugas/cari?q=${encodeURIComponent(typed)}`), typed).toMatchObject({
        status: 303,
        location: `/petugas/laporan/${id}`,
      })
    for (const typed of ['4839-2075', '92075', '264839'])
      expect(readIds((await handler.client.get(`/petugas/cari?q=${typed}`)).body)).toEqual([id])
  })

  test('finds Indonesian words by their roots, whichever form was typed', async () => {
    const [id] = await askTable('owed', 'due_at, severity, id')
    await service.owner.query(`update record_ticket set body = 'Saya mengantri untuk paspornya' where id = $1`, [id])
    for (const typed of ['antri', 'antrian', 'paspor antri', 'pasporku antrian'])
      expect(readIds((await handler.client.get(`/petugas/cari?q=${encodeURIComponent(typed)}`)).body), typed).toContain(id)
  })

  test('N1: of a word that more than five hundred have, the list is whole and in its order, and its length is not made up', async () => {
    const expected = await askTable(`body like '%loket%'`, 'not owed, due_at, id')
    expect(expected.length).toBeGreaterThan(500)
    const { forwards, backwards } = await walk('/petugas/cari?q=loket')
    expect(forwards).toEqual(expected)
    expect(backwards).toEqual(expected)
    expect((await handler.client.get('/petugas/cari?q=loket')).body).toContain('Lebih dari 500 laporan ditemukan')
    expect((await manager.client.get('/petugas/cari?q=loket+kuota')).body).toMatch(/\d+ laporan ditemukan untuk/)
  })

  test('N1: in a unit of thousands a word that is met at once is not counted, and its list is the same', async () => {
    // As if so many more were over.
    await service.owner.query('insert into record_closed (office_id, restricted, delta) values ($1, false, 3000)', [bitung])
    for (const word of ['loket', 'kuota', 'loket wawancara']) {
      const expected = await askTable(
        word
          .split(' ')
          .map((each) => `body like '%${each}%'`)
          .join(' and '),
        'not owed, due_at, id',
      )
      const { forwards, backwards } = await walk(`/petugas/cari?q=${encodeURIComponent(word)}`)
      expect(forwards, word).toEqual(expected)
      expect(backwards, word).toEqual(expected)
    }
    expect((await handler.client.get('/petugas/cari?q=loket')).body).toContain('Lebih dari 50 laporan ditemukan')
    await service.owner.query('insert into record_closed (office_id, restricted, delta) values ($1, false, -3000)', [bitung])
  })

  test.each(["'; drop table record_ticket; --", '%', '\u202e', '&|!():*', '😀', '"unclosed', 'x'.repeat(300)])(
    'takes %s as words and finds nothing',
    async (typed) => {
      const answer = await handler.client.get(`/petugas/cari?q=${encodeURIComponent(typed)}`)
      expect(answer.status).toBe(200)
      expect(readIds(answer.body)).toEqual([])
    },
  )
})

describe('N1: what a page costs', () => {
  test.each([
    ['the inbox', '/petugas', 12],
    ['a narrowed inbox', '/petugas?kategori=PSP&petugas=nobody&tenggat=late', 12],
    ['a search', '/petugas/cari?q=wawancara', 12],
    ['the load', '/petugas/beban', 12],
  ])('%s takes at most twelve statements, also when nothing is remembered', async (_name, path, most) => {
    // Another test may have the rules remembered; a new moment of the clock is a new day for them.
    service.clock.advance(86_400_000)
    await openSession(service, manager.client, manager.officer.id)
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    const { status } = await manager.client.get(path)
    const statements = sent.mock.calls.length
    sent.mockRestore()
    expect(status).toBe(200)
    expect(statements).toBeLessThanOrEqual(most)
    expect(statements).toBeGreaterThan(4)
  })

  test.each([['handler'], ['manager']] as const)(
    'a ticket takes the %s at most twelve statements, settings of the transaction apart',
    async (role) => {
      const { client, officer } = role === 'handler' ? handler : manager
      await openSession(service, client, officer.id)
      const id = readIds((await client.get('/petugas')).body)[0]
      // What travels together is known when it has gone alone once.
      await client.get(`/petugas/laporan/${id}`)
      const sent = vi.spyOn(pg.Client.prototype, 'query')
      const { status } = await client.get(`/petugas/laporan/${id}`)
      const texts = sent.mock.calls.map(([query]: readonly unknown[]) =>
        typeof query === 'string' ? query : (query as pg.QueryConfig).text,
      )
      sent.mockRestore()
      expect(status).toBe(200)
      const statements = texts.filter((text) => !/^(begin|commit|set local)\b/.test(text))
      expect(statements.length).toBeLessThanOrEqual(12)
      expect(statements.length).toBeGreaterThan(4)
    },
  )
})

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { composeNumber } from '../record/rules.ts'
import { listLinks } from './index.ts'

let service: TestService
let bitung: string
let tarakan: string
let rani: Console
let both: Console
let far: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  far = await openConsole(service, [{ role: 'handler', officeId: tarakan }], 'Demo Joko')
  both = await openConsole(
    service,
    [bitung, tarakan].map((officeId) => ({ role: 'handler', officeId })),
    'Demo Sari',
  )
})
afterAll(() => service.close())

const send = (changes: Parameters<typeof sendReport>[1] = {}) => sendReport(service, { officeId: bitung, ...changes })
const href = ({ id }: SentReport) => `/petugas/laporan/${id}`
const link = (one: SentReport, number: string, changes: Readonly<Record<string, string>> = {}, by = rani) =>
  by.client.post(`${href(one)}/kaitkan`, { number, relation: 'related', words: 'Loket yang sama.', ...changes })
const show = async (one: SentReport, by = rani) => (await by.client.get(href(one))).body
const findRemoval = (body: string) => /action="([^"]+\/kaitan\/[^"]+)"/.exec(body)?.[1] ?? ''
const stand = async ({ id }: SentReport) =>
  (await service.owner.query('select version, state, due_at from record_ticket where id = $1', [id])).rows[0]

describe('C19: linked reports', () => {
  test('each shows the other from its own side, with words and unit, and neither is changed', async () => {
    const later = await send()
    const earlier = await send({ text: 'Antrean yang dulu.' })
    const stood = [await stand(later), await stand(earlier)]
    const since = await watchTrail(service)
    expect((await link(later, earlier.number, { relation: 'earlier', words: 'Nomor telepon yang sama.' })).location).toBe(href(later))
    expect((await since()).map(({ event, object_id, outcome }) => ({ event, object_id, outcome }))).toEqual([
      { event: 'ticket.linked', object_id: later.id, outcome: 'done' },
    ])
    const here = await show(later)
    for (const words of [earlier.number, 'Laporan terdahulu dari orang yang sama', 'Nomor telepon yang sama.', 'Demo Rani'])
      expect(here).toContain(words)
    const there = await show(earlier)
    for (const words of [later.number, 'Laporan kemudian dari orang yang sama', 'Nomor telepon yang sama.']) expect(there).toContain(words)
    expect([await stand(later), await stand(earlier)]).toEqual(stood)
  })

  test('it is taken away from either side, and can be made anew; twice the same is told', async () => {
    const [one, other] = [await send(), await send()]
    await link(one, other.number)
    const again = await link(other, one.number, { relation: 'follows' })
    expect([again.status, again.body.includes('Keduanya sudah dikaitkan.')]).toEqual([422, true])
    const removal = findRemoval(await show(other))
    expect((await rani.client.post(removal, {})).location).toBe(href(other))
    for (const each of [one, other]) expect(await show(each)).not.toContain('Laporan terkait')
    expect((await rani.client.post(removal, {})).status).toBe(409)
    expect((await link(other, one.number, { relation: 'follows' })).status).toBe(303)
    expect(await show(one)).toContain('Akibat dari laporan ini')
  })

  test('what is missing or wrong is said, and what was typed stays', async () => {
    const one = await send()
    const hidden = await send({ anonymous: true })
    const missing = await link(one, '', { words: 'Tetap di sini.', relation: '' })
    expect([missing.status, missing.body.includes('Tetap di sini.')]).toEqual([422, true])
    expect((await link(one, one.number)).body).toContain('Ini laporan yang sedang dibuka.')
    expect((await link(one, hidden.number, { relation: 'later' })).body).toContain('Salah satu pelapor tidak boleh dikenali')
    expect((await link(one, hidden.number, { relation: 'same_matter' })).status).toBe(303)
  })

  test('no complainant sees that there is another report', async () => {
    const [one, other] = [await send(), await send({ text: 'Kata rahasia: kenari.' })]
    await link(one, other.number, { words: 'Kata petugas: merpati.' })
    const browser = new Client(service.app)
    await enterReport(browser, one)
    const { body } = await browser.get('/lacak/laporan')
    for (const words of [other.number, 'kenari', 'merpati']) expect(body).not.toContain(words)
  })
})

/** The page without what is another on each look: what was typed, tokens, and what an id looks like. */
function bare(body: string, typed: string | null = null): string {
  return (typed === null ? body : body.replaceAll(typed, 'NUMBER'))
    .replace(/ nonce="[^"]*"|"csp-nonce" content="[^"]*"|name="_csrf" value="[^"]*"/g, '')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
}

describe('A2 C11: a report out of sight', () => {
  test('is answered like a number that does not exist, to the byte', async () => {
    const one = await send()
    const foreign = await sendReport(service, { officeId: tarakan })
    const kept = await send()
    await service.owner.query(
      `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, 'named', now())`,
      [kept.id, rani.officer.id],
    )
    const wrong = composeNumber(2026, 99_999_997)
    const refused = await link(one, wrong)
    expect([refused.status, refused.body.includes('Tidak ada laporan dengan nomor ini.')]).toEqual([422, true])
    for (const { number } of [foreign, kept]) {
      const answer = await link(one, number)
      expect(answer.status).toBe(422)
      expect(bare(answer.body, number)).toBe(bare(refused.body, wrong))
    }
    // Whoever tries the number of what is kept from them is put down for it.
    const { rows } = await service.owner.query('select officer_id, way from conduct_attempt where ticket_id = $1', [kept.id])
    expect(rows).toEqual([{ officer_id: rani.officer.id, way: 'number' }])
  })

  test('leaves no trace on the page of the one in sight, and is not taken away from there', async () => {
    const one = await send()
    const foreign = await sendReport(service, { officeId: tarakan, text: 'Kata rahasia: cenderawasih.' })
    // The first look takes away what the last deed left to be said.
    await show(one)
    const before = await show(one)
    expect((await link(one, foreign.number, { words: 'Kata kaitan: elang.' }, both)).status).toBe(303)
    // Before the other looks at it, which a page tells.
    expect(bare(await show(one)) === bare(before)).toBe(true)
    const removal = findRemoval(await show(one, both))
    expect((await rani.client.post(removal, {})).status).toBe(409)
    expect((await rani.client.post(removal.replace(/kaitan\/[^/]+/, `kaitan/${one.id}`), {})).status).toBe(409)
    expect((await far.client.post(removal, {})).status).toBe(404)
    expect((await both.client.post(removal, {})).status).toBe(303)
  })

  test('of any tickets and any officer only links between two tickets in sight are shown', async () => {
    const tickets = await Promise.all([bitung, bitung, tarakan, tarakan].map((officeId) => sendReport(service, { officeId })))
    const linked: string[] = []
    for (const [place, one] of tickets.entries())
      for (const other of tickets.slice(place + 1)) {
        expect((await link(one, other.number, {}, both)).status).toBe(303)
        linked.push(`${one.id} ${other.id}`)
      }
    expect(linked).toHaveLength(6)
    const people = [rani, far, both]
    const keptId = fc.nat({ max: tickets.length - 1 })
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 }), fc.uniqueArray(keptId), keptId, async (who, kept, from) => {
        const person = people[who] ?? rani
        await service.owner.query('delete from conduct_excluded_officer')
        for (const place of kept)
          await service.owner.query(
            `insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, 'named', now())`,
            [tickets[place]?.id, person.officer.id],
          )
        const seen = await service.as(person.officer.actor, async ({ tx }) => {
          const rows = await tx.named<{ id: string }>('test.seen', 'select id from record_ticket where id = any ($1)', [
            tickets.map(({ id }) => id),
          ])
          return new Set(rows.map(({ id }) => id))
        })
        const id = tickets[from]?.id ?? ''
        const shown = await service.as(person.officer.actor, ({ tx }) => listLinks(tx, id))
        const expected = seen.has(id) ? [...seen].filter((other) => other !== id).sort() : []
        expect(shown.map(({ ticket }) => ticket.id).sort()).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

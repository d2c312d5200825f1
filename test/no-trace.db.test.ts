import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../src/access/accounts/actions/api-keys.ts'
import { roles } from '../src/access/accounts/rules.ts'
import { capabilities } from '../src/app/capabilities.ts'
import { addNote, askComplainant } from '../src/complaint/conversation/index.ts'
import { composeNumber } from '../src/complaint/record/rules.ts'
import type { Route } from '../src/platform/http/route.ts'
import { type SentReport, sendReport } from './complainant.ts'
import { type Console, openConsole } from './console.ts'
import { buildPhoto } from './files.ts'
import { checkAnswer, train } from './relations.ts'
import { addOfficer, createTestService, findOffice, type TestService } from './service.ts'

/*
 * Whoever a ticket is kept from finds no trace of it: every route there is, by every right there is, answers before and after it
 * came in the same way, byte for byte once tokens and ids are taken out, and with none of its words.
 */

const routes = capabilities
  .flatMap((capability) => capability.routes ?? [])
  // The public stage of a number is open to whoever has the number, signed in or not.
  .filter(({ audience, permission }) => audience === 'officer' || (audience === 'api' && permission !== 'public'))
const canary = 'kanarimerah'
const noId = '01a20c62-6a80-7401-b776-21e936259c9b'
const noNumber = composeNumber(2026, 99_999_998)

type Person = Console & { readonly key: string }
/** What stands for the ticket in an address: its own, or one of nothing. */
type Target = { readonly id: string; readonly fileId: string; readonly mailId: string; readonly requestId: string; readonly number: string }
const nothing: Target = { id: noId, fileId: noId, mailId: noId, requestId: noId, number: noNumber }

let service: TestService
let patnal: string
let bitung: string
const people = new Map<string, Person>()
let compliance: Person
let hidden: Target
const before = new Map<string, string>()

/** Everybody here also has every role in compliance, so that nothing but the shield can hide the ticket from them. */
async function open(name: string, own: { role: string; officeId: string }[]): Promise<Person> {
  const everything = roles.map((role) => ({ role, officeId: patnal }))
  const console = await openConsole(service, [...own, ...everything], `Demo ${name}`)
  const made = await service.as(console.officer.actor, (ctx) => createApiKey(ctx, console.officer.id, 'uji'))
  return { ...console, key: made.ok ? made.value.key : '' }
}

async function addKanwil(): Promise<string> {
  const { rows } = await service.owner.query<{ id: string }>(
    `insert into accounts_office (id, code, name, type, province, time_zone)
     select gen_random_uuid(), 'KANWIL-UJI', 'Kanwil Uji', 'kanwil', province, time_zone from accounts_office where id = $1 returning id`,
    [bitung],
  )
  return rows[0]?.id ?? ''
}

function fill(path: string, target: Target): string {
  const isTicket = /\/(laporan|tickets)\/:id/.test(path)
  const values: Readonly<Record<string, string>> = {
    id: isTicket ? target.id : path.startsWith('/petugas/permintaan/') ? target.requestId : noId,
    request: target.requestId,
    file: target.fileId,
    mailId: target.mailId,
    number: target.number,
    token: 'x'.repeat(43),
    locale: 'id',
    code: 'PSP.06',
    letter: 'receipt',
    language: 'id',
  }
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => values[name] ?? noId)
}

/** Addresses of lists and searches by which the ticket would come up. */
function listQueries({ number }: Target): readonly string[] {
  const places = [`kantor=${patnal}`, `kantor=${bitung}`]
  const searches = [canary, number, number.slice(3, 12), 'kenanga@contoh.example', '0812-3456-7890', 'Demo Kenanga']
  return [
    ...places.flatMap((place) => ['owed', 'answered', 'closed'].map((tab) => `/petugas?${place}&bagian=${tab}`)),
    ...places.map((place) => `/petugas?${place}&kategori=INT`),
    ...places.flatMap((place) => ['late', 'unassigned', 'all'].map((list) => `/petugas/beban?${place}&daftar=${list}`)),
    ...searches.flatMap((words) => places.map((place) => `/petugas/cari?q=${encodeURIComponent(words)}&${place}`)),
    ...['', '?office=PATNAL', '?office=PATNAL&state=checking', '?office=PATNAL&state=submitted'].map(
      (query) => `/api/v1/officer/tickets${query}`,
    ),
  ]
}

/** Two shapes of one address are told apart by what they are, not by the ids they hold. */
function bare(body: string, { id, fileId, mailId, number }: Target): string {
  const digits = number.replaceAll('-', '')
  return [id, fileId, mailId]
    .reduce((text, one) => text.replaceAll(one, 'UUID'), body)
    .replaceAll(number, 'NUMBER')
    .replaceAll(number.slice(3, 12), 'PART')
    .replaceAll(digits, 'NUMBER')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replace(/ nonce="[^"]*"|"csp-nonce" content="[^"]*"/g, '')
    .replace(/name="_csrf" value="[^"]*"/g, '')
    .replace(/"requestId":"[^"]*"/g, '')
}

async function ask({ client, key }: Person, url: string): Promise<{ text: string; body: string; status: number }> {
  const isApi = url.startsWith('/api/')
  const answer = await client.request('GET', url, isApi ? { headers: { authorization: `Bearer ${key}` } } : {})
  return { text: `${answer.status} ${answer.location ?? ''} ${answer.body}`, body: answer.body, status: answer.status }
}

/** The first place where two texts part, with what stands around it; null where they are the same. */
function findChange(one: string, other: string): string | null {
  if (one === other) return null
  const place = [...one].findIndex((letter, position) => letter !== other[position])
  return [one, other].map((text) => text.slice(Math.max(0, place - 60), place + 100)).join('\n---\n')
}

/** Pages of the trail show each request of this very test, and a secret is drawn anew each time: they are looked at for words alone. */
const isNeverTheSame = (url: string): boolean => url.startsWith('/petugas/jejak') || url === '/petugas/akun/kode'

function listAddresses(target: Target): readonly { readonly name: string; readonly url: string }[] {
  const gets = routes.filter(({ method }) => method === 'GET').map(({ path }) => ({ name: path, url: fill(path, target) }))
  return [...gets, ...listQueries(target).map((url, place) => ({ name: `list ${place}`, url }))]
}

async function sendHidden(): Promise<SentReport> {
  const kept = await service.services.files.put(await buildPhoto())
  if (!kept.ok) throw new Error('the photo was not kept')
  return sendReport(service, {
    category: 'INT.01',
    officeId: bitung,
    text: `Petugas ${canary} di loket meminta uang.`,
    wish: `Tolong ${canary} diperiksa.`,
    happenedAt: `Loket ${canary}`,
    contact: { name: `Demo Kenanga ${canary}`, email: 'kenanga@contoh.example', phone: '0812-3456-7890' },
    files: [{ name: `${canary}.jpg`, type: 'image/jpeg', size: kept.value.size, sha256: kept.value.sha256, storeKey: kept.value.key }],
  })
}

beforeAll(async () => {
  service = await createTestService()
  patnal = await findOffice(service, 'PATNAL')
  bitung = await findOffice(service, 'KANIM-BITUNG')
  const kanwil = await addKanwil()
  people.set('the person named', await open('Rani', [{ role: 'handler', officeId: bitung }]))
  people.set('a colleague of the unit', await open('Bayu', [{ role: 'intake', officeId: bitung }]))
  people.set('a superior', await open('Sari', [{ role: 'manager', officeId: kanwil }]))
  people.set('an approver of their answers', await open('Eka', []))
  people.set('their trainee', await open('Fajar', []))
  compliance = await open('Dian', [])
  // The second person for what is asked about the identity.
  await addOfficer(service, [{ role: 'compliance', officeId: patnal }], 'Demo Mira')
  for (const officeId of [bitung, patnal])
    await sendReport(service, { officeId, contact: { name: '', email: 'lain@contoh.example', phone: '' } })
  const other = await sendReport(service, { category: 'INT.01', text: 'Laporan lain tentang petugas.' })
  const [named, approver, trainee] = ['the person named', 'an approver of their answers', 'their trainee'].map(
    (who) => people.get(who)?.officer.id ?? '',
  )
  await checkAnswer(service, { ticketId: other.id, authorId: named ?? '', officerId: approver ?? '', daysAgo: 30 })
  await train(service, named ?? '', trainee ?? '', null)
  await service.runJobs()
  // A key says on its owner's page when it was used last.
  for (const person of people.values()) await ask(person, '/api/v1/officer/tickets')
  for (const [who, person] of people)
    for (const { name, url } of listAddresses(nothing)) before.set(`${who} ${name}`, bare((await ask(person, url)).text, nothing))

  const report = await sendHidden()
  await service.runJobs()
  // Asked while nobody was named yet: the superior could read it until then.
  const asking = { office: kanwil, question: `Apakah ${canary}?`, shared: `Salinan ${canary}.`, days: '1' }
  const asked = await compliance.client.post(`/petugas/laporan/${report.id}/permintaan`, asking)
  if (asked.status !== 303) throw new Error(`not asked: ${asked.status}`)
  const superior = people.get('a superior')
  if (superior === undefined || !(await superior.client.get('/petugas/permintaan')).body.includes(canary))
    throw new Error('nothing was asked')
  const done = await compliance.client.post(`/petugas/laporan/${report.id}/terlapor`, { officers: named ?? '', name: `Petugas ${canary}` })
  if (done.status !== 303) throw new Error(`not named: ${done.status}`)
  await service.as(compliance.officer.actor, (ctx) => addNote(ctx, report.id, { body: `Catatan ${canary}.` }))
  await service.as(compliance.officer.actor, (ctx) => askComplainant(ctx, report.id, { body: `Kapan ${canary}?` }))
  await service.runJobs()
  // After its mail, because somebody anonymous gets none.
  await service.owner.query('update record_ticket set anonymous = true where id = $1', [report.id])
  const identity = { reason: 'danger', words: `Menurut ${canary} ada bahaya.` }
  const opening = await compliance.client.post(`/petugas/laporan/${report.id}/identitas/permintaan`, identity)
  if (opening.status !== 303) throw new Error(`identity not asked for: ${opening.status}`)
  const { rows } = await service.owner.query<{ file: string; mail: string; request: string }>(
    `select (select id from record_file where ticket_id = $1 limit 1) as file, (select id from notification_mail where ticket_id = $1 limit 1) as mail,
       (select id from contribution_request where ticket_id = $1) as request`,
    [report.id],
  )
  hidden = {
    id: report.id,
    number: report.number,
    fileId: rows[0]?.file ?? noId,
    mailId: rows[0]?.mail ?? noId,
    requestId: rows[0]?.request ?? noId,
  }
})
afterAll(() => service.close())

describe('C11 A2 A4: whoever a ticket is kept from', () => {
  test('there is something to hide: a colleague of compliance finds it by these very addresses', async () => {
    const found: string[] = []
    for (const { name, url } of listAddresses(hidden))
      if (bare((await ask(compliance, url)).text, hidden).includes(canary)) found.push(name)
    expect(found).toContain('/petugas/laporan/:id')
    expect(found).toContain('/api/v1/officer/tickets/:id')
    expect(found).toContain('/petugas/laporan/:id/terlapor')
    expect(found).toContain('/petugas/laporan/:id/identitas/permintaan')
    expect(found.filter((name) => name.startsWith('list')).length).toBeGreaterThan(5)
    expect(hidden.fileId).not.toBe(noId)
    expect(hidden.mailId).not.toBe(noId)
    expect(hidden.requestId).not.toBe(noId)
  })

  test.each(['the person named', 'a colleague of the unit', 'a superior', 'an approver of their answers', 'their trainee'])(
    '%s reads on every page what stood there before it came',
    async (who) => {
      const person = people.get(who)
      if (person === undefined) throw new Error('nobody')
      for (const { name, url } of listAddresses(hidden)) {
        const { text, body, status } = await ask(person, url)
        expect(status, url).toBeLessThan(500)
        // What was asked for stands in the page again.
        const own = url.includes(canary) || isNeverTheSame(url)
        expect([name, own ? body.includes(`Petugas ${canary}`) : body.includes(canary)]).toEqual([name, false])
        if (!isNeverTheSame(url)) expect([url, findChange(before.get(`${who} ${name}`) ?? '', bare(text, hidden))]).toEqual([url, null])
      }
    },
  )

  const posts = routes.filter(
    ({ method, path }) => method === 'POST' && (/\/(laporan|tickets|permintaan)\/:id/.test(path) || path === '/petugas/beban/tugaskan'),
  )
  test.each(posts.map((route) => [route.path, route] as const))('POST %s is answered like one to nothing', async (_path, route) => {
    for (const [who, person] of people) {
      const [real, wrong] = [await push(person, route, hidden), await push(person, route, nothing)]
      expect([who, real]).toEqual([who, wrong])
    }
  })

  test('they are in the trail for compliance and auditors, and not for those of the circle', async () => {
    const own = await service.owner.query<{ officer: string; count: string }>(
      `select officer_id as officer, count(*) as count from conduct_attempt where ticket_id = $1 group by officer_id`,
      [hidden.id],
    )
    expect(own.rows.map(({ officer }) => officer).sort()).toEqual([...people.values()].map(({ officer }) => officer.id).sort())
    for (const { officer } of [...people.values()]) {
      const seen = await service.as(officer.actor, (ctx) =>
        ctx.tx.query<{ event: string }>(
          `select event from trail_entry where object_id = $1 and not (outcome = 'refused' and reason in ('not_found', 'ticket_not_found'))`,
          [hidden.id],
        ),
      )
      expect(seen.rows).toEqual([])
    }
    const all = await service.as(compliance.officer.actor, (ctx) =>
      ctx.tx.query(`select from trail_entry where object_id = $1 and event = 'conduct.attempted'`, [hidden.id]),
    )
    expect(all.count).toBeGreaterThan(0)
  })
})

/** Sends what a whole form of any deed needs, and says what came back. */
async function push(person: Person, route: Route, target: Target): Promise<string> {
  const url = fill(route.path, target)
  const fields = {
    version: '1',
    words: 'x',
    reason: route.path.endsWith('/tutup') ? 'solved' : 'duplicate',
    office: bitung,
    category: 'PSP.01',
    officer: person.officer.id,
    officers: person.officer.id,
    tickets: target.id,
    body: 'x',
    name: 'x',
    outcome: 'noted',
    finding: 'x',
    action: 'x',
    nextStep: 'x',
  }
  const answer =
    route.audience === 'api'
      ? await person.client.request('POST', url, {
          payload: JSON.stringify({ verb: 'take' }),
          headers: { 'content-type': 'application/json', authorization: `Bearer ${person.key}` },
        })
      : await person.client.post(url, fields)
  return `${answer.status} ${bare(`${answer.location ?? ''} ${answer.body}`, target)}`
}

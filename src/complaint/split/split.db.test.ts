import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client, openSession } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { buildPhoto } from '../../../test/files.ts'
import { expectFolded } from '../../../test/folded.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { composeKeyholder } from '../../access/accounts/rules.ts'
import { askComplainant, writeAsComplainant } from '../conversation/index.ts'
import { listRelatives } from './index.ts'

const story = 'Paspor saya terlambat tiga minggu. Petugas di loket 4 meminta uang kenari.'
const late = 'Paspor saya terlambat tiga minggu.'
const bribe = 'Petugas di loket 4 meminta uang kenari.'
const summary = 'Perkara kedua: merpati.'
const contact = { name: 'Demo Kenanga', email: 'kenanga@contoh.example', phone: '0812-3456-7890' }
const day = 86_400_000

let service: TestService
let patnal: string
let bitung: string
let tarakan: string
let rani: Console
let both: Console
let dian: Console

beforeAll(async () => {
  service = await createTestService()
  patnal = await findOffice(service, 'PATNAL')
  bitung = await findOffice(service, 'KANIM-BITUNG')
  tarakan = await findOffice(service, 'KANIM-TARAKAN')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  both = await openConsole(
    service,
    [bitung, tarakan].map((officeId) => ({ role: 'manager', officeId })),
    'Demo Sari',
  )
  dian = await openConsole(service, [{ role: 'compliance', officeId: patnal }], 'Demo Dian')
})
afterAll(() => service.close())

const href = (id: string) => `/petugas/laporan/${id}`
const show = async (id: string, by: Console) => by.client.get(href(id))

/** Days pass here, and no session outlives one. */
async function pass(milliseconds: number): Promise<void> {
  service.clock.advance(milliseconds)
  for (const { client, officer } of [rani, both, dian]) {
    await openSession(service, client, officer.id)
    await client.get('/petugas')
  }
}

async function send(changes: Parameters<typeof sendReport>[1] = {}, by = rani): Promise<SentReport> {
  const report = await sendReport(service, { officeId: bitung, text: story, contact, ...changes })
  await by.client.post(`${href(report.id)}/ambil`, {})
  return report
}

async function read(id: string) {
  const { rows } = await service.owner.query(
    `select id, number, state, office_id, anonymous, secret, unidentified, restricted, language, kind, category, body, wish, due_at, version
     from record_ticket where id = $1`,
    [id],
  )
  return rows[0]
}

async function split(report: SentReport, changes: Readonly<Record<string, string | readonly string[]>> = {}, by = rani) {
  const { version } = await read(report.id)
  const fields = { text: late, kind: 'complaint', category: 'PSP.06', office: tarakan, words: summary, version: String(version) }
  return by.client.post(`${href(report.id)}/pecah`, { ...fields, ...changes })
}

async function findParts(wholeId: string): Promise<string[]> {
  const { rows } = await service.owner.query<{ id: string }>('select part_id as id from split_part where ticket_id = $1 order by at, id', [
    wholeId,
  ])
  return rows.map(({ id }) => id)
}

async function splitOff(report: SentReport, changes: Readonly<Record<string, string | readonly string[]>> = {}, by = rani) {
  const answer = await split(report, changes, by)
  expect([answer.status, answer.location]).toEqual([303, href(report.id)])
  const partId = (await findParts(report.id)).at(-1) ?? ''
  return { ...(await read(partId)), id: partId }
}

const readClocks = async (id: string) =>
  (
    await service.owner.query(
      `select rule_id, rule_version, started_at, planned_at, due_at from deadlines_clock
       where ticket_id = $1 and stopped_at is null order by rule_id`,
      [id],
    )
  ).rows

async function enter(report: Pick<SentReport, 'number' | 'accessCode'>): Promise<Client> {
  const browser = new Client(service.app)
  await enterReport(browser, { id: '', ...report })
  return browser
}

const findButtons = (body: string) => [...body.matchAll(/name="relative" value="([^"]+)"/g)].map((match) => match[1] ?? '')
const findUndo = (body: string) => /action="([^"]+\/pecah\/[^"]+\/batal)"/.exec(body)?.[1] ?? ''

describe('K3: a part of a report under a number of its own', () => {
  test('keeps the words, the person, the confidence and the clocks of the whole, to the minute', async () => {
    const whole = await send({ anonymous: true, wish: 'Paspor selesai. Petugas diperiksa.', language: 'en' })
    await pass(3 * day)
    const part = await splitOff(whole, { wish: 'Paspor selesai.' })
    expect(part).toMatchObject({ body: late, wish: 'Paspor selesai.', language: 'en', anonymous: true, secret: false, state: 'submitted' })
    expect([part.office_id, part.category, part.number === whole.number]).toEqual([tarakan, 'PSP.06', false])
    expect(await readClocks(part.id)).toEqual(await readClocks(whole.id))
    expect(part.due_at).toEqual((await read(whole.id)).due_at)
    // The whole stays as it was.
    expect(await read(whole.id)).toMatchObject({ body: story, office_id: bitung, state: 'assigned' })
    for (const { id } of [whole, part]) await expectFolded(service, id)
    // Sealed anew, and hidden from officers as before.
    const identities = await service.owner.query(
      'select sealed, hidden, email_hash from confidentiality_identity where ticket_id = any ($1)',
      [[whole.id, part.id]],
    )
    const [one, other] = identities.rows
    expect([one.hidden, other.hidden, one.email_hash.equals(other.email_hash), one.sealed.equals(other.sealed)]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect((await show(part.id, both)).body).not.toContain('Kenanga')
  })

  test('what stood still for the whole has stood still for the part, and what stands still goes on for it', async () => {
    const whole = await send()
    await service.as(rani.officer.actor, (ctx) => askComplainant(ctx, whole.id, { body: 'Kapan?' }))
    await pass(4 * day)
    await service.as(composeKeyholder(whole.id), (ctx) => writeAsComplainant(ctx, whole.id, { body: 'Kemarin, kata cenderawasih.' }))
    await pass(day)
    // What was said later can be cut as well.
    const part = await splitOff(whole, { text: 'Kata cenderawasih.' })
    expect(await readClocks(part.id)).toEqual(await readClocks(whole.id))
    await service.as(rani.officer.actor, (ctx) => askComplainant(ctx, whole.id, { body: 'Di mana?' }))
    await pass(day)
    const second = await splitOff(whole)
    expect(second.due_at < (await read(whole.id)).due_at).toBe(true)
    expect(second.due_at > part.due_at).toBe(true)
    const open = await service.owner.query('select from deadlines_pause where ticket_id = $1 and until_at is null', [second.id])
    expect(open.rowCount).toBe(0)
  })

  test('of what lies behind at once nobody is warned, of what comes still somebody is', async () => {
    const whole = await send()
    await pass(12 * day)
    const part = await splitOff(whole)
    await service.runJob('deadlines.watch')
    const told = await service.owner.query('select milestone from deadlines_warning where ticket_id = $1', [part.id])
    expect(told.rows.filter(({ milestone }) => milestone === 'half')).toEqual([])
    const next = await service.owner.query(
      `select next_at from deadlines_clock where ticket_id = $1 and stopped_at is null and next_at is not null and next_at < $2`,
      [part.id, service.clock.now()],
    )
    expect(next.rows).toEqual([])
  })

  test('nothing is put into the complainant’s mouth, and what was typed stays', async () => {
    const whole = await send()
    const added = await split(whole, { text: `${late} Petugas itu bernama Budi.` })
    expect([added.status, added.body.includes('Petugas itu bernama Budi.')]).toEqual([422, true])
    expect(added.body).toContain('Ada kata yang tidak berasal dari pelapor')
    expect((await split(whole, { words: '' })).status).toBe(422)
    expect((await split(whole, { category: 'XXX' })).status).toBe(422)
    const foreign = await sendReport(service, { officeId: tarakan })
    expect((await split(whole, { files: foreign.id })).status).toBe(422)
    expect(await findParts(whole.id)).toEqual([])
  })

  test('the files chosen stand beside both, under both codes, and no other', async () => {
    const photos = await Promise.all([1, 2].map(async (size) => service.services.files.put(await buildPhoto(32 * size))))
    const files = photos.map((kept, place) => {
      if (!kept.ok) throw new Error('the photo was not kept')
      const { key, size, sha256 } = kept.value
      return { name: `foto-${place}.jpg`, type: 'image/jpeg', size, sha256, storeKey: key }
    })
    const whole = await send({ files })
    const own = await service.owner.query<{ id: string }>('select id from record_file where ticket_id = $1 order by name', [whole.id])
    const part = await splitOff(whole, { files: [own.rows[0]?.id ?? ''] })
    const lines = await service.owner.query('select name, store_key from record_file where ticket_id = $1', [part.id])
    expect(lines.rows).toEqual([{ name: 'foto-0.jpg', store_key: files[0]?.storeKey }])
    const browser = await enter(whole)
    const before = (await browser.get('/lacak/laporan')).body
    expect([before.includes('foto-0.jpg'), before.includes('foto-1.jpg')]).toEqual([true, true])
    await browser.post('/lacak/laporan/bagian', { relative: findButtons(before)[0] ?? '' })
    const after = (await browser.get('/lacak/laporan')).body
    expect([after.includes('foto-0.jpg'), after.includes('foto-1.jpg')]).toEqual([true, false])
    const address = /href="(\/lacak\/laporan\/berkas\/[^"]+)"/.exec(after)?.[1] ?? ''
    expect((await browser.get(address)).status).toBe(200)
    // A file of the whole is none of the part's.
    expect((await browser.get(`/lacak/laporan/berkas/${own.rows[1]?.id}`)).status).toBe(404)
  })

  test('a summary by the officer is a note, which no complainant reads', async () => {
    const whole = await send()
    const part = await splitOff(whole)
    const page = await show(part.id, both)
    expect([page.body.includes(summary), page.body.includes(late)]).toEqual([true, true])
    const browser = await enter(whole)
    const here = (await browser.get('/lacak/laporan')).body
    await browser.post('/lacak/laporan/bagian', { relative: findButtons(here)[0] ?? '' })
    expect((await browser.get('/lacak/laporan')).body).not.toContain('merpati')
  })
})

describe('K3 P6: the two numbers and their codes', () => {
  test('the old code opens the whole and not the part; a button leads there, where a code is made', async () => {
    const whole = await send()
    const part = await splitOff(whole)
    const stranger = new Client(service.app)
    await stranger.get('/lacak')
    expect((await stranger.post('/lacak', { number: part.number, accessCode: whole.accessCode })).location).toBeNull()
    const browser = await enter(whole)
    const page = (await browser.get('/lacak/laporan')).body
    expect(page).toContain(part.number)
    const [button = ''] = findButtons(page)
    const went = await browser.post('/lacak/laporan/bagian', { relative: button })
    expect([went.status, went.location]).toEqual([303, '/lacak/laporan'])
    const there = (await browser.get('/lacak/laporan')).body
    expect([there.includes(late), there.includes('kenari'), there.includes(whole.number)]).toEqual([true, false, true])
    const made = await browser.post('/lacak/laporan/kode', {})
    const code = (/id="code"[^>]*>(.*?)<\/p>/s.exec(made.body)?.[1] ?? '').replace(/<[^>]+>/g, '')
    expect((await browser.post('/lacak/laporan/kode', {})).status).toBe(409)
    const own = await enter({ number: part.number, accessCode: code })
    // Back to the whole as by its own code: no new one is made there.
    const back = (await own.get('/lacak/laporan')).body
    await own.post('/lacak/laporan/bagian', { relative: findButtons(back)[0] ?? '' })
    expect((await own.get('/lacak/laporan')).body).toContain('kenari')
    expect((await own.post('/lacak/laporan/kode', {})).status).toBe(409)
  })

  test('without identity it goes the same way, and no mail is sent', async () => {
    const whole = await send({ unidentified: true, contact: { name: '', email: '', phone: '' } })
    const part = await splitOff(whole)
    await service.runJobs()
    expect(part.unidentified).toBe(true)
    const kept = await service.owner.query('select from confidentiality_identity where ticket_id = $1', [part.id])
    const mails = await service.owner.query('select from notification_mail where ticket_id = $1', [part.id])
    expect([kept.rowCount, mails.rowCount]).toEqual([0, 0])
    const browser = await enter(whole)
    await browser.post('/lacak/laporan/bagian', { relative: findButtons((await browser.get('/lacak/laporan')).body)[0] ?? '' })
    expect((await browser.get('/lacak/laporan')).body).toContain(part.number)
  })

  test('nobody comes by the button of another complainant', async () => {
    const [whole, other] = [await send(), await send()]
    await splitOff(whole)
    const [button = ''] = findButtons((await (await enter(whole)).get('/lacak/laporan')).body)
    const stranger = await enter(other)
    await stranger.get('/lacak/laporan')
    expect((await stranger.post('/lacak/laporan/bagian', { relative: button })).status).toBe(404)
    expect((await stranger.post('/lacak/laporan/bagian', { relative: whole.id })).status).toBe(404)
    expect((await stranger.post('/lacak/laporan/bagian', {})).status).toBe(404)
    expect((await stranger.get('/lacak/laporan')).body).toContain(other.number)
  })

  test('going to and fro makes no session longer', async () => {
    const whole = await send()
    const part = await splitOff(whole)
    const browser = await enter(whole)
    for (let round = 0; round < 12; round += 1) {
      service.clock.advance(25 * 60_000)
      const [button = ''] = findButtons((await browser.get('/lacak/laporan')).body)
      await browser.post('/lacak/laporan/bagian', { relative: button })
    }
    const { rows } = await service.owner.query<{ created_at: Date }>('select created_at from tracking_session where ticket_id = any ($1)', [
      [whole.id, part.id],
    ])
    expect(rows.map(({ created_at }) => service.clock.now().getTime() - created_at.getTime())).toEqual([12 * 25 * 60_000])
    await pass(0)
  })
})

describe('K3 A2 C11: who sees only one of the two', () => {
  test('is led from neither to the other', async () => {
    const whole = await send()
    const answer = await split(whole)
    const [partId = ''] = await findParts(whole.id)
    const part = await read(partId)
    // The banner is on the next page.
    const here = (await show(whole.id, rani)).body
    expect(answer.status).toBe(303)
    expect([here.includes(part.number), here.includes(partId)]).toEqual([false, false])
    expect(here).toContain('di luar penglihatan Anda')
    const there = await openConsole(service, [{ role: 'handler', officeId: tarakan }], 'Demo Joko')
    const page = (await show(partId, there)).body
    expect([page.includes(whole.number), page.includes(whole.id)]).toEqual([false, false])
    expect((await show(whole.id, both)).body).toContain(part.number)
    expect((await show(partId, both)).body).toContain(whole.number)
    const count = (by: Console) => service.as(by.officer.actor, async (ctx) => (await listRelatives(ctx.tx, whole.id)).length)
    expect([await count(rani), await count(there), await count(both)]).toEqual([0, 0, 1])
    const trail = await service.owner.query<{ object_id: string; request_id: string }>(
      `select object_id, request_id from trail_entry where object_id = any ($1) and event in ('ticket.split', 'split.opened')`,
      [[whole.id, partId]],
    )
    const [one, other] = trail.rows
    expect([trail.rowCount, one?.request_id === other?.request_id]).toEqual([2, false])
  })

  test('a part about staff goes to compliance, out of sight of the unit it complains of', async () => {
    const whole = await send()
    const part = await splitOff(whole, { text: bribe, category: 'INT.01', office: bitung })
    expect([part.office_id, part.body]).toEqual([patnal, bribe])
    expect((await show(whole.id, rani)).body).not.toContain(part.number)
    expect((await show(part.id, dian)).status).toBe(200)
    const inside = await openConsole(service, [
      { role: 'handler', officeId: bitung },
      { role: 'compliance', officeId: patnal },
    ])
    expect((await show(part.id, inside)).status).toBe(404)
    // Whoever may not see both does not undo it either.
    expect(findUndo((await show(whole.id, rani)).body)).toBe('')
  })

  test('a part of a shielded report is kept from the same people and goes to none of their units', async () => {
    const whole = await send({ category: 'INT.01', text: story }, dian)
    const named = await dian.client.post(`${href(whole.id)}/terlapor`, { officers: rani.officer.id, name: 'Petugas R' })
    expect(named.status).toBe(303)
    const part = await splitOff(whole, { office: bitung }, dian)
    expect(part.office_id).toBe(patnal)
    const kept = async (id: string) =>
      (await service.owner.query('select officer_id, reason from conduct_excluded_officer where ticket_id = $1 order by officer_id', [id]))
        .rows
    expect(await kept(part.id)).toEqual(await kept(whole.id))
    expect((await show(part.id, dian)).status).toBe(200)
    for (const who of [rani, both]) expect((await show(part.id, who)).status).toBe(404)
  })

  test('a part of a restricted report is restricted', async () => {
    const whole = await send({ secret: true }, both)
    expect(await splitOff(whole, {}, both)).toMatchObject({ secret: true, restricted: true })
    const colleague = await openConsole(service, [{ role: 'handler', officeId: bitung }])
    expect((await split(whole, {}, colleague)).status).toBe(404)
  })

  test('a colleague’s report is split by who assigns, and by no other handler', async () => {
    const whole = await send()
    const colleague = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Bayu')
    expect((await split(whole, {}, colleague)).status).toBe(409)
    expect((await split(whole, {}, both)).status).toBe(303)
  })
})

describe('K3: undoing a split', () => {
  async function splitHere() {
    const whole = await send({}, both)
    return { whole, part: await splitOff(whole, {}, both) }
  }

  test('within a day the part is put away, its number leads to the whole, and nothing counts twice', async () => {
    const { whole, part } = await splitHere()
    const browser = await enter(whole)
    await browser.post('/lacak/laporan/bagian', { relative: findButtons((await browser.get('/lacak/laporan')).body)[0] ?? '' })
    await browser.get('/lacak/laporan')
    const undo = findUndo((await show(whole.id, both)).body)
    expect((await both.client.post(undo, {})).location).toBe(href(whole.id))
    const { rows } = await service.owner.query('select state, owed, answered_at from record_ticket where id = $1', [part.id])
    expect(rows).toEqual([{ state: 'archived', owed: false, answered_at: null }])
    for (const { id } of [whole, part]) await expectFolded(service, id)
    // From a page that was open before nothing is lost.
    const told = await browser.post('/lacak/laporan/pesan', { body: 'Kata rajawali.' })
    expect([told.status, told.body.includes('Kata rajawali.'), told.body.includes(whole.number)]).toEqual([422, true, true])
    const page = (await browser.get('/lacak/laporan')).body
    expect(page).toContain(`ditangani lagi bersama laporan Anda ${whole.number}`)
    await browser.post('/lacak/laporan/bagian', { relative: findButtons(page)[0] ?? '' })
    const home = (await browser.get('/lacak/laporan')).body
    expect([home.includes('kenari'), findButtons(home).length]).toEqual([true, 0])
    const there = (await show(whole.id, both)).body
    expect([there.includes('Ditangani di sini lagi'), findUndo(there)]).toEqual([true, ''])
    expect((await both.client.post(undo, {})).status).toBe(409)
  })

  test('after a day, after an answer, or by who may not work on both it is refused', async () => {
    const { whole } = await splitHere()
    const undo = findUndo((await show(whole.id, both)).body)
    expect((await rani.client.post(undo, {})).status).toBe(409)
    expect((await dian.client.post(undo, {})).status).toBe(404)
    const other = await splitHere()
    const own = findUndo((await show(other.whole.id, both)).body)
    await both.client.post(`${href(other.part.id)}/ambil`, {})
    const { version } = await read(other.part.id)
    const answer = { finding: 'Tercecer.', action: 'Ditemukan.', remedy: 'Tanpa biaya.', nextStep: 'Ambil.', outcome: 'substantiated' }
    expect((await both.client.post(`${href(other.part.id)}/jawab`, { ...answer, version: String(version) })).status).toBe(303)
    expect((await both.client.post(own, {})).status).toBe(409)
    expect((await show(other.whole.id, both)).body).toContain('Bagian itu sudah dijawab')
    await pass(day + 1)
    expect((await both.client.post(undo, {})).status).toBe(409)
    expect(findUndo((await show(whole.id, both)).body)).toBe('')
  })
})

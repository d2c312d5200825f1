import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client, openSession } from '../../../test/client.ts'
import { enterReport, type SentReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { expectFolded } from '../../../test/folded.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { composeKeyholder } from '../../access/accounts/rules.ts'
import { answerTicket, askComplainant, loadThread, writeAsComplainant, writeToComplainant } from '../conversation/index.ts'
import { loadById } from '../record/index.ts'
import { lockNumbers, mergeNumbers } from './index.ts'

let service: TestService
let bitung: string
let rani: Console
let far: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  far = await openConsole(service, [{ role: 'handler', officeId: await findOffice(service, 'KANIM-TARAKAN') }])
})
afterAll(() => service.close())

/** Lets time pass; whoever is signed in comes back afterwards. */
async function pass(milliseconds: number): Promise<void> {
  service.clock.advance(milliseconds)
  await openSession(service, rani.client, rani.officer.id)
  await rani.client.get('/petugas')
}

const send = (changes: Parameters<typeof sendReport>[1] = {}) => sendReport(service, { officeId: bitung, ...changes })
const load = async (id: string) => {
  const ticket = await service.as(null, (ctx) => loadById(ctx.tx, id))
  if (ticket === null) throw new Error('the ticket is gone')
  return ticket
}
const standingOf = async (id: string) => (await load(id)).standing
const threadOf = (id: string) => service.as(null, async (ctx) => (await loadThread(ctx, id)).messages)
const whole = {
  finding: 'Mesin cetak rusak.',
  action: 'Diperbaiki.',
  remedy: 'Dicetak ulang tanpa biaya.',
  nextStep: 'Ambil Senin.',
  outcome: 'substantiated',
} as const
const answer = (id: string) => service.as(rani.officer.actor, (ctx) => answerTicket(ctx, id, whole))

async function postMerge(survivor: SentReport, numbers: string, by = rani) {
  const version = String((await standingOf(survivor.id)).version)
  return by.client.post(`/petugas/laporan/${survivor.id}/gabung`, { numbers, version })
}

/** As the form does, without its page. */
const merge = (survivorId: string, numbers: string) =>
  service.as(rani.officer.actor, async (ctx) => {
    await lockNumbers(ctx, survivorId, numbers)
    const survivor = await loadById(ctx.tx, survivorId)
    return survivor === null ? { ok: false } : mergeNumbers(ctx, survivor, numbers)
  })

const readClocks = async (id: string) =>
  (
    await service.owner.query(
      'select rule_id, started_at, planned_at, due_at, stopped_at, extended_to from deadlines_clock where ticket_id = $1 order by rule_id, started_at',
      [id],
    )
  ).rows

describe('K3 C19: merging at the console', () => {
  test('two reports go into a third; the officer sees them there and their complainants are answered as their own', async () => {
    const survivor = await send({ text: 'Kata rahasia pertama: kenari.' })
    const one = await send({ text: 'Kata rahasia kedua: merpati.', contact: { name: '', email: 'merpati@demo.test', phone: '' } })
    const two = await send()
    expect((await postMerge(survivor, `${one.number}\n${two.number}`)).location).toBe(`/petugas/laporan/${survivor.id}`)
    for (const { id } of [one, two]) expect((await standingOf(id)).state).toBe('merged')
    const page = (await rani.client.get(`/petugas/laporan/${survivor.id}`)).body
    expect(page).toContain(one.number)
    expect(page).toContain('2 laporan digabung ke sini')
    expect((await rani.client.get(`/petugas/laporan/${one.id}`)).body).toContain(survivor.number)

    const browser = new Client(service.app)
    await enterReport(browser, one)
    const before = (await browser.get('/lacak/laporan')).body
    expect(before).toContain('merpati')
    expect(before).not.toContain('kenari')
    expect(before).not.toContain(survivor.number)

    expect((await answer(survivor.id)).ok).toBe(true)
    await service.runJobs()
    for (const { id } of [survivor, one, two]) {
      await expectFolded(service, id)
      expect(await standingOf(id)).toMatchObject({ state: 'answered', outcome: 'substantiated', assigneeId: rani.officer.id })
      expect((await threadOf(id)).map(({ kind, answer: given, officerName }) => [kind, given?.finding, officerName])).toEqual([
        ['answer', 'Mesin cetak rusak.', 'Demo Rani'],
      ])
    }
    const after = (await browser.get('/lacak/laporan')).body
    expect(after).toContain('Mesin cetak rusak.')
    expect(after).not.toContain('kenari')
    expect(after).not.toContain(survivor.number)
    const { rows } = await service.owner.query('select template from notification_mail where ticket_id = $1', [one.id])
    expect(rows.map(({ template }) => template)).toContain('answer')
  })

  test('numbers that do not fit are named, and none of the others is merged', async () => {
    const survivor = await send()
    const good = await send()
    const foreign = await sendReport(service, { officeId: await findOffice(service, 'KANIM-TARAKAN'), text: 'Kata rahasia: cenderawasih.' })
    const refused = await postMerge(survivor, `${good.number}\n${foreign.number}\n${survivor.number}\nbukan nomor`)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Dapat digabung')
    expect(refused.body).toContain('Ini laporan yang sedang dibuka')
    expect((await standingOf(good.id)).state).toBe('submitted')
    // A2: one of another unit looks as if there were none.
    expect(refused.body.split('Tidak ada laporan dengan nomor ini').length - 1).toBe(2)
    expect(refused.body).not.toContain('cenderawasih')
    expect((await postMerge(survivor, ' ')).status).toBe(422)
  })

  test('A2: who does not see the survivor any more sees nothing of it on the merged one', async () => {
    const survivor = await send()
    const one = await send()
    await postMerge(survivor, one.number)
    await service.owner.query('update record_ticket set restricted = true, title = $2 where id = $1', [survivor.id, 'Judul tertutup'])
    const page = (await rani.client.get(`/petugas/laporan/${one.id}`)).body
    for (const hidden of [survivor.number, survivor.id, 'Judul tertutup', 'Ditangani bersama']) expect(page).not.toContain(hidden)
    expect((await rani.client.post(`/petugas/laporan/${one.id}/pisahkan`, {})).status).toBe(409)
    expect((await far.client.get(`/petugas/laporan/${one.id}`)).status).toBe(404)
  })

  test('K2: the form carries the version it was decided on', async () => {
    const survivor = await send()
    const one = await send()
    const version = String((await standingOf(survivor.id)).version)
    await service.as(composeKeyholder(survivor.id), (ctx) => writeAsComplainant(ctx, survivor.id, { body: 'Tambahan.' }))
    expect((await rani.client.post(`/petugas/laporan/${survivor.id}/gabung`, { numbers: one.number, version })).status).toBe(409)
    expect((await standingOf(one.id)).state).toBe('submitted')
  })
})

describe('K2: at the same moment', () => {
  test('A into B and B into A leaves exactly one alive', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await send(), await send()]
      const done = await Promise.all([merge(a.id, b.number), merge(b.id, a.number)])
      expect(done.filter(({ ok }) => ok)).toHaveLength(1)
      expect([(await standingOf(a.id)).state, (await standingOf(b.id)).state].sort()).toEqual(['merged', 'submitted'])
    }
  })
})

describe('K3: the way back', () => {
  test('undone within 24 hours a ticket stands exactly as it stood: state, officer, clocks', async () => {
    const steps = ['take', 'ask', 'investigate', 'write'] as const
    await fc.assert(
      fc.asyncProperty(fc.subarray([...steps]), fc.integer({ min: 0, max: 24 * 60 }), async (done, minutes) => {
        const [a, b] = [await send(), await send()]
        const act = rani.officer.actor
        if (done.includes('take')) await rani.client.post(`/petugas/laporan/${a.id}/ambil`, {})
        if (done.includes('investigate')) await rani.client.post(`/petugas/laporan/${a.id}/teliti`, {})
        if (done.includes('ask')) await service.as(act, (ctx) => askComplainant(ctx, a.id, { body: 'Kapan?' }))
        if (done.includes('write')) await service.as(act, (ctx) => writeToComplainant(ctx, a.id, { body: 'Kami periksa.' }))
        const { version: _, ...before } = await standingOf(a.id)
        const clocks = await readClocks(a.id)
        const { version: __, ...alone } = await standingOf(b.id)
        expect((await merge(b.id, a.number)).ok).toBe(true)
        await pass(minutes * 60_000)
        expect((await rani.client.post(`/petugas/laporan/${a.id}/pisahkan`, {})).status).toBe(303)
        expect(await standingOf(a.id)).toMatchObject(before)
        expect(await readClocks(a.id)).toEqual(clocks)
        expect(await standingOf(b.id)).toMatchObject(alone)
        await expectFolded(service, a.id)
        await expectFolded(service, b.id)
      }),
      { numRuns: 12 },
    )
  })

  test('later it is no longer undone', async () => {
    const [a, b] = [await send(), await send()]
    await merge(b.id, a.number)
    await pass(24 * 3_600_000 + 1)
    expect((await rani.client.get(`/petugas/laporan/${a.id}`)).body).not.toContain('/pisahkan')
    expect((await rani.client.post(`/petugas/laporan/${a.id}/pisahkan`, {})).status).toBe(409)
    expect((await standingOf(a.id)).state).toBe('merged')
  })

  test('C8: a reply while merged ends the standing still, and the way back leads past the question', async () => {
    const [a, b] = [await send(), await send()]
    await service.as(rani.officer.actor, (ctx) => askComplainant(ctx, a.id, { body: 'Kapan?' }))
    await merge(b.id, a.number)
    await pass(60_000)
    expect((await service.as(composeKeyholder(a.id), (ctx) => writeAsComplainant(ctx, a.id, { body: 'Kemarin.' }))).ok).toBe(true)
    expect((await standingOf(a.id)).state).toBe('merged')
    expect((await rani.client.get(`/petugas/laporan/${b.id}`)).body).toContain('Pelapor menulis sejak digabung')
    const { rows } = await service.owner.query('select from deadlines_pause where ticket_id = $1 and until_at is null', [a.id])
    expect(rows).toEqual([])
    await rani.client.post(`/petugas/laporan/${a.id}/pisahkan`, {})
    expect((await standingOf(a.id)).state).toBe('checking')
  })

  test.each(['withdrawn', 'moved'] as const)('when the survivor is %s, those merged into it come back to hand', async (way) => {
    const [a, b] = [await send(), await send()]
    await merge(b.id, a.number)
    if (way === 'withdrawn') {
      const browser = new Client(service.app)
      await enterReport(browser, b)
      await browser.post('/lacak/laporan/cabut', { words: '' })
    } else {
      const office = await findOffice(service, 'KANIM-TARAKAN')
      const version = String((await standingOf(b.id)).version)
      await rani.client.post(`/petugas/laporan/${b.id}/pindahkan`, { office, words: 'Di sana.', version })
    }
    await service.runJobs()
    expect(await standingOf(a.id)).toMatchObject({ state: 'submitted', closedAt: null, owed: true })
  })
})

test('C19: the earliest date of all binds the survivor, also after its own clock moved; parted, its own holds again', async () => {
  const old = await send()
  await pass(3 * 24 * 3_600_000)
  const survivor = await send()
  const own = (await standingOf(survivor.id)).dueAt
  const earlier = (await standingOf(old.id)).dueAt
  expect(earlier < own).toBe(true)
  await merge(survivor.id, old.number)
  expect((await standingOf(survivor.id)).dueAt).toEqual(earlier)
  await service.as(rani.officer.actor, (ctx) => askComplainant(ctx, survivor.id, { body: 'Kapan?' }))
  await service.runJobs()
  expect((await standingOf(survivor.id)).dueAt).toEqual(earlier)
  await service.as(composeKeyholder(survivor.id), (ctx) => writeAsComplainant(ctx, survivor.id, { body: 'Kemarin.' }))
  await rani.client.post(`/petugas/laporan/${old.id}/pisahkan`, {})
  await service.runJobs()
  expect((await standingOf(survivor.id)).dueAt).toEqual(own)
})

test('C19: 1,000 merged tickets keep 1,000 references, deadlines and private threads; one answer reaches all, each once', async () => {
  const survivor = await send()
  const model = await send()
  await service.owner.query(
    `insert into record_ticket select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
       'number', '27-' || lpad((i / 10000)::text, 4, '0') || '-' || lpad((i % 10000)::text, 4, '0') || '-X'))).*
     from record_ticket t, generate_series(1, 1000) i where t.id = $1`,
    [model.id],
  )
  await service.owner.query(
    `insert into deadlines_clock select (jsonb_populate_record(c, jsonb_build_object('ticket_id', t.id))).*
     from deadlines_clock c, record_ticket t where c.ticket_id = $1 and t.number like '27-%-X'`,
    [model.id],
  )
  await service.owner.query(
    `insert into joining_merge (id, ticket_id, survivor_id, at, officer_id, before_state)
     select gen_random_uuid(), id, $1, $2, $3, 'submitted' from record_ticket where number like '27-%-X'`,
    [survivor.id, service.clock.now(), rani.officer.id],
  )
  await service.owner.query(`update record_ticket set state = 'merged', owed = false where number like '27-%-X'`)
  const page = (await rani.client.get(`/petugas/laporan/${survivor.id}`)).body
  expect(page).toContain('1.000 laporan digabung ke sini')
  expect(page).toContain('Dan 950 laporan lagi.')
  await answer(survivor.id)
  await service.runJobs()
  const { rows } = await service.owner.query<Record<string, string>>(
    `select count(*) as tickets, count(distinct number) as numbers, count(distinct due_at) as dues,
       count(*) filter (where state = 'answered') as answered,
       (select count(*) from conversation_message m where m.kind = 'answer' and m.ticket_id = any (array_agg(t.id))) as answers,
       (select count(distinct m.ticket_id) from conversation_message m where m.ticket_id = any (array_agg(t.id))) as threads
     from record_ticket t where number like '27-%-X'`,
  )
  expect(rows[0]).toEqual({ tickets: '1000', numbers: '1000', dues: '1', answered: '1000', answers: '1000', threads: '1000' })
})

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { expectFolded } from '../../../test/folded.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { composeKeyholder } from '../../access/accounts/rules.ts'
import { defaultTimeZone } from '../../platform/i18n.ts'
import { writeAsComplainant } from '../conversation/index.ts'
import { loadCalendar } from '../deadlines/index.ts'
import { workingTimeBetween } from '../deadlines/rules.ts'
import { answer, ask, extendDeadline, reopenTicket, write } from './index.ts'

const hour = 3_600_000
const day = 24 * hour

let service: TestService
let office: string
let manager: Console
let handler: Console

beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T02:00:00Z' })
  office = await findOffice(service, 'KANIM-JAKARTA-PUSAT')
  manager = await openConsole(service, [{ role: 'manager', officeId: office }])
  handler = await openConsole(service, [{ role: 'handler', officeId: office }])
})
afterAll(() => service.close())

type ClockRow = { rule_id: string; due_at: Date; planned_at: Date; pausable: boolean }

async function readClocks(id: string): Promise<ClockRow[]> {
  const { rows } = await service.owner.query<ClockRow>(
    'select rule_id, due_at, planned_at, pausable from deadlines_clock where ticket_id = $1 and stopped_at is null order by rule_id',
    [id],
  )
  return rows
}

async function readDue(id: string): Promise<Date> {
  const { rows } = await service.owner.query<{ due_at: Date }>('select due_at from record_ticket where id = $1', [id])
  if (rows[0] === undefined) throw new Error('the ticket is gone')
  return rows[0].due_at
}

const done = async <T extends { ok: boolean }>(work: Promise<T>): Promise<T> => {
  const result = await work
  expect(result).toMatchObject({ ok: true })
  return result
}
const asManager = <T>(work: Parameters<typeof service.as<T>>[1]) => service.as(manager.officer.actor, work)
const reply = (id: string) => done(service.as(composeKeyholder(id), (ctx) => writeAsComplainant(ctx, id, { body: 'Sudah saya kirim.' })))
const question = (ticketId: string) =>
  done(asManager((ctx) => ask(ctx, { ticketId, body: 'Nomor permohonannya?', pause: 'documents_awaited' })))

async function worked(from: Date, to: Date): Promise<number> {
  const time = await service.as(null, async (ctx) => {
    const calendar = await loadCalendar(ctx, { id: office, timeZone: defaultTimeZone, province: 'DKI Jakarta' })
    return workingTimeBetween(from, to, calendar)
  })
  if (!time.ok) throw new Error(time.error)
  return time.value
}

describe('C8: the clock stands still while the complainant is asked', () => {
  test('the reply gives back exactly the working time, the law goes on, and both figures stay', async () => {
    const { id } = await sendReport(service, { officeId: office })
    const before = await readClocks(id)
    const asked = service.clock.now()
    await question(id)
    await expectFolded(service, id)
    const waiting = await readClocks(id)
    // The latest possible time is shown while nobody knows when the reply comes.
    const paused = waiting.find(({ pausable }) => pausable)
    expect(await worked(paused?.planned_at ?? asked, paused?.due_at ?? asked)).toBe(
      await worked(asked, new Date(asked.getTime() + 30 * day)),
    )
    expect(await readDue(id)).toEqual(paused?.due_at)
    service.clock.advance(2 * day + 3 * hour)
    await reply(id)
    await expectFolded(service, id)
    const after = await readClocks(id)
    for (const clock of after) {
      const was = before.find(({ rule_id }) => rule_id === clock.rule_id)
      expect(clock.planned_at).toEqual(was?.due_at)
      expect(await worked(clock.planned_at, clock.due_at)).toBe(clock.pausable ? await worked(asked, service.clock.now()) : 0)
    }
  })

  test('officer and complainant see the same reason and the same date', async () => {
    service.clock.set('2026-11-24T02:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    await question(id)
    const { rows } = await service.owner.query<{ payload: { reason: string; dueAt: string }; visible: boolean }>(
      `select payload, visible from record_event where ticket_id = $1 and type = 'ticket.clock_paused'`,
      [id],
    )
    expect(rows).toMatchObject([{ visible: true, payload: { reason: 'documents_awaited' } }])
    expect(new Date(rows[0]?.payload.dueAt ?? 0)).toEqual(await readDue(id))
    const page = (await manager.client.get(`/petugas/laporan/${id}`)).body
    expect(page).toContain('Berhenti sejak')
    expect(page).toContain('Pelapor diminta mengirim dokumen')
  })

  test('words that are no question stop nothing, and a second question does not begin anew', async () => {
    const { id } = await sendReport(service, { officeId: office })
    const before = await readDue(id)
    await done(asManager((ctx) => write(ctx, { ticketId: id, body: 'Kami sedang memeriksa.' })))
    expect(await readDue(id)).toEqual(before)
    await question(id)
    const paused = await readDue(id)
    service.clock.advance(hour)
    await question(id)
    expect(await readDue(id)).toEqual(paused)
    expect((await service.owner.query('select from deadlines_pause where ticket_id = $1', [id])).rowCount).toBe(1)
  })

  test('an answer while waiting ends the pause, and what is taken up again is promised anew, whatever stood still before', async () => {
    const { id } = await sendReport(service, { officeId: office })
    await question(id)
    service.clock.advance(hour)
    const whole = {
      finding: 'Ada.',
      action: 'Diperbaiki.',
      remedy: 'Permintaan maaf.',
      nextStep: 'Selesai.',
      outcome: 'substantiated',
    } as const
    const { rows } = await service.owner.query<{ version: number }>('select version from record_ticket where id = $1', [id])
    await done(asManager((ctx) => answer(ctx, { ticketId: id, version: rows[0]?.version ?? 0, ...whole })))
    await expectFolded(service, id)
    expect((await service.owner.query('select from deadlines_pause where ticket_id = $1 and until_at is null', [id])).rowCount).toBe(0)
    service.clock.advance(20 * day)
    await done(asManager((ctx) => reopenTicket(ctx, id)))
    await expectFolded(service, id)
    const again = (await readClocks(id)).find(({ pausable }) => pausable)
    expect(again?.due_at).toEqual(again?.planned_at)
    await question(id)
    service.clock.advance(hour)
    const asked = new Date(service.clock.now().getTime() - hour)
    await reply(id)
    const moved = (await readClocks(id)).find(({ pausable }) => pausable)
    expect(await worked(moved?.planned_at ?? asked, moved?.due_at ?? asked)).toBe(await worked(asked, service.clock.now()))
  })

  test('any sequence of questions and replies moves the due time by the working time waited and never further', async () => {
    const steps = fc.array(fc.record({ before: fc.integer({ min: 1, max: 600 }), waited: fc.integer({ min: 1, max: 4_000 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (turns) => {
        const { id } = await sendReport(service, { officeId: office })
        const planned = await readDue(id)
        let stood = 0
        for (const { before, waited } of turns) {
          service.clock.advance(before * 60_000)
          const asked = service.clock.now()
          await question(id)
          service.clock.advance(waited * 60_000)
          await reply(id)
          stood += await worked(asked, service.clock.now())
        }
        expect(await worked(planned, await readDue(id))).toBe(stood)
      }),
      { numRuns: 12, seed: 11 },
    )
    service.clock.set('2026-11-24T02:00:00Z')
  })
})

describe('C9: a promise is moved only later, with a reason, and not without end', () => {
  test('a manager extends, the complainant is told, the first date stays in sight', async () => {
    const { id } = await sendReport(service, { officeId: office })
    const before = await readDue(id)
    const base = { ticketId: id, version: 1, reason: 'examination', words: 'Menunggu rekaman kamera.' } as const
    expect(await asManager((ctx) => extendDeadline(ctx, { ...base, days: 15 }))).toEqual({ ok: false, error: 'beyond_longest' })
    expect(await service.as(handler.officer.actor, (ctx) => extendDeadline(ctx, { ...base, days: 3 }))).toEqual({
      ok: false,
      error: 'permission',
    })
    await done(asManager((ctx) => extendDeadline(ctx, { ...base, days: 3 })))
    await expectFolded(service, id)
    const after = await readDue(id)
    expect(after > before).toBe(true)
    expect((await readClocks(id)).find(({ pausable }) => pausable)?.planned_at).toEqual(before)
    expect(await asManager((ctx) => extendDeadline(ctx, { ...base, days: 3 }))).toEqual({ ok: false, error: 'stale' })
    const page = (await manager.client.get(`/petugas/laporan/${id}`)).body
    expect(page).toContain('Menunggu rekaman kamera.')
  })

  test('the form refuses no days, a reason nobody listed and no words, and keeps what was typed', async () => {
    const { id } = await sendReport(service, { officeId: office })
    const path = `/petugas/laporan/${id}/perpanjang`
    expect((await manager.client.get(path)).status).toBe(200)
    for (const form of [{ days: '0' }, { days: 'tiga' }, { reason: 'malas' }, { words: '' }]) {
      const sent = await manager.client.post(path, { days: '2', reason: 'expert', words: 'Alasan.', version: '1', ...form })
      expect(sent.status).toBe(422)
      expect(sent.body).toContain('Alasan')
    }
    const due = await readDue(id)
    const sent = await manager.client.post(path, { days: '2', reason: 'expert', words: 'Alasan.', version: '1' })
    expect(sent.status).toBe(303)
    expect((await readDue(id)) > due).toBe(true)
  })

  test('fifty comments and views between two reads leave the due time alone', async () => {
    const { id } = await sendReport(service, { officeId: office })
    const due = await readDue(id)
    const before = await readClocks(id)
    for (let turn = 0; turn < 25; turn += 1) {
      service.clock.advance(60_000)
      await manager.client.get(`/petugas/laporan/${id}`)
      await done(asManager((ctx) => write(ctx, { ticketId: id, body: `Kabar ${turn}.` })))
    }
    expect(await readDue(id)).toEqual(due)
    expect(await readClocks(id)).toEqual(before)
  })
})

describe('C8 domain rule 6: what is answered closes by itself', () => {
  const watch = () => service.runJob('deadlines.watch')
  const whole = {
    finding: 'Ada.',
    action: 'Diperbaiki.',
    remedy: 'Permintaan maaf.',
    nextStep: 'Selesai.',
    outcome: 'substantiated',
  } as const
  const readState = async (id: string) => {
    const { rows } = await service.owner.query<{ state: string; version: number }>(
      'select state, version from record_ticket where id = $1',
      [id],
    )
    return rows[0]
  }
  const answerIt = async (id: string) =>
    done(asManager(async (ctx) => answer(ctx, { ticketId: id, version: (await readState(id))?.version ?? 0, ...whole })))

  test('ten working days after the office last spoke, not before, and once; a reply opens it again', async () => {
    service.clock.set('2026-11-24T02:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    await answerIt(id)
    service.clock.set('2026-11-26T02:00:00Z')
    await done(asManager((ctx) => write(ctx, { ticketId: id, body: 'Tambahan.' })))
    // Ten working days after the 26th end with the 10th of December.
    service.clock.set('2026-12-10T16:00:00Z')
    await watch()
    expect((await readState(id))?.state).toBe('answered')
    service.clock.set('2026-12-10T17:01:00Z')
    await watch()
    await watch()
    await expectFolded(service, id)
    const { rows } = await service.owner.query<{ reason: string; actor_kind: string }>(
      `select payload->>'reason' as reason, actor_kind from record_event where ticket_id = $1 and type = 'ticket.closed'`,
      [id],
    )
    expect(rows).toEqual([{ reason: 'no_reply', actor_kind: 'system' }])
    await reply(id)
    expect((await readState(id))?.state).toBe('investigating')
    await expectFolded(service, id)
  })

  test('a reply before that keeps it open, and another answer begins the days anew', async () => {
    service.clock.set('2026-11-24T02:00:00Z')
    const { id } = await sendReport(service, { officeId: office })
    await answerIt(id)
    service.clock.set('2026-12-07T02:00:00Z')
    await reply(id)
    await answerIt(id)
    service.clock.set('2026-12-15T02:00:00Z')
    await watch()
    expect((await readState(id))?.state).toBe('answered')
    service.clock.set('2026-12-22T02:00:00Z')
    await watch()
    expect((await readState(id))?.state).toBe('closed')
  })
})

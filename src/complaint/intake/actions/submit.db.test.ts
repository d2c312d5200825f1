import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addOfficer, createTestService, findOffice, type TestService } from '../../../../test/service.ts'
import { composeKeyholder } from '../../../access/accounts/rules.ts'
import { matchesEmail, readIdentity } from '../../../access/confidentiality/index.ts'
import { type Actor, visitor } from '../../../platform/context.ts'
import type { TicketEvent } from '../../record/events.ts'
import { fold } from '../../record/rules.ts'
import { type ReportInput, submitReport } from './submit.ts'

let service: TestService
let bitung: string
beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T03:00:00Z' })
  bitung = await findOffice(service, 'KANIM-BITUNG')
})
afterAll(() => service.close())

const report: ReportInput = {
  kind: 'complaint',
  category: 'PSP.06',
  officeId: null,
  text: 'Paspor anak saya terlambat tiga minggu. Mohon dibantu.',
  wish: '',
  happenedOn: null,
  happenedAt: '',
  relation: null,
  anonymous: false,
  secret: false,
  unidentified: false,
  contact: { name: '', email: '', phone: '' },
  channel: 'web',
  language: 'id',
  files: [],
  idempotencyKey: null,
}

const send = (changes: Partial<ReportInput>, actor: Actor = visitor) =>
  service.as(actor, (ctx) => submitReport(ctx, { ...report, ...changes }))

async function accept(changes: Partial<ReportInput>) {
  const result = await send(changes)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

async function loadRow(id: string) {
  const { rows } = await service.owner.query(
    `select t.*, o.code as office_code, to_char(t.happened_on, 'YYYY-MM-DD') as happened from record_ticket t join accounts_office o on o.id = t.office_id where t.id = $1`,
    [id],
  )
  return rows[0] as Record<string, unknown>
}

async function countTickets(): Promise<number> {
  return Number((await service.owner.query('select count(*) from record_ticket')).rows[0].count)
}

describe('C1 P5: taking in a report', () => {
  test('gives a number, a code and promises with their law, and starts the clocks of the office', async () => {
    const receipt = await accept({ officeId: bitung, happenedOn: '2026-09-03' })
    expect(receipt.number).toMatch(/^26-\d{4}-\d{4}-[0-9A-Z]$/)
    expect(receipt.accessCode).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    expect(receipt.timeZone).toBe('Asia/Makassar')
    expect(receipt.promises.map(({ kind, dueAt }) => [kind, dueAt.toISOString()])).toEqual([
      ['first_check', '2026-11-27T15:59:59.999Z'],
      ['completeness', '2026-12-08T15:59:59.999Z'],
      ['answer', '2026-12-14T15:59:59.999Z'],
    ])
    expect(receipt.promises.every(({ law }) => law !== '')).toBe(true)
    expect(await loadRow(receipt.id)).toMatchObject({
      office_code: 'KANIM-BITUNG',
      state: 'submitted',
      class: 'NON',
      title: 'Paspor anak saya terlambat tiga minggu',
      happened: '2026-09-03',
    })
    const events = await service.owner.query<{ type: string; payload: never; at: Date }>(
      'select * from record_event where ticket_id = $1',
      [receipt.id],
    )
    expect(events.rows.map(({ type, payload }) => [type, (payload as { lateFiled: boolean }).lateFiled])).toEqual([
      ['ticket.submitted', true],
    ])
    const folded = fold(events.rows.map(({ type, payload, at }) => ({ event: { type, payload } as TicketEvent, at })))
    expect(folded).toMatchObject({ state: 'submitted', category: 'PSP.06', dueAt: (await loadRow(receipt.id))['due_at'] })
  })

  test('keeps the code nowhere in clear', async () => {
    const { accessCode, number } = await accept({})
    const dump = JSON.stringify(
      (
        await service.owner.query('select * from record_ticket t left join record_event e on e.ticket_id = t.id where number = $1', [
          number,
        ])
      ).rows,
    )
    expect(dump).not.toContain(accessCode)
    expect(dump).not.toContain(accessCode?.replaceAll('-', ''))
  })

  test.each([
    ['INT.01', 'PATNAL', 'OVR', true],
    ['SVC.01', 'PATNAL', 'NON', false],
    ['TPI.06', 'PATNAL', 'NON', false],
    ['DET.05', 'PATNAL', 'OVR', true],
    ['VSA.01', 'DITJEN', 'NON', false],
    ['DET.01', 'DITJEN', 'OVR', true],
    ['PSP', 'KANIM-BITUNG', 'NON', false],
  ])('C11: %s about Bitung goes to %s in class %s', async (category, office, ticketClass, restricted) => {
    const { id } = await accept({ category, officeId: bitung })
    expect(await loadRow(id)).toMatchObject({ office_code: office, class: ticketClass, restricted, concerned_office_id: bitung })
  })

  test('an unknown office goes to the contact unit', async () => {
    expect(await loadRow((await accept({})).id)).toMatchObject({ office_code: 'CONTACT', concerned_office_id: null })
  })

  test.each<[Partial<ReportInput>, string]>([
    [{ category: 'XXX' }, 'category_unknown'],
    [{ officeId: '0193b1a2-0000-7000-8000-000000000000' }, 'office_unknown'],
    [{ text: '' }, 'text_missing'],
    [{ text: 'a'.repeat(51_001) }, 'text_too_long'],
    [{ happenedOn: '2026-11-26' }, 'date_future'],
  ])('what is wrong is refused as $1 and leaves nothing', async (changes, problem) => {
    const before = await countTickets()
    expect(await send({ ...changes, idempotencyKey: `refused-${problem}` })).toEqual({ ok: false, error: problem })
    expect(await countTickets()).toBe(before)
    expect((await send({ idempotencyKey: `refused-${problem}` })).ok).toBe(true)
  })
})

describe('C4: sending twice makes one ticket', () => {
  test('five posts at once under one key make one ticket, and one answer has the code', async () => {
    const before = await countTickets()
    const receipts = await Promise.all(Array.from({ length: 5 }, () => accept({ idempotencyKey: 'five-at-once' })))
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(1)
    expect(receipts.filter(({ accessCode }) => accessCode !== null)).toHaveLength(1)
    expect(receipts.filter(({ repeated }) => repeated)).toHaveLength(4)
    expect(new Set(receipts.map(({ promises }) => JSON.stringify(promises))).size).toBe(1)
    expect(await countTickets()).toBe(before + 1)
  })

  test('the same key with another report is a mistake, and tells nothing of the first', async () => {
    await accept({ idempotencyKey: 'used' })
    expect(await send({ idempotencyKey: 'used', text: 'Laporan lain.' })).toEqual({ ok: false, error: 'key_reused' })
  })

  test('two senders with an identity do not share keys', async () => {
    const [one, two] = [
      await addOfficer(service, [{ role: 'intake', officeId: bitung }]),
      await addOfficer(service, [{ role: 'intake', officeId: bitung }]),
    ]
    const numbers = await Promise.all([one, two].map(async ({ actor }) => send({ idempotencyKey: '1' }, actor)))
    expect(new Set(numbers.map((result) => (result.ok ? result.value.number : ''))).size).toBe(2)
  })
})

describe('C12: who brought it', () => {
  const contact = { name: 'Demo Rina Kenari', email: 'Demo.Kenari@contoh.id', phone: '0812-0000-7788' }

  test('is sealed, and given to the complainant and to officers of the unit', async () => {
    const { id } = await accept({ officeId: bitung, contact })
    const officer = await addOfficer(service, [{ role: 'handler', officeId: bitung }])
    for (const actor of [officer.actor, composeKeyholder(id), null])
      expect(await service.as(actor, (ctx) => readIdentity(ctx, id))).toEqual(contact)
    expect(await service.as(visitor, (ctx) => readIdentity(ctx, id))).toBeNull()
    const { rows } = await service.owner.query('select * from confidentiality_identity where ticket_id = $1', [id])
    expect(JSON.stringify(rows)).not.toMatch(/kenari|7788/i)
    expect(Buffer.from((rows[0] as { sealed: Buffer }).sealed).toString('latin1')).not.toMatch(/kenari/i)
    expect(await service.as(null, (ctx) => matchesEmail(ctx, id, ' demo.kenari@CONTOH.id'))).toBe(true)
    expect(await service.as(null, (ctx) => matchesEmail(ctx, id, 'lain@contoh.id'))).toBe(false)
    expect(await service.as(null, (ctx) => matchesEmail(ctx, id, ''))).toBe(false)
  })

  test('is never given to an officer when the complainant is anonymous', async () => {
    const { id } = await accept({ officeId: bitung, contact, anonymous: true })
    const manager = await addOfficer(service, [{ role: 'manager', officeId: bitung }])
    expect(await service.as(manager.actor, (ctx) => readIdentity(ctx, id))).toBeNull()
    expect(await service.as(composeKeyholder(id), (ctx) => readIdentity(ctx, id))).toEqual(contact)
  })

  test('is dropped unseen when the report has no identity', async () => {
    const { id } = await accept({ officeId: bitung, contact, unidentified: true, idempotencyKey: 'no-identity' })
    expect((await service.owner.query('select * from confidentiality_identity where ticket_id = $1', [id])).rows).toEqual([])
  })

  test('opens only in its own row', async () => {
    const [one, two] = [await accept({ contact }), await accept({ contact: { ...contact, name: 'Demo Lain' } })]
    await service.owner.query(
      'update confidentiality_identity set sealed = (select sealed from confidentiality_identity where ticket_id = $2) where ticket_id = $1',
      [one.id, two.id],
    )
    await expect(service.as(null, (ctx) => readIdentity(ctx, one.id))).rejects.toThrow('seal_broken')
  })
})

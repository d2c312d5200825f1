import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { expectFolded } from '../../../test/folded.ts'
import { addOfficer, createTestService, findOffice, type TestOfficer, type TestService } from '../../../test/service.ts'
import { composeKeyholder } from '../../access/accounts/rules.ts'
import { visitor } from '../../platform/context.ts'
import { loadById } from '../record/index.ts'
import { addNote, answerTicket, askComplainant, loadNotes, loadThread, openFile, writeAsComplainant, writeToComplainant } from './index.ts'

let service: TestService
let office: string
let officer: TestOfficer
let stranger: TestOfficer
beforeAll(async () => {
  service = await createTestService()
  office = await findOffice(service, 'KANIM-BITUNG')
  officer = await addOfficer(service, [{ role: 'handler', officeId: office }], 'Demo Petugas Bitung')
  stranger = await addOfficer(service, [{ role: 'handler', officeId: await findOffice(service, 'KANIM-TARAKAN') }])
})
afterAll(() => service.close())

const newTicket = () => sendReport(service, { officeId: office })
const whole = {
  finding: 'Ada.',
  action: 'Diperbaiki.',
  remedy: 'Permintaan maaf.',
  nextStep: 'Selesai.',
  outcome: 'substantiated',
} as const

describe('K4: who says what moves a ticket where', () => {
  test('question, reply, message, note, answer, reply: each step on the table, the row the sum of the events', async () => {
    const { id } = await newTicket()
    const keyholder = composeKeyholder(id)
    const stateAfter = async (work: Promise<{ ok: boolean }>) => {
      expect((await work).ok).toBe(true)
      service.clock.advance(1000)
      await expectFolded(service, id)
      return (await service.as(null, (ctx) => loadById(ctx.tx, id)))?.standing.state
    }
    expect(await stateAfter(service.as(officer.actor, (ctx) => askComplainant(ctx, id, { body: 'Kapan?' })))).toBe('waiting_complainant')
    expect(await stateAfter(service.as(keyholder, (ctx) => writeAsComplainant(ctx, id, { body: 'Kemarin.' })))).toBe('checking')
    expect(await stateAfter(service.as(officer.actor, (ctx) => writeToComplainant(ctx, id, { body: 'Terima kasih.' })))).toBe('checking')
    expect(await stateAfter(service.as(officer.actor, (ctx) => addNote(ctx, id, { body: 'Cek seksi.' })))).toBe('checking')
    expect(await stateAfter(service.as(officer.actor, (ctx) => answerTicket(ctx, id, whole)))).toBe('answered')
    expect((await service.as(null, (ctx) => loadById(ctx.tx, id)))?.standing.assigneeId).toBe(officer.id)
    expect(await stateAfter(service.as(keyholder, (ctx) => writeAsComplainant(ctx, id, { body: 'Belum.' })))).toBe('investigating')
    const thread = await service.as(officer.actor, (ctx) => loadThread(ctx, id))
    expect(thread.messages.map(({ author, kind }) => [author, kind])).toEqual([
      ['officer', 'question'],
      ['complainant', 'message'],
      ['officer', 'message'],
      ['officer', 'answer'],
      ['complainant', 'message'],
    ])
    expect(thread.messages[0]?.officerName).toBe('Demo Petugas Bitung')
    expect((await service.as(officer.actor, (ctx) => loadNotes(ctx, id))).map(({ body }) => body)).toEqual(['Cek seksi.'])
  })

  test('C13: the complainant gets the same conversation without any name', async () => {
    const { id } = await newTicket()
    await service.as(officer.actor, (ctx) => answerTicket(ctx, id, whole))
    const thread = await service.as(composeKeyholder(id), (ctx) => loadThread(ctx, id))
    expect(thread.messages[0]).toMatchObject({ officerId: null, officerName: null, answer: { finding: 'Ada.' } })
    expect(JSON.stringify(thread)).not.toMatch(/Demo Petugas/)
  })
})

test.each(['finding', 'action', 'nextStep'] as const)('C16: no answer without %s, and nothing changes', async (part) => {
  const { id } = await newTicket()
  expect(await service.as(officer.actor, (ctx) => answerTicket(ctx, id, { ...whole, [part]: '  ' }))).toEqual({
    ok: false,
    error: 'answer_incomplete',
  })
  expect((await service.as(null, (ctx) => loadById(ctx.tx, id)))?.standing).toMatchObject({ state: 'submitted', version: 1 })
})

describe('A1: those it is not for', () => {
  test('another office, a visitor and another complainant find no ticket; a complainant writes no answer and no note', async () => {
    const { id } = await newTicket()
    const other = composeKeyholder((await newTicket()).id)
    expect(await service.as(stranger.actor, (ctx) => writeToComplainant(ctx, id, { body: 'x' }))).toEqual({
      ok: false,
      error: 'ticket_not_found',
    })
    expect(await service.as(stranger.actor, (ctx) => answerTicket(ctx, id, whole))).toEqual({ ok: false, error: 'ticket_not_found' })
    for (const actor of [visitor, other])
      expect(await service.as(actor, (ctx) => writeAsComplainant(ctx, id, { body: 'x' }))).toEqual({ ok: false, error: 'ticket_not_found' })
    const keyholder = composeKeyholder(id)
    expect(await service.as(keyholder, (ctx) => answerTicket(ctx, id, whole))).toEqual({ ok: false, error: 'not_an_officer' })
    expect(await service.as(keyholder, (ctx) => addNote(ctx, id, { body: 'x' }))).toEqual({ ok: false, error: 'not_an_officer' })
    expect((await service.as(stranger.actor, (ctx) => loadThread(ctx, id))).messages).toEqual([])
  })

  test('C7 U5: a file opens only through its own ticket and for those who see it', async () => {
    const { id } = await newTicket()
    const second = await newTicket()
    const stored = await service.services.files.put(Buffer.from('demo'))
    if (!stored.ok) throw new Error(stored.error)
    const files = [{ name: 'a.pdf', type: 'application/pdf', size: 4, sha256: stored.value.sha256, storeKey: stored.value.key }]
    await service.as(composeKeyholder(id), (ctx) => writeAsComplainant(ctx, id, { body: '', files }))
    const thread = await service.as(officer.actor, (ctx) => loadThread(ctx, id))
    const fileId = thread.messages[0]?.files[0]?.id ?? ''
    const tries = [
      [officer.actor, id, true],
      [composeKeyholder(id), id, true],
      [stranger.actor, id, false],
      [visitor, id, false],
      [composeKeyholder(second.id), id, false],
      [composeKeyholder(second.id), second.id, false],
      [officer.actor, second.id, false],
    ] as const
    for (const [actor, ticketId, opens] of tries) {
      const opened = await service.as(actor, (ctx) => openFile(ctx, ticketId, fileId))
      expect(opened.ok).toBe(opens)
      if (opened.ok) opened.value.stream.destroy()
    }
  })
})

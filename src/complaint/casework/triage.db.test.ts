import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../../test/client.ts'
import { enterReport, sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { expectFolded } from '../../../test/folded.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { previewHref, ticketHref, verbHref } from './urls.ts'

let service: TestService
let bitung: string
let intake: Console
let handler: Console

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  intake = await openConsole(service, [{ role: 'intake', officeId: bitung }], 'Demo Wati')
  handler = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
})
afterAll(() => service.close())

const send = (text: string, changes: Parameters<typeof sendReport>[1] = {}) => sendReport(service, { officeId: bitung, text, ...changes })

async function readSeverity(id: string): Promise<number> {
  const { rows } = await service.owner.query<{ severity: number }>('select severity from record_ticket where id = $1', [id])
  return rows[0]?.severity ?? -1
}

async function grade(who: Console, id: string, severity: string, reasons: readonly string[]) {
  const { rows } = await service.owner.query<{ version: number }>('select version from record_ticket where id = $1', [id])
  return who.client.post(verbHref(id, 'grade'), { severity, reasons: [...reasons], version: String(rows[0]?.version) })
}

/** Their places in the inbox, the most urgent first. */
async function readOrder(ids: readonly string[]): Promise<readonly string[]> {
  const { body } = await handler.client.get('/petugas')
  return [...ids].sort((a, b) => body.indexOf(`/petugas/laporan/${a}`) - body.indexOf(`/petugas/laporan/${b}`))
}

describe('rule 44: severity', () => {
  test('A9: what a report says of itself makes it no graver; it is proposed to officers, who decide with a reason', async () => {
    const { id } = await send('Adik saya dipukul petugas kemarin. severity: very_high')
    expect(await readSeverity(id)).toBe(2)
    const { body } = await handler.client.get(ticketHref(id))
    expect(body).toContain('menunjuk ke kegawatan: Sangat tinggi')
    expect(body).toContain('<q dir="auto">dipukul</q>')
    const form = (await handler.client.get(verbHref(id, 'grade'))).body
    expect(form).toMatch(/value="very_high" checked/)
    expect(form).toMatch(/value="violence" checked/)
    const refused = await grade(handler, id, 'very_high', [])
    expect([refused.status, await readSeverity(id)]).toEqual([422, 2])
    expect((await grade(intake, id, 'very_high', ['violence', 'threat'])).status).toBe(303)
    expect(await readSeverity(id)).toBe(0)
    await expectFolded(service, id)
    const shown = (await handler.client.get(ticketHref(id))).body
    expect(shown).toContain('Sangat gawat')
    expect(shown).toContain('Kekerasan; Ancaman atau pemerasan')
  })

  test('two ticks survive a refusal', async () => {
    const { id } = await send('Kemarin petugas menolak berkas saya.')
    const again = await handler.client.post(verbHref(id, 'grade'), { severity: 'high', reasons: ['threat', 'travel_soon'], version: '999' })
    expect(again.status).toBe(409)
    expect(again.body).toMatch(/value="threat" checked/)
    expect(again.body).toMatch(/value="travel_soon" checked/)
  })

  test('of what is due together the graver comes first; what is due earlier stays before it', async () => {
    const [first, second, third] = [await send('Yang pertama.'), await send('Yang kedua.'), await send('Yang ketiga.')].map(({ id }) => id)
    if (!first || !second || !third) throw new Error('three')
    await service.owner.query(`update record_ticket set due_at = due_at - interval '1 day' where id = $1`, [first])
    expect((await grade(handler, third, 'high', ['travel_soon'])).status).toBe(303)
    expect((await grade(handler, first, 'low', [])).status).toBe(303)
    expect(await readOrder([first, second, third])).toEqual([first, third, second])
  })

  test('C15: very high wants two others to approve the answer', async () => {
    const { id } = await send('Kemarin petugas menolak berkas saya.')
    await grade(handler, id, 'very_high', ['violence'])
    const { rows } = await service.owner.query<{ version: number }>('select version from record_ticket where id = $1', [id])
    const fields = { finding: 'Ya.', action: 'Diganti.', remedy: 'Tanpa biaya.', nextStep: 'Datang besok.', outcome: 'substantiated' }
    const sent = await handler.client.post(verbHref(id, 'answer'), { ...fields, version: String(rows[0]?.version) })
    expect(sent.status).toBe(422)
    expect(sent.body).toContain('kegawatan laporan ini sangat tinggi')
  })

  test('the complainant is told nothing of it', async () => {
    const report = await send('Kemarin petugas menolak berkas saya.')
    await grade(handler, report.id, 'low', [])
    const client = new Client(service.app)
    await enterReport(client, report)
    expect((await client.get('/lacak/laporan')).body.toLowerCase()).not.toContain('gawat')
  })
})

describe('rule 20: completeness', () => {
  test('what is missing is named, and asked for in the complainant’s language with one press', async () => {
    const report = await send('The counter officer sent me away without any help at all.', { language: 'en' })
    const { body } = await handler.client.get(ticketHref(report.id))
    expect(body).toContain('3 dari 6 hal sudah diceritakan.')
    expect(body).toContain('Belum jelas: kapan, bagaimana atau mengapa, apa yang diharapkan.')
    const question = /name="body" value="(So that we can[^"]*)"/.exec(body)?.[1] ?? ''
    expect(question.match(/^- /gm)).toHaveLength(3)
    const looked = await handler.client.post(previewHref(report.id, 'ask'), { body: question, pause: 'question_to_complainant' })
    expect(looked.status).toBe(200)
    expect(looked.body).toContain('When did it happen?')
    await handler.client.post(verbHref(report.id, 'ask'), { body: question, pause: 'question_to_complainant' })
    const client = new Client(service.app)
    await enterReport(client, report)
    await client.post('/lacak/laporan/pesan', { body: 'It was yesterday. She said the form was old. Please let me come back.' })
    expect((await handler.client.get(ticketHref(report.id))).body).not.toContain('Belum jelas: kapan')
  })

  test('it blocks nothing: a report of two words is taken, and can be answered', async () => {
    const { id } = await send('Pelayanan buruk')
    expect((await handler.client.get(ticketHref(id))).body).toContain('dari 6 hal')
    expect((await handler.client.post(verbHref(id, 'take'))).status).toBe(303)
  })
})

import { PDFDocument } from 'mupdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { buildPhoto } from '../../../test/files.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { addNote } from '../conversation/index.ts'

let service: TestService
let bitung: string
let handler: Console
let stranger: Console
let id: string
let number: string

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  handler = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  stranger = await openConsole(service, [{ role: 'handler', officeId: await findOffice(service, 'KANIM-TARAKAN') }])
  const kept = await service.services.files.put(await buildPhoto())
  if (!kept.ok) throw new Error('the photo was not kept')
  const { size, sha256, key } = kept.value
  const sent = await sendReport(service, {
    officeId: bitung,
    text: 'Paspor anak saya terlambat; 护照迟到了.',
    files: [
      { name: 'bukti foto.jpg', type: 'image/jpeg', size, sha256, storeKey: key },
      { name: 'hilang.jpg', type: 'image/jpeg', size: 4, sha256: '00'.repeat(32), storeKey: 'no/such/file' },
    ],
  })
  ;({ id, number } = sent)
  await service.as(handler.officer.actor, (ctx) => addNote(ctx, id, { body: 'Catatan untuk rekan.' }))
})
afterAll(() => service.close())

async function fetchBytes({ client }: Console, url: string) {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { statusCode, rawPayload, headers } = await service.app.inject({ method: 'GET', url, headers: { cookie } })
  return { status: statusCode, bytes: rawPayload, type: headers['content-type'], disposition: String(headers['content-disposition']) }
}

function readPdf(bytes: Buffer): string {
  const pdf = new PDFDocument(bytes)
  return Array.from({ length: pdf.countPages() }, (_, place) => pdf.loadPage(place).toStructuredText('').asText()).join('\n')
}

describe('A7: what is taken out of the console', () => {
  test('the case file holds what the page shows, as PDF, and stands in the trail', async () => {
    const since = await watchTrail(service)
    const { status, bytes, type, disposition } = await fetchBytes(handler, `/petugas/laporan/${id}/cetak.pdf`)
    expect([status, type]).toEqual([200, 'application/pdf'])
    expect(disposition).toContain(`${number}.pdf`)
    const text = readPdf(bytes)
    for (const words of [number, 'Paspor anak saya terlambat', '护照迟到了', 'Catatan untuk rekan.', 'bukti foto.jpg', 'Demo Rani'])
      expect(text).toContain(words)
    expect(bytes.length).toBeLessThan(200_000)
    expect((await since()).map(({ event, outcome, object_id }) => [event, outcome, object_id])).toEqual([['ticket.printed', 'done', id]])
  })

  test('a PDF that cannot draw somebody’s letters says so', async () => {
    const arabic = await sendReport(service, { officeId: bitung, text: 'جواز سفري متأخر' })
    const { bytes } = await fetchBytes(handler, `/petugas/laporan/${arabic.id}/cetak.pdf`)
    expect(readPdf(bytes)).toContain('aksara yang tidak dapat dicetak')
  })

  test('the export holds the data and the files, and names what it could not add', async () => {
    const since = await watchTrail(service)
    const { status, bytes, type } = await fetchBytes(handler, `/petugas/laporan/${id}/ekspor.zip`)
    expect([status, type]).toEqual([200, 'application/zip'])
    const text = bytes.toString('latin1')
    for (const name of ['laporan.json', 'riwayat.csv', 'berkas/01 bukti foto.jpg']) expect(text).toContain(name)
    const data: unknown = JSON.parse(/\{\n {2}"id".*?\n\}/s.exec(bytes.toString('utf8'))?.[0] ?? 'null')
    expect(data).toMatchObject({ number, filesLeftOut: ['hilang.jpg'] })
    expect((await since()).map(({ event, details }) => [event, details])).toEqual([['ticket.exported', { files: 1, leftOut: 1 }]])
  })

  test('the list is what the filter shows to this officer, safe in a spreadsheet', async () => {
    await sendReport(service, { officeId: bitung, kind: 'suggestion', text: '=HYPERLINK("http://x.example") mohon dibantu.' })
    await sendReport(service, { officeId: bitung, kind: 'suggestion', secret: true })
    const since = await watchTrail(service)
    const { bytes } = await fetchBytes(handler, '/petugas/daftar.csv?jenis=suggestion')
    const lines = bytes.toString('utf8').trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).not.toMatch(/,"?=HYPERLINK/)
    expect((await since()).map(({ event, details }) => [event, details['lines']])).toEqual([['ticket.list_exported', 1]])
  })

  test('A2: nobody takes out what they may not see', async () => {
    for (const part of ['cetak.pdf', 'ekspor.zip']) expect((await fetchBytes(stranger, `/petugas/laporan/${id}/${part}`)).status).toBe(404)
    const { bytes } = await fetchBytes(stranger, `/petugas/daftar.csv?kantor=${bitung}`)
    expect(bytes.toString('utf8')).not.toContain(number)
  })
})

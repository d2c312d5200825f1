import { type ReportInput, submitReport } from '../src/complaint/intake/index.ts'
import { visitor } from '../src/platform/context.ts'
import type { Client } from './client.ts'
import type { TestService } from './service.ts'

export const demoReport: ReportInput = {
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

export type SentReport = { readonly id: string; readonly number: string; readonly accessCode: string }

/** A report as a person sends it, with what stands on the receipt. */
export async function sendReport(service: TestService, changes: Partial<ReportInput> = {}): Promise<SentReport> {
  const sent = await service.as(visitor, (ctx) => submitReport(ctx, { ...demoReport, ...changes }))
  if (!sent.ok) throw new Error(sent.error)
  const { id, number, accessCode } = sent.value
  if (accessCode === null) throw new Error('no access code: the same key was sent before')
  return { id, number, accessCode }
}

/** Opens the report in this browser, as with number and code from the receipt. */
export async function enterReport(client: Client, { number, accessCode }: SentReport): Promise<void> {
  await client.get('/lacak')
  const answer = await client.post('/lacak', { number, accessCode })
  if (answer.location !== '/lacak/laporan') throw new Error(`not let in: ${answer.status}`)
}

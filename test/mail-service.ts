import type { FastifyInstance } from 'fastify'
import { createWebServer, startJobs } from '../src/app/service.ts'
import { type Receipt, type ReportInput, submitReport } from '../src/complaint/intake/index.ts'
import { type Services, visitor, within } from '../src/platform/context.ts'
import { createMailer } from '../src/platform/mail.ts'
import type { TestService } from './service.ts'

export const demoAddress = 'demo.siti@example.org'

const report: ReportInput = {
  kind: 'complaint',
  category: 'PSP.06',
  officeId: null,
  text: 'Paspor anak saya sudah tiga minggu tidak terbit.',
  wish: 'Paspor segera terbit.',
  happenedOn: null,
  happenedAt: 'Loket 4',
  relation: null,
  anonymous: false,
  secret: false,
  unidentified: false,
  contact: { name: 'Demo Siti', email: demoAddress, phone: '' },
  channel: 'web',
  language: 'id',
  files: [],
  idempotencyKey: null,
}

/** A report of a visitor, through the same action as the form's. */
export async function submitDemo(services: Services, change: Partial<ReportInput> = {}): Promise<Receipt> {
  const situation = { actor: visitor, locale: 'id', requestId: 'test' } as const
  const receipt = await within(services, situation, (ctx) => submitReport(ctx, { ...report, ...change }))
  if (!receipt.ok) throw new Error(receipt.error)
  return receipt.value
}

/** The same service with a mail server behind it. */
export function withMailServer(services: Services, port: number): Services {
  const smtpUrl = `smtp://127.0.0.1:${port}`
  const settings = { ...services.settings, smtpUrl, mailFrom: 'Tanggap <tanggap@demo.example>' }
  return { ...services, settings, mailer: createMailer({ smtpUrl, from: settings.mailFrom }) }
}

/** Runs the service's own workers with a mail server behind them; the answer stops them. */
export async function startMailWorkers(service: TestService, port: number): Promise<() => Promise<void>> {
  const services = withMailServer(service.services, port)
  const workers = await startJobs(services, service.ownerUrl)
  return async () => {
    await workers.stop()
    services.mailer.close()
  }
}

/** The web server of a service with a mail server behind it. */
export function createMailApp(service: TestService, port: number): Promise<FastifyInstance> {
  return createWebServer(withMailServer(service.services, port))
}

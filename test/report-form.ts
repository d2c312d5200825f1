import { expect } from 'vitest'
import type { Client } from './client.ts'

export type FormFields = Readonly<Record<string, string>>
export type FormAnswers = Readonly<Record<string, FormFields>>

/** The answers of an ordinary complaint about an office, by the address of their screen. */
export function answerForm(officeId: string, changes: FormAnswers = {}): FormAnswers {
  return {
    '/lapor': { kind: 'complaint' },
    '/lapor/topik': { topic: 'passport' },
    '/lapor/hal': { reason: 'PSP.06' },
    '/lapor/petunjuk': {},
    '/lapor/kantor': { know: 'yes', office: officeId },
    '/lapor/cerita': { text: 'Paspor anak saya terlambat tiga minggu.\nMohon dibantu.', wish: 'Segera terbit', reference: '' },
    '/lapor/waktu': { happenedDay: '3', happenedMonth: '9', happenedYear: '2026', happenedRoughly: 'pagi hari', happenedAt: 'Loket 3' },
    '/lapor/untuk-siapa': { subject: 'family' },
    '/lapor/kerahasiaan': {},
    '/lapor/kontak': { name: 'Demo Rina', email: 'demo.rina@contoh.id', phone: '0812 0000 7788' },
    '/lapor/berkas': {},
    ...changes,
  }
}

/** Answers screen after screen as they come, until the given one; returns the addresses passed. */
export async function walkForm(
  client: Client,
  answers: FormAnswers,
  { from = '/lapor', until = '/lapor/periksa' } = {},
): Promise<readonly string[]> {
  const passed: string[] = []
  let path = from
  while (path !== until) {
    if (passed.length > 15) throw new Error(`no end in sight: ${passed.join(' ')}`)
    passed.push(path)
    const shown = await client.get(path)
    expect(shown.status, `${path} ${shown.location ?? ''}`).toBe(200)
    const answer = await client.post(path, answers[path] ?? {})
    expect(answer.status, `${path} ${/field-problem.*?<\/p>/s.exec(answer.body)?.[0] ?? ''}`).toBe(303)
    path = (answer.location ?? '').split('?')[0] ?? ''
  }
  return passed
}

/** The code on a receipt, as it is read off the screen. */
export function readShownCode(body: string): string {
  return (/id="code"[^>]*>(.*?)<\/p>/s.exec(body)?.[1] ?? '').replace(/<[^>]+>/g, '')
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole, watchTrail } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'

let service: TestService
let office: string
let admin: Console

beforeAll(async () => {
  service = await createTestService({ at: '2026-11-24T02:00:00Z' })
  office = await findOffice(service, 'KANIM-JAKARTA-PUSAT')
  admin = await openConsole(service, [{ role: 'administrator', officeId: await findOffice(service, 'DITJEN') }])
})
afterAll(() => service.close())

const path = '/petugas/admin/aturan-waktu'
const version = (change: Record<string, string> = {}) => ({
  rule: 'CLASS-NON-OVERSIGHT',
  amount: '7',
  validDay: '1',
  validMonth: '12',
  validYear: '2026',
  evidence: 'V',
  source: 'Peraturan uji 1/2026',
  ...change,
})

async function readClock(id: string): Promise<unknown> {
  const { rows } = await service.owner.query(
    `select rule_version, amount, due_on::text as due from deadlines_clock where ticket_id = $1 and rule_id = 'CLASS-NON-OVERSIGHT'`,
    [id],
  )
  return rows[0]
}

test('T4: the page names each rule with its law, which one decides, and what is wrong with them', async () => {
  const { status, body } = await admin.client.get(path)
  expect(status).toBe(200)
  for (const words of ['CLASS-INFO', '14 hari kerja', 'UU 25/2009 Pasal 50', 'CLASS-OVERSIGHT tidak pernah menentukan: UU25-DECIDE'])
    expect(body).toContain(words)
})

test('what is wrong is told by its field, what was typed stays, and nothing is added', async () => {
  const count = async () => (await service.owner.query('select from deadlines_rule')).rowCount
  const before = await count()
  const { status, body } = await admin.client.post(path, version({ validDay: '24', validMonth: '11', amount: '0' }))
  expect(status).toBe(422)
  expect(body).toContain('Isi bilangan bulat dari 1 sampai 999')
  expect(body).toContain('Peraturan uji 1/2026')
  expect(await count()).toBe(before)
})

test('rule 9: a version counts for what is received from its day on; what is promised stays promised', async () => {
  const before = await sendReport(service, { officeId: office })
  const trail = await watchTrail(service)
  expect((await admin.client.post(path, version())).status).toBe(303)
  expect(await trail()).toMatchObject([
    {
      event: 'calendar.rule_added',
      outcome: 'done',
      details: { ruleId: 'CLASS-NON-OVERSIGHT', version: 2, amount: 7, validFrom: '2026-12-01' },
    },
  ])
  const coming = (await admin.client.get(path)).body
  expect(coming).toContain('Akan berlaku')
  expect((await admin.client.post(path, version({ amount: '6' }))).body).toContain('Versi lain aturan ini mulai pada hari itu')
  const same = await sendReport(service, { officeId: office })
  service.clock.set('2026-12-01T02:00:00Z')
  const after = await sendReport(service, { officeId: office })
  // The front page, which asks no database, promises it as well.
  expect((await admin.client.get('/')).body).toContain('pengaduan 7 hari kerja')
  expect([await readClock(before.id), await readClock(same.id), await readClock(after.id)]).toMatchObject([
    { rule_version: 1, amount: 14 },
    { rule_version: 1, amount: 14 },
    { rule_version: 2, amount: 7, due: '2026-12-10' },
  ])
})

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Client } from './client.ts'
import { enterReport, sendReport } from './complainant.ts'
import { openConsole } from './console.ts'
import { buildPhoto, htmlPage } from './files.ts'
import { answerForm, walkForm } from './report-form.ts'
import { createTestService, findOffice, type TestService } from './service.ts'

let service: TestService
let office: string
let photo: Buffer
beforeAll(async () => {
  service = await createTestService()
  office = await findOffice(service, 'KANIM-BITUNG')
  photo = await buildPhoto()
})
afterAll(() => service.close())

const put = () => vi.spyOn(service.services.files, 'put')
let stored: ReturnType<typeof put>
beforeEach(() => {
  stored = put()
})
afterEach(() => stored.mockRestore())

async function listFiles(): Promise<readonly string[]> {
  const entries = await readdir(join(service.services.settings.dataDirectory, 'files'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

async function openReport(): Promise<Client> {
  const client = new Client(service.app)
  await enterReport(client, await sendReport(service, { officeId: office }))
  await client.get('/lacak/laporan')
  return client
}

async function openFiles(address = '127.0.0.1'): Promise<Client> {
  const client = new Client(service.app, address)
  await walkForm(client, answerForm(office), { until: '/lapor/berkas' })
  await client.get('/lapor/berkas')
  return client
}

const message = '/lacak/laporan/pesan'
const register = '/petugas/laporan/baru'
const good = (name = 'foto.jpg') => ({ field: 'files', name, bytes: photo })
const bad = { field: 'files', name: 'halaman.jpg', bytes: htmlPage }
const letter = (key: string) => ({
  channel: 'letter',
  kind: 'complaint',
  category: 'PSP.06',
  text: 'Surat.',
  language: 'id',
  office,
  idempotencyKey: key,
})

test('U2: while files are worked on, no transaction is open', async () => {
  const open: number[] = []
  stored.mockRestore()
  const { files } = service.services
  const original = files.put
  stored = put().mockImplementation(async (source) => {
    const { rows } = await service.owner.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
    )
    open.push(rows.length)
    return original(source)
  })
  const desk = await openConsole(service, [{ role: 'intake', officeId: office }])
  await desk.client.get(register)
  expect((await desk.client.upload(register, letter('a'), [good()])).status).toBe(200)
  expect((await (await openReport()).upload(message, { body: 'Ini' }, [good()])).status).toBe(303)
  expect((await (await openFiles()).upload('/lapor/berkas', { stay: '1' }, [good()])).status).toBe(303)
  expect(open).toEqual([0, 0, 0])
  expect(await listFiles()).toHaveLength(3)
})

describe('U2: of a request that is refused no file stays', () => {
  const expectNothing = async (work: () => Promise<{ readonly status: number }>, status: number, worked: number) => {
    const before = await listFiles()
    stored.mockClear()
    expect((await work()).status).toBe(status)
    expect(stored).toHaveBeenCalledTimes(worked)
    expect(await listFiles()).toEqual(before)
  }

  test('of a letter without its text, or beside a strange file, or sent a second time', async () => {
    const desk = await openConsole(service, [{ role: 'intake', officeId: office }])
    await desk.client.get(register)
    await expectNothing(() => desk.client.upload(register, { ...letter('b'), text: '' }, [good()]), 422, 1)
    await expectNothing(() => desk.client.upload(register, letter('b'), [good(), bad]), 422, 1)
    expect((await desk.client.upload(register, letter('b'), [good()])).status).toBe(200)
    await expectNothing(() => desk.client.upload(register, letter('b'), [good()]), 200, 1)
  })

  test('of a message to a report that was withdrawn, of too many, or of one sent a second time', async () => {
    const client = await openReport()
    await expectNothing(
      () =>
        client.upload(
          message,
          { body: 'x' },
          Array.from({ length: 6 }, () => good()),
        ),
      422,
      5,
    )
    expect((await client.upload(message, { body: 'x', idempotencyKey: 'k' }, [good()])).status).toBe(303)
    await expectNothing(() => client.upload(message, { body: 'x', idempotencyKey: 'k' }, [good()]), 303, 1)
    await client.get('/lacak/laporan/cabut')
    expect((await client.post('/lacak/laporan/cabut')).status).toBe(303)
    await expectNothing(() => client.upload(message, { body: 'x' }, [good()]), 409, 1)
  })

  test('of a draft that is full, or was sent from another tab', async () => {
    const client = await openFiles()
    expect(
      (
        await client.upload(
          '/lapor/berkas',
          { stay: '1' },
          Array.from({ length: 4 }, (_, n) => good(`${n}.jpg`)),
        )
      ).status,
    ).toBe(303)
    const before = await listFiles()
    expect((await client.upload('/lapor/berkas', { stay: '1' }, [good('5.jpg'), good('6.jpg')])).status).toBe(422)
    expect(await listFiles()).toHaveLength(before.length + 1)
    await client.get('/lapor/periksa')
    await client.post('/lapor/berkas')
    await client.get('/lapor/periksa')
    const cookies = new Map(client.cookies)
    expect((await client.post('/lapor/kirim')).location).toBe('/lapor/tanda-terima')
    for (const [name, value] of cookies) client.cookies.set(name, value)
    await expectNothing(() => client.upload('/lapor/berkas', { stay: '1' }, [good()]), 303, 1)
  })

  test('and nothing is worked on for nobody, without the right, or above the limit', async () => {
    const handler = await openConsole(service, [{ role: 'auditor', officeId: office }])
    await handler.client.get('/petugas/akun')
    await expectNothing(() => handler.client.upload(register, letter('c'), [good()]), 403, 0)
    const gone = await openReport()
    await service.owner.query('delete from tracking_session')
    await expectNothing(() => gone.upload(message, { body: 'x' }, [good()]), 303, 0)
    const many = await openFiles('198.51.100.7')
    await service.owner.query('update platform_limit set count = 0')
    await many.upload('/lapor/berkas', { stay: '1' }, [bad])
    await service.owner.query('update platform_limit set count = 600 where count = 1')
    await expectNothing(() => many.upload('/lapor/berkas', { stay: '1' }, [good()]), 429, 0)
  })
})

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dumpAll } from '../src/app/backup/dump.ts'
import { loadAll } from '../src/app/backup/load.ts'
import { linkPending, record, verifyChain } from '../src/audit/trail/index.ts'
import { submitReport } from '../src/complaint/intake/index.ts'
import { visitor } from '../src/platform/context.ts'
import { createTestService, type TestService } from './service.ts'

let from: TestService
let to: TestService
let folder: string

beforeAll(async () => {
  from = await createTestService({ at: '2026-11-24T03:00:00Z' })
  to = await createTestService({ at: '2026-11-25T03:00:00Z' })
  folder = await mkdtemp(join(tmpdir(), 'tanggap-backup-'))
})
afterAll(async () => {
  await from.close()
  await to.close()
  await rm(folder, { recursive: true, force: true })
})

async function countRows(service: TestService): Promise<Record<string, string>> {
  const { rows } = await service.owner.query<Record<string, string>>(
    `select (select count(*) from record_ticket) as tickets, (select count(*) from record_event) as events, (select count(*) from trail_link) as links,
      (select count(*) from trail_pending) as pending, (select count(*) from confidentiality_identity) as identities, (select count(*) from graphile_worker._private_jobs) as jobs`,
  )
  return rows[0] ?? {}
}

test('a backup of one moment fills a fresh installation: rows, files, waiting jobs and an intact trail', async () => {
  for (let index = 0; index < 5; index += 1) {
    await from.as(visitor, (ctx) =>
      submitReport(ctx, {
        kind: 'complaint',
        category: 'PSP.06',
        officeId: null,
        text: `Laporan ${index} dengan tab\tdan baris\nbaru \\ miring`,
        wish: '',
        happenedOn: null,
        happenedAt: '',
        relation: null,
        anonymous: false,
        secret: false,
        unidentified: false,
        contact: { name: 'Demo', email: `p${index}@demo.example`, phone: '' },
        channel: 'web',
        language: 'id',
        files: [],
        idempotencyKey: null,
      }),
    )
    await from.as(null, (ctx) => record(ctx, { event: 'test.backup' }))
    from.clock.advance(1000)
  }
  await from.as(null, (ctx) => linkPending(ctx))
  await from.as(null, (ctx) => record(ctx, { event: 'test.waiting' }))
  const kept = await from.services.files.put(Readable.from([Buffer.from('isi berkas')]))
  if (!kept.ok) throw new Error(kept.error)
  const target = join(folder, 'backup.tar.gz')
  const made = await dumpAll({
    ownerUrl: from.ownerUrl,
    dataDirectory: from.services.settings.dataDirectory,
    target,
    now: from.clock.now(),
    secretPrint: 'one',
  })
  const names = made.tables.map(({ name }) => name)
  for (const name of ['accounts_session', 'accounts_challenge', 'tracking_session', 'tracking_recovery']) expect(names).not.toContain(name)
  expect(made.files).toBe(1)
  expect((await readFile(target)).length).toBe(made.bytes)
  const place = {
    ownerUrl: to.ownerUrl,
    dataDirectory: to.services.settings.dataDirectory,
    source: target,
    secretFile: '/kept/master.secret',
  }
  await expect(loadAll({ ...place, secretPrint: 'another' })).rejects.toThrow(/another master secret than \/kept\/master\.secret/)
  expect((await to.owner.query('select from record_ticket')).rowCount).toBe(0)
  await loadAll({ ...place, secretPrint: 'one' })
  expect(await countRows(to)).toEqual(await countRows(from))
  expect(await countRows(to)).toMatchObject({ tickets: '5', links: '5', pending: '1' })
  const texts =
    'select t.number, t.title, t.body, s.search::text, s.digits, s.owed from record_ticket t join record_search s on s.ticket_id = t.id order by t.number'
  expect((await to.owner.query(texts)).rows).toEqual((await from.owner.query(texts)).rows)
  expect(await to.as(null, verifyChain)).toMatchObject({ intact: true, linked: 5, pending: 1 })
  const opened = await to.services.files.open(kept.value.key)
  expect(opened.ok).toBe(true)
  await expect(loadAll({ ...place, secretPrint: null })).rejects.toThrow(/holds tickets/)
  await expect(loadAll({ ...place, source: '/nowhere.tar.gz', secretPrint: null })).rejects.toThrow(/is no archive/)
})

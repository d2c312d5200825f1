import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { type OpenStream, openStream } from '../../../test/stream.ts'
import { within } from '../../platform/context.ts'
import { nameSubjects } from '../conduct/index.ts'
import { takeTicket } from './actions/assign.ts'

let service: TestService
let bitung: string
let sari: Console
let rani: Console
let compliance: Console
const streams: OpenStream[] = []

/** Everything that is promised comes within a second (acceptance C11, S3: within five). */
const soon = { timeout: 1000, interval: 20 }

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  compliance = await openConsole(service, [{ role: 'compliance', officeId: await findOffice(service, 'PATNAL') }], 'Demo Dian')
})
beforeEach(async () => {
  sari = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Sari')
  rani = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
})
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close()
})
afterAll(async () => {
  const started = performance.now()
  await service.close()
  // Connections on which a stream lay held it up for 69 seconds.
  expect(performance.now() - started).toBeLessThan(10_000)
})

async function watch(who: Console, path: string): Promise<OpenStream> {
  const stream = await openStream(service, who, path)
  streams.push(stream)
  return stream
}

const watchInbox = (who: Console) => watch(who, `/petugas/siaran?kantor=${bitung}&dari=${service.clock.now().getTime()}`)
const watchTicket = (who: Console, id: string) => watch(who, `/petugas/laporan/${id}/siaran?versi=1`)
const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

describe('an open inbox', () => {
  test('is told how many reports of its unit others changed, also in another process, and of no others', async () => {
    const stream = await watchInbox(sari)
    const other = await service.another()
    await sendReport(service, { officeId: await findOffice(service, 'KANIM-TARAKAN') })
    const { id } = await sendReport(service, { officeId: bitung })
    await vi.waitFor(() => expect(stream.told).toEqual([{ place: 'changed', text: '1 laporan baru atau berubah.' }]), soon)
    const taken = await within(other, { actor: rani.officer.actor, locale: 'id', requestId: 'x' }, (ctx) => takeTicket(ctx, id))
    expect(taken.ok).toBe(true)
    await sendReport(service, { officeId: bitung })
    await vi.waitFor(() => expect(stream.told.at(-1)?.text).toBe('2 laporan baru atau berubah.'), soon)
    await other.database.close()
  })

  test('is told at its beginning what came while nobody looked, and not what the officer did alone', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const since = service.clock.now().getTime()
    service.clock.advance(1000)
    await rest(300)
    await service.as(sari.officer.actor, (ctx) => takeTicket(ctx, id))
    const path = `/petugas/siaran?kantor=${bitung}&dari=${since}`
    const [own, others] = [await watch(sari, path), await watch(rani, path)]
    await vi.waitFor(() => expect(others.told.map(({ text }) => text)).toEqual(['1 laporan baru atau berubah.']), soon)
    expect(own.told).toEqual([])
  })

  test('A2: is told nothing of what the officer may not see', async () => {
    // A unit of its own: what the tests before did is told a moment later, and would be heard here.
    const officeId = await findOffice(service, 'KANIM-JAKARTA-SELATAN')
    const bayu = await openConsole(service, [{ role: 'handler', officeId }], 'Demo Bayu')
    const stream = await watch(bayu, `/petugas/siaran?kantor=${officeId}&dari=${service.clock.now().getTime()}`)
    await sendReport(service, { officeId, secret: true })
    await sendReport(service, { officeId, category: 'INT.01', text: 'Petugas loket meminta uang.' })
    await rest(500)
    expect(stream.told).toEqual([])
    expect(stream.isOpen()).toBe(true)
  })
})

describe('an open report', () => {
  test('is told that and by whom it was changed', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const stream = await watchTicket(sari, id)
    await service.as(rani.officer.actor, (ctx) => takeTicket(ctx, id))
    await vi.waitFor(() => expect(stream.told).toEqual([{ place: 'changed', text: 'Demo Rani mengubah laporan ini.' }]), soon)
  })

  test('C11: naming somebody later ends their stream within a second, and tells them nothing', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const [named, colleague] = [await watchTicket(sari, id), await watchTicket(rani, id)]
    const office = await findOffice(service, 'KANIM-TARAKAN')
    const stranger = await openConsole(service, [{ role: 'handler', officeId: office }])
    expect((await watchTicket(stranger, id)).status).toBe(404)
    await service.owner.query('insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, $3, now())', [
      id,
      sari.officer.id,
      'named',
    ])
    await vi.waitFor(() => expect(named.isOpen()).toBe(false), soon)
    expect(named.told.filter(({ place }) => place === 'changed')).toEqual([])
    expect(colleague.isOpen()).toBe(true)
    expect((await watchTicket(sari, id)).status).toBe(404)
  })

  test('C11: the action of compliance does it, and a page that comes back by itself is no attempt of its officer', async () => {
    const { id } = await sendReport(service, { officeId: bitung, category: 'INT.01' })
    const whole = await openConsole(service, [{ role: 'compliance', officeId: await findOffice(service, 'PATNAL') }], 'Demo Tini')
    const stream = await watchTicket(whole, id)
    expect(stream.status).toBe(200)
    const done = await service.as(compliance.officer.actor, (ctx) =>
      nameSubjects(ctx, { ticketId: id, officerIds: [whole.officer.id], officeIds: [], said: { name: '', unit: '', time: '' } }),
    )
    expect(done.ok).toBe(true)
    await vi.waitFor(() => expect(stream.isOpen()).toBe(false), soon)
    expect(stream.told).toEqual([])
    expect((await watchTicket(whole, id)).status).toBe(404)
    const { rows } = await service.owner.query('select from conduct_attempt where ticket_id = $1', [id])
    expect(rows).toEqual([])
  })
})

describe('K2: who has a report open', () => {
  const presence = (stream: OpenStream) => stream.told.filter(({ place }) => place === 'presence').at(-1)?.text ?? null

  test('is told to colleagues while it is open, reading or writing, in every process, and never to oneself', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const [first, second] = [await watchTicket(sari, id), await watchTicket(rani, id)]
    await vi.waitFor(() => expect(presence(first)).toBe('Demo Rani sedang membaca laporan ini.'), soon)
    await vi.waitFor(() => expect(presence(second)).toBe('Demo Sari sedang membaca laporan ini.'), soon)
    expect((await sari.client.post(`/petugas/laporan/${id}/menulis`)).status).toBe(200)
    await vi.waitFor(() => expect(presence(second)).toBe('Demo Sari sedang menulis.'), soon)
    first.close()
    await vi.waitFor(() => expect(presence(second)).toBeNull(), soon)
    expect(second.told.map(({ text }) => text)).toEqual(['Demo Sari sedang membaca laporan ini.', 'Demo Sari sedang menulis.', null])
  })

  test('is forgotten of a process that died', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    await service.owner.query('insert into casework_presence values (gen_random_uuid(), $1, $2, $3)', [
      id,
      rani.officer.id,
      new Date(service.clock.now().getTime() - 90_000),
    ])
    expect((await sari.client.get(`/petugas/laporan/${id}/siaran`)).body).not.toContain('Rani')
  })

  test('C11: nothing is told of whom it is kept from, nor to them', async () => {
    const { id } = await sendReport(service, { officeId: bitung })
    const [kept, colleague] = [await watchTicket(sari, id), await watchTicket(rani, id)]
    await vi.waitFor(() => expect(presence(colleague)).toContain('Demo Sari'), soon)
    await service.owner.query('insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, $3, now())', [
      id,
      sari.officer.id,
      'named',
    ])
    await vi.waitFor(() => expect([kept.isOpen(), presence(colleague)]).toEqual([false, null]), soon)
    const before = kept.told.length
    await rani.client.post(`/petugas/laporan/${id}/menulis`)
    expect((await sari.client.post(`/petugas/laporan/${id}/menulis`)).status).toBe(404)
    await rest(300)
    expect(kept.told.length).toBe(before)
    // Even a row that was left behind is seen by nobody.
    await service.owner.query('insert into casework_presence values (gen_random_uuid(), $1, $2, $3)', [
      id,
      sari.officer.id,
      service.clock.now(),
    ])
    expect((await rani.client.get(`/petugas/laporan/${id}/siaran`)).body).not.toContain('Sari')
  })
})

describe('S3: a stream ends with what let it begin', () => {
  test('with its session, at once, and not with another of the same officer', async () => {
    const stream = await watchInbox(sari)
    await service.owner.query(
      `insert into accounts_session (token_hash, id, officer_id, created_at, seen_at) values ('\\x01', gen_random_uuid(), $1, now(), now())`,
      [sari.officer.id],
    )
    await service.owner.query(`delete from accounts_session where token_hash = '\\x01'`)
    await rest(400)
    expect(stream.isOpen()).toBe(true)
    await sari.client.post('/petugas/keluar')
    await vi.waitFor(() => expect(stream.isOpen()).toBe(false), soon)
    expect((await watchInbox(sari)).status).toBe(303)
  })

  test('with a role more or less', async () => {
    const stream = await watchInbox(sari)
    await service.owner.query(`insert into accounts_role (officer_id, role, office_id) values ($1, 'manager', $2)`, [
      sari.officer.id,
      bitung,
    ])
    await vi.waitFor(() => expect(stream.isOpen()).toBe(false), soon)
  })

  test('S1: and keeps no session open that nobody uses', async () => {
    const stream = await watchInbox(rani)
    service.clock.advance(20 * 60_000)
    await sendReport(service, { officeId: bitung })
    await vi.waitFor(() => expect(stream.told.length).toBe(1), soon)
    service.clock.advance(11 * 60_000)
    await sendReport(service, { officeId: bitung })
    await vi.waitFor(() => expect(stream.isOpen()).toBe(false), soon)
    expect(stream.told.length).toBe(1)
  })
})

test('who does not ask for a stream is told what there is to tell, and that is the end', async () => {
  const { id } = await sendReport(service, { officeId: bitung })
  await service.as(rani.officer.actor, (ctx) => takeTicket(ctx, id))
  const answer = await sari.client.get(`/petugas/laporan/${id}/siaran?versi=1`)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  expect(answer.body).toContain('Demo Rani mengubah laporan ini.')
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendReport } from '../../../test/complainant.ts'
import { type Console, openConsole } from '../../../test/console.ts'
import { createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { verbHref } from './urls.ts'

let service: TestService
let bitung: string
let handler: Console
let colleague: Console
let manager: Console
let ids: string[]

beforeAll(async () => {
  service = await createTestService()
  bitung = await findOffice(service, 'KANIM-BITUNG')
  handler = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Rani')
  colleague = await openConsole(service, [{ role: 'handler', officeId: bitung }], 'Demo Bayu')
  manager = await openConsole(service, [{ role: 'manager', officeId: bitung }], 'Demo Sari')
})
beforeEach(async () => {
  ids = []
  for (let place = 0; place < 3; place += 1) ids.push((await sendReport(service, { officeId: bitung })).id)
})
afterAll(() => service.close())

async function holders(): Promise<(string | null)[]> {
  const { rows } = await service.owner.query<{ id: string; assignee_id: string | null }>(
    'select id, assignee_id from record_ticket where id = any ($1)',
    [ids],
  )
  return ids.map((id) => rows.find((row) => row.id === id)?.assignee_id ?? null)
}

const act = (who: Console, fields: Record<string, string>, tickets: readonly string[] = ids) =>
  who.client.post('/petugas/massal', { ...fields, tickets })

describe('one thing with many reports', () => {
  test('says how many it was done to, which not and why; undone, each lies where it lay', async () => {
    await colleague.client.post(verbHref(ids[0] ?? '', 'take'))
    const done = await act(handler, { deed: 'take' })
    expect(done.location).toMatch(/^\/petugas\/massal\/[0-9a-f-]{36}$/)
    expect(await holders()).toEqual([colleague.officer.id, handler.officer.id, handler.officer.id])
    const { body } = await handler.client.get(done.location ?? '')
    expect(body).toContain('2 laporan diambil.')
    expect(body).toContain('1 laporan tidak ikut.')
    expect(body).toContain('dipegang petugas lain')
    expect((await colleague.client.get(done.location ?? '')).status).toBe(404)
    // One of them went on meanwhile.
    await handler.client.post(verbHref(ids[2] ?? '', 'investigate'))
    expect((await handler.client.post(`${done.location}/batal`)).status).toBe(303)
    expect(await holders()).toEqual([colleague.officer.id, null, handler.officer.id])
    const { rows } = await service.owner.query('select type from record_event where ticket_id = $1 order by version desc limit 1', [ids[1]])
    expect(rows).toEqual([{ type: 'ticket.released' }])
    expect((await handler.client.get(done.location ?? '')).body).toContain('Tindakan ini sudah dibatalkan.')
    await handler.client.post(verbHref(ids[1] ?? '', 'take'))
    await handler.client.post(`${done.location}/batal`)
    expect((await holders())[1]).toBe(handler.officer.id)
  })

  test('what a manager moved goes back to who had it, but not after ten minutes', async () => {
    await act(colleague, { deed: 'take' })
    const first = await act(manager, { deed: 'assign', officer: handler.officer.id })
    await manager.client.post(`${first.location}/batal`)
    expect(await holders()).toEqual([colleague.officer.id, colleague.officer.id, colleague.officer.id])
    const second = await act(manager, { deed: 'release', words: 'Dibagi ulang.' })
    expect(await holders()).toEqual([null, null, null])
    service.clock.advance(10 * 60_000 + 1)
    await manager.client.post(`${second.location}/batal`)
    expect(await holders()).toEqual([null, null, null])
  })

  test('without a tick, an officer or a reason nothing is done', async () => {
    for (const [fields, tickets] of [
      [{ deed: 'take' }, []],
      [{ deed: 'assign' }, ids],
      [{ deed: 'release' }, ids],
      [{}, ids],
    ] as const) {
      const answer = await act(handler, fields, tickets)
      expect([answer.status, answer.location]).toEqual([303, '/petugas'])
    }
    expect(await holders()).toEqual([null, null, null])
  })

  test('A2 C11: what is kept from the officer is left out like what is not there, and not named', async () => {
    const [kept = ''] = ids
    await service.owner.query('insert into conduct_excluded_officer (ticket_id, officer_id, reason, since) values ($1, $2, $3, now())', [
      kept,
      handler.officer.id,
      'named',
    ])
    const { rows } = await service.owner.query<{ number: string }>('select number from record_ticket where id = $1', [kept])
    const none = '0199f1f2-0000-7000-8000-0000000000ab'
    for (const one of [kept, none]) {
      const { body } = await handler.client.get((await act(handler, { deed: 'take' }, [one])).location ?? '')
      expect(body).toContain('1 laporan tidak ikut.')
      expect(body).not.toContain(rows[0]?.number)
    }
    expect((await holders())[0]).toBeNull()
  })
})

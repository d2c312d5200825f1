import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestService, type TestService } from '../../../test/service.ts'
import { linkPending, record, verifyChain } from './actions/chain.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
  for (const event of ['a.one', 'a.two', 'a.three']) {
    await service.as(null, (ctx) => record(ctx, { event, details: { z: 1, a: { y: 2, b: [3] } } }))
    service.clock.advance(1000)
  }
})
afterAll(() => service.close())

test('L2 C13: an untouched chain verifies, and a changed byte in any past row names the first broken link', async () => {
  expect(await service.as(null, verifyChain)).toMatchObject({ intact: true, linked: 0, pending: 3 })
  expect(await service.as(null, linkPending)).toBe(3)
  expect(await service.as(null, verifyChain)).toMatchObject({ intact: true, linked: 3, pending: 0 })
  await service.owner.query('set session_replication_role = replica')
  await service.owner.query(`update trail_entry set event = 'a.twp' where event = 'a.two'`)
  expect(await service.as(null, verifyChain)).toMatchObject({ intact: false, position: 2, fault: 'changed' })
  await service.owner.query(`update trail_entry set event = 'a.two' where event = 'a.twp'`)
  expect(await service.as(null, verifyChain)).toMatchObject({ intact: true })
  await service.owner.query(`delete from trail_entry where event = 'a.three'`)
  expect(await service.as(null, verifyChain)).toMatchObject({ intact: false, position: 3, fault: 'missing' })
})

test('L2: the application role cannot change or delete a row of the trail', async () => {
  await expect(service.as(null, (ctx) => ctx.tx.query(`update trail_entry set event = 'x.y'`))).rejects.toThrow(/permission denied/)
  await expect(service.as(null, (ctx) => ctx.tx.query('delete from trail_entry'))).rejects.toThrow(/permission denied/)
  await expect(service.as(null, (ctx) => ctx.tx.query('delete from trail_link'))).rejects.toThrow(/permission denied/)
})

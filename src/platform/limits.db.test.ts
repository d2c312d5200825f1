import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestService, type TestService } from '../../test/service.ts'
import { countOne, forgetCount, readCount } from './limits.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
})
afterAll(() => service.close())

const limit = { name: 'test', most: 3, minutes: 60, fixed: true } as const

test('B1: a guesser who changes address within one network is counted as one, alone and together with what is guessed at', async () => {
  await service.as(null, async (ctx) => {
    for (const subject of ['2001:db8:7:1::', 'a@demo.example|2001:db8:7:1::']) {
      const tries = []
      for (const host of ['1', 'abcd:1', 'ffff:2:3']) tries.push((await countOne(ctx, limit, `${subject}${host}`)).over)
      expect([...tries, (await countOne(ctx, limit, `${subject}9`)).over]).toEqual([false, false, false, true])
      expect(await readCount(ctx, limit, `${subject}77`)).toBe(4)
      expect((await countOne(ctx, limit, subject.replace('7:1::', '7:2::1'))).over).toBe(false)
      await forgetCount(ctx, limit, `${subject}5`)
      expect(await readCount(ctx, limit, `${subject}1`)).toBe(0)
    }
  })
})

test('B1: an IPv4 address written as IPv6 is the same sender, its neighbour another', async () => {
  await service.as(null, async (ctx) => {
    await countOne(ctx, limit, '203.0.113.7')
    await countOne(ctx, limit, '::ffff:203.0.113.7')
    expect(await readCount(ctx, limit, '203.0.113.7')).toBe(2)
    expect(await readCount(ctx, limit, '203.0.113.8')).toBe(0)
  })
})

import { expect, it } from 'vitest'
import { createGate } from './gate.ts'

it('lets in only so many at once, in order of arrival, also when one fails', async () => {
  const enter = createGate(2)
  const order: number[] = []
  let inside = 0
  let most = 0
  const work = (n: number) => async () => {
    inside += 1
    most = Math.max(most, inside)
    order.push(n)
    await new Promise((resolve) => setTimeout(resolve, 5))
    inside -= 1
    if (n === 1) throw new Error('one fails')
    return n
  }
  const all = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => enter(work(n))))
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4, 5])
  expect(all.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(await enter(work(6))).toBe(6)
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublisher, type Listener } from '../src/platform/events.ts'
import { createWork } from '../src/platform/jobs.ts'
import { createTestService, type TestService } from './service.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
})
afterAll(() => service.close())

test('T5: what listens to one event is queued once, and what fails is tried again without the others', async () => {
  const ran: string[] = []
  let broken = true
  const listeners: readonly Listener[] = [
    {
      name: 'test.breaks',
      on: ['test.happened', 'test.lonely'],
      run: async () => {
        if (broken) throw new Error('not yet')
        ran.push('breaks')
      },
    },
    { name: 'test.holds', on: ['test.happened'], run: async (_, { at }) => void ran.push(`holds ${at.toISOString()}`) },
  ]
  const publisher = createPublisher(listeners)
  const take = async (): Promise<readonly string[]> => {
    const { rows } = await service.owner.query<{ name: string; payload: unknown }>(
      `with gone as (delete from graphile_worker._private_jobs returning task_id, payload)
       select t.identifier as name, gone.payload from gone join graphile_worker._private_tasks t on t.id = gone.task_id`,
    )
    for (const { name, payload } of rows)
      await publisher.jobs.find((job) => job.name === name)?.run(createWork(service.services, name), payload)
    return rows.map(({ name }) => name)
  }
  const publish = (type: string): Promise<void> =>
    service.as(null, (ctx) => publisher.publish(ctx, { id: randomUUID(), type, objectId: randomUUID(), at: ctx.now, payload: {} }))
  await publish('test.happened')
  expect(await take()).toEqual(['events.deliver'])
  const held = [`holds ${service.clock.now().toISOString()}`]
  expect(ran).toEqual(held)
  broken = false
  expect(await take()).toEqual(['test.breaks'])
  expect(ran).toEqual([...held, 'breaks'])
  expect(await take()).toEqual([])
  await publish('test.lonely')
  expect(await take()).toEqual(['test.breaks'])
  await publish('test.unheard')
  expect(await take()).toEqual([])
})

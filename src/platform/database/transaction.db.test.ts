import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addOfficer, createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { createSystemActor, visitor } from '../context.ts'

let service: TestService
beforeAll(async () => {
  service = await createTestService()
  await service.owner.query('create table trial (id int primary key)')
  await service.owner.query('grant select, insert on trial to tanggap_app')
})
afterAll(() => service.close())

const add = 'insert into trial (id) values ($1)'
const who = `select platform_actor() as kind, platform_actor_id() as id, platform_offices() as offices, platform_supervised() as supervised`
const countTrial = async (): Promise<number> => (await service.owner.query('select from trial')).rowCount ?? 0

describe('writes that are not waited for', () => {
  test('are there when the transaction has committed', async () => {
    await service.as(null, async (ctx) => {
      for (const id of [1, 2, 3]) ctx.tx.send('trial.add', add, [id])
    })
    expect(await countTrial()).toBe(3)
  })

  test('undo everything where one fails, with its own error, also as the last thing', async () => {
    const failing = service.as(null, async (ctx) => {
      ctx.tx.send('trial.add', add, [4])
      ctx.tx.send('trial.add', add, [1])
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(await countTrial()).toBe(3)
  })

  test('and where more follows', async () => {
    const failing = service.as(null, async (ctx) => {
      ctx.tx.send('trial.add', add, [1])
      await ctx.tx.query('select 1 as one')
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
  })

  test('the connection is good for the next one', async () => {
    await Promise.all([5, 6, 7, 8, 9, 10, 11, 12].map((id) => service.as(null, async (ctx) => ctx.tx.send('trial.add', add, [id]))))
    expect(await countTrial()).toBe(11)
  })
})

test('a failure that was caught is no commit', async () => {
  const hiding = service.as(null, async (ctx) => {
    await ctx.tx.query(add, [100])
    await ctx.tx.query(add, [1]).catch(() => undefined)
  })
  await expect(hiding).rejects.toThrow('undone')
  expect((await service.owner.query('select from trial where id = 100')).rowCount).toBe(0)
})

test('C2: who acts is told before each statement that follows, and nothing of it stays behind', async () => {
  const office = await findOffice(service, 'KANIM-BITUNG')
  const officer = await addOfficer(service, [{ role: 'manager', officeId: office }])
  const ask = async (ctx: Parameters<Parameters<TestService['as']>[1]>[0]) => (await ctx.tx.query(who)).rows[0]
  const nobodyElse = { id: null, offices: [], supervised: [] }
  await service.as(visitor, async (ctx) => {
    expect(await ask(ctx)).toEqual({ kind: 'visitor', ...nobodyElse })
    await ctx.tx.become(officer.actor)
    expect(await ask(ctx)).toEqual({ kind: 'officer', id: officer.id, offices: [office], supervised: [office] })
    await ctx.tx.become(createSystemActor('trial'))
    expect(await ask(ctx)).toEqual({ kind: 'system', ...nobodyElse })
    await ctx.tx.become(officer.actor)
    await ctx.tx.become(visitor)
  })
  for (let turn = 0; turn < 10; turn += 1) expect(await service.as(visitor, ask)).toEqual({ kind: 'visitor', ...nobodyElse })
})

describe('facts that are remembered', () => {
  const load = (calls: string[]) => async () => {
    calls.push('loaded')
    return calls.length
  }

  test('are loaded once, and again after somebody changed them', async () => {
    const calls: string[] = []
    const recall = () => service.as(null, (ctx) => ctx.tx.recall('trial.facts', load(calls)))
    expect([await recall(), await recall()]).toEqual([1, 1])
    await service.as(null, async (ctx) => {
      ctx.tx.forget('trial.facts')
      expect(await ctx.tx.recall('trial.facts', load(calls))).toBe(2)
      expect(await recall()).toBe(1)
    })
    expect(await recall()).toBe(3)
  })

  test('of a change that was undone nothing is remembered', async () => {
    const undone = service.as(null, async (ctx) => {
      ctx.tx.forget('trial.undone')
      await ctx.tx.recall('trial.undone', async () => 'changed')
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    expect(await service.as(null, (ctx) => ctx.tx.recall('trial.undone', async () => 'as it was'))).toBe('as it was')
  })
})

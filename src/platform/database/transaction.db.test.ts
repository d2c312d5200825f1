import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addOfficer, createTestService, findOffice, type TestService } from '../../../test/service.ts'
import { createSystemActor, visitor } from '../context.ts'
import type { Tx } from './index.ts'

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

describe('reads that travel together', () => {
  const many = `select n as id, n::bigint as big, 'a "b" \\ ' || n as words, timestamptz '2026-11-24 01:02:03.456+08' + n * interval '1 day' as at,
    null::timestamptz as never, array['x', 'y'] as list, jsonb_build_object('at', '2026-01-01T00:00:00+00:00') as payload,
    decode('00ff', 'hex') as bytes, n % 2 = 0 as even, gen_random_uuid() is not null as made
    from generate_series(1, $1::int) n order by n desc`
  const one = 'select $1::text as one'
  const readBoth = (tx: Tx, count: number) => Promise.all([tx.named('trial.many', many, [count]), tx.named('trial.one', one, ['"$1"'])])

  /** The messages that the database gets from now on. */
  async function listen<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly sent: readonly string[] }> {
    const sent: string[] = []
    const original = pg.Client.prototype.query
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      sent.push(typeof given[0] === 'string' ? given[0] : (given[0] as { readonly text: string }).text)
      return Reflect.apply(original, this, given)
    } as typeof original
    try {
      return { value: await work(), sent }
    } finally {
      pg.Client.prototype.query = original
    }
  }

  test('N1: are one statement, and answer what they answer alone', async () => {
    const alone = await service.as(null, ({ tx }) => readBoth(tx, 3))
    for (const count of [3, 0, 3, 2]) {
      const { value, sent } = await listen(() => service.as(null, ({ tx }) => tx.together((seen) => readBoth(seen, count))))
      const [rows, [line]] = [value[0], value[1]]
      expect(rows).toEqual(alone[0].slice(3 - count))
      expect(line).toEqual(alone[1][0])
      // The first time each goes alone: only then it is known what its columns are.
      if (count !== 3) expect(sent.filter((text) => text.includes('generate_series') || text.includes('as one'))).toHaveLength(1)
    }
  })

  test('A2: each is read as whoever asked for it, whoever it becomes afterwards', async () => {
    const kind = 'select platform_actor() as kind'
    const ask = (tx: Tx) => tx.named<{ kind: string }>('trial.kind', kind)
    for (let turn = 0; turn < 2; turn += 1) {
      const kinds = await service.as(visitor, ({ tx }) =>
        tx.together(async (seen) => {
          const first = [ask(seen), ask(seen)]
          await seen.become(createSystemActor('trial'))
          const second = [ask(seen), ask(seen)]
          await seen.become(visitor)
          return Promise.all([...first, ...second, ask(seen)])
        }),
      )
      expect(kinds.map(([row]) => row?.kind)).toEqual(['visitor', 'visitor', 'system', 'system', 'visitor'])
    }
  })

  test('see what was written before them, and fail all with the error of one', async () => {
    const count = 'select count(*) as total from trial where id > 200'
    const read = (tx: Tx) => tx.named<{ total: string }>('trial.count', count)
    await service.as(null, ({ tx }) => tx.together((seen) => Promise.all([read(seen), seen.named('trial.one', one, ['a'])])))
    const counted = service.as(null, ({ tx }) =>
      tx.together(async (seen) => {
        seen.send('trial.add', add, [201])
        const rows = await Promise.all([read(seen), seen.named('trial.one', one, ['a'])])
        expect(rows[0]).toEqual([{ total: '1' }])
        await Promise.all([seen.named('trial.many', many, ['no number']), seen.named('trial.one', one, ['b'])])
      }),
    )
    await expect(counted).rejects.toThrow('no number')
  })
})

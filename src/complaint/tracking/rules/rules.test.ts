import { describe, expect, test } from 'vitest'
import { canMove, publicStages, type TicketState, ticketStates } from '../../record/rules.ts'
import {
  composePublicStage,
  composePublicStages,
  composeStages,
  composeTimeline,
  groupAccesses,
  linkExpiry,
  mayRate,
  mayTry,
  mayWithdraw,
  planRating,
  type StageStep,
  showPromises,
  solvedAnswers,
  type Whereabouts,
} from '../rules.ts'

const at = (text: string) => new Date(text)

describe('C1: how many wrong tries', () => {
  test('ten from one address, not eleven', () => {
    expect(mayTry({ byAddress: 9, byNumber: 9, byBoth: 9 })).toBe(true)
    expect(mayTry({ byAddress: 10, byNumber: 0, byBoth: 0 })).toBe(false)
  })

  test('a number under attack slows whoever failed there, and never locks its owner out', () => {
    expect(mayTry({ byAddress: 0, byNumber: 10_000, byBoth: 0 })).toBe(true)
    expect(mayTry({ byAddress: 1, byNumber: 20, byBoth: 1 })).toBe(false)
    expect(mayTry({ byAddress: 1, byNumber: 19, byBoth: 1 })).toBe(true)
  })
})

describe('the way of a report', () => {
  type Case = readonly [state: TicketState, situation: Partial<Whereabouts>, way: string]
  // `+` done, `>` under way, `?` waits for the complainant, `-` ahead.
  const cases: readonly Case[] = [
    ['submitted', {}, '>received -checking -in_progress -answered -closed'],
    ['checking', {}, '+received >checking -in_progress -answered -closed'],
    ['waiting_complainant', { resumeState: 'checking' }, '+received ?checking -in_progress -answered -closed'],
    ['waiting_complainant', { resumeState: 'assigned' }, '+received +checking ?in_progress -answered -closed'],
    ['waiting_complainant', { resumeState: 'investigating' }, '+received +checking ?in_progress -answered -closed'],
    ['assigned', {}, '+received +checking >in_progress -answered -closed'],
    ['investigating', {}, '+received +checking >in_progress -answered -closed'],
    ['answered', { wasAnswered: true }, '+received +checking +in_progress >answered -closed'],
    ['in_review', { wasAnswered: true }, '+received +checking +in_progress >answered -closed'],
    ['closed', { wasAnswered: true }, '+received +checking +in_progress +answered +closed'],
    ['closed', {}, '+received +checking +closed'],
    ['archived', {}, '+received +checking +closed'],
    ['transferred', {}, '+received +checking +sent_on'],
    ['referred', {}, '+received +checking >in_progress -answered -closed'],
    ['referred', { wasAnswered: true }, '+received +checking +in_progress >answered -closed'],
    ['merged', {}, '+received +checking >in_progress -answered -closed'],
    ['merged', { wasAnswered: true }, '+received +checking +in_progress >answered -closed'],
    ['withdrawn', {}, '+received +withdrawn'],
  ]
  const signs = { done: '+', current: '>', waiting: '?', ahead: '-' }
  const draw = (way: readonly StageStep[]) => way.map(({ stage, state }) => `${signs[state]}${stage}`).join(' ')

  test('is known for every state', () => {
    expect(new Set(cases.map(([state]) => state))).toEqual(new Set(ticketStates))
  })

  test.each(cases)('in %s with %j', (state, situation, way) => {
    expect(draw(composeStages({ state, wasAnswered: false, resumeState: null, ...situation }))).toBe(way)
  })

  test.each([
    ['received', '>received -checking -in_progress -answered -closed'],
    ['checking', '+received >checking -in_progress -answered -closed'],
    ['waiting_for_you', '+received >waiting_for_you -answered -closed'],
    ['in_progress', '+received +checking >in_progress -answered -closed'],
    ['answered', '+received +checking +in_progress >answered -closed'],
    ['closed', '+received +checking +closed'],
    ['sent_on', '+received +checking >sent_on'],
    ['withdrawn', '+received +withdrawn'],
  ] as const)('C1: the number alone shows of %s no more than the stage', (stage, way) => {
    expect(publicStages).toContain(stage)
    expect(draw(composePublicStages(stage))).toBe(way)
  })

  test('C1: an unknown number looks like a report just received', () => {
    expect(composePublicStage(null)).toBe(composePublicStage('submitted'))
  })
})

describe('K4: what the complainant may still do', () => {
  test.each(ticketStates)('in %s as the table of states says', (state) => {
    expect(mayWithdraw(state)).toBe(canMove(state, 'withdrawn'))
    expect(mayRate(state, false)).toBe(state === 'answered' || state === 'closed')
    expect(mayRate(state, true)).toBe(state === 'answered')
  })

  const movedTo: Readonly<Record<string, TicketState | null>> = { yes: 'closed', no: 'investigating', partly: null }
  test.each(solvedAnswers)('C23: %s leads where the table allows', (solved) => {
    const planned = planRating('answered', false, solved)
    expect(planned.ok && planned.value[0]).toEqual({ type: 'ticket.rated', payload: { solved } })
    const target = movedTo[solved]
    expect(planned.ok && planned.value.length).toBe(target === null ? 1 : 2)
    if (target) expect(canMove('answered', target)).toBe(true)
    expect(planRating('investigating', false, solved)).toEqual({ ok: false, error: 'rating_not_open' })
  })

  test('a closed report can be judged once: closing it again is no move, opening it is', () => {
    expect(planRating('closed', false, 'yes')).toMatchObject({ ok: true, value: [{ type: 'ticket.rated' }] })
    expect(planRating('closed', false, 'no')).toMatchObject({ ok: true, value: [{ type: 'ticket.rated' }, { type: 'ticket.reopened' }] })
    expect(planRating('closed', true, 'no')).toMatchObject({ ok: false })
  })
})

describe('promises', () => {
  const clock = (ruleId: string, dueAt: string) => ({
    ruleId,
    law: `law of ${ruleId}`,
    unit: 'wd' as const,
    amount: 3,
    startedAt: at('2026-11-24T03:00:00Z'),
    dueAt: at(dueAt),
    stoppedAt: null,
  })
  const clocks = [clock('LAPOR-VERIFY', '2026-11-27T16:59:59Z'), clock('CLASS-NON-OVERSIGHT', '2026-12-14T16:59:59Z')]
  const submitted = { type: 'ticket.submitted', at: at('2026-11-24T03:00:00Z') } as const

  test('are open until something is done, then kept, each with its law', () => {
    const open = showPromises(clocks, [submitted], at('2026-11-25T00:00:00Z'), false)
    expect(open.map(({ kind, standing }) => [kind, standing])).toEqual([
      ['first_check', 'open'],
      ['answer', 'open'],
    ])
    expect(open[0]?.law).toBe('law of LAPOR-VERIFY')
    const checked = { type: 'ticket.checking_started', at: at('2026-11-26T03:00:00Z') } as const
    expect(showPromises(clocks, [submitted, checked], at('2026-11-26T04:00:00Z'), false)[0]).toMatchObject({
      standing: 'kept',
      keptAt: checked.at,
    })
  })

  test('are honestly missed, and honestly kept late', () => {
    expect(showPromises(clocks, [submitted], at('2026-12-20T00:00:00Z'), false).map(({ standing }) => standing)).toEqual([
      'missed',
      'missed',
    ])
    const late = { type: 'ticket.answered', at: at('2026-12-20T00:00:00Z') } as const
    expect(showPromises(clocks, [submitted, late], late.at, true).map(({ standing }) => standing)).toEqual(['kept_late', 'kept_late'])
  })

  test('T3: a reopened answer is owed again, as officers see it; one put away has no answer', () => {
    const standing = (...types: readonly ('ticket.answered' | 'ticket.reopened' | 'ticket.archived')[]) => {
      const history = types.map((type) => ({ type, at: at('2026-11-25T00:00:00Z') }))
      const shown = showPromises(clocks, [submitted, ...history], at('2026-11-26T00:00:00Z'), types.includes('ticket.archived'))
      return shown.map((promise) => [promise.kind, promise.standing])
    }
    expect(standing('ticket.answered', 'ticket.reopened')).toContainEqual(['answer', 'open'])
    expect(standing('ticket.archived')).toEqual([['first_check', 'kept']])
  })

  test('T3: one that was opened again after its answer is owed another by a new date, and the first answer is not called missed', () => {
    const answeredAt = at('2026-12-10T03:00:00Z')
    const reopenedAt = at('2026-12-20T03:00:00Z')
    const [first, answer] = clocks as [(typeof clocks)[0], (typeof clocks)[0]]
    const anew = { ...answer, startedAt: reopenedAt, dueAt: at('2027-01-12T16:59:59Z') }
    const history = [submitted, { type: 'ticket.answered', at: answeredAt }, { type: 'ticket.reopened', at: reopenedAt }] as const
    const show = (dueAt: Date) => showPromises([first, anew, { ...answer, dueAt, stoppedAt: reopenedAt }], history, reopenedAt, false)
    expect(show(answer.dueAt)).toMatchObject([
      { kind: 'first_check', standing: 'kept_late', before: null },
      { kind: 'answer', standing: 'open', dueAt: anew.dueAt, before: { answeredAt, reopenedAt, dueAt: answer.dueAt, wasInTime: true } },
    ])
    const late = at('2026-12-09T16:59:59Z')
    expect(show(late)[1]?.before).toEqual({ answeredAt, reopenedAt, dueAt: late, wasInTime: false })
    const again = [...history, { type: 'ticket.answered', at: at('2027-01-11T03:00:00Z') }] as const
    const stopped = { ...answer, stoppedAt: reopenedAt }
    expect(showPromises([first, anew, stopped], again, at('2027-02-01T00:00:00Z'), true)[1]).toMatchObject({
      standing: 'kept',
      before: null,
    })
  })

  test('of a report that is over, only the kept ones are left', () => {
    const withdrawn = { type: 'ticket.withdrawn', at: at('2026-11-25T00:00:00Z') } as const
    expect(showPromises(clocks, [submitted, withdrawn], at('2026-12-20T00:00:00Z'), true)).toEqual([])
  })

  test('count by the running clocks once earlier ones were stopped', () => {
    const stopped = { ...clock('CLASS-INFORMATION', '2026-12-01T00:00:00Z'), ruleId: 'CLASS-INFO', stoppedAt: at('2026-11-25T00:00:00Z') }
    const shown = showPromises([...clocks, stopped], [submitted], at('2026-11-26T00:00:00Z'), false)
    expect(shown.find(({ kind }) => kind === 'answer')?.dueAt).toEqual(at('2026-12-14T16:59:59Z'))
  })
})

describe('C13 L5: the history and who looked', () => {
  test('tells roles, never names, and nothing internal', () => {
    const officer = { officerId: 'a', officerName: 'Demo Canary Officer', by: 'self' } as const
    const lines = composeTimeline([
      { id: '1', at: at('2026-11-24T03:00:00Z'), event: { type: 'ticket.assigned', payload: officer }, actorKind: 'officer' },
      { id: '2', at: at('2026-11-24T04:00:00Z'), event: { type: 'ticket.noted', payload: { noteId: 'n' } }, actorKind: 'officer' },
      { id: '3', at: at('2026-11-24T05:00:00Z'), event: { type: 'ticket.withdrawn', payload: { words: '' } }, actorKind: 'keyholder' },
    ])
    expect(lines.map(({ id, by }) => [id, by])).toEqual([
      ['3', 'you'],
      ['1', 'officer'],
    ])
    expect(JSON.stringify(lines)).not.toContain('Canary')
  })

  test('A5 L5: counts views by day of the office and role, looks at an identity apart', () => {
    const seen = [
      { at: at('2026-11-24T18:30:00Z'), event: 'ticket.opened', roles: ['manager'] },
      { at: at('2026-11-24T16:00:00Z'), event: 'ticket.opened', roles: ['handler'] },
      { at: at('2026-11-24T15:30:00Z'), event: 'identity.opened', roles: ['handler'] },
      { at: at('2026-11-24T15:00:00Z'), event: 'ticket.noted', roles: ['handler'] },
    ]
    expect(groupAccesses(seen, 'Asia/Jakarta').map(({ day, roles, times, identity }) => [day, roles, times, identity])).toEqual([
      ['2026-11-25', ['manager'], 1, false],
      ['2026-11-24', ['handler'], 2, false],
      ['2026-11-24', ['handler'], 1, true],
    ])
  })
})

describe('P7: the link', () => {
  test('lives a quarter of an hour', () => {
    expect(linkExpiry(at('2026-11-24T03:00:00Z'))).toEqual(at('2026-11-24T03:15:00Z'))
  })
})

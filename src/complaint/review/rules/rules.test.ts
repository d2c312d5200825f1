import { describe, expect, it } from 'vitest'
import { Temporal } from '../../../platform/time.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { TicketState } from '../../record/rules.ts'
import { advise, chooseUnit, findInvolved, findOutside, findStanding, firstDay, isFinal, judgeAge, lastDay, readOutcome } from '../rules.ts'

const zone = 'Asia/Jakarta'
const at = (text: string): Date => new Date(Temporal.Instant.from(text).epochMilliseconds)
const answered = (outcome: 'substantiated' | 'partly' | 'unsubstantiated' = 'unsubstantiated'): TicketEvent => ({
  type: 'ticket.answered',
  payload: { messageId: 'm', outcome },
})
const opened: TicketEvent = { type: 'ticket.review_opened', payload: { words: 'Belum benar.' } }
const wrote: TicketEvent = { type: 'ticket.complainant_wrote', payload: { messageId: 'n', files: 0 } }
const rated: TicketEvent = { type: 'ticket.rated', payload: { solved: 'no' } }
const reopened: TicketEvent = { type: 'ticket.reopened', payload: { reason: 'not_solved' } }
const closed: TicketEvent = { type: 'ticket.closed', payload: { reason: 'no_reply', words: '' } }

type Line = readonly [string, TicketEvent]
function stand(state: TicketState, lines: readonly Line[], now: string, days: number | null = 30) {
  const history = lines.map(([moment, event]) => ({ at: at(moment), event }))
  return findStanding({ state, history, days, timeZone: zone }, at(now))
}

describe('the window of a second look', () => {
  // Answered at 23:30 in Jakarta: the day of the office counts, not that of Greenwich.
  const sent: Line = ['2026-11-24T16:30:00Z', answered()]

  it('C17 ends with the last day of the office, thirty days after the answer', () => {
    expect(lastDay(at(sent[0]), 30, zone).toISOString()).toBe('2026-12-24T16:59:59.999Z')
    expect(stand('answered', [sent], '2026-12-24T16:59:59Z').kind).toBe('open')
    expect(stand('answered', [sent], '2026-12-24T17:00:00Z').kind).toBe('over')
  })

  it.each<[string, TicketState, readonly Line[]]>([
    ['messages', 'investigating', [sent, ['2026-12-20T03:00:00Z', reopened], ['2026-12-20T03:00:00Z', wrote]]],
    ['a later rating', 'investigating', [sent, ['2026-12-23T03:00:00Z', rated], ['2026-12-23T03:00:00Z', reopened]]],
    ['a closure', 'closed', [sent, ['2026-12-08T03:00:00Z', closed]]],
  ])('C17 %s after the answer move nothing', (_, state, lines) => {
    const until = at('2026-12-24T16:59:59.999Z')
    expect(stand(state, lines, '2026-12-24T03:00:00Z')).toEqual({ kind: 'open', until, days: 30 })
    expect(stand(state, lines, '2026-12-25T03:00:00Z')).toEqual({ kind: 'over', until, days: 30 })
  })

  it('C17 only another answer opens another window', () => {
    const lines: readonly Line[] = [sent, ['2026-12-20T03:00:00Z', reopened], ['2026-12-22T03:00:00Z', answered()]]
    expect(stand('answered', lines, '2027-01-20T03:00:00Z').kind).toBe('open')
    expect(stand('answered', lines, '2027-01-22T03:00:00Z').kind).toBe('over')
  })

  it.each<[TicketState]>([['submitted'], ['checking'], ['waiting_complainant'], ['referred'], ['withdrawn'], ['merged']])(
    'C17 is not there in %s',
    (state) => {
      expect(stand(state, [sent], '2026-11-25T03:00:00Z').kind).toBe('none')
    },
  )

  it('is not there before an answer, nor where the rule is switched off', () => {
    expect(stand('investigating', [], '2026-11-25T03:00:00Z').kind).toBe('none')
    expect(stand('answered', [sent], '2026-11-25T03:00:00Z', null).kind).toBe('none')
  })

  it('C17 is under way, and after it there is none', () => {
    const lines: readonly Line[] = [sent, ['2026-11-26T03:00:00Z', opened]]
    expect(stand('in_review', lines, '2026-11-27T03:00:00Z')).toEqual({
      kind: 'running',
      askedAt: at('2026-11-26T03:00:00Z'),
      words: 'Belum benar.',
    })
    const done: readonly Line[] = [...lines, ['2026-12-01T03:00:00Z', answered('substantiated')]]
    const decided = { kind: 'decided', at: at('2026-12-01T03:00:00Z'), outcome: 'upheld' }
    expect(stand('answered', done, '2026-12-02T03:00:00Z')).toEqual(decided)
    // Opened again and answered once more, it stays the last word of the second look.
    const again: readonly Line[] = [...done, ['2026-12-05T03:00:00Z', reopened], ['2026-12-09T03:00:00Z', answered()]]
    expect(stand('answered', again, '2026-12-10T03:00:00Z')).toEqual(decided)
  })

  it('tells which answer came after a second look, however close they follow', () => {
    const answer = (messageId: string): TicketEvent => ({ type: 'ticket.answered', payload: { messageId, outcome: 'noted' } })
    const history = [answer('first'), opened, answer('last')].map((event) => ({ event }))
    expect([isFinal(history, 'first'), isFinal(history, 'last'), isFinal(history, null)]).toEqual([false, true, true])
    expect(isFinal([{ event: answer('first') }], null)).toBe(false)
  })

  it.each([
    ['substantiated', 'upheld'],
    ['partly', 'partly'],
    ['unsubstantiated', 'not_upheld'],
    ['no_finding', 'not_upheld'],
  ] as const)('an answer that is %s means %s', (outcome, expected) => {
    expect(readOutcome(outcome)).toBe(expected)
  })
})

describe('who had a part in the first answer', () => {
  const fact = (event: TicketEvent, actorId: string | null = null) => ({ event, actorId })
  const assigned = (officerId: string): TicketEvent => ({
    type: 'ticket.assigned',
    payload: { officerId, officerName: officerId, by: 'manager' },
  })
  const drafted: TicketEvent = { type: 'ticket.answer_drafted', payload: { checkId: 'c', needed: 1 } }
  const checked: TicketEvent = {
    type: 'ticket.answer_checked',
    payload: { checkId: 'c', verdict: 'approved', reason: null, words: '' },
  }

  it('C17 names handler, author and approver, each by the weightiest part', () => {
    const history = [
      fact(assigned('first'), 'manager'),
      fact(assigned('author'), 'manager'),
      fact(drafted, 'author'),
      fact(checked, 'approver'),
      // The last approval sends it, in the author's name.
      fact(answered(), 'approver'),
      fact(opened, null),
      fact(assigned('reviewer'), 'head'),
    ]
    expect(Object.fromEntries(findInvolved(history, ['author']))).toEqual({ first: 'handled', author: 'answered', approver: 'approved' })
  })

  it('C17 names the author of an answer that was passed on by the service', () => {
    expect(Object.fromEntries(findInvolved([fact(answered(), null)], ['elsewhere']))).toEqual({ elsewhere: 'answered' })
  })

  it('who only gave it to somebody had no part', () => {
    expect(findInvolved([fact(assigned('handler'), 'manager')], []).has('manager')).toBe(false)
  })
})

describe('the unit that looks a second time', () => {
  const of = (officeId: string, ...officers: string[]) => officers.map((officerId) => ({ officerId, officeId }))
  const base = { currentId: 'kanim', aboveIds: ['kanwil', 'ditjen'], keptIds: [], unfitIds: [] }

  it('C17 is the nearest above where somebody fits', () => {
    expect(chooseUnit({ ...base, candidates: [...of('kanwil', 'a'), ...of('ditjen', 'b'), ...of('kanim', 'c')] })).toBe('kanwil')
    expect(chooseUnit({ ...base, candidates: [...of('ditjen', 'b'), ...of('kanim', 'c')] })).toBe('ditjen')
    expect(chooseUnit({ ...base, unfitIds: ['a'], candidates: [...of('kanwil', 'a'), ...of('ditjen', 'b')] })).toBe('ditjen')
  })

  it('C17 is never one that the ticket is kept from', () => {
    expect(chooseUnit({ ...base, keptIds: ['kanwil'], candidates: [...of('kanwil', 'a'), ...of('ditjen', 'b')] })).toBe('ditjen')
    expect(chooseUnit({ ...base, keptIds: ['kanwil'], candidates: [] })).toBe('ditjen')
  })

  it('is the unit itself with somebody else where nobody is above', () => {
    expect(chooseUnit({ ...base, aboveIds: [], unfitIds: ['a'], candidates: of('kanim', 'a', 'c') })).toBe('kanim')
  })

  it('waits at the nearest above where nobody fits anywhere', () => {
    expect(chooseUnit({ ...base, unfitIds: ['a'], candidates: of('kanim', 'a') })).toBe('kanwil')
    expect(chooseUnit({ ...base, aboveIds: [], candidates: [] })).toBe('kanim')
  })
})

describe('ways outside', () => {
  it('R26: a tourist is not offered the Ombudsman, a citizen and a resident are', () => {
    expect(advise({ residence: 'visitor', age: 'recent' })).toEqual({ way: 'other' })
    expect(advise({ residence: 'citizen', age: 'recent' })).toEqual({ way: 'ombudsman', warning: null })
    expect(advise({ residence: 'resident', age: 'recent' })).toEqual({ way: 'ombudsman', warning: null })
  })

  it('R26: an event of 25 months ago is warned of, one of two years to the day is not', () => {
    expect(judgeAge('2024-10-24', '2026-11-24', 2)).toBe('older')
    expect(judgeAge('2024-11-23', '2026-11-24', 2)).toBe('older')
    expect(judgeAge('2024-11-24', '2026-11-24', 2)).toBe('recent')
    expect(judgeAge(null, '2026-11-24', 2)).toBe('unknown')
    expect(firstDay('2028-02-29', 2)).toBe('2026-02-28')
    expect(advise({ residence: 'citizen', age: 'older' })).toEqual({ way: 'ombudsman', warning: 'older' })
    expect(advise({ residence: 'citizen', age: 'unknown' })).toEqual({ way: 'ombudsman', warning: 'unknown' })
  })

  it('R26: open up after the second look, after its time, and when no answer came in time', () => {
    const due = at('2026-12-01T00:00:00Z')
    const before = at('2026-11-30T00:00:00Z')
    const after = at('2026-12-02T00:00:00Z')
    const none = { kind: 'none' } as const
    const window = { until: due, days: 30 }
    expect(findOutside({ standing: none, state: 'investigating', dueAt: due }, before)).toBeNull()
    expect(findOutside({ standing: none, state: 'investigating', dueAt: due }, after)).toBe('late')
    expect(findOutside({ standing: none, state: 'merged', dueAt: due }, after)).toBe('late')
    expect(findOutside({ standing: { kind: 'open', ...window }, state: 'answered', dueAt: due }, after)).toBeNull()
    expect(findOutside({ standing: { kind: 'over', ...window }, state: 'closed', dueAt: due }, after)).toBe('over')
    expect(findOutside({ standing: { kind: 'decided', at: before, outcome: 'partly' }, state: 'answered', dueAt: due }, before)).toBe(
      'decided',
    )
    expect(findOutside({ standing: none, state: 'withdrawn', dueAt: due }, after)).toBeNull()
  })
})

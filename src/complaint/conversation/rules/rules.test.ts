import { describe, expect, test } from 'vitest'
import { outcomes } from '../../record/events.ts'
import { apply, canMove, type TicketStanding, type TicketState, ticketStates } from '../../record/rules.ts'
import {
  checkWords,
  findAnswerProblem,
  findMissingParts,
  longestMessage,
  mostFiles,
  planAnswer,
  planQuestion,
  planReply,
} from '../rules.ts'

const officer = { id: 'me', name: 'Demo Petugas' }
const standing = (state: TicketState, assigneeId: string | null = null): TicketStanding => ({
  state,
  assigneeId,
  category: 'PSP.06',
  class: 'NON',
  officeId: 'o',
  restricted: false,
  severity: 'normal',
  queueId: null,
  dueAt: new Date('2026-12-14T16:59:59Z'),
  answeredAt: null,
  closedAt: null,
  outcome: null,
  resumeState: state === 'waiting_complainant' ? 'assigned' : null,
  owed: true,
  version: 3,
})

type Planned = ReturnType<typeof planAnswer> | ReturnType<typeof planReply>

/** Every state the events pass through, each a step of the table. */
function walk(start: TicketStanding, planned: Planned): TicketState[] {
  if (!planned.ok) return []
  const passed: TicketState[] = []
  let now = start
  for (const event of planned.value) {
    const next = apply(now, event, new Date('2026-11-24T03:00:00Z'))
    if (next.state !== now.state) expect(canMove(now.state, next.state), `${now.state} -> ${next.state}`).toBe(true)
    if (next.state !== now.state) passed.push(next.state)
    now = next
  }
  return passed
}

describe('K4: verbs move a ticket only along the table', () => {
  test.each(ticketStates)('an answer to a ticket in %s', (state) => {
    const planned = planAnswer(standing(state), officer, { messageId: 'm', outcome: 'substantiated' })
    const answerable = ['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating', 'referred', 'in_review'].includes(
      state,
    )
    expect(planned.ok).toBe(answerable)
    if (answerable) expect(walk(standing(state), planned).at(-1)).toBe('answered')
  })

  test.each(ticketStates)('a question about a ticket in %s', (state) => {
    const planned = planQuestion(standing(state), officer, { messageId: 'm', pause: 'question_to_complainant' })
    expect(planned.ok).toBe(['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating'].includes(state))
    walk(standing(state), planned)
  })

  test.each(ticketStates)('a reply to a ticket in %s', (state) => {
    const planned = planReply({ state }, 'm', 0)
    expect(planned.ok).toBe(state !== 'withdrawn')
    const passed = walk(standing(state), planned)
    if (state === 'answered' || state === 'closed') expect(passed).toEqual(['investigating'])
    else if (state === 'waiting_complainant') expect(passed).toEqual(['assigned'])
    else expect(passed).toEqual([])
  })
})

test('an answer takes the ticket when nobody has it, and only then', () => {
  const typesOf = (assignee: string | null, state: TicketState) => {
    const planned = planAnswer(standing(state, assignee), officer, { messageId: 'm', outcome: 'noted' })
    return planned.ok ? planned.value.filter(({ type }) => type === 'ticket.assigned').length : -1
  }
  expect(typesOf(null, 'submitted')).toBe(1)
  expect(typesOf(null, 'investigating')).toBe(1)
  expect(typesOf('other', 'investigating')).toBe(0)
  expect(typesOf('other', 'assigned')).toBe(0)
})

describe('C16: an honest answer', () => {
  const whole = { finding: 'Berkas hilang.', action: 'Dicetak ulang.', remedy: '', nextStep: 'Ambil Senin.' }
  test.each(outcomes)('a remedy is owed where the complainant was right: %s', (outcome) => {
    const owed = outcome === 'substantiated' || outcome === 'partly'
    expect(findAnswerProblem({ ...whole, outcome })).toBe(owed ? 'remedy_missing' : null)
    expect(findAnswerProblem({ ...whole, remedy: 'Tidak ada, karena tidak ada biaya.', outcome })).toBeNull()
    expect(findAnswerProblem({ ...whole, finding: '', outcome })).toBe('answer_incomplete')
    expect(findAnswerProblem({ ...whole, remedy: 'x'.repeat(longestMessage + 1), outcome })).toBe('message_too_long')
  })

  test('needs finding, action and next step in every case', () => {
    expect(findMissingParts(whole)).toEqual([])
    for (const part of ['finding', 'action', 'nextStep'] as const) expect(findMissingParts({ ...whole, [part]: ' \n' })).toEqual([part])
  })
})

test('a message says something or brings a file, within limits', () => {
  expect(checkWords('  halo ')).toEqual({ ok: true, value: 'halo' })
  expect(checkWords('  ')).toEqual({ ok: false, error: 'message_empty' })
  expect(checkWords('', 1)).toEqual({ ok: true, value: '' })
  expect(checkWords('a'.repeat(longestMessage))).toMatchObject({ ok: true })
  expect(checkWords('a'.repeat(longestMessage + 1))).toEqual({ ok: false, error: 'message_too_long' })
  expect(checkWords('a', mostFiles + 1)).toEqual({ ok: false, error: 'too_many_files' })
})
